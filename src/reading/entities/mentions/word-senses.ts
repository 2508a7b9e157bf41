import { foldName } from '../../../names/fold.ts';
import { memoize, memoizeByObject } from '../../../system/memoize.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';

/** What a capitalized word by itself may be the beginning, the head or the whole of: one bit each. */
export const senses = {
  /** The first word of an organization, or of a place, of the lists. */
  organizationStart: 1,
  placeStart: 2,
  /** A word that heads the names of organizations. */
  organizationHead: 4,
  /** Written as short forms are. */
  acronym: 8,
  /** A plural that may be what a team is called by. */
  nickname: 16,
} as const;

const acronymText = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,4}\p{Lu}?)$/u;

/** By word: its senses, 0 for those in lower case. */
export function sensesOf(words: Word[], capitals: number[], index: NameIndex): Uint8Array {
  const recognize = recognizerOf(index);
  const found = new Uint8Array(words.length);
  for (const at of capitals) found[at] = recognize(words[at]!.text);
  return found;
}

/** Articles share most of their capitalized words, so that each is looked up in the lists only once. */
const recognizerOf = memoizeByObject((index: NameIndex) =>
  memoize(text => lookUp(text, index), mostRemembered),
);
const mostRemembered = 20_000;

function lookUp(text: string, index: NameIndex): number {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const dash = /-\p{Lu}/u.test(text) ? lower.lastIndexOf('-') : -1;
  const head = lower.slice(dash + 1);
  const isHead = index.organizationWords.has(head) || (dash < 0 && index.organizationHeads.has(head));
  return (
    (index.organizationStarts.has(lower) ? senses.organizationStart : 0) |
    (index.placeStarts.has(lower) || index.placeStarts.has(foldName(lower)) ? senses.placeStart : 0) |
    (isHead ? senses.organizationHead : 0) |
    (acronymText.test(text) ? senses.acronym : 0) |
    (isNickname(text, lower, index) ? senses.nickname : 0)
  );
}

/** `Padres`, `Red Sox`: a plural that is no thing, people, place or office. */
function isNickname(text: string, lower: string, index: NameIndex): boolean {
  return (
    /[^s]s$|sox$/.test(lower) &&
    /\p{Ll}/u.test(text) &&
    !index.things.has(lower) &&
    !index.demonyms.has(lower) &&
    !index.demonyms.has(lower.slice(0, -1)) &&
    !index.places.has(lower) &&
    !index.offices.has(lower) &&
    !/^(?:united|nations|states|islands|times|news|[a-z]+ians|[a-z]+ists)$/.test(lower)
  );
}
