import { createServer, type ServerResponse } from 'node:http';
import type { Library } from '../store.ts';
import type { Clock, Moment } from '../system/clock.ts';
import { metricsText } from './metrics.ts';

/** If the scheduler hasn't finished a minute for this long, in milliseconds, the program hangs. */
const maxSilence = 10 * 60_000;

export type Health = { port: number; close(): Promise<void> };

/**
 * `/healthz`, for Docker and the like: whether the database answers and the scheduler is keeping up. `/metrics`,
 * for Prometheus. Rejects if the port is in use.
 * @param port 0 takes any free one
 * @param parts.host the address to listen on; by default only this machine can reach it
 * @param parts.lastTick when the scheduler last finished a minute; null before the first
 */
export async function serveHealth(
  port: number,
  parts: { library: Library; clock: Clock; lastTick(): Moment | null; host?: string },
): Promise<Health> {
  const { library, clock, lastTick, host = '127.0.0.1' } = parts;

  async function healthz(response: ServerResponse): Promise<void> {
    const last = lastTick();
    const silent = last === null ? 0 : clock.monotonic() - last.monotonic;
    if (silent > maxSilence)
      throw new Error(`the scheduler has not finished a minute for ${Math.floor(silent / 60_000)} minutes`);
    const articles = await library.articles.count();
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: true, articles }));
  }

  async function metrics(response: ServerResponse): Promise<void> {
    const now = clock.now();
    const text = metricsText(await library.status.at(now), await library.diskUsage(), {
      now,
      lastTick: lastTick()?.wall ?? null,
    });
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
  }

  const pages: Record<string, (response: ServerResponse) => Promise<void>> = {
    '/healthz': healthz,
    '/metrics': metrics,
  };
  const server = createServer((request, response) => {
    const page = Object.hasOwn(pages, request.url ?? '') ? pages[request.url!] : undefined;
    if (!page) return void response.writeHead(404).end();
    page(response).catch(error => {
      response
        .writeHead(503, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: false, error: error instanceof Error ? error.message : String(error) }));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
