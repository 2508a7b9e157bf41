import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const src = join(import.meta.dirname, '../src');

/**
 * The rooms and their folders, from the ground up: a file may import from its own folder and from those listed
 * before it. A room named alone stands for the files directly in it.
 */
export const floors = [
  'system',
  'languages',
  'names',
  ...inRoom('reading', [
    'model',
    'text',
    'knowledge',
    'html',
    'tokens',
    'tokens/tense',
    'dates/forms',
    'dates',
    'layout',
    'entities/mentions',
    'entities/organizations',
    'entities/places',
    'entities/firms',
    'entities',
    'people/roles',
    'people',
    'grammar',
  ]),
  ...inRoom('reading', [
    'descriptions',
    'quotes',
    'attribution/evidence',
    'attribution/rules',
    'attribution',
    'events',
    'summary',
    'topics',
    '',
  ]),
  ...inRoom('sources', ['text', 'feeds', 'fetch', 'opml', 'parsing', 'discovery', 'items', 'polling', '']),
  ...inRoom('database', [
    'migrations',
    'migrations/single-file',
    'migrations/news',
    'migrations/deliveries',
    '',
  ]),
  ...inRoom('library', [
    'text',
    'model',
    'search',
    'topics',
    'entities',
    'quotes',
    'people',
    'subjects',
    'stories',
    'timeline',
  ]),
  ...inRoom('library', ['articles', 'sources', 'news', '']),
  ...inRoom('deliveries', ['outbox', 'subscriptions', '']),
  'store',
  ...inRoom('ingest', ['workers', '', 'sources']),
  ...inRoom('answers', [
    'page',
    'sentences',
    'quoted',
    'parts',
    'comparing',
    'questions',
    'asking',
    'digest',
    '',
  ]),
  'rendering',
  'pictures',
  'telegram',
  'upkeep',
  'monitoring',
  'digests',
  ...inRoom('bot', ['core', 'intake', 'inline', 'wizard', 'subscriptions', 'sources', 'features', '']),
  'minute-schedule',
  'app',
  ...inRoom('local-telegram', ['model', 'text', 'rules', 'methods', 'people', 'server', 'page-api', '']),
  ...inRoom('commands', ['cli', 'topics', 'sources', 'start', 'decisions', '']),
  'main',
];

function inRoom(room: string, folders: string[]): string[] {
  return folders.map(folder => (folder === '' ? room : `${room}/${folder}`));
}

/** Rooms that may know fewer rooms than those below them: what each may import besides its own files. */
export const knows: Record<string, string[]> = {
  languages: ['system'],
  names: ['system'],
  reading: ['system', 'names'],
  sources: ['system', 'reading'],
  database: [],
  library: ['system', 'names', 'reading', 'database'],
  deliveries: ['system', 'database'],
  answers: ['names', 'languages', 'reading', 'library', 'deliveries'],
  rendering: ['languages', 'library', 'answers'],
  telegram: ['system'],
  'local-telegram': ['system'],
};

export type Import = { from: string; to: string };

/** Every import of the project's own files, type imports and `import()` included; paths relative to `src`. */
export function ownImports(): Import[] {
  return globSync('**/*.ts', { cwd: src }).flatMap(from =>
    [...readFileSync(join(src, from), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/g)].map(
      match => ({
        from,
        to: normalize(join(dirname(from), match[1]!)),
      }),
    ),
  );
}

/** The floor a file is on: its folder, or for a file directly in `src` its own name. */
export function floorOf(file: string): string {
  const folder = dirname(file);
  return folder === '.' ? file.replace(/\.ts$/, '') : folder;
}

/** The room of a file: the first folder below `src`. */
export function roomOf(file: string): string {
  return floorOf(file).split('/')[0]!;
}

/** Circles of imports among the files, each as the files along it. */
export function cycles(imports: readonly Import[]): string[][] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

/**
 * The folders with more than `most` files of code or cases directly in them.
 * @param root the folder of the checkout to look through, with its folders
 */
export function crowdedFolders(root: 'src' | 'tests', most: number): string[] {
  const files = globSync('**/*.{ts,json}', { cwd: join(import.meta.dirname, '..', root) });
  const byFolder = Map.groupBy(files, file => dirname(file));
  return [...byFolder]
    .filter(([, files]) => files.length > most)
    .map(([folder, files]) => `${folder}: ${files.length}`);
}
