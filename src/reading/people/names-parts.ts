import type { Gender } from '../../names/gender.ts';
import { isGivenName } from '../../names/gender.ts';
import { generationSuffixes, particles, regnalNumeral } from '../../names/vocabulary.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { postNominals } from '../tokens/name-part.ts';
import { isKnownWord } from '../tokens/vocabulary.ts';
import type { Word } from '../tokens/words.ts';
import {
  beforeTitle,
  honorificAt,
  honorificInside,
  isTitleAsGivenName,
  isTitleByGender,
  landOf,
  portfolioOf,
} from './before-name.ts';
import type { NameCandidate } from './candidates.ts';
import { isPostNoun } from './roles/posts.ts';
import { officeAt, phrase, singularOffice } from './roles/role-phrase.ts';

/** A run split into what precedes the name (titles, offices, lands) and the name itself. */
export type NameParts = {
  /** Where the name begins; the run's end if there is none. */
  name: number;
  to: number;
  /** A form of address or an office directly precedes the name. */
  titled: boolean;
  honorific: boolean;
  gender: Gender;
  /** Whether the words around show a person, once that has been looked at. */
  isShown?: boolean;
};

/** Something that may precede the name of a run. */
type Prefix = {
  name: string;
  /** How many words of the run it takes from `at` on, 0 if it is not there. */
  length: (words: Word[], at: number, run: NameCandidate, index: NameIndex) => number;
  /** Whether a name that directly follows is titled by it. */
  titled: boolean;
  honorific: boolean;
  /** The gender of its bearers, by its words. */
  genders?: 'honorifics' | 'offices';
};

/** What is taken off the beginning of a run, again and again; the first that is there counts, and the name begins where none is. */
const prefixes: Prefix[] = [
  { name: 'form of address', length: addressAt, titled: true, honorific: true, genders: 'honorifics' },
  { name: 'office', length: officeOnlyAt, titled: true, honorific: false, genders: 'offices' },
  {
    name: 'age, or an office to come',
    length: (words, at) =>
      words[at]!.lower.includes('-') && /-(?:year-old|designate|elect)$/.test(words[at]!.lower) ? 1 : 0,
    titled: true,
    honorific: false,
  },
  { name: 'the UN, before a name', length: shortFormAt, titled: true, honorific: false },
  {
    name: 'matters of an office',
    length: (words, at, { to }, index) => portfolioOf(words, at, to, index),
    titled: true,
    honorific: false,
  },
  {
    name: 'the land of an office',
    length: (words, at, { to }, index) => landOf(words, at, to, index),
    titled: true,
    honorific: false,
  },
  {
    name: 'words before a title or a name',
    length: (words, at, { to }, index) => beforeTitle(words, at, to, index),
    titled: false,
    honorific: false,
  },
];

/** Splits a run. */
export function parseCandidate(run: NameCandidate, words: Word[], index: NameIndex): NameParts {
  const parts: NameParts = { name: run.from, to: run.to, titled: false, honorific: false, gender: null };
  while (parts.name < run.to && takePrefix(parts, run, words, index));
  if (parts.name === run.from) {
    addOfficeBefore(parts, words, index);
    if (run.to - run.from === 1) parts.titled ||= isOneOfHolders(run.from, words, index);
    if (run.to - parts.name > 1 && isDoing(words[parts.name]!, index)) parts.name++;
  }
  parts.to = nameEnd(parts.name, run.to, words, index);
  return parts;
}

const isOfCompanies = /^(?:rivals?|competitors?|peers|owners|partners)$/;

/** Moves the name behind the prefix that the rest of the run begins with; false if there is none. */
function takePrefix(parts: NameParts, run: NameCandidate, words: Word[], index: NameIndex): boolean {
  for (const { length: lengthAt, titled, honorific, genders } of prefixes) {
    const length = lengthAt(words, parts.name, run, index);
    if (length === 0) continue;
    if (genders) parts.gender = index[genders].get(phrase(words, parts.name, length)!) ?? parts.gender;
    parts.name += length;
    // `Rivals Torva and Lumetra warned`
    parts.titled = titled && !(genders === 'offices' && isOfCompanies.test(words[parts.name - 1]!.lower));
    parts.honorific ||= honorific;
    return true;
  }
  return false;
}

