import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { isDayName } from './office-start.ts';
import { isOfficeWord, isToAnother, link, mark, pluralTopic, relation } from './role-phrase.ts';

/**
 * `traffic chief X`, `former war cabinet member X`: nouns in front of the head that say of what, and what is before
 * them that belongs to an office.
 */
export function withCompound(words: Word[], from: number, index: NameIndex): number {
  if (words[from]!.isCapitalized || !index.offices.has(words[from]!.lower)) return from;
  const { sentence } = words[from]!;
  let start = from;
  while (
    start > from - 3 &&
    words[start - 1]?.sentence === sentence &&
    isCompoundNoun(words[start - 1]!, index)
  )
    start--;
  const chief = chiefBefore(words, from);
  if (chief !== null) start = chief;
  if (start === from) return from;
  while (start > from - 7 && words[start - 1]?.sentence === sentence && isQualifier(words[start - 1]!, index))
    start--;
  return start;
}

/** `chief veterinary officer`: where `chief` is, a word or two before an officer; null if it is not. */
function chiefBefore(words: Word[], from: number): number | null {
  const { lower, sentence } = words[from]!;
  if (lower !== 'officer') return null;
  for (const at of [from - 2, from - 3]) {
    const between = words.slice(at + 1, from);
    if (words[at]?.lower !== 'chief' || words[at]!.sentence !== sentence) continue;
    if (between.every(({ pos, isCapitalized }) => /^(?:NOUN|ADJ)$/.test(pos) && !isCapitalized)) return at;
  }
  return null;
}

/** Whether a word can be a noun in front of the head of an office. */
export function isCompoundNoun(word: Word | undefined, index: NameIndex): boolean {
  if (word === undefined) return false;
  const { lower, pos, isCapitalized, isSentenceStart, text } = word;
  if (pos !== 'NOUN' || isCapitalized || isSentenceStart || mark.has(text) || text.includes("'"))
    return false;
  return (
    !index.speech.has(lower) &&
    !timeNoun.has(lower) &&
    (!/[^s]s$/.test(lower) || pluralTopic.has(lower)) &&
    !relation.has(lower) &&
    !isToAnother.has(lower)
  );
}

const timeNoun: ReadonlySet<string> = new Set(
  'time day night morning afternoon evening week weekend month year today yesterday minute hour'.split(' '),
);

/** What may come before the nouns of an office and belongs to it. */
export function isQualifier(word: Word, index: NameIndex): boolean {
  if (word.isSentenceStart && index.common.has(word.lower) && !isOfficeWord(word, index)) return false;
  if (link.has(word.lower) || mark.has(word.text) || isDayName(word.lower)) return false;
  if (isOfficeWord(word, index) || index.countryWords.has(word.lower)) return true;
  return word.isCapitalized && word.pos === 'PROPN' && !word.isSentenceStart;
}
