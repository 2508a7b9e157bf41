import { addDays, dayOf, daysBetween, monthOf, parts, weekdayOf } from '../../text/calendar.ts';
import type { Tense } from '../../tokens/tense/tense.ts';
import type { Passage } from './form.ts';

/** Which occurrence is meant is settled by the day of publication (`anchor`) and the tense. */

/** Days on the wrong side of the anchor beyond which a day is taken to be of another year. */
const slack = 45;
/** Days before the anchor that something may have that `will` be done: some articles are dated after they were written. */
const late = 14;
/** Days after the anchor that something done may have: some articles are dated a day or two early. */
const ahead = 2;

/**
 * A day without its year: the nearest one that the tense allows; null if there is no such day.
 * @param isDone whether something was done on that day for certain, so that it cannot lie ahead
 */
export function yearlessDay(
  anchor: string,
  month: number,
  day: number,
  tense: Tense,
  isDone = false,
): string | null {
  const [year] = parts(anchor);
  // Most years have no 29 February.
  const reach = month === 2 && day === 29 ? 8 : 1;
  const years = Array.from({ length: 2 * reach + 1 }, (_, index) => year - reach + index);
  return nearest(
    years.flatMap(of => dayOf(of, month, day) ?? []),
    anchor,
    tense,
    isDone,
  );
}

/** A month without its year, as `YYYY-MM`. */
export function yearlessMonth(anchor: string, month: number, tense: Tense): string {
  const [year, anchorMonth] = parts(anchor);
  if (month === anchorMonth && !looksAhead(tense)) return monthOf(year, month);
  const candidates = [year - 1, year, year + 1].flatMap(of => dayOf(of, month, 15) ?? []);
  const bySense = (ahead: boolean) =>
    candidates.filter(day =>
      ahead ? day.slice(0, 7) >= anchor.slice(0, 7) : day.slice(0, 7) <= anchor.slice(0, 7),
    );
  if (looksAhead(tense) || tense === 'present')
    return (nearest(bySense(true), anchor, 'open') ?? candidates[1]!).slice(0, 7);
  if (tense === 'past') return (nearest(bySense(false), anchor, 'open') ?? candidates[1]!).slice(0, 7);
  return nearest(candidates, anchor, 'open')!.slice(0, 7);
}

/** `this June`, `next June`, and the last one by any other word. */
export function namedMonth(anchor: string, month: number, which: string): string {
  const [of, now] = parts(anchor);
  if (which === 'this') return monthOf(of, month);
  if (which === 'next') return monthOf(month > now ? of : of + 1, month);
  return monthOf(month < now ? of : of - 1, month);
}

function nearest(candidates: string[], anchor: string, tense: Tense, isDone = false): string | null {
  const cost = (day: string) => {
    const away = daysBetween(anchor, day);
    const wrong =
      (tense === 'past' && away > (isDone ? ahead : slack)) ||
      (tense === 'planned' && away < -slack) ||
      (tense === 'future' && away < -late);
    return Math.abs(away) + (wrong ? 1_000 : 0) + (away > 0 ? 0.5 : 0);
  };
  return [...candidates].sort((a, b) => cost(a) - cost(b))[0] ?? null;
}

/**
 * A day of the year that the passage is about rather than of the nearest one: `The first talks took place in February
 * 2022. … On March 10, the ministers met`. Null if there is none, where the tense looks ahead, and where the nearest
 * day is so near the anchor that the article's own news may be meant.
 */
