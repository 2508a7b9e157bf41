import { statSync } from 'node:fs';
import { openLibrary } from '../../../src/store.ts';
import { inventedReading } from '../invented.ts';

export type AddingFigures = { cpuMs: number; megabytes: number };

const batch = 10;

/** What an article costs that is added to the library at `file`: CPU, the median of batches, and what is written to the log. */
export async function measureAdding(file: string, from: number, count: number): Promise<AddingFigures> {
  const library = openLibrary(file);
  const costs: number[] = [];
  const log = () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  let written = 0;
  for (let at = 0; at < count; at += batch) {
    const readings = Array.from({ length: batch }, (_, n) => inventedReading(from + at + n));
    const [before, size] = [process.cpuUsage(), log()];
    await library.articles.addAll(readings, { now: 0 });
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000 / batch);
    written += Math.max(0, log() - size);
  }
  library.close();
  const middle = costs.toSorted((a, b) => a - b)[costs.length >> 1]!;
  return { cpuMs: middle, megabytes: written / count / 2 ** 20 };
}
