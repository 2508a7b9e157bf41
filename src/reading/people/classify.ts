import { foldName } from '../../names/fold.ts';
import { isGivenName } from '../../names/gender.ts';
import { particles, patronymicMarkers } from '../../names/vocabulary.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import { isCommonWord } from './evidence.ts';
import { isNextToHeadNoun } from './evidence-around.ts';
import type { NameParts } from './names-parts.ts';
import { hasPersonContext, isPresidency } from './person-context.ts';

export type Kind = 'person' | 'single' | 'weak' | 'open' | 'organization' | 'place' | 'other';

const suffix = /^(?:[JS]r\.?|I|I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,2}|XX?I{0,3})$/;
/** In capitals these too are part of a surname: `Le Pen`, `De Gasperi`. */
const capitalParticle = /^(?:Le|La|De|Du|Di|Da|Del|Della|Van|Von|Al|El|Bin|Ben|Mac|Ter|Ten)$/;
const stormWord = /^(?:storm|hurricane|typhoon|cyclone|operation)$/;
const dotted = /^(\p{Lu}\.){3,}$/u;
const initials = /^(\p{Lu}\.?-?){1,3}\.$|^\p{Lu}$/u;

/**
 * What a name of several words, or of one, names. `single` is a word that may be a surname alone, `weak` what
 * is a name only if the rest of the article has it. `open` are several words that may
 * name a person.
 */
export function classify(parts: NameParts, words: Word[], index: NameIndex): Kind {
  const name = words.slice(parts.name, parts.to);
  const core = name.filter(word => !suffix.test(word.text));
  if (core.length === 0) return 'other';
  const whole = core.map(word => word.lower).join(' ');
  const [first, last] = [core[0]!, core.at(-1)!];
  if (core.length === 1) return singleKind(first, parts, words, index);
  if (core.some(word => /\d/.test(word.text))) return 'other';
  // `Abu Haidar` is what people are called; `in Abu Ghraib`, `Abu Ghraib prison` are places.
  if (/^(?:abu|umm)$/.test(first.lower) && isByItself(parts, words, index)) return 'person';
  if (core.slice(0, -1).every(word => particles.has(word.lower)))
    return isPeople(last.lower, index) || index.places.has(last.lower) || isCommonWord(last.lower, index)
      ? 'other'
      : 'single';
  if (core.some(word => patronymicMarkers.has(word.lower))) return 'person';
  if (core.length > 5) return index.organizationWords.has(last.lower) ? 'organization' : 'other';
  const given = isGivenName(first.text, index);
  if (index.organizations.has(whole)) return 'organization';
  if (index.places.has(whole) && !parts.honorific) return 'place';
  if (index.organizationWords.has(last.lower) && !(parts.titled && given)) return 'organization';
  if (core.some(word => isAcronym(word, core))) return 'organization';
  if (dotted.test(last.text)) return 'organization';
  if (index.placeWords.has(first.lower) && !parts.titled) return 'other';
  if (/^(near|outside|around)$/.test(words[parts.name - 1]?.lower ?? '') && !parts.titled) return 'other';
  // `S. Korean`, `U.N. High Commissioner`
  if (initials.test(first.text) && index.demonyms.has(last.lower)) return 'other';
  const isOffice = index.offices.has(last.lower) && !index.surnames.has(last.lower);
  if (isOffice && !isGivenName(first.text, index) && !parts.honorific) return 'other';
  if (
    index.things.has(first.lower) &&
    !given &&
    !parts.titled &&
    !index.familyFirst.has(first.lower) &&
    !initials.test(first.text)
  )
    return 'other';
  if (stormWord.test(first.lower) && !parts.titled) return 'other';
  const strong = given && !isWeak(first, index);
  if (core.length > 2 && capitalParticle.test(core[1]!.text) && !isPlainOpening(first, last, given, index))
    return 'person';
  const shown = hasPersonContext(parts, words, index);
  if (index.things.has(last.lower)) {
    if ((parts.titled && given) || (strong && shown)) return 'person';
    return strong && index.surnames.has(foldName(last.text)) ? 'open' : 'other';
  }
  if (core.some(word => isNoName(word, index) && !isGivenName(word.text, index))) {
    return parts.honorific && !index.common.has(first.lower) ? 'person' : 'other';
  }
  const isPlural = last.known && /[^s]s$/.test(last.lower) && !isGivenName(last.text, index);
  const oddLast = (isCommonWord(last.lower, index) || isPlural) && !index.surnames.has(foldName(last.text));
  if (strong && oddLast && !shown && !parts.titled && core.length === 2) return 'open';
  if (strong || (initials.test(first.text) && !index.places.has(first.lower))) return 'person';
  if (shown && !parts.titled && isNextToHeadNoun(parts, words, index)) return 'open';
  if (parts.titled || shown)
    return !given && isPlain(first, index) && isPlain(last, index) ? 'other' : 'person';
  const isFamilyFirst =
    index.familyFirst.has(first.lower) && core.length <= 3 && !index.common.has(first.lower);
  if (isFamilyFirst && !oddLast) return 'person';
  if (given)
    return index.surnames.has(foldName(last.text)) || isNameByWords(first, last, index) ? 'person' : 'open';
  if (isWeak(first, index)) return 'other';
  return index.familyFirst.has(first.lower) && !oddLast ? 'person' : 'open';
}

