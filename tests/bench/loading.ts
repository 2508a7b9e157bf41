import type { Library } from '../../src/store.ts';
import { inventedReading } from './invented.ts';
import { median, type Sizes, withTwoLibraries } from './libraries.ts';

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
 */
export function benchLoading(options: Sizes & { measured?: number } = {}): Promise<LoadingFigures> {
  const { measured = 300 } = options;
  return withTwoLibraries(options, async (few, many, sizes) => {
    const times: [number[], number[]] = [[], []];
    for (let number = sizes.large; number < sizes.large + measured; number++)
      for (const side of number % 2 === 0 ? [0, 1] : [1, 0])
        times[side]!.push(await timeOf([few, many][side]!, number));
    const [smallMs, largeMs] = times.map(median) as [number, number];
    return { ...sizes, smallMs, largeMs, ratio: largeMs / smallMs };
  });
}

async function timeOf(library: Library, number: number): Promise<number> {
  const reading = inventedReading(number);
  const start = performance.now();
  const { outcome } = await library.articles.add(reading, { now: 0 });
  if (outcome !== 'loaded') throw new Error(`article ${number} is ${outcome}`);
  return performance.now() - start;
}
