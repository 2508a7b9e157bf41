import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeDatabase } from '../../../src/database/files.ts';
import { newestVersion } from '../../../src/database/migrations/migration.ts';
import { newsSchema } from '../../../src/database/migrations/news/index.ts';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import { openLibrary } from '../../../src/store.ts';
import { inventedReading } from '../invented.ts';
import { multiplyNews } from './multiply.ts';

const batch = 15;
/** What the generated libraries depend on. */
const generators = ['../invented.ts', './library.ts', './multiply.ts'];

/** Libraries generated once and kept in a folder, under names by which those of another generator are told apart. */
export function createStock(folder: string, report: (line: string) => void) {
  mkdirSync(folder, { recursive: true });
  const key = createHash('sha256').update(String(newestVersion(newsSchema)));
  for (const name of generators) key.update(readFileSync(new URL(name, import.meta.url)));
  const version = key.digest('hex').slice(0, 10);

  /** The library of a name, made under another one first, so that one half made is never taken for it. */
  const kept = (name: string, make: (file: string) => void | Promise<void>) => async (): Promise<string> => {
    const file = join(folder, `${name}-${version}.db`);
    if (existsSync(file)) return file;
    const partial = join(folder, `${name}-${version}.partial.db`);
    for (const each of [partial, deliveriesPath(partial)]) removeDatabase(each);
    await make(partial);
    renameSync(deliveriesPath(partial), deliveriesPath(file));
    renameSync(partial, file);
    return file;
  };

  return {
    /** A library of `count` articles, loaded. */
    loaded: (count: number) =>
      kept(`loaded-${count}`, async file => {
        await loadNews(file, count);
        report(`${count} articles loaded`);
      })(),
    /** A library `times` as large as the one at `base`; null if the disk has no room for it. */
    async multiplied(base: string, times: number, articles: number): Promise<string | null> {
      const isMade = existsSync(join(folder, `multiplied-${articles}-${version}.db`));
      if (!isMade && !hasRoom(base, times * 1.3, `${articles} articles`, report)) return null;
      return kept(`multiplied-${articles}`, file => {
        copyLibrary(base, file);
        multiplyNews(base, file, times);
        report(`${articles} articles multiplied`);
      })();
    },
  };
}

/** Whether the disk has room for `times` the size of a file; says so if not. */
export function hasRoom(file: string, times: number, what: string, report: (line: string) => void): boolean {
  const { bavail, bsize } = statfsSync(dirname(file));
  const [free, needed] = [bavail * bsize, statSync(file).size * times];
  if (needed < free) return true;
  report(`${what} left out: ${gigabytes(needed)} GB are needed, ${gigabytes(free)} GB are free`);
  return false;
}

/** A library of its own, to be written to; both files are closed ones. */
export function copyLibrary(from: string, to: string): string {
  for (const [source, target] of [
    [from, to],
    [deliveriesPath(from), deliveriesPath(to)],
  ] as const) {
    removeDatabase(target);
    copyFileSync(source, target);
  }
  return to;
}

/** Loads `count` invented articles into a new library at `file`. */
async function loadNews(file: string, count: number): Promise<void> {
  const library = openLibrary(file);
  for (let at = 0; at < count; at += batch) {
    const readings = Array.from({ length: Math.min(batch, count - at) }, (_, n) => inventedReading(at + n));
    // On the day of the first of them, as news does.
    await library.articles.addAll(readings, { now: Date.parse(readings[0]!.published.date!) });
  }
  library.close();
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
