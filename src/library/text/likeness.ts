import { stemOnce } from '../../reading/text/stem.ts';
import { memoize } from '../../system/memoize.ts';
import { foldedWords } from './fold.ts';
import { isEveryday, isFrequent } from './word-lists.ts';

/** An everyday word says less about an event than a name. */
const everydayWeight = 0.4;
const mostWords = 50_000;

/** What a folded word is in a vector: its stem with its weight, which is 0 if it says nothing about an event. */
const weighed = memoize(
  (word: string): { form: string; weight: number } =>
    word.length < 3 || isFrequent(word)
      ? { form: word, weight: 0 }
      : { form: stemOnce(word), weight: isEveryday(word) ? everydayWeight : 1 },
  mostWords,
);

/** The content words of a text, stemmed, with weights whose squares add up to one. */
export function unitVector(text: string): Map<string, number> {
  const words = new Map<string, number>();
  for (const word of foldedWords(text)) {
    const { form, weight } = weighed(word);
    if (weight > 0) words.set(form, weight);
  }
  let squares = 0;
  for (const weight of words.values()) squares += weight * weight;
  const norm = Math.sqrt(squares);
  for (const [word, weight] of words) words.set(word, weight / norm);
  return words;
}

/** Texts whose likeness to each other is known. */
export type Compared = {
  /** The cosines of every two of them: that of texts `a` and `b` is at `a * count + b`. */
  cosines: Float64Array;
  /** The cosines of each of them and another text, by their place. */
  to(other: string): (text: number) => number;
};

/**
 * The cosine of every two texts' unit vectors. It is what `cosine` gives, found through an index of the words: their
 * vectors are never made, as they would be most of the work.
 */
export function compareTexts(texts: string[]): Compared {
  const { numbers, words, weights, ends } = numberedWords(texts);
  // Of each word the texts that have it, those of word w from starts[w] on, with their weights.
  const starts = new Int32Array(numbers.size + 1);
  for (const word of words) starts[word + 1]! += 1;
  for (let word = 0; word < numbers.size; word += 1) starts[word + 1]! += starts[word]!;
  const next = starts.slice();
  const having = new Int32Array(words.length);
  const their = new Float64Array(words.length);
  ends.forEach((end, text) => {
    for (let at = ends[text - 1] ?? 0; at < end; at += 1) {
      const place = next[words[at]!]!++;
      having[place] = text;
      their[place] = weights[at]!;
    }
  });
  const cosines = new Float64Array(texts.length * texts.length);
  ends.forEach((end, text) => {
    const row = text * texts.length;
    for (let at = ends[text - 1] ?? 0; at < end; at += 1) {
      const weight = weights[at]!;
      const last = starts[words[at]! + 1]!;
      for (let place = starts[words[at]!]!; place < last; place += 1)
        cosines[row + having[place]!]! += weight * their[place]!;
    }
  });
  return {
    cosines,
    to(other) {
      const known = new Map<number, number>();
      for (const [word, weight] of unitVector(other)) {
        const number = numbers.get(word);
        if (number !== undefined) known.set(number, weight);
      }
      return text => {
        let sum = 0;
        for (let at = ends[text - 1] ?? 0; at < ends[text]!; at += 1)
          sum += weights[at]! * (known.get(words[at]!) ?? 0);
        return sum;
      };
    },
  };
}

/** The unit vectors of texts one after another, up to `ends`: the number of each word among these texts, and its weight. */
function numberedWords(texts: string[]) {
  const numbers = new Map<string, number>();
  /** Of each word where it was seen last. */
  const seen: number[] = [];
  const [words, weights, ends]: [number[], number[], number[]] = [[], [], []];
  for (const text of texts) {
    const start = words.length;
    for (const word of foldedWords(text)) {
      const { form, weight } = weighed(word);
      if (weight === 0) continue;
      let number = numbers.get(form);
      if (number === undefined) {
        number = seen.length;
        numbers.set(form, number);
        seen.push(-1);
      }
      if (seen[number]! >= start) weights[seen[number]!] = weight;
      else {
        seen[number] = words.length;
        words.push(number);
        weights.push(weight);
      }
    }
    let squares = 0;
    for (let at = start; at < weights.length; at += 1) squares += weights[at]! * weights[at]!;
    const norm = Math.sqrt(squares);
    for (let at = start; at < weights.length; at += 1) weights[at]! /= norm;
    ends.push(words.length);
  }
  return { numbers, words, weights, ends };
}

/** How alike two unit vectors are, 0 to 1. */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
