import { genderOfGivenName, isGivenName } from '../../names/gender.ts';
import { particles } from '../../names/vocabulary.ts';
import { isOfPortfolio } from '../entities/mentions/entity.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import { officeAt, phrase } from './roles/role-phrase.ts';

/** How many words at `at` are a form of address. */
export function honorificAt(words: Word[], at: number, to: number, index: NameIndex): number {
  const most = index.honorificStarts.get(words[at]!.lower);
  if (most === undefined || isInitials(words, at, to) || isLetterAlone(words, at, to)) return 0;
  for (let length = Math.min(most, 2, to - at); length > 0; length--) {
    const address = phrase(words, at, length);
    if (address && index.honorifics.has(address)) return length;
  }
  return 0;
}

/** `M. K. Holm`, `M. Holm (62)`: the first of several initials is no form of address. */
function isInitials(words: Word[], at: number, to: number): boolean {
  if (at + 1 >= to || !/^\p{L}\.$/u.test(words[at]!.text)) return false;
  return initial.test(words[at + 1]!.text) || (at + 2 === to && words[to]?.text === '(');
}

/** The Burmese `U` precedes two words of no English; elsewhere it is a letter, as in `U Mobile`. */
function isLetterAlone(words: Word[], at: number, to: number): boolean {
  if (words[at]!.text.length > 1) return false;
  return to - at < 3 || words.slice(at + 1, to).some(({ known }) => known);
}

/** A single letter inside a name is an initial. */
export function honorificInside(words: Word[], at: number, to: number, index: NameIndex): number {
  const { text } = words[at]!;
  return text.endsWith('.') && /^\p{L}\.$/u.test(text) ? 0 : honorificAt(words, at, to, index);
}

/** `Hassan Sheikh Mohamud`, `Ali Haji Nur`: forms of address that are given names too, behind a given name. */
function isTitleAsName(words: Word[], at: number, index: NameIndex): boolean {
  const { lower, text, known } = words[at - 1]!;
  if (!titlesAndNames.has(words[at]!.lower) || index.places.has(lower) || index.demonyms.has(lower))
    return false;
  return isGivenName(text, index) || (!known && !index.common.has(lower) && !index.offices.has(lower));
}

/** `Sultan bin X`, `Earl X`: a title that is a given name here, as no holder of it is called by a surname. */
export function isTitleAsGivenName(words: Word[], at: number, to: number, index: NameIndex): boolean {
  const [{ lower }, next] = [words[at]!, words[at + 1]];
  if (!next || at + 1 >= to) return false;
  if (lower === 'sultan') return /^(?:bin|ibn|al|al-.*)$/.test(next.lower);
  if (!/^(?:earl|baron|prince)$/.test(lower) || at + 2 !== to || words[at - 1]?.lower === 'the') return false;
  return index.surnames.has(next.lower) && !isGivenName(next.text, index) && !index.places.has(next.lower);
}

/** `Dame Edith`: a title for women that is a man's name elsewhere, before a woman's. */
export function isTitleByGender({ lower, text }: Word, next: Word | undefined, index: NameIndex): boolean {
  const gender = index.honorifics.get(lower) ?? null;
  if (gender === null || !next?.isCapitalized) return false;
  return genderOfGivenName(next.text, index) === gender && genderOfGivenName(text, index) !== gender;
}

const titlesAndNames: ReadonlySet<string> = new Set(
  'sheikh shaikh sheik haji hajji sultan emir imam mullah sayed syed'.split(' '),
);

/** How many words precede a title or a given name of the same run: `Texas Sen. …`, `Atlantic City Mayor …`. */
export function beforeTitle(words: Word[], at: number, to: number, index: NameIndex): number {
  if (to - at === 1 || (particles.has(words[at]!.lower) && !words[at + 1]!.isCapitalized)) return 0;
  for (let next = at + 1; next < to - 1; next++) {
    const isTitle =
      officeAt(words, next, to - 1, index) > 0 || honorificInside(words, next, to - 1, index) > 0;
    if (
      isTitle &&
      !isGivenName(words[next]!.text, index) &&
      !looksFull(words, at, next, index) &&
      !isTitleAsName(words, next, index)
    )
      return next - at;
  }
  const inside = givenInside(words, at, to, index) || initialsInside(words, at, to, index);
  if (inside > 0) return inside;
  const length = placeAt(words, at, to, index);
  const follows = at + length;
  const isComplement =
    /^(of|to|for)$/.test(words[at - 1]?.lower ?? '') && index.offices.has(words[at - 2]?.lower ?? '');
  // `Bishop of Tarn Miles Corrigan`: a place of no list, and a full name.
  if (length === 0 && isComplement && to - at >= 3 && isGivenOnly(words[at + 1]!, index)) return 1;
  if (length > 0 && isComplement && follows < to && !index.things.has(words[follows]!.lower)) return length;
  if (length > 0 && to - follows >= 2 && isGivenName(words[follows]!.text, index)) return length;
  const word = words[at]!;
  const isFamily = isFamilyFirst(words, at, index) && to - at > 2;
  const isWord = !isFamily && (index.common.has(word.lower) || index.modifiers.has(word.lower));
  if (isWord && !isGivenName(word.text, index) && to - at > 2 && isGivenName(words[at + 1]!.text, index))
    return 1;
  return 0;
}

/** `Do Duy Manh`, `Le Thi Nhan`: a family name first, also one that is a particle elsewhere. */
function isFamilyFirst(words: Word[], at: number, index: NameIndex): boolean {
  return (
    index.familyFirst.has(words[at]!.lower) ||
    middle.test(words[at + 1]?.lower ?? '') ||
    isVietnamese(words, at, index)
  );
}

