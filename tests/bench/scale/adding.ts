import { existsSync, readFileSync, statSync } from 'node:fs';
import { openLibrary } from '../../../src/store.ts';
import { inventedReading } from '../invented.ts';
import { quantile } from './answers.ts';

export type AddingFigures = { cpuMs: number; megabytes: number };

const batch = 20;

/**
 * Bytes that this process has written, the log and what goes from it to the file, as the kernel counts them; without
 * Linux how much the log holds.
 */
function bytesWritten(file: string): number {
  const counted = existsSync(ioFile) ? readFileSync(ioFile, 'utf8') : '';
  const written = /^wchar: (\d+)$/m.exec(counted)?.[1];
  return Number(written ?? statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0);
}
const ioFile = '/proc/self/io';

/** What an article costs that is added to the library at `file`: CPU, the median of batches, and what is written. */
export async function measureAdding(file: string, from: number, count: number): Promise<AddingFigures> {
  const library = openLibrary(file);
  const costs: number[] = [];
  let written = 0;
  for (let at = -batch; at < count; at += batch) {
    const readings = Array.from({ length: batch }, (_, n) => inventedReading(from + batch + at + n));
    const [before, size] = [process.cpuUsage(), bytesWritten(file)];
    await library.articles.addAll(readings, { now: 0 });
    const { user, system } = process.cpuUsage(before);
    // The first batch compiles the code.
    if (at < 0) continue;
    costs.push((user + system) / 1000 / batch);
    written += Math.max(0, bytesWritten(file) - size);
  }
  library.close();
  return {
    cpuMs: quantile(
      costs.toSorted((a, b) => a - b),
      0.5,
    ),
    megabytes: written / count / 2 ** 20,
  };
}
