import { isGivenName } from '../../names/gender.ts';
import { isListedName } from '../../names/surname.ts';
import { particles } from '../../names/vocabulary.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Document } from '../model/document.ts';
import { isReadLanguage } from '../text/language.ts';
import type { Word } from '../tokens/words.ts';
import type { NameCandidate } from './candidates.ts';
import type { NameParts } from './names-parts.ts';

/** Languages that write every noun with a capital, so that a capital says nothing. */
const capitalizesNouns: ReadonlySet<string> = new Set(['de', 'lb']);

/** A given name of fewer letters is as likely a word of another language. */
const shortestGiven = 3;
/** A name has at most this many words. */
const longestName = 5;

/**
 * The name in a run of an article in a language whose words are not understood: it begins with a given name of the
 * lists, and what follows is no listed place or office. Where every noun has a capital, it must also be followed by
 * exactly one more word that is a surname of the lists or no word of English.
 * @returns the name without titles; null if nothing speaks for a person strongly enough
 */
export function nameInUnread(
  { from, to }: NameCandidate,
  words: Word[],
  language: string,
  index: NameIndex,
): NameParts | null {
  let name = from;
  while (name < to && !opensName(words[name]!, language, index)) name++;
  if (to - name < 2 || to - name > longestName || !words[to - 1]!.isCapitalized) return null;
  const rest = words.slice(name + 1, to);
  if (rest.some(({ lower }) => isOtherName(lower, index))) return null;
  if (capitalizesNouns.has(language) && !isFollowedBySurname(rest, index)) return null;
  if (words[name]!.isSentenceStart && !isListedName(rest.at(-1)!.text, index)) return null;
  return { name, to, titled: false, honorific: false, gender: null, isShown: false };
}

/** Words in lower case that show which language a text is in, and the share of them from which on it is English. */
const fewestWords = 12;
const leastEnglish = 0.6;

/** Whether a text is certainly in a language that is not read: tables of names and single sentences show too little. */
export function isCertainlyUnread({ language, input }: Document, words: Word[]): boolean {
  if (isReadLanguage(language, input)) return false;
  const small = words.filter(({ text, lower }) => text === lower && /^\p{L}/u.test(lower));
  const english = small.filter(({ known }) => known);
  return small.length >= fewestWords && english.length < small.length * leastEnglish;
}

/** German words that head the name of an institution or a place written apart. */
const germanHead =
  /(?:stra(?:ß|ss)e|platz|allee|verein|institut|schule|stiftung|gesellschaft|haus|kirche|preis|universität|museum|stadion|brücke|verlag|versicherung|gymnasium|akademie|bank|werke?|rundschau|zeitung)$/;

function opensName(word: Word, language: string, index: NameIndex): boolean {
  const { text, lower, isCapitalized, isSentenceStart } = word;
  const mayBeNoun = isSentenceStart || capitalizesNouns.has(language);
  return (
    isCapitalized &&
    lower.length >= shortestGiven &&
    isGivenName(text, index) &&
    !particles.has(lower) &&
    !index.places.has(lower) &&
    !index.offices.has(lower) &&
    !(mayBeNoun && index.common.has(lower))
  );
}

function isOtherName(lower: string, index: NameIndex): boolean {
  return (
    index.organizations.has(lower) ||
    index.organizationWords.has(lower) ||
    index.things.has(lower) ||
    index.countries.has(lower)
  );
}

function isFollowedBySurname(rest: Word[], index: NameIndex): boolean {
  const own = rest.filter(({ lower }) => !particles.has(lower) && !/^\p{L}\.$/u.test(lower));
  const last = own.at(-1);
  if (!last || own.length > 2) return false;
  const isName = isListedName(last.text, index) || (!last.known && !germanHead.test(last.lower));
  return own.slice(0, -1).every(word => isListedName(word.text, index)) && isName;
}
