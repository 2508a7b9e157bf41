import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetcher, type Fetcher } from '../../src/sources/fetch/fetcher.ts';
import type { IsAllowed, Resolve } from '../../src/sources/fetch/guarded-connect.ts';
import type { Clock } from '../../src/system/clock.ts';

/** A request as the server saw it. */
export type Seen = {
  /** By the clock of the test, milliseconds since the epoch. */
  at: number;
  host: string;
  path: string;
  headers: Record<string, string | undefined>;
};

/** What the server answers: a body is sent as it is; `raw` takes over altogether, to drip, stall or break off. */
export type Reply = {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  raw?: (response: ServerResponse) => void;
};

export type Handler = (seen: Seen) => Reply;

/**
 * Plays the sites of the world on one port of loopback: a name ends up here by `resolve`, and only this port is
 * `isAllowed`, as if it were the public internet. What goes elsewhere is refused as private.
 */
export type FeedServer = {
  port: number;
  /** The address of a path at a site. */
  url(host: string, path?: string): string;
  /** What a site answers from now on. */
  play(host: string, handler: Handler): void;
  /** Every request so far, in order. */
  seen: Seen[];
  /** How many requests were open at the same time at most, by site. */
  mostAtOnce: Map<string, number>;
  resolve: Resolve;
  isAllowed: IsAllowed;
  close(): Promise<void>;
};

/** A fetcher for which the sites that the server plays are the world, and which is always online. */
export function fetcherFrom({ resolve, isAllowed }: FeedServer, clock: Clock): Fetcher {
  return createFetcher({ clock, resolve, isAllowed, isOnline: () => true });
}

export async function startFeedServer(clock: Clock): Promise<FeedServer> {
  const handlers = new Map<string, Handler>();
  const seen: Seen[] = [];
  const open = new Map<string, number>();
  const mostAtOnce = new Map<string, number>();

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const now = {
      at: clock.now(),
      host,
      path: request.url ?? '/',
      headers: request.headers as Seen['headers'],
    };
    seen.push(now);
    open.set(host, (open.get(host) ?? 0) + 1);
    mostAtOnce.set(host, Math.max(mostAtOnce.get(host) ?? 0, open.get(host)!));
    response.on('close', () => open.set(host, open.get(host)! - 1));
    const { status = 200, headers = {}, body = '', raw } = handlers.get(host)?.(now) ?? { status: 404 };
    if (raw) return raw(response);
    response.writeHead(status, headers);
    response.end(body);
  };
  const server = createServer(answer);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    port,
    url: (host, path = '/feed') => `http://${host}:${port}${path}`,
    play: (host, handler) => handlers.set(host, handler),
    seen,
    mostAtOnce,
    resolve: async host => {
      if (host.endsWith('.invalid')) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
      if (host.endsWith('.lost')) throw Object.assign(new Error('try again'), { code: 'EAI_AGAIN' });
      // Names by which an attacker points at the machine itself and its neighbours.
      if (host.startsWith('rebound.'))
        return [
          { address: '127.0.0.2', family: 4 },
          { address: '::1', family: 6 },
        ];
      if (host.startsWith('metadata.')) return [{ address: '169.254.169.254', family: 4 }];
      return [{ address: '127.0.0.1', family: 4 }];
    },
    isAllowed: (address, to) => address === '127.0.0.1' && to === port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type TestItem = { guid?: string; link?: string; title: string; text?: string; at?: number };

/** A feed in RSS 2.0 with these items. */
export function rssOf(items: TestItem[], channel = ''): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const element = (name: string, text: string | undefined) =>
    text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`;
  const written = items.map(
    ({ guid, link, title, text, at }) =>
      `<item>${element('guid', guid)}${element('link', link)}${element('title', title)}${element('description', text)}${element('pubDate', at === undefined ? undefined : new Date(at).toUTCString())}</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Test</title>${channel}${written.join('')}</channel></rss>`;
}
