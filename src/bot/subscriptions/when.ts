import { plainWord, type Vocabulary } from '../../languages/vocabulary.ts';

type Words = Vocabulary['schedule'];

/** A schedule's days and its times, `HH:MM` in order; no times if it is `atOnce`. */
export type When = { weekdays: number[]; times: string[]; atOnce: boolean };

/** The hours by which a day can be divided evenly. */
export const evenHours = [1, 2, 3, 4, 6, 8, 12];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
/** More times a day than this are a mistake rather than a schedule. */
const maxTimes = 24;

/** Local times of day at an interval of `hours`, from midnight on. */
export function timesEvery(hours: number): string[] {
  return Array.from({ length: 24 / hours }, (_, i) => `${String(i * hours).padStart(2, '0')}:00`);
}

/**
 * Reads `weekdays 8:30`, `mon, thu 9 and 19`, `every day at 7 pm`, `every 3 hours`, `at once`, in any of the
 * languages. Days without a time give no times, a time without days means every day; null if a word isn't understood
 * or there is neither.
 */
export function parseWhen(typed: string, { schedule }: Vocabulary): When | null {
  const lower = inDigits(typed, schedule);
  const withoutAtOnce = lower.replace(schedule.atOnce, ' ');
  if (withoutAtOnce !== lower) {
    const rest = tokenize(withoutAtOnce, schedule);
    return rest.length === 0 ? { weekdays: everyDay, times: [], atOnce: true } : null;
  }
  const { rest, interval } = withoutInterval(lower, schedule);
  if (interval !== null && !evenHours.includes(interval)) return null;
  const read = tokenize(rest, schedule).map(word => readToken(word, interval === null, schedule));
  if (read.includes(null)) return null;
  const days = new Set(read.flatMap(each => each?.days ?? []));
  const exact = new Set(read.flatMap(each => each?.time ?? []));
  // `In the morning at 7` is at 7.
  const parts = exact.size > 0 ? [] : read.flatMap(each => each?.part ?? []);
  const times = new Set([...(interval === null ? [] : timesEvery(interval)), ...exact, ...parts]);
  if ((days.size === 0 && times.size === 0) || times.size > maxTimes) return null;
  return { weekdays: days.size === 0 ? everyDay : [...days].sort(), times: [...times].sort(), atOnce: false };
}

/** What is left without `every 3 hours` or `hourly`, and the hours it names; null if it isn't there. */
function withoutInterval(lower: string, words: Words): { rest: string; interval: number | null } {
  const [found, hours] = words.interval.exec(lower) ?? [];
  if (found !== undefined) return { rest: lower.replace(found, ' '), interval: Number(hours) };
  const rest = lower.replace(words.hourly, ' ');
  return { rest, interval: rest === lower ? null : 1 };
}

type Token = { days?: number[]; time?: string; part?: string };

/** The days or the time that a word names, or null if it names neither. */
function readToken(word: string, mayBeTime: boolean, words: Words): Token | null {
  const days = parseDays(word, words);
  if (days) return { days };
  const part = mayBeTime ? words.times.get(word) : undefined;
  if (part !== undefined) return { part };
  const time = mayBeTime ? parseTime(word) : null;
  return time === null ? null : { time };
}

/** Reads `22-7`, `from 22:00 to 7:30` as two local times of day; null for anything else. */
export function parseHours(typed: string, { schedule }: Vocabulary): { from: string; to: string } | null {
  const words = tokenize(inDigits(typed, schedule).replace(/[-–—]/g, ' '), schedule).filter(
    word => !schedule.bounds.has(word),
  );
  const [from, to, ...more] = words.map(word => schedule.times.get(word) ?? parseTime(word));
  return from && to && from !== to && more.length === 0 ? { from, to } : null;
}

function tokenize(lower: string, words: Words): string[] {
  return withPhrases(lower, words)
    .replace(
      /(\d)\s*(a\.?m\.?|p\.?m\.?)(?![a-z])/g,
      (_, digit: string, half: string) => `${digit}${half[0]}m`,
    )
    .split(/[\s,;]+/)
    .filter(word => word !== '' && !words.fillers.has(word));
}

/** In lower case, and `half past seven`, `19 Uhr 30`, `eight` as digits. */
function inDigits(typed: string, words: Words): string {
  return plainWord(typed)
    .replace(/[\s?!.…]{1,9}$/, '')
    .replace(words.offset, (_, offset: string, hour: string) =>
      clockTime(Number(words.numbers.get(hour) ?? hour) * 60 + words.offsets.get(offset)!),
    )
    .replace(words.number, name => words.numbers.get(name)!)
    .replace(words.hourAndMinutes, '$1:$2');
}

/** Phrases of several words as one each, and `7 in the evening` as `7pm`. */
function withPhrases(lower: string, words: Words): string {
  const timed = lower.replace(words.beforeNoon, '$1am').replace(words.afterNoon, '$1pm');
  return words.phrases.reduce((text, [phrase, word]) => text.replace(phrase, word), timed);
}

/** `HH:MM` of the minutes since midnight. */
function clockTime(minutes: number): string {
  const ofDay = (minutes + 24 * 60) % (24 * 60);
  return `${Math.floor(ofDay / 60)}:${String(ofDay % 60).padStart(2, '0')}`;
}

function parseDays(word: string, { days }: Words): number[] | null {
  const named = days.get(word.replace(/\.$/, ''));
  if (named) return named;
  const [from, to] = word.split(/[-–—]/);
  if (!from || !to) return null;
  const [first] = days.get(from.replace(/\.$/, '')) ?? [];
  const [last] = days.get(to.replace(/\.$/, '')) ?? [];
  if (first === undefined || last === undefined) return null;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, i) => ((first - 1 + i) % 7) + 1);
}

function parseTime(word: string): string | null {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.h]?([0-5]\d))?(am|pm)?$/.exec(word) ?? [];
  if (hours === undefined) return null;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  return hour > 23 ? null : `${String(hour).padStart(2, '0')}:${minutes}`;
}