export function dayInPassage(
  passage: Passage,
  nearest: string | null,
  anchor: string,
  month: number,
  day: number,
  tense: Tense,
): string | null {
  if (looksAhead(tense)) return null;
  if (passage.year !== null) return notAfter(dayOf(passage.year, month, day), anchor);
  if (passage.date === null || tense === 'present') return null;
  const isYear = passage.date.length === 4;
  const news = isYear ? recentAfterYear : recent;
  const isNews = nearest !== null && nearest <= anchor && daysBetween(nearest, anchor) <= news;
  if (isNews && !passage.isOwn) return null;
  const [of] = parts(passage.date);
  if (isYear) return notAfter(dayOf(of, month, day), anchor);
  const from = passage.date.length === 10 ? passage.date : `${passage.date.slice(0, 7)}-15`;
  // An account goes forward, but for a few weeks.
  const away = (candidate: string) => {
    const days = daysBetween(from, candidate);
    return days < -back ? 366 - days : Math.abs(days);
  };
  const candidates = [of - 1, of, of + 1].flatMap(year => notAfter(dayOf(year, month, day), anchor) ?? []);
  return candidates.sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** Days that an account goes back from one day to the next. */
const back = 60;
/** Days before the anchor within which a day is news rather than part of an account of the past. */
const recent = 120;
/** The same where the passage began with a year: `In 2019 the mine was sold. On November 20 the gates were shut.` */
const recentAfterYear = 45;

/** Years that an account lies back to be history: of nearer years a month without one is as likely the last of its name. */
const fewestYears = 10;
/** Months before the anchor within which a month is news: where it begins its sentence as an account does, and elsewhere. */
const recentMonths = { opening: 1, other: 6, account: 3 };
/** Months that an account goes back from one sentence to the next. */
const monthsBack = 3;

/**
 * A month of the year that the section is headed with, or of the long past that the passage is about: `In 1998 he moved to
 * Tarn. In March he married.` Null where nothing says so, where the tense looks ahead, and where the nearest month is so
 * near the anchor that news may be meant.
 * @param opens whether the month begins its sentence
 */
export function monthInPassage(
  { section, year, date, isAccount }: Passage,
  nearest: string,
  anchor: string,
  month: number,
  tense: Tense,
  opens: boolean,
): string | null {
  if (looksAhead(tense)) return null;
  const ofYear = (of: number) => {
    const value = monthOf(of, month);
    return value <= anchor.slice(0, 7) ? value : null;
  };
  if (section !== null) return ofYear(section);
  const [anchorYear, at] = parts(anchor);
  const told = year ?? (date === null ? null : parts(date)[0]);
  if (told === null || tense !== 'past') return null;
  if (anchorYear - told < fewestYears)
    return opens ? monthOfAccount(date, nearest, anchor, month, isAccount) : null;
  if (year !== null) return ofYear(year);
  const [ofNearest, nearestMonth] = parts(nearest);
  const away = (anchorYear - ofNearest) * 12 + at - nearestMonth;
  if (away >= 0 && away <= (opens ? recentMonths.opening : recentMonths.other)) return null;
  const [of, from] = parts(date!);
  if (from === 0) return ofYear(of);
  return opens ? ofYear(month >= from - monthsBack ? of : of + 1) : null;
}

/**
 * The month of an account that is a year old or more: `In May 2024 she became minister. In October she resigned.` Null
 * where the account is of a mere year or goes back, and where the last such month is recent enough to be news unless the
 * sentence before began with its month too.
 */
function monthOfAccount(
  date: string | null,
  nearest: string,
  anchor: string,
  month: number,
  isAccount: boolean,
): string | null {
  if (date === null || date.length < 'YYYY-MM'.length) return null;
  const monthsBetween = (from: string, to: string) => {
    const [[of, first], [year, last]] = [parts(from), parts(to)];
    return (year - of) * 12 + last - first;
  };
  if (monthsBetween(date, anchor) < 12) return null;
  if (!isAccount && monthsBetween(nearest, anchor) <= recentMonths.account) return null;
  const [of, from] = parts(date);
  return month > from ? monthOf(of, month) : null;
}

const notAfter = (day: string | null, anchor: string) => (day !== null && day <= anchor ? day : null);

const looksAhead = (tense: Tense) => tense === 'future' || tense === 'planned';

/**
 * A weekday: on or before the anchor after a verb in the past tense, on or after it when it looks ahead. Six
 * days ahead is yesterday's weekday, which without a plain `will` is yesterday: articles are often dated a
 * day after they were written. Where the verb does not decide it is the nearest, rather before than after.
 * @param filed in the first sentences after the dateline of a wire report, which tell what is new, six days back is
 * tomorrow: some are dated ahead, or come from where it is tomorrow already
 */
export function weekdayNear(anchor: string, weekday: number, tense: Tense, filed = false): string {
  const on = weekdayOf(anchor);
  const back = (on - weekday + 7) % 7;
  const ahead = (weekday - on + 7) % 7;
  if (tense === 'past') return addDays(anchor, filed && back === 6 ? 1 : -back);
  if (tense === 'future') return addDays(anchor, ahead);
  if (tense === 'planned' || tense === 'present') return addDays(anchor, ahead === 6 ? -1 : ahead);
  return addDays(anchor, back <= ahead * 1.5 ? -back : ahead);
}

/** `later Wednesday`: the nearest one, before rather than after. */
export function closestWeekday(anchor: string, weekday: number): string {
  const back = (weekdayOf(anchor) - weekday + 7) % 7;
  return addDays(anchor, back <= 3 ? -back : 7 - back);
}

/** `last Friday` is before the anchor, and not the day before, `next Friday` in the week after it, `this Friday` in its week or soon. */
export function namedWeekday(anchor: string, weekday: number, which: string, tense: Tense): string {
  const on = weekdayOf(anchor);
  const back = ((on - weekday + 6) % 7) + 1;
  // Yesterday would be called by its name alone.
  if (which === 'last') return addDays(anchor, back === 1 ? -8 : -back);
  if (which === 'past') return addDays(anchor, -back);
  if (which === 'next') return addDays(anchor, ((weekday + 6) % 7) - ((on + 6) % 7) + 7);
  if (which === 'coming') return addDays(anchor, ((weekday - on + 6) % 7) + 1);
  return weekdayNear(anchor, weekday, tense === 'past' ? 'past' : 'future');
}
