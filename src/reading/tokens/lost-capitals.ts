import { isGivenName } from '../../names/gender.ts';
import { isListedSurname } from '../../names/surname.ts';
import { innerParticles, particles } from '../../names/vocabulary.ts';
import { type NameIndex, type NameKnowledge, nameIndex } from '../knowledge/name-index.ts';
import { isUnambiguousDate } from '../text/calendar.ts';
import { isKnownWord } from './vocabulary.ts';

/** A word by where it begins, in lower case as the text has it; `gap` is what precedes it. */
type Small = { start: number; lower: string; gap: string };

/** A text shorter than this is a caption or a search, whose lower case says nothing. */
const shortest = 60;

/**
 * A text written in lower case throughout, with the capitals that it would have: those of sentences, days, listed places and
 * people. Every character stays where it is; null if the text has a capital, as nearly all have.
 */
export function withLostCapitals(text: string, knowledge: NameKnowledge): string | null {
  if (text.length < shortest || /\p{Lu}/u.test(text)) return null;
  const index = nameIndex(knowledge);
  const words = smallWords(text);
  const capitals = new Set<number>();
  for (const [at, { lower, gap }] of words.entries()) {
    if (beginsSentence(gap, at) || /^i(?:$|['’])/.test(lower) || isUnambiguousDate(lower)) capitals.add(at);
    for (let to = placeEnd(words, at, index) - 1; to >= at; to--) capitals.add(to);
  }
  for (const at of peopleIn(words, index)) capitals.add(at);
  const letters = text.split('');
  for (const at of capitals) {
    const { start } = words[at]!;
    const upper = letters[start]!.toUpperCase();
    if (upper.length === 1) letters[start] = upper;
  }
  return letters.join('');
}

function smallWords(text: string): Small[] {
  let end = 0;
  return [...text.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)].map(({ 0: match, index: start }) => {
    const word = match.replace(/['’](?:s)?$/, '');
    const gap = text.slice(end, start);
    end = start + word.length;
    return { start, lower: word, gap };
  });
}

function beginsSentence(gap: string, at: number): boolean {
  return at === 0 || /[.!?]["”’)]*\s|\n|[,:]\s["“]$|^["“]$/.test(gap);
}

/** Where a place of the lists ends that begins at a word and is no everyday word; where it begins if there is none. */
function placeEnd(words: Small[], at: number, index: NameIndex): number {
  const most = index.placeStarts.get(words[at]!.lower);
  for (let to = most === undefined ? at : Math.min(at + most, words.length); to > at; to--) {
    const isRun = words.slice(at + 1, to).every(({ gap }) => gap === ' ');
    const name = words
      .slice(at, to)
      .map(({ lower }) => lower)
      .join(' ');
    if (isRun && index.places.has(name) && !index.common.has(name)) return to;
  }
  return index.demonyms.has(words[at]!.lower) && !index.common.has(words[at]!.lower) ? at + 1 : at;
}

/** The words of people's names: a given name and what follows it as a surname does, and that surname anywhere. */
function peopleIn(words: Small[], index: NameIndex): Set<number> {
  const found = new Set<number>();
  const borne = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const { lower } = words[at]!;
    // `mr`, `dr`: everyday words are titles too.
    const isAddress = index.honorifics.has(`${lower}.`) && !isGivenName(words[at + 1]?.lower ?? '', index);
    if (!isAddress && !isGivenName(lower, index)) continue;
    const surname = surnameAt(words, at, index);
    if (surname === null) continue;
    for (let part = at; part <= surname; part++) if (!isParticle(words[part]!.lower)) found.add(part);
    borne.add(words[surname]!.lower);
    if (!isAddress && !isPlain(lower, index)) borne.add(lower);
    at = surname;
  }
  for (const [at, { lower }] of words.entries())
    if (borne.has(lower) && !index.common.has(lower)) found.add(at);
  return found;
}

const isPlain = (lower: string, index: NameIndex) => index.common.has(lower) || index.places.has(lower);
const isParticle = (lower: string) => particles.has(lower) || innerParticles.has(lower);

/** Where the surname ends behind a given name or a form of address; null if none follows. */
function surnameAt(words: Small[], given: number, index: NameIndex): number | null {
  let at = given + 1;
  const follows = (next: number) => /^\.? $/.test(words[next]?.gap ?? '');
  while (follows(at) && at < given + 4 && (isParticle(words[at]!.lower) || words[at]!.lower.length === 1))
    at++;
  if (!follows(at)) return null;
  const { lower } = words[at]!;
  const isVerb = index.speech.has(lower) || index.personVerbs.has(lower);
  if (isVerb || lower.length < 2) return null;
  if (at > given + 1) return at;
  if (
    follows(at + 1) &&
    isGivenName(lower, index) &&
    !isPlain(lower, index) &&
    isListedSurname(words[at + 1]!.lower, index)
  )
    return isPlain(words[at + 1]!.lower, index) ? at : at + 1;
  const isListed = isListedSurname(lower, index);
  const isEveryday = index.common.has(lower);
  const isAddress = index.honorifics.has(`${words[given]!.lower}.`);
  if (!isAddress && isPlain(words[given]!.lower, index)) return isListed && !isEveryday ? at : null;
  if (!isEveryday) return isListed || !isKnownWord(lower) ? at : null;
  // `peter king said`, `anna brown, 45,`
  const next = words[at + 1];
  const isSubject = next !== undefined && next.gap === ' ' && index.speech.has(next.lower);
  return isListed && (isSubject || next?.gap.startsWith(',')) ? at : null;
}
