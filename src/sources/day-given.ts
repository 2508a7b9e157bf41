import { feedDate } from './feeds/feed-date.ts';

/** A day as a source gives it: as it is to be used, or not given, perhaps with a warning for the person loading it. */
export type DayGiven = { day?: string; warning?: string; odd?: OddDay };

/**
 * A day that is not given as `YYYY-MM-DD`: left empty, a word for a missing one, no day of the calendar, or written
 * in another form that could be read as `day`.
 */
export type OddDay = { kind: 'empty' | 'unknown' | 'no-day' | 'other-form'; value: string; day?: string };

/** What people and programs write for a missing value. */
const nothing =
  /^(?:unknown|none|null|nil|undefined|nan|n\/?a|not (?:available|given|known)|no date|tba|tbd|\?+|[-–—.]+|0+(?:-0+)*)$/i;

/**
 * The day of publication in ISO 8601 from what an article says: ISO 8601, RFC 822 or English words, a time since the
 * epoch. What is empty or no day counts as not given, with a warning: no article is refused for it.
 */
export function dayGiven(value: unknown, isDay: (text: string) => boolean): DayGiven {
  if (value === null || value === undefined) return {};
  if (typeof value === 'number') {
    const moment = new Date(value < 1e11 ? value * 1_000 : value);
    const year = Number.isNaN(moment.getTime()) ? 0 : moment.getUTCFullYear();
    if (year >= 1990 && year < 2100) return { day: `${moment.toISOString().slice(0, 19)}Z` };
  }
  const text = String(value).trim();
  if (text === '' || nothing.test(text))
    return {
      warning: `its date is ${JSON.stringify(value)}: taken as not given`,
      odd: { kind: text === '' ? 'empty' : 'unknown', value: text },
    };
  if (isDay(text)) return { day: text };
  const day = feedDate(text);
  if (day !== null) return { day, odd: { kind: 'other-form', value: text, day: day.slice(0, 10) } };
  return {
    warning: `its date is ${JSON.stringify(text.slice(0, 60))}, which is no day: taken as not given; write it as YYYY-MM-DD`,
    odd: { kind: 'no-day', value: text },
  };
}
