import { isListed } from '../../names/fold.ts';
import { isGivenName } from '../../names/gender.ts';
import { isListedName } from '../../names/surname.ts';
import { isOfPortfolio } from '../entities/mentions/entity.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { isUnambiguousDate } from '../text/calendar.ts';
import { isKnownWord } from '../tokens/vocabulary.ts';
import type { Word } from '../tokens/words.ts';
import { isCommonWord } from './evidence.ts';
import { isNextToHeadNoun } from './evidence-around.ts';
import { isNamedAfter } from './named-after.ts';
import type { NameParts } from './names-parts.ts';
import { hasPersonContext, isPresidency } from './person-context.ts';

/**
 * What a name can be. `single` is a word that may be a surname alone, `weak` what is a name only if the rest of
 * the article has it. `open` are several words that may name a person.
 */
export type Kind = 'person' | 'single' | 'weak' | 'open' | 'organization' | 'place' | 'other';

/** A name of one word; `isName`: the lists have it as a surname or a given name. */
type OneWord = { word: Word; isName: boolean; parts: NameParts; words: Word[]; index: NameIndex };

type OneWordRule = { name: string; kind: Kind; holds: (name: OneWord) => boolean };

/** `some Tories` */
const several = /^(?:some|most|many|few|several|all|both|two|three|four|five|hundreds|thousands)$/;

