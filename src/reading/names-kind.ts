import type { NameIndex } from './names-knowledge.ts';
import type { Parts } from './names-parts.ts';
import { officeAt, phrase } from './names-parts.ts';
import { isGiven } from './names-runs.ts';
import { foldName } from './names-spelling.ts';
import { isKnownWord } from './vocabulary.ts';
import type { Word } from './words.ts';

export type Kind = 'person' | 'single' | 'weak' | 'organization' | 'place' | 'other';

const suffix = /^(jr|sr|ii|iii|iv)\.?$/i;
const initials = /^(\p{Lu}\.?-?){1,3}\.$|^\p{Lu}$/u;

/**
 * What a name of several words, or of one, names. `single` is a word that may be a surname alone, `weak` what
 * is a name only if the rest of the article knows it: whose, the rest tells.
 */
export function kindOf(parts: Parts, words: Word[], index: NameIndex): Kind {
  const name = words.slice(parts.name, parts.to);
  const core = name.filter(word => !suffix.test(word.text));
  if (core.length === 0) return 'other';
  const whole = core.map(word => word.lower).join(' ');
  const [first, last] = [core[0]!, core.at(-1)!];
  if (core.length === 1) return singleKind(first, parts, index);
  if (core.length > 5) return index.organizationWords.has(last.lower) ? 'organization' : 'other';
  const given = isGiven(first.text, index);
  if (index.organizations.has(whole)) return 'organization';
  if (index.places.has(whole) && !parts.honorific) return 'place';
  if (index.organizationWords.has(last.lower) && !(parts.titled && given)) return 'organization';
  if (core.some(word => isAcronym(word, core))) return 'organization';
  if (index.placeWords.has(first.lower) && !parts.titled) return 'other';
  if (/^(near|outside|around)$/.test(words[parts.name - 1]?.lower ?? '') && !parts.titled) return 'other';
  const strong = given && !isWeak(first, index);
  const shown = shows(parts, words, index);
  if (index.things.has(last.lower)) return (parts.titled && given) || (strong && shown) ? 'person' : 'other';
  if (core.some(word => isNoName(word, index) && !isGiven(word.text, index))) {
    return parts.honorific && !index.common.has(first.lower) ? 'person' : 'other';
  }
  if (strong || (initials.test(first.text) && !index.places.has(first.lower))) return 'person';
  const oddLast = index.common.has(last.lower) && !index.surnames.has(foldName(last.text));
  if (parts.titled || shown) return isWeak(first, index) && !given && oddLast ? 'other' : 'person';
  const isFamilyFirst =
    index.familyFirst.has(first.lower) && core.length <= 3 && !index.common.has(first.lower);
  if (isFamilyFirst && !oddLast) return 'person';
  if (given)
    return index.surnames.has(foldName(last.text)) || isNameByWords(first, last, index) ? 'person' : 'weak';
  if (isWeak(first, index)) return 'other';
  if (index.familyFirst.has(first.lower) && !oddLast) return 'person';
  if (isAfterPlaceWord(parts, words)) return 'other';
  return index.surnames.has(foldName(last.text)) && !index.organizations.has(first.lower)
    ? 'person'
    : 'other';
}

function singleKind(word: Word, parts: Parts, index: NameIndex): Kind {
  const { lower } = word;
  const isName = index.surnames.has(foldName(word.text)) || isGiven(word.text, index);
  if (word.text.length < 2 || index.demonyms.has(lower) || index.demonyms.has(lower.replace(/s$/, '')))
    return 'other';
  if (index.organizations.has(lower) || (/^\p{Lu}{2,5}$/u.test(word.text) && !parts.honorific))
    return 'organization';
  if (index.places.has(lower) && !(parts.honorific && isName)) return 'place';
  if (parts.honorific && !isNoName(word, index) && !index.offices.has(lower)) return 'single';
  if (isNoName(word, index)) return 'other';
  if (/^(march|april|may|june)$/.test(lower)) return 'weak';
  if (index.organizationWords.has(lower) || index.offices.has(lower) || index.things.has(lower))
    return 'weak';
  if (index.common.has(lower) && !isName) return 'weak';
  return isKnownWord(lower) && !isName && !parts.titled && word.pos !== 'PROPN' ? 'weak' : 'single';
}

/** Whether what stands round a name tells that it is a person's: an age, an office, `who`, a verb of speech. */
export function shows(parts: Parts, words: Word[], index: NameIndex): boolean {
  const next = words[parts.to];
  const before = words[parts.name - 1];
  if (before && index.speech.get(before.lower)?.bare && before.sentence === words[parts.name]!.sentence) {
    if (/^(said|says|added|asked|wrote|tweeted|replied|explained|told)$/.test(before.lower))
      return !isObject(words, parts.name);
  }
  if (isApposed(parts.name, words, index)) return true;
  if (!next || next.sentence !== words[parts.to - 1]!.sentence) return false;
  if (words[parts.name - 1]?.lower === 'of' && !parts.titled) return false;
  if (index.speech.get(next.lower)?.bare && !next.glued && /^(VERB|AUX)$/.test(next.pos)) return true;
  if (
    /^(has|have|had|also|later|then)$/.test(next.lower) &&
    index.speech.get(words[parts.to + 1]?.lower ?? '')?.bare
  )
    return true;
  if (next.glued && index.speech.has(next.lower)) return true;
  if (next.lower === 'who') return true;
  const behind = words[parts.to + 1];
  if (next.text !== ',' || !behind) return false;
  if (behind.lower === 'who' || /^\d\d$/.test(behind.text) || /^\d\d-year-old$/.test(behind.text))
    return true;
  for (let at = parts.to + 1; at < parts.to + 7 && words[at]; at++) {
    if (officeAt(words, at, words.length, index) > 0) return true;
    if (/^[,.;:“”"]$/.test(words[at]!.text) || words[at]!.pos === 'VERB') return false;
  }
  return false;
}

/** `a spokesman for the bank, X` */
function isApposed(name: number, words: Word[], index: NameIndex): boolean {
  if (words[name - 1]?.text !== ',') return false;
  for (let at = name - 2; at >= 0 && at > name - 10 && words[at]!.sentence === words[name]!.sentence; at--) {
    if (/^[,.;:“”"()]$/.test(words[at]!.text)) return false;
    if (index.offices.has(words[at]!.lower) && !/s$/.test(words[at]!.lower)) return true;
  }
  return false;
}

/** `told X`: X was told, and does not speak; still a person more often than not. */
function isObject(words: Word[], at: number): boolean {
  return words[at - 1]!.lower === 'told';
}

/** `Bill Miller`: a given name that is an everyday word too, before a word that is neither that nor a place. */
function isNameByWords(first: Word, last: Word, index: NameIndex): boolean {
  const isCommonOnly =
    !index.places.has(first.lower) &&
    !index.demonyms.has(first.lower) &&
    !index.organizations.has(first.lower);
  return isCommonOnly && !first.first && !index.common.has(last.lower) && !index.places.has(last.lower);
}

/** `near X Y`: where something is. */
function isAfterPlaceWord(parts: Parts, words: Word[]): boolean {
  return parts.titled
    ? false
    : /^(in|near|at|outside|around|across|throughout)$/.test(words[parts.name - 1]?.lower ?? '');
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

/** The name's words as shown, single blanks between. */
export function nameText(words: Word[], from: number, to: number): string {
  return phrase(words, from, to - from) === null
    ? ''
    : words
        .slice(from, to)
        .map(word => word.text)
        .join(' ');
}
