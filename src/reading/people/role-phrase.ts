import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import { officeAt } from './names-parts.ts';

/** Where the names of people begin, by the index of the first word, each with where it ends, exclusive. */
export type Names = Map<number, number>;

/** Words by their indexes, `to` exclusive. */
export type Range = { from: number; to: number };

/** An office has no more words than this. */
export const longest = 14;

export const mark = /^[,;:.!?“”"«»()–—-]$/;
export const link = /^(of|for|to|on|at|in|and|&)$/;
export const determiner = /^(the|his|her|their|its)$/;
/** What one person is to another says nothing by itself, and kinship is not an office. */
export const relation =
  /^(counterpart|colleague|ally|friend|rival|opponent|predecessor|successor|wife|husband|widow|widower|son|daughter|father|mother|brother|sister|uncle|aunt|nephew|niece|cousin|grandson|granddaughter|grandfather|grandmother|girlfriend|boyfriend|ex-wife|ex-husband|man|woman|boy|girl)$/;
export function isPossessive(word: Word): boolean {
  return word.lower === "'s" || word.lower === "'";
}

export function isOfficeWord(word: Word, index: NameIndex): boolean {
  return (
    index.offices.has(word.lower) ||
    index.modifiers.has(word.lower) ||
    index.demonyms.has(word.lower) ||
    index.places.has(word.lower)
  );
}

/** The first office within a stretch. */
export function headIn(words: Word[], from: number, to: number, index: NameIndex): Range | null {
  let head: Range | null = null;
  for (let at = from; at < to; at++) {
    if (link.test(words[at]!.lower) && head) break;
    const length = officeAt(words, at, to, index);
    if (length > 0) {
      head = { from: at, to: at + length };
      at += length - 1;
    }
  }
  return head;
}