/** `the president Anna Miller`: an office in lower case is not part of the run, but titles the name. */
function addOfficeBefore(parts: NameParts, words: Word[], index: NameIndex): void {
  const before = words[parts.name - 1];
  if (!before || before.sentence !== words[parts.name]?.sentence || !index.offices.has(before.lower)) return;
  // `Rovers host Bramley on Saturday`
  const isOpponent =
    before.lower === 'host' && parts.to - parts.name === 1 && words[parts.name - 2]?.isCapitalized;
  if (isOpponent && /^(?:on|at|in|this|next|tomorrow|tonight)$/.test(words[parts.to]?.lower ?? '')) return;
  parts.titled = !/s$/.test(before.lower) || before.lower.endsWith('ss') || before.lower.endsWith('boss');
  parts.gender = index.offices.get(before.lower) ?? null;
}

/** `governors Tull and Holm`, `Presidents Marlow and Denny`: each surname behind the plural of an office that people are put into. */
function isOneOfHolders(name: number, words: Word[], index: NameIndex): boolean {
  const { sentence } = words[name]!;
  const isJoined = words[name - 1]?.lower === 'and';
  const first = isJoined ? name - 2 : name;
  const office = words[first - 1];
  if (office?.sentence !== sentence || !office.lower.endsWith('s')) return false;
  const one = singularOffice(office.lower, index);
  if (one === null || !isPostNoun(one) || words[first + 1]?.lower !== 'and') return false;
  return [words[first]!, words[first + 2]!].every(
    word => word.isCapitalized && !index.places.has(word.lower) && !index.organizationWords.has(word.lower),
  );
}

/** Where a name ends, without words of a heading behind it. */
function nameEnd(from: number, end: number, words: Word[], index: NameIndex): number {
  let to = end;
  while (to - from > 2 && isGivenName(words[from]!.text, index) && isBehindName(words, from, to - 1, index))
    to--;
  while (to - from > 2 && isPluralNoun(words[to - 1]!, index)) to--;
  // `Judge Anna Miller KC`
  while (to - from > 2 && (postNominals.has(words[to - 1]!.text) || isOfService(words, from, to, index)))
    to--;
  return isLackingComma(words, from, to, index) ? to - 1 : to;
}

/** `S. Anjali IAS`: letters behind a name are of a service or an order, unless they may be a surname in capitals. */
function isOfService(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const [given, before, { text, lower }] = [words[from]!, words[to - 2]!, words[to - 1]!];
  if (text.length > 4 || text !== text.toUpperCase() || !/^\p{Lu}{2,}$/u.test(text)) return false;
  const isSurname = index.surnames.has(lower) || generationSuffixes.has(lower) || regnalNumeral.test(text);
  const isBody =
    before.known ||
    before.text === before.text.toUpperCase() ||
    index.organizationWords.has(before.lower) ||
    index.organizations.has(lower);
  if (isSurname || isBody) return false;
  // `Antoine Paul DUC` is called so.
  return (
    /^(?:\p{Lu}\.)+$/u.test(given.text) ||
    (isGivenName(given.text, index) && !isGivenName(before.text, index))
  );
}

/** `Anna Miller Ambassador to Norland`: the last word is an office, and its comma is missing. */
function isLackingComma(words: Word[], from: number, to: number, index: NameIndex): boolean {
  if (to - from < 3) return false;
  const [last, next] = [words[to - 1]!, words[to]];
  const goesOn = next?.sentence === last.sentence && /^(?:to|of|for)$/.test(next.lower);
  const isOffice = index.offices.has(last.lower) && !index.surnames.has(last.lower);
  return goesOn && isOffice && isGivenName(words[from]!.text, index);
}

/** How many words of the run from `at` on are a form of address and no name. */
function addressAt(words: Word[], at: number, run: NameCandidate, index: NameIndex): number {
  const length =
    at > run.from ? honorificInside(words, at, run.to, index) : honorificAt(words, at, run.to, index);
  return length > 0 && !isNameHere(words, at, length, run, index) ? length : 0;
}

