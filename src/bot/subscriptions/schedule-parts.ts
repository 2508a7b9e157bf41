import { distance } from 'fastest-levenshtein';
import { plainWord, type Vocabulary } from '../../languages/vocabulary.ts';
import { parseWhen, type When } from './when.ts';

type Words = Vocabulary['schedule'];

/** Some neighbouring words of a sentence that are about days or times. */
export type Part = { from: number; to: number; when: When | 'mixed' };

/** A shorter word is near to too many others; so is a shorter one that is meant. */
const shortestMisspelt = 4;
const shortestMeant = 5;

/** Whether a pattern is found in a text; it may be one for all its places. */
export function isWithin(text: string, pattern: RegExp): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** The longest runs of words of days and times, from left to right. */
export function partsIn(words: readonly string[], vocabulary: Vocabulary): Part[] {
  const { schedule } = vocabulary;
  if (isWithin(plainWord(words.join(' ')), schedule.atOnce)) return atOnceAtEnd(words, vocabulary);
  const isNamed = words.some(word => bare(word).length > longestShort && schedule.days.has(bare(word)));
  const isKnown = words.map(
    (word, at) =>
      (isOfSchedule(word, schedule) && !(isNamed && isShortDay(word, schedule))) || isHalfOfDay(words, at),
  );
  const parts: Part[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!isKnown[from]) continue;
    const unknown = isKnown.indexOf(false, from);
    const part = longestPart(words, from, unknown < 0 ? words.length : unknown, vocabulary);
    if (part === null) continue;
    parts.push(part);
    from = part.to - 1;
  }
  return parts;
}

/** Of one language they are words of another, `do` and `so`: no days where a day is named in full. */
const longestShort = 2;

function isShortDay(word: string, { days }: Words): boolean {
  return bare(word).length <= longestShort && days.has(bare(word));
}

/** What comes at once is said at the end: in the middle, `live` and `instant` are words of what is asked for. */
function atOnceAtEnd(words: readonly string[], vocabulary: Vocabulary): Part[] {
  for (let from = 0; from < words.length; from += 1) {
    const when = parseWhen(words.slice(from).join(' '), vocabulary);
    if (when !== null && when !== 'mixed' && when.atOnce) return [{ from, to: words.length, when }];
  }
  return [];
}

function longestPart(
  words: readonly string[],
  from: number,
  end: number,
  vocabulary: Vocabulary,
): Part | null {
  const { schedule } = vocabulary;
  const read = (first: number, to: number) => parseWhen(words.slice(first, to).join(' '), vocabulary);
  for (let to = end; to > from; to -= 1) {
    // `Mondays at 9 on NATO`, `at 9, not sports`: the last word leads to what is asked for.
    const last = bare(words[to - 1]!);
    const isOfHour = schedule.units.has(last) || isHalfOfDay(words, to - 1);
    if (schedule.except.has(last) || (schedule.fillers.has(last) && !isOfHour)) continue;
    const when = read(from, to);
    if (when === null || !isClear(words, from, to, vocabulary)) continue;
    const every = firstRepeated(words, from, to, schedule);
    const own = every === from ? null : read(every, to);
    const isOwn = own !== null && own !== 'mixed' && own.areDaysNamed && own.times.length > 0;
    return isOwn ? { from: every, to, when: own } : { from, to, when };
  }
  return null;
}

/** Whether what ends at a word says which digest is meant: `a Friday` in `a Friday digest`. */
export function isOfDigest(words: readonly string[], to: number, { requests }: Vocabulary): boolean {
  return requests.digests.has(bare(words[to] ?? ''));
}

/** A number alone or a name with a capital, as in `the Morning Star`, may be something else within a sentence. */
function isClear(words: readonly string[], from: number, to: number, vocabulary: Vocabulary): boolean {
  const { schedule } = vocabulary;
  const own = words.slice(from, to).filter(word => !schedule.fillers.has(bare(word)));
  if (own.length === 1 && to - from === 1 && /^\d{1,4}$/.test(bare(own[0]!))) return false;
  const isAside = (from === 0 && !isInName(words, to, vocabulary)) || to === words.length;
  const isPlain = own.some(word => !/^\p{Lu}/u.test(word));
  return (
    isAside ||
    isPlain ||
    isOfDigest(words, to, vocabulary) ||
    isWithin(plainWord(own.join(' ')), schedule.repeated)
  );
}

/** Whether what begins a sentence goes on as a name does: `Saturday Night Fever`. */
function isInName(words: readonly string[], to: number, { requests }: Vocabulary): boolean {
  const next = words[to] ?? '';
  return (
    to > 1 && /^\p{Lu}/u.test(next) && !requests.news.includes(bare(next)) && !/[,;:]$/.test(words[to - 1]!)
  );
}

/** Where `every Monday at 8` begins in `Black Friday every Monday at 8`; the beginning if anything else leads to it. */
function firstRepeated(words: readonly string[], from: number, to: number, schedule: Words): number {
  for (let at = from; at < to; at += 1) {
    const word = bare(words[at]!);
    if (isWithin(word, schedule.repeated)) return at;
    if (!schedule.days.has(word) && !/^\d/.test(word)) return from;
  }
  return from;
}

/** `pm` in `6 pm`. */
function isHalfOfDay(words: readonly string[], at: number): boolean {
  return /^[ap]\.?m$/.test(bare(words[at]!)) && /\d$/.test(words[at - 1] ?? '');
}

/** `mon-fri`, `8:30`, `8ish`, `Sat/Sun`. */
function isOfSchedule(word: string, { known }: Words): boolean {
  const parts = bare(word)
    .split(/[-–—/+&@]/)
    .filter(Boolean);
  return (
    /^[-–—/+&@]$/.test(word) ||
    (parts.length > 0 && parts.every(part => known.has(part) || /^\d{1,2}\D{0,4}\d{0,2}\D{0,4}$/.test(part)))
  );
}

function bare(word: string): string {
  return plainWord(word).replace(/^[,;:.(]{1,9}|(?<![,;:.!?)])[,;:.!?)]{1,9}$/g, '');
}

/** A text with misspelt words of days and times as they are meant: `evry` as `every`; names, with a capital, are left. */
export function corrected(typed: string, { schedule }: Vocabulary): string {
  return typed
    .split(/(\s+)/)
    .map(word => (/^\p{Ll}/u.test(word) && !schedule.known.has(bare(word)) ? nearest(word, schedule) : word))
    .join('');
}

/** The one word of a schedule that is a letter away from another or has two of its letters the other way round. */
function nearest(word: string, { known }: Words): string {
  const plain = bare(word);
  if (plain.length < shortestMisspelt || !/^[\p{L}']+$/u.test(plain)) return word;
  const near = [...known].filter(
    each =>
      each.length >= shortestMeant &&
      each[0] === plain[0] &&
      Math.abs(each.length - plain.length) <= 1 &&
      (distance(each, plain) === 1 || isSwapped(each, plain)),
  );
  // `Weekdy` rather lacks a letter than has a wrong one.
  const longer = near.filter(each => each.length > plain.length);
  const [one, ...others] = near.length > 1 && longer.length > 0 ? longer : near;
  return one !== undefined && others.length === 0 ? one : word;
}

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a.length === b.length && `${a.slice(0, at)}${a[at + 1] ?? ''}${a[at]}${a.slice(at + 2)}` === b;
}
