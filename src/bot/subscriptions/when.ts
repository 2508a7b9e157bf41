import type { Vocabulary } from '../../languages/vocabulary.ts';
import { clockTimes, inDigits, readTokens, type Token, tokenize } from './when-tokens.ts';

/** A schedule's days, every one if none is named, and its times, `HH:MM` in order; no times if it is `atOnce`. */
export type When = { weekdays: number[]; areDaysNamed: boolean; times: string[]; atOnce: boolean };

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
 * Reads `weekdays 8:30`, `mon, thu 9 and 19`, `every day except Sunday at 7 pm`, `every 3 hours`, `at once`, in any
 * of the languages. Days without a time give no times, a time without days means every day; null if a word isn't
 * understood or there is neither; `mixed` if some days have other times than others, `mon at 8 and fri at 18`.
 */
export function parseWhen(typed: string, { schedule }: Vocabulary): When | 'mixed' | null {
  const lower = inDigits(typed, schedule, { ranges: false });
  const withoutAtOnce = lower.replace(schedule.atOnce, ' ');
  if (withoutAtOnce !== lower) {
    const rest = tokenize(withoutAtOnce, schedule).filter(word => !schedule.fillers.has(word));
    return rest.length === 0 ? { weekdays: everyDay, areDaysNamed: false, times: [], atOnce: true } : null;
  }
  const withoutWeekly = lower.replace(schedule.weekly, ' ');
  const { rest, interval } = withoutInterval(withoutWeekly, schedule);
  if (interval !== null && !evenHours.includes(interval)) return null;
  const tokens = readTokens(tokenize(rest, schedule), schedule);
  if (!tokens || (interval !== null && tokens.some(isOfTime))) return null;
  if (isMixed(tokens)) return 'mixed';
  const weekdays = chosenDays(tokens);
  const times = new Set(interval === null ? clockTimes(tokens) : timesEvery(interval));
  if ((weekdays === null && times.size === 0) || times.size > maxTimes || weekdays?.length === 0) return null;
  // `Weekly at 8` is not every day at 8.
  if (weekdays === null && withoutWeekly !== lower) return null;
  return {
    weekdays: weekdays ?? everyDay,
    areDaysNamed: weekdays !== null,
    times: [...times].sort(),
    atOnce: false,
  };
}

/** Reads `22-7`, `from 22:00 to 7:30` as two local times of day; null for anything else. */
export function parseHours(typed: string, { schedule }: Vocabulary): { from: string; to: string } | null {
  const { fillers, from: before, to: between } = schedule;
  const words = tokenize(inDigits(typed, schedule, { ranges: true }).replace(/[-–—]/g, ' '), schedule).filter(
    word => !fillers.has(word) && !before.has(word) && !between.has(word),
  );
  const read = readTokens(words, schedule);
  const times = read?.every(isOfTime) ? read.flatMap(each => clockTimes([each])) : [];
  const [from, to, ...more] = times;
  return from && to && from !== to && more.length === 0 ? { from, to } : null;
}

/** What is left without `every 3 hours` or `hourly`, and the hours it names; null if it isn't there. */
function withoutInterval(
  lower: string,
  words: Vocabulary['schedule'],
): { rest: string; interval: number | null } {
  const [found, hours] = words.interval.exec(lower) ?? [];
  if (found !== undefined) return { rest: lower.replace(found, ' '), interval: Number(hours) };
  const rest = lower.replace(words.hourly, ' ');
  return { rest, interval: rest === lower ? null : 1 };
}

/** The days named, without those left out; null if none is. */
function chosenDays(tokens: Token[]): number[] | null {
  const named = tokens.flatMap(each => (each.kind === 'days' ? each.days : []));
  const leftOut = tokens.flatMap(each => (each.kind === 'except' ? each.days : []));
  if (named.length === 0 && leftOut.length === 0) return null;
  const days = new Set(named.length === 0 ? everyDay : named);
  return [...days].filter(day => !leftOut.includes(day)).sort();
}

/** Whether days with a time are followed by other days with another, or times with days by others. */
function isMixed(tokens: Token[]): boolean {
  const named = tokens.filter(each => each.kind !== 'except');
  const [first] = named;
  if (!first) return false;
  const groups: Token[][] = [[]];
  for (const token of named) {
    const isOfFirstKind = isOfTime(token) === isOfTime(first);
    const isComplete = groups.at(-1)!.some(each => isOfTime(each) !== isOfTime(first));
    if (isOfFirstKind && isComplete) groups.push([]);
    groups.at(-1)!.push(token);
  }
  const full = groups.filter(group => group.some(isOfTime) && !group.every(isOfTime));
  const different = (part: (group: Token[]) => unknown[] | null) =>
    new Set(full.map(group => JSON.stringify(part(group)))).size > 1;
  return different(chosenDays) && different(clockTimes);
}

function isOfTime({ kind }: Token): boolean {
  return kind === 'time' || kind === 'part';
}
