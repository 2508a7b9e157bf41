import { isOfPortfolio } from '../../entities/mentions/entity.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import { isUnambiguousDate } from '../../text/calendar.ts';
import { subjectPronouns } from '../../text/pronouns.ts';
import type { Word } from '../../tokens/words.ts';
import {
  determiner,
  headIn,
  isOfficeWord,
  isPossessive,
  link,
  longest,
  mark,
  type Names,
  officeAt,
  pluralTopic,
} from './role-phrase.ts';

/**
 * Where the words of an office before `to` begin, and where the first everyday noun among them is. Such nouns
 * belong to an office apart from the name once a link before them is met.
 */
export function officeStart(
  words: Word[],
  to: number,
  sentence: number,
  isApart: boolean,
  names: Names,
  index: NameIndex,
): { start: number; everyday: number } {
  // `the chief of staff, X`, `second gentleman X`: the words of one office are looked at together.
  let start = longOfficeStart(words, to, index);
  let isLoose = false;
  let everyday = to;
  for (let at = start - 1; at >= to - longest && words[at]?.sentence === sentence; at--) {
    const word = words[at]!;
    const isRole = isRoleWord(word, index) || word.text === ',';
    if (
      endsOffice(words, at, to, index) ||
      (!isRole && !(isApart && (/^(NOUN|ADJ)$/.test(word.pos) || pluralTopic.has(word.lower))))
    )
      break;
    isLoose = !isRole || (isLoose && !link.has(word.lower));
    if (!isRole && everyday === to) everyday = at;
    if (isLoose) continue;
    if (opensSentence(word, index) || isOtherPart(words, at, to, names, index)) break;
    start = at;
  }
  return { start, everyday };
}

/** Where an office of several words begins that ends at `to`; `to` if there is none. */
function longOfficeStart(words: Word[], to: number, index: NameIndex): number {
  for (let length = longestOfList; length > 1; length--)
    if (to >= length && officeAt(words, to - length, to, index) === length) return to - length;
  return to;
}

const longestOfList = 4;

function endsOffice(words: Word[], at: number, to: number, index: NameIndex): boolean {
  const word = words[at]!;
  if (mark.has(word.text)) return word.text !== ',' || !isOfPortfolio(words, at, index);
  if (/^(the|a|an)$/.test(word.lower) && !inOffice(words, at, to, index)) return true;
  return at + 1 < to && words[at + 1]!.runTogether;
}

export function opensSentence(word: Word, index: NameIndex): boolean {
  return (
    word.isSentenceStart && index.common.has(word.lower) && !isOfficeWord(word, index) && word.pos !== 'PROPN'
  );
}

/** `Miller and President X`: what is before the link is not part of the office. */
function isOtherPart(words: Word[], at: number, to: number, names: Names, index: NameIndex): boolean {
  if (words[at]!.lower !== 'and' || isOfPortfolio(words, at, index) || joinsMatters(words, at, to, index))
    return false;
  // `the embassy in Tarn and the Union's ambassador, X`
  if (words[at + 1]!.lower === 'the' && words.slice(at + 2, to).some(isPossessive)) return true;
  return endsName(at - 1, names) || !words[at - 1] || !isOfficeWord(words[at - 1]!, index);
}

/** `the minister for roads and bridges, X`: two matters in everyday words, which an office is for. */
function joinsMatters(words: Word[], at: number, to: number, index: NameIndex): boolean {
  if (words[at + 1]!.isCapitalized) return joinsTitledMatters(words, at, to, index);
  const isMatter = (word: Word | undefined) =>
    word !== undefined && word.pos === 'NOUN' && !word.isCapitalized && !index.offices.has(word.lower);
  if (at + 2 !== to || !isMatter(words[at - 1]) || !isMatter(words[at + 1])) return false;
  return /^(?:of|for)$/.test(words[at - 2]?.lower ?? '') && index.offices.has(words[at - 3]?.lower ?? '');
}

