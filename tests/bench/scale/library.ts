import { copyFileSync, existsSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import { openLibrary } from '../../../src/store.ts';
import { inventedReading } from '../invented.ts';
import { multiplyNews } from './multiply.ts';

const batch = 15;

/** Loads `count` invented articles into a new library at `file`. */
export async function loadNews(file: string, count: number): Promise<void> {
  const library = openLibrary(file);
  for (let at = 0; at < count; at += batch) {
    const readings = Array.from({ length: Math.min(batch, count - at) }, (_, n) => inventedReading(at + n));
    // On the day of the first of them, as news does.
    await library.articles.addAll(readings, { now: Date.parse(readings[0]!.published.date!) });
  }
  library.close();
}

/** A copy of the library at `base`, `times` as large; null, said by `report`, if the disk has no room for it. */
export function enlarged(base: string, times: number, report: (line: string) => void): string | null {
  const file = join(dirname(base), `times-${times}.db`);
  const { bavail, bsize } = statfsSync(dirname(base));
  const needed = statSync(base).size * times * 1.5;
  if (bavail * bsize < needed) {
    report(`left out: ${gigabytes(needed)} GB are needed, ${gigabytes(bavail * bsize)} GB are free`);
    return null;
  }
  for (const [from, to] of [
    [base, file],
    [deliveriesPath(base), deliveriesPath(file)],
  ] as const) {
    for (const ending of ['', '-wal', '-shm']) rmSync(to + ending, { force: true });
    if (existsSync(from)) copyFileSync(from, to);
  }
  multiplyNews(file, times);
  return file;
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
