import { isGivenName } from '../../names/gender.ts';
import { isListedSurname } from '../../names/surname.ts';
import { particles } from '../../names/vocabulary.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import { isNoName, isPlain } from './classify-one-word.ts';
import { isCommonWord } from './evidence.ts';
import type { NameParts } from './names-parts.ts';

/** A name of several words, without what follows a surname, such as `Jr.`. */
export type LongName = {
  core: Word[];
  /** Its words in lower case, with single spaces. */
  whole: string;
  first: Word;
  last: Word;
  /** The first word is a given name; `isStrong`: and nothing else. */
  isGiven: boolean;
  isStrong: boolean;
  parts: NameParts;
  words: Word[];
  index: NameIndex;
};

/** `de la Cruz` */
export function isOneWordWithParticles({ core }: LongName): boolean {
  for (let at = 0; at < core.length - 1; at++) if (!particles.has(core[at]!.lower)) return false;
  return true;
}

/** Whether a word in it with a capital is of a kind that no name has, and no given name. */
export function hasWordOfNoName({ core, index }: LongName): boolean {
  return core.some(word => word.isCapitalized && isNoName(word) && !isGivenName(word.text, index));
}

/** Whether the last word is an everyday word or a plural, and no surname. */
export function hasOddLast({ last, index }: LongName): boolean {
  const isPlural = last.known && /[^s]s$/.test(last.lower) && !isGivenName(last.text, index);
  return (isPlural || isCommonWord(last.lower, index)) && !isListedSurname(last.text, index);
}

/** `Bank De Nederland`: before a capital particle only a given name may be an everyday word. */
export function isPlainOpening(first: Word, last: Word, isGiven: boolean, index: NameIndex): boolean {
  if (index.places.has(first.lower) || index.demonyms.has(first.lower)) return true;
  return !isGiven && (isPlain(first, index) || !isListedSurname(last.text, index));
}

/** `Bill Miller`: a given name that is an everyday word too, before a word that is neither that nor a place. */
export function isNameByWords(first: Word, last: Word, index: NameIndex): boolean {
  const isCommonOnly =
    !index.places.has(first.lower) &&
    !index.demonyms.has(first.lower) &&
    !index.organizations.has(first.lower);
  if (!isCommonOnly || index.common.has(last.lower) || index.places.has(last.lower)) return false;
  return !first.isSentenceStart || (!last.known && first.lower !== last.lower);
}

const surnameInCapitals = /^(?:Ma?c|De|O['’])?\p{Lu}['’\p{Lu}-]{3,}$/u;

/** `Anna MILLER`, `Mr. Amir SALEH`: capitals that are no short form of an organization. */
export function hasSurnameInCapitals({ core, isGiven, parts, last, index }: LongName): boolean {
  const isNamed = (isGiven || parts.honorific) && /\p{Ll}/u.test(core[0]!.text);
  return isNamed && surnameInCapitals.test(last.text) && !index.organizations.has(last.lower);
}

/** In capitals these too are part of a surname: `Le Pen`, `De Gasperi`. */
export const capitalParticle = /^(?:Le|La|De|Du|Di|Da|Del|Della|Van|Von|Al|El|Bin|Ben|Mac|Ter|Ten)$/;
/** `J.`, `J.-P.`, `A` */
export const initials = /^(\p{Lu}\.?-?){1,3}\.$|^\p{Lu}$/u;