/** `Le Quoc Bao`, `Do Van Minh`: a family name that is a word or a particle elsewhere, before two syllables. */
export function isVietnamese(words: Word[], at: number, index: NameIndex): boolean {
  if (!shortFamilies.has(words[at]!.text)) return false;
  const parts = words.slice(at + 1, at + 3);
  const isVerb =
    words[at]!.isSentenceStart && words[at]!.text === 'Do' && !middle.test(parts[0]?.lower ?? '');
  return (
    parts.length === 2 &&
    !isVerb &&
    parts.every(
      ({ text, lower, sentence }) =>
        sentence === words[at]!.sentence &&
        syllable.test(text) &&
        (lower === 'van' || !index.common.has(lower)),
    )
  );
}

const shortFamilies: ReadonlySet<string> = new Set(['Le', 'Do', 'Vo', 'Ho', 'Ha', 'Vu']);
const middle = /^(?:thi|van)$/;
/** A syllable of Vietnamese, with or without its marks, as a word of a name. */
const syllable =
  /^(?:[BCĐDGHKLMNPQRSTVX]|Ch|Gi|Gh|Kh|Ng|Ngh|Nh|Ph|Qu|Th|Tr)?[AEIOUYÀ-ỹaeiouyà-ỹ]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/u;

/** `Public Advocate Jane Miller`: everyday words before a given name are an office. */
function givenInside(words: Word[], at: number, to: number, index: NameIndex): number {
  // `Frank Joseph Miller`, but `Will Jane Miller run?`
  const { lower: first, pos, isSentenceStart } = words[at]!;
  const isName = isSentenceStart ? pos === 'PROPN' : pos !== 'AUX';
  const isFirst = !index.common.has(first) || (isName && isGivenOnly(words[at + 1]!, index));
  if (isFirst && isGivenOnly(words[at]!, index)) return 0;
  if (isFamilyFirst(words, at, index) && to - at > 2) return 0;
  // `San Juan de Torva`
  if (/^(?:san|santa|santo|são)$/.test(words[at]!.lower)) return 0;
  for (let next = at + 1; next < to - 1; next++) {
    const word = words[next]!;
    const { lower: before, known } = words[next - 1]!;
    if (!isGivenOnly(word, index) || index.common.has(word.lower)) continue;
    // `W. E. B. Hollis`: a given name that is a surname here.
    if (words.slice(at, next).every(({ text }) => /^\p{Lu}\.$/u.test(text))) return 0;
    const isSmall =
      known ||
      index.common.has(before) ||
      index.offices.has(before) ||
      index.organizationWords.has(before) ||
      index.places.has(before) ||
      index.demonyms.has(before);
    return isSmall && to - next <= 4 ? next - at : 0;
  }
  return 0;
}

/** `District Collector V. R. Pillai`: everyday words before the initials of a name are an office. */
function initialsInside(words: Word[], at: number, to: number, index: NameIndex): number {
  let next = at;
  while (next < to - 1 && !initial.test(words[next]!.text)) {
    const { lower, text, known } = words[next]!;
    const isPlain = known || index.common.has(lower) || index.organizationWords.has(lower);
    if (!isPlain || isGivenName(text, index)) return 0;
    next++;
  }
  return next < to - 1 ? next - at : 0;
}

const initial = /^(?:\p{Lu}\.){1,3}$/u;

/** `Foreign Affairs` of `Minister of Foreign Affairs Jane Miller`: everyday words that complete an office, before a full name. */
export function portfolioOf(words: Word[], at: number, to: number, index: NameIndex): number {
  const isComplement =
    /^(?:of|for)$/.test(words[at - 1]?.lower ?? '') && index.offices.has(words[at - 2]?.lower ?? '');
  if (to - at <= 2 || !(isComplement || isOfPortfolio(words, at, index))) return 0;
  let next = at;
  const isMatter = ({ lower, text }: Word) =>
    (index.common.has(lower) || index.modifiers.has(lower)) && !isGivenName(text, index);
  while (next < to - 2 && isMatter(words[next]!)) next++;
  return next - at;
}

const state = /^(?:republic|kingdom|state|union|commonwealth|federation|sultanate|emirate|principality)$/;

/** `President of the Republic of Norland X`: the land that ends an office, before a full name. */
export function landOf(words: Word[], at: number, to: number, index: NameIndex): number {
  const length = placeAt(words, at, to, index);
  if (length === 0 || to - at - length < 2 || words[at - 1]?.lower !== 'of') return 0;
  let office = at - 2;
  if (state.test(words[office]?.lower ?? '')) office -= words[office - 1]?.lower === 'the' ? 3 : 2;
  const last = words[office];
  return last && (index.offices.has(last.lower) || isOfPortfolio(words, office, index)) ? length : 0;
}

/** A given name with a surname behind it needs no title, so the title belongs to the next one. */
function looksFull(words: Word[], at: number, next: number, index: NameIndex): boolean {
  return next - at >= 2 && isGivenName(words[at]!.text, index) && !index.places.has(words[at]!.lower);
}

function placeAt(words: Word[], at: number, to: number, index: NameIndex): number {
  const most = index.landStarts.get(words[at]!.lower);
  if (most === undefined) return 0;
  for (let length = Math.min(most, 3, to - at); length > 0; length--) {
    const land = phrase(words, at, length);
    if (
      land &&
      (index.places.has(land) || index.demonyms.has(land)) &&
      !(length === 1 && isGivenOnly(words[at]!, index))
    )
      return length;
  }
  return 0;
}

function isGivenOnly(word: Word, index: NameIndex): boolean {
  return isGivenName(word.text, index) && !index.places.has(word.lower) && !index.demonyms.has(word.lower);
}