function singleKind(word: Word, parts: NameParts, words: Word[], index: NameIndex): Kind {
  const { lower } = word;
  const isName = index.surnames.has(foldName(word.text)) || isGivenName(word.text, index);
  if (word.text.length < 2 || isPeople(lower, index)) return 'other';
  if (index.organizations.has(lower) || dotted.test(word.text) || isShort(word, parts)) return 'organization';
  if (index.places.has(lower) && !(parts.honorific && isName)) return 'place';
  if (isNoName(word, index)) return 'other';
  if (parts.honorific && !index.offices.has(lower)) {
    const isSure =
      isName || !isCommonWord(lower, index) || /^(m[rs]|mrs|dr)\.?$/.test(words[parts.name - 1]!.lower);
    return isSure ? 'single' : 'weak';
  }
  if (/^(march|april|may|june)$/.test(lower)) return 'weak';
  if (index.organizationWords.has(lower) || index.offices.has(lower) || index.things.has(lower))
    return 'weak';
  if (isName && isPresidency(parts, words, index)) return 'single';
  if (index.common.has(lower) || (isCommonWord(lower, index) && !isName)) {
    const isFirst = isGivenName(word.text, index) || index.familyFirst.has(lower);
    return isFirst && !word.isSentenceStart && hasPersonContext(parts, words, index) ? 'single' : 'weak';
  }
  if (parts.titled) return 'single';
  if (isNamedThing(parts, words, index)) return 'organization';
  return word.known && !isName && (word.pos !== 'PROPN' || word.isSentenceStart) ? 'weak' : 'single';
}

/** `Cuban-Americans`, `the two Koreas`: a people or a land. */
function isPeople(lower: string, index: NameIndex): boolean {
  const one = lower.replace(/s$/, '');
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

/** Capitals throughout are an organisation's short form, unless a form of address or, before a long one, an office says else. */
function isShort(word: Word, parts: NameParts): boolean {
  if (parts.honorific || !/^\p{Lu}{2,6}$/u.test(word.text)) return false;
  return !parts.titled || word.text.length < 4;
}

/** Whether no preposition of place precedes a name, and no noun follows it. */
function isByItself({ name, to }: NameParts, words: Word[], index: NameIndex): boolean {
  const [before, next] = [words[name - 1], words[to]];
  if (/^(?:in|at|near|from|to|outside|around)$/.test(before?.lower ?? '')) return false;
  return next?.pos !== 'NOUN' || index.speech.has(next.lower);
}

/** `Bank De Nederland`: before a capital particle only a given name may be an everyday word. */
function isPlainOpening(first: Word, last: Word, isGiven: boolean, index: NameIndex): boolean {
  if (index.places.has(first.lower) || index.demonyms.has(first.lower)) return true;
  return !isGiven && (isPlain(first, index) || !index.surnames.has(foldName(last.text)));
}

/** `Bill Miller`: a given name that is an everyday word too, before a word that is neither that nor a place. */
function isNameByWords(first: Word, last: Word, index: NameIndex): boolean {
  const isCommonOnly =
    !index.places.has(first.lower) &&
    !index.demonyms.has(first.lower) &&
    !index.organizations.has(first.lower);
  if (!isCommonOnly || index.common.has(last.lower) || index.places.has(last.lower)) return false;
  return !first.isSentenceStart || (!last.known && first.lower !== last.lower);
}

/** An English word, a land or a people, and no name of a person that is known. */
function isPlain(word: Word, index: NameIndex): boolean {
  if (isWeak(word, index) || isCommonWord(word.lower, index)) return true;
  return word.known && !index.surnames.has(foldName(word.text)) && !isGivenName(word.text, index);
}

/** A given name that is also an everyday word, a place or a people. */
function isWeak(word: Word, index: NameIndex): boolean {
  return (
    index.common.has(word.lower) ||
    index.places.has(word.lower) ||
    index.demonyms.has(word.lower) ||
    index.organizations.has(word.lower)
  );
}

const noName =
  /^(mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|july|august|september|october|november|december|street|avenue|university|news|party|committee|department|district|international|national|united|republican|republicans|democratic|democrats?|party|america|american|americans|muslims?|islamic|christians?|the|a|of|in|election|presidential|news|war|world|gop|tv)$/;

function isNoName(word: Word, _index: NameIndex): boolean {
  return noName.test(word.lower);
}

function isAcronym(word: Word, all: Word[]): boolean {
  if (!/^\p{Lu}{2,}s?$/u.test(word.text)) return false;
  if (word === all[0] && word.text.length === 2) return false;
  return all.some(other => other !== word && /\p{Ll}/u.test(other.text));
}
