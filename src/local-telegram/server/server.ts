import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiError, isApiError } from '../model/api-error.ts';
import type { World } from '../model/world.ts';
import { readBody } from './body.ts';
import { dispatch, errorReply, type FaultPlan, type Reply, retryAfter } from './dispatch.ts';

export type Listening = {
  port: number;
  /** Ends all connections and refuses new ones until the function given back is called. */
  refuse(): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** Serves what is neither the Bot API nor a file; gives false for an address it doesn't know. */
export type OtherPages = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/**
 * Answers only requests meant for this very server, by a name of this machine: on other addresses it is for
 * forwarded ports, as in a container.
 */
export async function listen(
  world: World,
  trials: FaultPlan,
  at: { port: number; host: string },
  others: OtherPages,
): Promise<Listening> {
  const closing = new AbortController();
  const server: Server = createServer((request, response) => {
    const inner = handle(request, response);
    inner.catch(error => {
      if (closing.signal.aborted || response.destroyed) return;
      if (response.headersSent) return response.destroy();
      plain(response, 500, `Internal error: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  server.keepAliveTimeout = 60_000;

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { port: bound } = server.address() as AddressInfo;
    if (!isForUs(request, bound))
      return plain(response, 403, 'This server answers only its own page and bot.');
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${bound}`);
    const [, token, method] = /^\/bot([^/]*)\/(.*?)\/?$/.exec(decode(url.pathname)) ?? [];
    if (token !== undefined) return answerBot(request, response, token, method!, url);
    if (serveFile(url.pathname, response)) return;
    if (await others(request, response, url)) return;
    json(response, errorReply(apiError(404, '')));
  };

  const answerBot = async (
    request: IncomingMessage,
    response: ServerResponse,
    token: string,
    method: string,
    url: URL,
  ) => {
    if (!/^\d+:[\w-]+$/.test(token))
      return json(response, errorReply(apiError(401, 'invalid token specified')));
    if (token !== world.bot.token) return json(response, errorReply(apiError(401, '')));
    const hungUp = new AbortController();
    // Aborting takes long enough to be left out for each call that has had its reply.
    response.on('close', () => {
      if (!response.writableFinished) hungUp.abort();
    });
    const signal = AbortSignal.any([hungUp.signal, closing.signal]);
    const counted = method.toLowerCase() !== 'getupdates';
    if (counted) world.answering++;
    let sent = () => {};
    try {
      const body = await readBody(request, url.searchParams);
      await travel(signal);
      sent = trials.flood.sends(method, body.parameters);
      const reply = await dispatch(world, trials, { method, ...body, signal });
      await travel(signal);
      await write(response, reply, signal);
    } catch (error) {
      if (!isApiError(error)) throw error;
      json(response, errorReply(error));
    } finally {
      sent();
      if (counted) world.answering--;
      world.changes.emit({ kind: 'updates' });
    }
  };

  /** One way between the bot and Telegram. */
  const travel = async (signal: AbortSignal) => {
    if (world.latency > 0) await world.clock.sleep(world.latency / 2, signal).catch(() => {}); // hung up
  };

  /** Files are loaded down by the path that getFile gives. */
  const serveFile = (path: string, response: ServerResponse): boolean => {
    const [, token, name] = /^\/file\/bot([^/]*)\/(.+)$/.exec(decode(path)) ?? [];
    if (token === undefined) return false;
    const file = [...world.files.values()].find(({ file_path }) => file_path === name);
    if (token !== world.bot.token || !file) json(response, errorReply(apiError(404, '')));
    else {
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': file.file_size,
      });
      response.end(file.bytes);
    }
    return true;
  };

  const open = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, at.host, resolve);
    });
  const shut = () =>
    new Promise<void>((resolve, reject) => {
      server.close(error => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });

  await open(at.port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    port: bound,
    refuse: async () => {
      await shut();
      return () => open(bound);
    },
    close: async () => {
      closing.abort();
      if (server.listening) await shut();
    },
  };
}

/** Another site's page, or a name that was bent to point here, gets nothing. */
function isForUs(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (!hosts.includes(host ?? '')) return false;
  return origin === undefined || hosts.some(name => origin === `http://${name}`);
}

async function write(response: ServerResponse, reply: Reply, signal: AbortSignal): Promise<void> {
  switch (reply.wire) {
    case 'reset-before':
    case 'reset-after':
      response.socket?.resetAndDestroy();
      return;
    case 'bad-gateway':
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>');
      return;
    case 'stall':
      await new Promise<void>(resolve => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
      return;
    case 'truncated': {
      const body = Buffer.from(JSON.stringify(reply.body));
      response.writeHead(reply.status, { 'content-type': 'application/json', 'content-length': body.length });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
      return;
    }
    default:
      json(response, reply);
  }
}

function json(response: ServerResponse, reply: Reply): void {
  const { status, body } = reply;
  const wait = retryAfter(reply);
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(wait !== undefined && { 'retry-after': String(wait) }),
  });
  response.end(JSON.stringify(body));
}

/** Answers with words. */
export function plain(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(words);
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // No file and no method has a name that is encoded wrongly.
    return path;
  }
}
