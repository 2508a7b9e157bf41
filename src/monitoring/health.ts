import { createServer, type ServerResponse } from 'node:http';
import type { Library } from '../store.ts';
import type { Clock, Moment } from '../system/clock.ts';
import { metricsText } from './metrics.ts';

/** A program that has not worked off a minute for so long, in milliseconds, hangs. */
const longestSilence = 10 * 60_000;

export type Health = { port: number; close(): Promise<void> };

/**
 * Says on `/healthz` whether the database answers and the minutes are worked off, for Docker and the like, and
 * on `/metrics` how it stands, for Prometheus. Rejects when the port is taken.
 * @param port 0 takes any free one
 * @param parts.lastTick when the last minute was worked off; null before the first
 */
export async function serveHealth(
  port: number,
  parts: { library: Library; clock: Clock; lastTick(): Moment | null },
): Promise<Health> {
  const { library, clock, lastTick } = parts;

  async function healthz(response: ServerResponse): Promise<void> {
    const last = lastTick();
    const silent = last === null ? 0 : clock.monotonic() - last.monotonic;
    if (silent > longestSilence)
      throw new Error(`no minute has been worked off for ${Math.floor(silent / 60_000)} minutes`);
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
    server.listen(port, resolve);
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
