import { stem } from '../../reading/text/stem.ts';
import { foldedWords } from './fold.ts';
import { isEveryday, isFrequent } from './word-lists.ts';

/** An everyday word says less about an event than a name. */
const everydayWeight = 0.4;

/** The content words of a text, stemmed, with weights whose squares add up to one. */
export function unitVector(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of foldedWords(text)) {
    if (word.length < 3 || isFrequent(word)) continue;
    words.set(stem(word), isEveryday(word) ? everydayWeight : 1);
  }
  const norm = Math.sqrt(words.values().reduce((sum, weight) => sum + weight * weight, 0));
  for (const [word, weight] of words) words.set(word, weight / norm);
  return words;
}

/** How alike two unit vectors are, 0 to 1. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
