import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A way into a Telegram for updates of kinds that its people can't cause. */
export type SideDoor = {
  /** For the bot, in place of the Telegram's own. */
  apiRoot: string;
  /** The methods of all calls so far. */
  calls: string[];
  /** Hands updates to the bot; resolves when it asks for more, having taken them in. */
  brings(...updates: object[]): Promise<void>;
  close(): Promise<void>;
};

/** Below those that the Telegram gives, so that polling goes on with its own. */
const firstId = 1000;

/** Passes all calls on to `apiRoot`. */
export async function openSideDoor(apiRoot: string): Promise<SideDoor> {
  const calls: string[] = [];
  const waiting: object[] = [];
  let taken: (() => void)[] = [];
  let isGiven = false;
  let ring = () => {};
  let nextId = firstId;

  async function passOn(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer,
    signal: AbortSignal,
  ) {
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => name === 'content-type'),
    ) as Record<string, string>;
    const method = request.method ?? 'POST';
    const answer = await fetch(`${apiRoot}${request.url}`, {
      method,
      headers,
      signal,
      ...(method !== 'GET' && { body: new Uint8Array(body) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    response
      .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
      .end(bytes);
  }

  /** What waits here, or what comes to the Telegram, whichever is first. */
  async function poll(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    if (isGiven) for (const resolve of taken.splice(0)) resolve();
    isGiven = false;
    const hangingUp = new AbortController();
    response.on('close', () => hangingUp.abort());
    const give = () => {
      if (response.writableEnded || waiting.length === 0) return;
      isGiven = true;
      hangingUp.abort();
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: true, result: waiting.splice(0) }));
    };
    ring = give;
    give();
    if (!isGiven) await passOn(request, response, body, hangingUp.signal);
  }

  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const method = /\/(\w+)(?:\?.*)?$/.exec(request.url ?? '')?.[1] ?? '';
    calls.push(method);
    const passing =
      method === 'getUpdates'
        ? poll(request, response, body)
        : passOn(request, response, body, AbortSignal.timeout(60_000));
    // Either side has hung up.
    await passing.catch(() => response.destroyed || response.writableEnded || response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    calls,
    brings: (...updates) =>
      new Promise(resolve => {
        for (const update of updates) waiting.push({ update_id: nextId++, ...update });
        taken = [...taken, resolve];
        ring();
      }),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
