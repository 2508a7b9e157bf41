import { memoize } from '../../system/memoize.ts';
import type { Span } from './span.ts';

/**
 * What a report of an event is worth, by the days between the event and the article's publication. Articles return to
 * the key dates of a story much later; a fresh report is its article's own news; an announced event has not happened.
 * Tuned on the six timelines of timelines-dev.
 */
const weightByLag: readonly { until: number; weight: number }[] = [
  { until: -1, weight: 0.25 },
  { until: 1, weight: 1.5 },
  { until: 30, weight: 0.75 },
  { until: Number.POSITIVE_INFINITY, weight: 5 },
];
/** The lag of an article without a day. */
const unknownLag = 2;
/** A report near the top of an article, up to this offset (UTF-16 code units), is its lead. */
const leadEnd = 1000;
const leadWeight = 1.5;
const approximateWeight = 0.5;
/** A day before the oldest article has no fresh reports, so a later one, within a month, counts this much. */
const beforeLibraryWeight = 2;
const month = 30;
/** The newest day counts this much more, as nothing can have returned to it yet; half of that for each day before. */
const newestBonus = 1;

/** Where a report is: `day` is its article's, '' if unknown; `start` in UTF-16 code units. */
export type Placed = { day: string; start: number };

/** What a report of an event of a day weighs whatever else the library holds: this is kept with the event. */
export function keptWeight(date: string, { day, start }: Placed): number {
  return weightAt(lagOf(date, day), start);
}

function weightAt(lag: number, start: number): number {
  return lagWeight(lag) * (start < leadEnd ? leadWeight : 1);
}

/** A report with what it weighs by itself, `kept`, and its `weight` in a library of some time. */
export type Weighed = Placed & { approximate: number; kept: number; weight: number };
export type Unweighed<Report extends Weighed> = Omit<Report, 'kept' | 'weight'>;

/** Says in place of each report of a day what it weighs in a library of this time; gives the same reports. */
export function weighReports<Report extends Weighed>(
  date: string,
  own: Span | null,
  reports: Unweighed<Report>[],
): Report[] {
  const isEarly = isBeforeLibrary(date, own);
  const fresh = freshness(date, own);
  const weighed = reports as Report[];
  for (const report of weighed) {
    const lag = lagOf(date, report.day);
    const isBefore = isEarly && lag >= 0 && lag <= month;
    report.kept = weightAt(lag, report.start);
    report.weight =
      report.kept *
      (isBefore ? beforeLibraryWeight / lagWeight(lag) : 1) *
      (report.approximate === 1 ? approximateWeight : 1) *
      fresh;
  }
  return weighed;
}

/** What a day's reports weigh in a library of this time, from what they weigh by themselves. */
export function dayWeight(date: string, own: Span | null, kept: number): number {
  const isEarly = isBeforeLibrary(date, own) && lagOf(date, own!.first) <= month;
  return kept * (isEarly ? beforeLibraryWeight / lagWeight(month) : 1) * freshness(date, own);
}

/** From this many days before the newest on, a day counts no more for being new: half of a bit of the last place. */
const freshDays = 53;

/**
 * Of which days `dayWeight` is what their reports weigh by themselves, as a condition of SQL on `date`; `bounds` gives
 * the values of its parameters in a library of this time.
 */
export const evenlyWeighed = {
  sql: '(date <= :newest and (date < :early or date >= :first))',
  bounds(own: Span | null): { newest: string; early: string; first: string } {
    if (own === null) return { newest: '9', early: '9', first: '9' };
    return { newest: dayAfter(own.last, -freshDays), early: dayAfter(own.first, -month), first: own.first };
  },
};

/** The other days: ranges of them, both ends included, that have none in common. */
export function unevenlyWeighed(own: Span | null): { from: string; to: string }[] {
  if (own === null) return [];
  const { newest, early, first } = evenlyWeighed.bounds(own);
  const beforeFirst = dayAfter(first, -1);
  return [
    { from: dayAfter(newest, 1), to: '9' },
    { from: early, to: beforeFirst < newest ? beforeFirst : newest },
  ];
}

function dayAfter(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
}

function lagOf(date: string, day: string): number {
  return day === '' ? unknownLag : daysBetween(date, day);
}

function lagWeight(lag: number): number {
  return weightByLag.find(({ until }) => lag <= until)!.weight;
}

function isBeforeLibrary(date: string, own: Span | null): boolean {
  return own !== null && date < own.first;
}

function freshness(date: string, own: Span | null): number {
  return own === null ? 1 : 1 + newestBonus * 0.5 ** Math.max(0, daysBetween(date, own.last));
}

/** From one day to another, negative if the other is earlier. */
function daysBetween(from: string, to: string): number {
  return dayNumber(to.length === 10 ? to : to.slice(0, 10)) - dayNumber(from);
}

const dayNumber = memoize((day: string) => Date.parse(day) / 86_400_000, 5000);