/** What one word names; the first rule that holds decides, and without one it may be a surname. */
const rules: OneWordRule[] = [
  {
    name: 'a letter, a people, or the plural of a short form: `GPs`',
    kind: 'other',
    holds: ({ word, index }) =>
      word.text.length < 2 || isPeople(word.lower, index) || /^\p{Lu}[\p{Lu}&]+s$/u.test(word.text),
  },
  {
    name: '`Industry` of `Minister of Trade, Industry and Energy`',
    kind: 'other',
    holds: ({ word, parts, words, index }) =>
      index.modifiers.has(word.lower) && isOfPortfolio(words, parts.name, index),
  },
  {
    name: 'an organization or a short form',
    kind: 'organization',
    holds: name =>
      name.index.organizations.has(name.word.lower) || dottedLetters.test(name.word.text) || isShort(name),
  },
  {
    name: 'a place',
    kind: 'place',
    holds: ({ word, isName, parts, index }) =>
      isListed(index.places, word.lower) && !(parts.honorific && isName),
  },
  { name: 'a number', kind: 'other', holds: ({ word }) => /\d/.test(word.text) },
  { name: 'a word of no name', kind: 'other', holds: ({ word }) => isNoName(word) },
  {
    name: 'a doctrine, or several of a kind',
    kind: 'other',
    holds: ({ word: { lower }, isName, parts, words }) =>
      !isName &&
      (/\p{L}{4}isms?$/u.test(lower) ||
        (/[^s]s$/.test(lower) && several.test(words[parts.name - 1]?.lower ?? ''))),
  },
  {
    name: '`Ratepayers who signed` at the beginning of a sentence',
    kind: 'weak',
    holds: ({ word, isName, parts, words }) =>
      (word.isSentenceStart || /^["“”]$/.test(words[parts.name - 1]?.text ?? '')) &&
      !parts.titled &&
      // `Cord-cutters`, though there is a Cord
      (!isName || /-\p{Ll}/u.test(word.text)) &&
      isPluralOfPeople(word),
  },
  {
    name: 'something called after a person',
    kind: 'other',
    holds: ({ parts, words, index }) => isNamedAfter(parts, words, index),
  },
  {
    name: 'Mrs X, or a surname behind any form of address',
    kind: 'single',
    holds: name => isAddressed(name) && isSurelyAddressed(name),
  },
  { name: 'an everyday word behind a form of address', kind: 'weak', holds: isAddressed },
  { name: 'a month', kind: 'weak', holds: ({ word }) => /^(march|april|may|june)$/.test(word.lower) },
  {
    name: 'an office, or what heads other names',
    kind: 'weak',
    holds: ({ word: { lower }, index }) =>
      index.organizationWords.has(lower) || index.offices.has(lower) || index.things.has(lower),
  },
  {
    name: 'the X presidency',
    kind: 'single',
    holds: ({ isName, parts, words, index }) => isName && isPresidency(parts, words, index),
  },
  {
    name: 'an everyday word used as a given name is',
    kind: 'single',
    holds: name => isEveryday(name) && isUsedAsFirstName(name),
  },
  { name: 'an everyday word', kind: 'weak', holds: isEveryday },
  { name: 'a word with a title', kind: 'single', holds: ({ parts }) => parts.titled },
  {
    name: 'a company or a thing by its looks',
    kind: 'organization',
    holds: ({ parts, words, index }) => isNamedThing(parts, words, index),
  },
  {
    name: 'an English word',
    kind: 'weak',
    holds: ({ word, isName }) => word.known && !isName && (word.pos !== 'PROPN' || word.isSentenceStart),
  },
];

/** What a name of one word names. */
export function classifyOneWord(word: Word, parts: NameParts, words: Word[], index: NameIndex): Kind {
  const isName = isListedName(word.text, index);
  const name: OneWord = { word, isName, parts, words, index };
  for (const { kind, holds } of rules) if (holds(name)) return kind;
  return 'single';
}

/** Several of a kind: by an ending that words for people have, or as the plural of an English word. */
function isPluralOfPeople({ lower }: Word): boolean {
  if (!lower.endsWith('s') || lower.endsWith('ss')) return false;
  return pluralOfPeople.test(lower) || isKnownWord(lower.slice(0, -1));
}

const pluralOfPeople = /\p{L}{3}(?:ers|ors|ees|ists|ians|istas|ites)$/u;

function isAddressed({ word, parts, index }: OneWord): boolean {
  return parts.honorific && !index.offices.has(word.lower);
}

/** Whether an addressed word is a name whatever the rest of the article has. */
function isSurelyAddressed({ word, isName, parts, words, index }: OneWord): boolean {
  if (isName || !isCommonWord(word.lower, index)) return true;
  return /^(m[rs]|mrs|dr)\.?$/.test(words[parts.name - 1]!.lower);
}

function isEveryday({ word, isName, index }: OneWord): boolean {
  return index.common.has(word.lower) || (!isName && isCommonWord(word.lower, index));
}

/** Whether a word that can be a first name is inside a sentence, in words that show a person. */
function isUsedAsFirstName({ word, parts, words, index }: OneWord): boolean {
  const isFirst = isGivenName(word.text, index) || index.familyFirst.has(word.lower);
  return isFirst && !word.isSentenceStart && hasPersonContext(parts, words, index);
}

export const greekLetters = new Set(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  ),
);

/** Short forms that begin the names of clubs. */
export const club =
  /^(?:A[CFKS]|AFC|BK|C[DFS]|CSKA|F[CKS]|HC|HJK|IFK|KS|NK|OGC|RC|RSC|S[CK]|SV|TSV|UD|US|VfB|VfL|Dinamo|Dynamo|Lokomotiv|Spartak|Shakhtar|Borussia|Hapoel|Maccabi|Atl[eé]tico|Deportivo|Olympique|Olympiakos|Sporting)$/;

/** Three letters or more with stops. */
export const dottedLetters = /^(\p{Lu}\.){3,}$/u;

/** `Cuban-Americans`, `the two Koreas`: a people or a land. */
export function isPeople(lower: string, index: NameIndex): boolean {
  const one = lower.endsWith('s') ? lower.slice(0, -1) : lower;
  if (index.demonyms.has(lower) || index.demonyms.has(one) || (one !== lower && index.countries.has(one)))
    return true;
  return lower.includes('-') && one.split('-').every(part => index.demonyms.has(part));
}

/** `NetCheck`, `the company Netcheck`, `in the Netcheck camp`: neither is a surname. */
function isNamedThing(parts: NameParts, words: Word[], index: NameIndex): boolean {
  const word = words[parts.name]!;
  if (
    /\p{Ll}\p{Lu}/u.test(word.text) &&
    !/^(Ma?c|Del?|Di|Du|La|Le|Lo|Van(der)?|Von|Fitz|San|St|O)\p{Lu}/u.test(word.text)
  )
    return true;
  return isNextToHeadNoun(parts, words, index);
}

/** Seven capitals or more. */
const longShort = /^\p{Lu}{7,12}$/u;

/** `the agency (CHADNADO)` */
function isBracketed({ name, to }: NameParts, words: Word[]): boolean {
  return words[name - 1]?.text === '(' && words[to]?.text === ')';
}

/** Capitals throughout are an organisation's short form, unless a form of address or, before a long one, an office says else. */
function isShort({ word, isName, parts, words }: OneWord): boolean {
  // `ISIS-K`, and a long short form that is no name.
  if (
    !parts.titled &&
    (/^\p{Lu}{2,6}-\p{Lu}{1,3}$/u.test(word.text) ||
      (!isName && longShort.test(word.text) && isBracketed(parts, words)))
  )
    return true;
  if (parts.honorific || !/^\p{Lu}{2,6}$/u.test(word.text)) return false;
  return !parts.titled || word.text.length < 4;
}

const noName: ReadonlySet<string> = new Set(
  (
    'almighty street avenue university news party committee department district international national united republican ' +
    'republicans democratic democrat democrats america american americans muslim muslims islamic christian christians the a ' +
    'of in election presidential war world gop tv'
  ).split(' '),
);

/** Whether a word is part of no person's name, though capitalized. */
export function isNoName(word: Word): boolean {
  return noName.has(word.lower) || isUnambiguousDate(word.lower);
}

/** An English word, a land or a people, and no name of a person that is known. */
export function isPlain(word: Word, index: NameIndex): boolean {
  if (isWeak(word, index) || isCommonWord(word.lower, index)) return true;
  return word.known && !isListedName(word.text, index);
}

/** A given name that is also an everyday word, a place or a people. */
export function isWeak(word: Word, index: NameIndex): boolean {
  return (
    index.common.has(word.lower) ||
    index.places.has(word.lower) ||
    index.demonyms.has(word.lower) ||
    index.organizations.has(word.lower)
  );
}

export function isAcronym(word: Word, all: Word[]): boolean {
  if (!/^\p{Lu}{2,}s?$/u.test(word.text)) return false;
  if (word === all[0] && word.text.length === 2) return false;
  // `MARK McCRAE`
  return all.some(
    other => other !== word && /\p{Ll}/u.test(other.text) && !/^Ma?c\p{Lu}{2}/u.test(other.text),
  );
}

/** Whether a word is a people, a place or an everyday word. */
export function isNoSurname(lower: string, index: NameIndex): boolean {
  return isPeople(lower, index) || index.places.has(lower) || isCommonWord(lower, index);
}

/** `Mohammed VI`: what rulers and popes are called by. */
export function isRegnal({ text }: Word, { text: name, lower }: Word, index: NameIndex): boolean {
  return (
    /^[IVX]{2,5}$/.test(text) && isGivenName(name, index) && !/^(?:mark|rocky|art|title|chapter)$/.test(lower)
  );
}

/** Whether no preposition of place precedes a name, and no noun follows it. */
export function isByItself({ name, to }: NameParts, words: Word[], index: NameIndex): boolean {
  const [before, next] = [words[name - 1], words[to]];
  if (/^(?:in|at|near|from|to|outside|around)$/.test(before?.lower ?? '')) return false;
  return next?.pos !== 'NOUN' || index.speech.has(next.lower);
}
