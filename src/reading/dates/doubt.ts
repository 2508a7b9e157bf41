import { daysBetween, weekdayNumber, weekdayOf } from '../text/calendar.ts';
import { weekday } from './forms/lexicon.ts';
import type { FoundDate } from './reconcile.ts';

/** Days after its publication that an article may date something done: time zones, and slips of a day or two. */
const slack = 31;
/** Days around its publication in which an article is likely to date something with its year. */
const plausible = 400;

/**
 * Whether what an article reports contradicts its day of publication: something was done on dates with a year that lie
 * after it, and no date with a year lies shortly before it; or its weekdays are those of another year. `1970-01-01` and
 * the day of an import are such.
 */
export function contradictsPublication(dates: readonly FoundDate[], published: string): boolean {
  const explicit = dates
    .filter(date => date.basis === 'explicit' && date.value !== null)
    .map(({ value, tense }) => ({
      away: daysBetween(published, lastDay(value!)),
      first: daysBetween(published, firstDay(value!)),
      tense,
    }));
  const after = explicit.filter(({ first, tense }) => tense === 'past' && first > slack);
  const fitting = explicit.filter(({ away, first }) => away >= -plausible && first <= slack);
  return (after.length > 0 && fitting.length === 0) || contradictsCalendar(dates);
}

/** One wrong pair of a weekday and a day may be a slip. */
const fewestPairs = 2;
const paired = new RegExp(`(?:^|\\s)(?<w>${weekday}),?\\s+(?:the\\s+)?(?:\\p{Lu}|\\d)`, 'u');

/** Whether all days that an article gives with their weekdays fall on others in the year counted from its publication. */
function contradictsCalendar(dates: readonly FoundDate[]): boolean {
  const wrong = new Set<string>();
  for (const { text, value, basis } of dates) {
    const named =
      basis === 'year-inferred' && value?.length === 10 ? paired.exec(text)?.groups?.w : undefined;
    if (named === undefined) continue;
    if (weekdayOf(value!) === weekdayNumber(named)) return false;
    wrong.add(value!);
  }
  return wrong.size >= fewestPairs;
}

const firstDay = (value: string) => value.split('/')[0]!.padEnd(10, '-01').slice(0, 10);
const lastDay = (value: string) => {
  const last = value.split('/').at(-1)!;
  return last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-28` : last;
};
