import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StoredFile } from '../model/types.ts';
import type { World } from '../model/world.ts';
import { seedWorld } from '../people/playground.ts';
import type { Faults } from '../rules/faults.ts';
import { collect } from '../server/body.ts';
import type { OtherPages } from '../server/server.ts';
import { plain } from '../server/server.ts';
import { perform } from './page-actions.ts';
import { changeView, stateView } from './page-view.ts';

const folder = new URL('../page/', import.meta.url);

const scripts = ['main', 'chat', 'composer', 'format', 'clock', 'notices', 'dom', 'store', 'drawer'];
const styles = ['page', 'rooms', 'messages', 'text', 'composer', 'notices'];

const files: Record<string, [file: string, type: string]> = {
  '/': ['page.html', 'text/html; charset=utf-8'],
  ...Object.fromEntries([
    ...scripts.map(name => [`/page/${name}.js`, [`${name}.js`, 'text/javascript; charset=utf-8']]),
    ...styles.map(name => [`/page/${name}.css`, [`${name}.css`, 'text/css; charset=utf-8']]),
  ]),
  '/page/icon.svg': ['icon.svg', 'image/svg+xml'],
};

/** The page loads nothing from elsewhere and is shown in no other page. */
const guards = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Serves the chat page: its files, the state of the world, what changes in it, and what people do there. */
export function createPageServer(world: World, faults: Faults): { serve: OtherPages; close(): void } {
  const watchers = new Set<ServerResponse>();
  const stop = world.changes.on(change => {
    if (watchers.size === 0) return;
    const view = changeView(world, faults, change);
    if (!view) return;
    for (const watcher of watchers) watcher.write(`data: ${JSON.stringify(view)}\n\n`);
  });

  /** By method and path. */
  const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => void | Promise<void>> =
    {
      'GET /healthz': (_request, response) => reply(response, 200, { ok: true }),
      'GET /page/state': (_request, response) => {
        seedWorld(world);
        reply(response, 200, stateView(world, faults));
      },
      'GET /page/events': (_request, response) => {
        response.writeHead(200, { ...guards, 'content-type': 'text/event-stream' });
        response.write(': here\n\n');
        watchers.add(response);
        response.on('close', () => watchers.delete(response));
      },
      'POST /page/act': async (request, response) => {
        if (!/^application\/json/.test(request.headers['content-type'] ?? ''))
          return plain(response, 415, 'JSON is expected.');
        try {
          const action = JSON.parse((await collect(request)).toString('utf8'));
          reply(response, 200, { done: (await perform(world, faults, action)) ?? null });
        } catch (error) {
          reply(response, 400, { problem: error instanceof Error ? error.message : String(error) });
        }
      },
    };

  const serve: OtherPages = async (request, response, url) => {
    const route = `${request.method} ${url.pathname}`;
    const file = request.method === 'GET' ? files[url.pathname] : undefined;
    if (file) {
      response.writeHead(200, { ...guards, 'content-type': file[1] });
      response.end(await readFile(new URL(file[0], folder)));
      return true;
    }
    if (route.startsWith('GET /page/file/'))
      return sendFile(world.files.get(url.pathname.slice(11)), response);
    if (!Object.hasOwn(routes, route)) return false;
    await routes[route]!(request, response);
    return true;
  };

  return {
    serve,
    close: () => {
      stop();
      for (const watcher of watchers) watcher.destroy();
    },
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...guards, 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Only pictures are shown; everything else is a download. */
function sendFile(file: StoredFile | undefined, response: ServerResponse): boolean {
  if (!file) return false;
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(file.mime_type ?? '');
  response.writeHead(200, {
    ...guards,
    'content-type': isPicture ? file.mime_type : 'application/octet-stream',
    ...(!isPicture && { 'content-disposition': 'attachment' }),
  });
  response.end(file.bytes);
  return true;
}
