import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Library, openLibrary } from '../../src/library/library.ts';
import { inventedReading } from './invented.ts';

export type LoadingFigures = {
  /** How many articles the two libraries hold before the measured ones come. */
  small: number;
  large: number;
  /** Milliseconds an article, the median, of adding one to each. */
  smallMs: number;
  largeMs: number;
  /** What adding to the large library costs, with 1 for the small one. */
  ratio: number;
};

/**
 * What adding an article costs in a large library as against a small one. The same articles are added to
 * both in turn, so that whatever else the machine does slows both alike.
 * @param options.measured how many articles are measured
 * @param options.report called with a line now and then while the libraries are filled
 */
export async function benchLoading(
  options: { small?: number; large?: number; measured?: number; report?: (line: string) => void } = {},
): Promise<LoadingFigures> {
  const { small = 1000, large = 50_000, measured = 300, report = () => {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'communique-bench-'));
  const [few, many] = ['few', 'many'].map(name => openLibrary(join(folder, `${name}.db`))) as [
    Library,
    Library,
  ];
  try {
    await fill(many, 0, large, report);
    // The small library holds the days just before the measured ones as well.
    await fill(few, large - small, small, report);
    const times: [number[], number[]] = [[], []];
    for (let number = large; number < large + measured; number++)
      for (const side of number % 2 === 0 ? [0, 1] : [1, 0])
        times[side]!.push(await timeOf([few, many][side]!, number));
    const [smallMs, largeMs] = times.map(median) as [number, number];
    return { small, large, smallMs, largeMs, ratio: largeMs / smallMs };
  } finally {
    few.close();
    many.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(
  library: Library,
  from: number,
  count: number,
  report: (line: string) => void,
): Promise<void> {
  for (let at = 0; at < count; at++) {
    await library.articles.add(inventedReading(from + at), { now: 0 });
    if ((at + 1) % 5000 === 0) report(`${at + 1} of ${count} articles`);
  }
}

async function timeOf(library: Library, number: number): Promise<number> {
  const reading = inventedReading(number);
  const start = performance.now();
  const { outcome } = await library.articles.add(reading, { now: 0 });
  if (outcome !== 'loaded') throw new Error(`article ${number} is ${outcome}`);
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
