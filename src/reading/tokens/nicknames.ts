import { isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from './words.ts';

/** A nickname in quotes has no more words than this; in brackets it has one. */
const longestNickname = 3;

const closingMarks: ReadonlyMap<string, RegExp> = new Map([
  ['"', /^["”]$/],
  ['“', /^["”]$/],
  ['(', /^\)$/],
]);

/**
 * Whether the word at `at` is part of the nickname in `Ferdinand “Bongo” Miller` or `Ida (Cox) Miller`, marks and all.
 * @param isParticle whether a surname begins with its particle at a word
 */
export function isNickname(
  words: Word[],
  at: number,
  isParticle: (words: Word[], at: number) => boolean,
  index: NameIndex,
): boolean {
  for (let from = at - longestNickname - 1; from <= at; from++) {
    const isClosing = from < 1 ? undefined : closingMarks.get(words[from]?.text ?? '');
    const close = isClosing ? nicknameEnd(words, from, isClosing) : null;
    const given = words[from - 1]!;
    if (close === null || close < at || given.sentence !== words[from]!.sentence) continue;
    const behind = words[close + 1];
    if (
      behind?.sentence === given.sentence &&
      (behind.isCapitalized || isParticle(words, close + 1)) &&
      behind.spacedBefore &&
      (words[from]!.text === '('
        ? isInBrackets(words, from, index)
        : isGivenName(given.text, index) ||
          (given.isCapitalized && !given.known && !index.common.has(given.lower)))
    )
      return true;
  }
  return false;
}

/** Where the mark is that closes the capitalized words behind an opening one; null if they are no nickname. */
function nicknameEnd(words: Word[], open: number, closing: RegExp): number | null {
  const { sentence } = words[open]!;
  for (let at = open + 1; at <= open + longestNickname + 1; at++) {
    const word = words[at];
    if (word?.sentence !== sentence) return null;
    if (at > open + 1 && closing.test(word.text)) return at;
    if (!word.isCapitalized || word.spacedBefore === (at === open + 1)) return null;
  }
  return null;
}

/** Whether the one word in brackets is a name, and precedes the rest of a name that begins right before them. */
function isInBrackets(words: Word[], open: number, index: NameIndex): boolean {
  const [before, given, inner] = [words[open - 2], words[open - 1]!, words[open + 1]!];
  if (words[open + 2]?.text !== ')' || !isGivenName(given.text, index) || !/^\p{Lu}\p{Ll}/u.test(inner.text))
    return false;
  const isOther = [index.places, index.demonyms, index.organizations].some(list => list.has(inner.lower));
  // `Anna Craig (Inez) Tom Miller (Karl)` is a cast.
  const isInName =
    before?.sentence === given.sentence &&
    before.isCapitalized &&
    ![index.honorifics, index.offices, index.modifiers].some(list => list.has(before.lower));
  return !isOther && !isInName;
}
