import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Library, openLibrary } from '../../src/store.ts';
import { inventedReading } from './invented.ts';

export type Sizes = {
  /** How many invented articles the two libraries hold. */
  small?: number;
  large?: number;
  /** Called with a line now and then while the libraries are filled. */
  report?: (line: string) => void;
};

/**
 * Fills a small and a large library with invented articles, the small one with those of the large one's last
 * days, hands both over and removes them afterwards. The next article to come has the number `large`.
 */
export async function withTwoLibraries<Result>(
  { small = 1000, large = 50_000, report = () => {} }: Sizes,
  use: (few: Library, many: Library, sizes: { small: number; large: number }) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'communique-bench-'));
  const [few, many] = ['few', 'many'].map(name => openLibrary(join(folder, `${name}.db`))) as [
    Library,
    Library,
  ];
  try {
    await fill(many, 0, large, report);
    await fill(few, large - small, small, report);
    return await use(few, many, { small, large });
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

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}
