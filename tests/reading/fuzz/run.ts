import { isDeepStrictEqual } from 'node:util';
import { read } from '../../../src/reading/read.ts';
import type { Article } from '../../../src/system/article.ts';
import { knowledge } from '../knowledge.ts';
import { flawsOf, inputOf } from '../valid.ts';
import { mutatedArticle } from './mutated.ts';

/** Every so many-th article is read twice. */
const twiceEach = 20;

export type Slowest = { ms: number; characters: number; number: number };

/**
 * Reads mutated articles.
 * @param options.begin called before each with its number
 * @returns the one that took longest, by this thread's own time
 * @throws an Error that names the first article whose reading is not valid, or not the same again
 */
export function readMutated(options: {
  seed: number;
  first: number;
  count: number;
  begin?(number: number): void;
}): Slowest {
  const { seed, first, count, begin } = options;
  read({ text: 'What the reader makes ready at first is nobody’s time, said Anna Brandt.' }, knowledge);
  let slowest: Slowest = { ms: 0, characters: 0, number: first };
  for (let number = first; number < first + count; number++) {
    begin?.(number);
    const article = mutatedArticle(seed, number);
    const start = process.threadCpuUsage();
    try {
      const reading = read(article, knowledge);
      const { user, system } = process.threadCpuUsage(start);
      const ms = (user + system) / 1_000;
      if (ms > slowest.ms) slowest = { ms, characters: lengthOf(article), number };
      const flaws = flawsOf(reading, inputOf(article, reading));
      if (number % twiceEach === 0 && !isDeepStrictEqual(read(article, knowledge), reading))
        flaws.push('another reading the second time');
      if (flaws.length > 0) throw new Error(flaws.join('\n'));
    } catch (error) {
      throw new Error(
        `article ${number} of seed ${seed}: ${(error as Error).stack}\n${JSON.stringify(article)}`,
      );
    }
  }
  return slowest;
}

function lengthOf({ text, html }: Article): number {
  return text.length + (html?.length ?? 0);
}