/** How many words of the run from `at` on are an office and no name. */
function officeOnlyAt(words: Word[], at: number, run: NameCandidate, index: NameIndex): number {
  const length = officeAt(words, at, run.to, index);
  return length > 0 && !isNameHere(words, at, length, run, index) ? length : 0;
}

/** `the ambassador to the UN Anna Miller`: the short form ends the office. */
function shortFormAt(words: Word[], at: number, { to }: NameCandidate, index: NameIndex): number {
  const { text, lower } = words[at]!;
  const isShort = to - at >= 3 && /^\p{Lu}{2,5}$/u.test(text) && index.organizations.has(lower);
  if (!isShort || !isGivenName(words[at + 1]!.text, index)) return 0;
  return /^(?:the|of|to|for|at)$/.test(words[at - 1]?.lower ?? '') ? 1 : 0;
}

/** `Defending Miller …` at the beginning of a sentence. */
function isDoing({ isSentenceStart: first, lower, known, text }: Word, index: NameIndex): boolean {
  if (!first || !lower.endsWith('ing') || isGivenName(text, index)) return false;
  const stem = lower.slice(0, -3);
  return known || isKnownWord(stem) || isKnownWord(`${stem}e`);
}

/** `Anna Miller Emails`: a plural behind a full name is something of the bearer's. */
function isPluralNoun({ lower, text, known }: Word, index: NameIndex): boolean {
  return (
    known &&
    /[^s]s$/.test(lower) &&
    !index.surnames.has(lower) &&
    !isGivenName(text, index) &&
    !index.organizationWords.has(lower)
  );
}

/** A word behind a name in a heading's capitals; behind an initial or a particle a name goes on. */
function isBehindName(words: Word[], from: number, at: number, index: NameIndex): boolean {
  const [before, word] = [words[at - 1]!, words[at]!];
  const isHead = index.organizationWords.has(word.lower) || index.things.has(word.lower);
  if (
    isHead ||
    index.surnames.has(word.lower) ||
    isGivenName(word.text, index) ||
    generationSuffixes.has(word.lower)
  )
    return false;
  if (!index.common.has(word.lower) && !index.common.has(word.lower.replace(/s$/, ''))) return false;
  if (before.text.endsWith('.') || particles.has(before.lower)) return false;
  return words[from]!.text !== words[from]!.text.toUpperCase() && isInCapitals(words, from, at);
}

/** Whether nearly all long words round a stretch begin with a capital, as in a heading. */
function isInCapitals(words: Word[], from: number, to: number): boolean {
  const { sentence } = words[from]!;
  const around = words
    .slice(Math.max(0, from - 6), to + 7)
    .filter(word => word.sentence === sentence && /^\p{L}{4}/u.test(word.text));
  return around.filter(word => !word.isCapitalized).length <= around.length * 0.2;
}

/** `Mr Justice Miller`: a judge, and no one whose given name is Justice. */
function isJustice(words: Word[], at: number): boolean {
  return words[at]!.lower === 'justice' && /^(?:m(?:r|rs|s)\.?|lord|lady)$/.test(words[at - 1]?.lower ?? '');
}

/** `Dean` of Dean Miller, `King` of Steve King: a word that is an office, but here a name. */
function isNameHere(
  words: Word[],
  at: number,
  length: number,
  run: NameCandidate,
  index: NameIndex,
): boolean {
  if (length !== 1 || isJustice(words, at)) return false;
  const isLast = at + 1 === run.to;
  // `Sen. Comm. X`: an abbreviation whose stop is a word of its own.
  if (isLast && words[at + 1]?.text === '.' && index.honorifics.has(`${words[at]!.lower}.`)) return false;
  // `Premier Dr. the Hon. X`
  if (isLast && words[at]!.text.endsWith('.') && index.honorifics.has(words[at]!.lower)) return false;
  if (isLast && at > run.from) return true;
  if (isTitleAsGivenName(words, at, run.to, index)) return true;
  if (isTitleByGender(words[at]!, words[at + 1], index)) return false;
  return isGivenName(words[at]!.text, index) && !words[at]!.text.endsWith('.') && at + 2 === run.to;
}
