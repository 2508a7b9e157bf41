import { foldedWords } from '../text/fold.ts';

/** One hash in eight is kept for the index: about 60 of an article of 500 words. */
const sampledOf = 8;
const mostSampled = 200;

/** The hashes (unsigned 32 bit) of the runs of three words in a text; of fewer words, of them all. */
export function shinglesOf(text: string): Set<number> {
  const words = foldedWords(text).map(hash);
  const hashes = new Set<number>();
  if (words.length < 3) hashes.add(words.reduce((sum, word) => mix(Math.imul(sum, 31) + word), 0));
  for (let at = 0; at + 3 <= words.length; at++)
    hashes.add(mix(Math.imul(mix(Math.imul(words[at]!, 31) + words[at + 1]!), 31) + words[at + 2]!));
  return hashes;
}

/** The part of the hashes by which copies are looked up; two texts keep the same part of what they share. */
export function sampleOf(hashes: Set<number>): number[] {
  const sorted = [...hashes].sort((a, b) => a - b);
  return sorted.filter((value, at) => value % sampledOf === 0 || at < 4).slice(0, mostSampled);
}

/** The share of the smaller set that is in the larger one, 0 to 1; 1 if it is empty. */
export function containment<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 1;
  let shared = 0;
  for (const value of small) if (large.has(value)) shared++;
  return shared / small.size;
}

/** FNV-1a of a word. */
function hash(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Spreads a number over all 32 bits, so that the lowest are as good as the others. */
function mix(number: number): number {
  let value = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