/** `Director of Emergency Services and Planning X`, `Secretary of State for Northern and Rural Affairs X` */
function joinsTitledMatters(words: Word[], at: number, to: number, index: NameIndex): boolean {
  const isMatter = ({ isCapitalized, lower }: Word) => isCapitalized && !index.offices.has(lower);
  let from = at - 1;
  while (from > at - longestMatter && words[from] !== undefined && isMatter(words[from]!)) from--;
  const isOpened = from < at - 1 && /^(?:of|for)$/.test(words[from]?.lower ?? '');
  if (!isOpened || to - at > longestMatter || !words.slice(at + 1, to).every(isMatter)) return false;
  const isOffice = (word: Word | undefined) => index.offices.has(word?.lower ?? '');
  return isOffice(words[from - 1]) || (words[from - 2]?.lower === 'of' && isOffice(words[from - 3]));
}

const longestMatter = 5;

/** `senators and President X`, `an adviser to President X`, `a clerk in President X’s office`: who comes first is another person. */
export function behindOther(words: Word[], from: number, to: number, index: NameIndex): number {
  for (let at = to - 2; at > from; at--) {
    const { lower } = words[at]!;
    if (!/^(and|to|for|of|with|in|at|under)$/.test(lower)) continue;
    // `editor in chief`
    if (lower === 'in' && words[at + 1]!.lower === 'chief') continue;
    const next = determiner.has(words[at + 1]!.lower) ? at + 2 : at + 1;
    const head = headIn(words, next, to, index);
    const first = headIn(words, from, at, index);
    if (head?.to === to) {
      const isOne =
        first === null ? joinsAdjectives(words, at, index) : !/[^s]s$/.test(words[first.to - 1]!.lower);
      const isCandidate = first !== null && candidate.test(words[first.to - 1]!.lower);
      return (lower === 'and' && isOne) || (lower === 'for' && isCandidate) ? from : next;
    }
    // `a merger with Norland to Speaker of the House X`: an office with its complement after the link.
    if (head?.from === next && first === null && /^(to|for|with)$/.test(lower)) return next;
  }
  return from;
}

/** `an adviser to Torva's chief of staff, X`: who is named is the last of them. */
export function behindOwner(words: Word[], from: number, to: number, index: NameIndex): number {
  for (let at = to - 2; at > from; at--) {
    if (!isPossessive(words[at]!)) continue;
    const first = headIn(words, from, at, index);
    const isOfAnother = first !== null && /^(?:to|for|of)$/.test(words[first.to]?.lower ?? '');
    return isOfAnother && headIn(words, at + 1, to, index)?.to === to ? at + 1 : from;
  }
  return from;
}

/** `candidate for mayor X`: not the mayor. */
const candidate = /^(?:candidate|contender|hopeful|nominee|aspirant|challenger)$/;

/** `Political and Foreign Policy Analyst`: an adjective that goes with the head after the link. */
function joinsAdjectives(words: Word[], at: number, index: NameIndex): boolean {
  const before = words[at - 1]!;
  return (
    before.isCapitalized && /(?:al|ic|ive|ary|ous)$/.test(before.lower) && !index.demonyms.has(before.lower)
  );
}

export function endsName(at: number, names: Names): boolean {
  return nameStart(at, names) !== null;
}

/** Where the name begins that ends with a word; null if none does. */
export function nameStart(at: number, names: Names): number | null {
  for (let from = at; from > at - 5; from--) if (names.get(from) === at + 1) return from;
  return null;
}

/** Whether `the` is inside a complement: `head of the Red Cross`. */
function inOffice(words: Word[], at: number, to: number, index: NameIndex): boolean {
  return at + 1 < to && link.has(words[at - 1]?.lower ?? '') && !index.offices.has(words[at + 1]!.lower);
}

/** `On Monday President X`, `Yesterday ministers X and Y`: the day is no part of the office. */
export function isDayName(lower: string): boolean {
  return isUnambiguousDate(lower) || dayWords.has(lower);
}

const dayWords: ReadonlySet<string> = new Set('april june yesterday today tomorrow'.split(' '));

const endsRole: ReadonlySet<string> = new Set("i'm i’m that who which when said says".split(' '));

function isRoleWord(word: Word, index: NameIndex): boolean {
  if (isDayName(word.lower)) return false;
  if (subjectPronouns.has(word.lower) || endsRole.has(word.lower)) return false;
  if (link.has(word.lower) || isPossessive(word) || determiner.has(word.lower)) return true;
  if (word.isCapitalized) return word.pos !== 'PRON';
  return isOfficeWord(word, index) || /^\p{Ll}+-\p{Ll}+$/u.test(word.text) || word.lower === 'general';
}
