import { createServer } from 'node:http';
import type { Library } from './library/library.ts';

/**
 * Says on `/healthz` whether the database answers, for Docker and the like; 0 takes any free port.
 * Rejects when the port is taken.
 */
export async function serveHealth(
  port: number,
  library: Library,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/healthz') return response.writeHead(404).end();
    try {
      const articles = await library.articles.count();
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: true, articles }));
    } catch (error) {
      response
        .writeHead(503, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: false, error: String(error) }));
    }
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
