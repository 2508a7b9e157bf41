import { daysBetween } from '../text/calendar.ts';
import type { FoundDate } from './reconcile.ts';

/** Days after its publication that an article may date something done: time zones, and slips of a day or two. */
const slack = 31;
/** Days around its publication in which an article is likely to date something with its year. */
const plausible = 400;

/**
 * Whether what an article reports contradicts its day of publication: something was done on dates with a year that lie
 * after it, and no date with a year lies shortly before it. `1970-01-01` and the day of an import are such.
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
  return after.length > 0 && fitting.length === 0;
}

const firstDay = (value: string) => value.split('/')[0]!.padEnd(10, '-01').slice(0, 10);
const lastDay = (value: string) => {
  const last = value.split('/').at(-1)!;
  return last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-28` : last;
};
