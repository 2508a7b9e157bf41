import type { Reading } from '../../reading/model/reading.ts';
import { stem } from '../../reading/text/stem.ts';
import { foldedWords } from '../text/fold.ts';
import { headingOf, sentencesOf } from '../text/sentences.ts';
import { everydayWords, frequentWords } from '../text/word-lists.ts';

/** News puts the point first; later words are background that other stories share. */
const wordsRead = 450;
/** The first words of the body, and how many times each of them counts. */
const lead = { words: 60, times: 3 };
const longest = 90;

/**
 * The prior for word frequencies: as if the library held this many imagined articles, with an everyday word in one
 * of thirty and any other in one of three hundred.
 */
const imagined = 600;
const everydayShare = 1 / 30;
const otherShare = 1 / 300;

/** Words with their weights, the heaviest first; the squares of the weights add up to 1. */
export type Vector = [word: string, weight: number][];

/** How often each informative word occurs in an article; the headline counts four times, the beginning three times. */
export function countsOf(reading: Reading): Map<string, number> {
  const counts = new Map<string, number>();
  const note = (word: string, times: number) => {
    if (word.length < 3 || /^\d+$/.test(word) || frequentWords.has(word)) return;
    const form = stem(word);
    counts.set(form, (counts.get(form) ?? 0) + times);
  };
  for (const word of foldedWords(headingOf(reading))) note(word, 4);
  const body =
    reading.sentences.length > 0
      ? sentencesOf(reading)
          .map(sentence => sentence.text)
          .join(' ')
      : reading.text;
  for (const [at, word] of foldedWords(body.slice(0, wordsRead * 12))
    .slice(0, wordsRead)
    .entries())
    note(word, at < lead.words ? lead.times : 1);
  return counts;
}

/**
 * Weights counted words by their rarity (TF-IDF).
 * @param articlesWith how many of the library's articles contain a word
 */
export function vectorOf(
  counts: Map<string, number>,
  articlesWith: (word: string) => number,
  articles: number,
): Vector {
  const weighed = [...counts].map(([word, count]): [string, number] => {
    const share = everydayWords.has(word) ? everydayShare : otherShare;
    const rarity = Math.log((articles + imagined) / (articlesWith(word) + share * imagined));
    return [word, (1 + Math.log(count)) * Math.max(0, rarity)];
  });
  weighed.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const kept = weighed.slice(0, longest);
  const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1;
  return kept.map(([word, weight]) => [word, Math.round((weight / length) * 1e5) / 1e5]);
}

/** The cosine similarity of two articles' words, 0 to 1. */
export function similarity(a: ReadonlyMap<string, number>, b: Vector): number {
  let sum = 0;
  for (const [word, weight] of b) sum += weight * (a.get(word) ?? 0);
  return sum;
}
