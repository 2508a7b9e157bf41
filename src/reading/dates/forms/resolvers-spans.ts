import {
  addDays,
  addMonths,
  daysBetween,
  monthNumber,
  monthOf,
  parts,
  weekdayOf,
} from '../../text/calendar.ts';
import { type DateContext, explicit, type Groups, type Resolved, relative, roughly } from './form.ts';
import { countOf, fullMonth, weekday } from './lexicon.ts';

/** Resolves spans longer than a day, and steps from one date to another. */

/** The year that a span names (`of 2014`, `of last year`), null if that needs an unknown day of publication. */
function yearOf(g: Groups, anchor: string | null): number | null {
  if (g.y) return Number(g.y);
  return anchor === null ? null : parts(anchor)[0] + step(g.w!);
}

/** Months `from` to `to` of the named year. */
function monthsOf(g: Groups, { anchor }: DateContext, from: number, to: number): Resolved {
  const year = yearOf(g, anchor);
  const value = year === null ? null : `${monthOf(year, from)}/${monthOf(year, to)}`;
  return { value, basis: g.y ? 'explicit' : 'relative' };
}

const ordinals = ['first', 'second', 'third', 'fourth'];

export function quarter(g: Groups, context: DateContext): Resolved {
  const name = g.q!.toLowerCase();
  const index = /\d/.test(name) ? Number(name) - 1 : /last|final/.test(name) ? 3 : ordinals.indexOf(name);
  return monthsOf(g, context, index * 3 + 1, index * 3 + 3);
}

/** Words that show a quarter to be one of a year rather than of a match or a race. */
const business =
  /\b(?:sales|profits?|revenues?|earnings|income|turnover|losses|exports|imports|economy|growth|GDP|inflation|output|orders|deliveries|shipments|wages|prices|percent|per cent|shares|company|firm|bank)\b|%/i;

/** `Sales fell in the first quarter`: of the year in which it is the nearest that the tense allows. */
export function quarterOfBusiness(g: Groups, context: DateContext): Resolved | null {
  const { anchor, tense, before, after } = context;
  if (!business.test(before) && !business.test(after)) return null;
  if (anchor === null) return relative(null);
  const start = (g.q2 ? Number(g.q2) - 1 : ordinals.indexOf(g.q!)) * 3 + 1;
  const [year, month] = parts(anchor);
  const looksAhead = tense === 'future' || tense === 'planned';
  const of = looksAhead ? (start + 2 >= month ? year : year + 1) : start <= month ? year : year - 1;
  return roughly(relative(`${monthOf(of, start)}/${monthOf(of, start + 2)}`));
}

export function half(g: Groups, context: DateContext): Resolved {
  const start = g.q2 === '1' || g.q?.toLowerCase() === 'first' ? 1 : 7;
  return monthsOf(g, context, start, start + 5);
}

/** A week of ISO 8601, from Monday to Sunday, or a day of it: the first week of a year is that of 4 January. */
export function isoWeek(g: Groups): Resolved | null {
  const fourth = `${g.y}-01-04`;
  const week = Number(g.w);
  const monday = addDays(fourth, 7 * (week - 1) - ((weekdayOf(fourth) + 6) % 7));
  // The Thursday of a week is in its year.
  if (week < 1 || addDays(monday, 3).slice(0, 4) !== g.y) return null;
  return explicit(g.d ? addDays(monday, Number(g.d) - 1) : `${monday}/${addDays(monday, 6)}`);
}

/** The first month of each season in the northern hemisphere, where most of the news is from. */
const seasonStart: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };

/** The three months of a season; a winter is that which begins in the year. */
export function seasonOf(name: string, year: number): string {
  const start = seasonStart[name]!;
  const end = start === 12 ? monthOf(year + 1, 2) : monthOf(year, start + 2);
  return `${monthOf(year, start)}/${end}`;
}

/** `last summer`; null for a winter, which lies in two years, and for a season that has only just ended. */
export function season(g: Groups, { anchor }: DateContext): Resolved {
  const over = seasonStart[g.s!]! + 3;
  if (anchor === null || g.s === 'winter') return relative(null);
  const [year, month] = parts(anchor);
  const isUnclear = g.w!.toLowerCase() !== 'this' && month >= over && month - over < clearAfter;
  if (isUnclear) return relative(null);
  // In spring, next spring is a year away.
  const shift = { last: month >= over ? 0 : -1, this: 0, next: month >= over - 3 ? 1 : 0 }[
    g.w!.toLowerCase()
  ]!;
  return roughly(relative(seasonOf(g.s!, year + shift)));
}

/** `that autumn`: the one of the year mentioned before, or of the next where it is over by then. */
export function seasonOfThen(g: Groups, { previous, passage }: DateContext): Resolved {
  const from = previous ?? passage.date;
  if (from === null) return relative(null);
  const [of, month] = parts(from);
  const isOver = from.length > 4 && seasonStart[g.s!]! + 2 < month;
  const isOfLastYear = from.length > 4 && g.s === 'winter' && month <= 2;
  return roughly(relative(seasonOf(g.s!, of + (isOver ? 1 : isOfLastYear ? -1 : 0))));
}

/** Months after which `last summer` is no longer ambiguous. */
const clearAfter = 3;

export function decade(first: number): Resolved | null {
  const isCentury = first % 100 === 0 && first < 2000;
  return isCentury ? null : explicit(`${first}/${first + 9}`);
}

const tens = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
/** What else is counted in tens. */
const degrees =
  /\b(?:temperatures?|highs?|lows?|degrees|mercury|scores?|scored|card(?:ed)?|shot|odds|polls?|numbers?)\b/i;

/** `the late seventies`: of the last century. */
export function decadeInWords(g: Groups, { before }: DateContext): Resolved | null {
  return degrees.test(before) ? null : decade(1920 + 10 * tens.indexOf(g.t!));
}

/** `2014–2016`, `2019-20`, `2023/24`; null where the second is no later year, as in a score or a number in parts. */
export function yearsBetween(g: Groups): Resolved | null {
  const from = g.y!;
  const end = g.z ?? g.z2!;
  const to = end.length === 4 ? end : from.slice(0, 2) + end;
  if (g.z2 && Number(to) !== Number(from) + 1) return null;
  return Number(to) > Number(from) ? explicit(`${from}/${to}`) : null;
}

/** The seven days from one on, or up to it. */
export function weekFrom(resolved: Resolved | null, isEnd = false): Resolved | null {
  if (resolved?.value?.length !== 10) return resolved;
  const first = isEnd ? addDays(resolved.value, -6) : resolved.value;
  return { ...resolved, value: `${first}/${addDays(first, 6)}` };
}

export function step(word: string): number {
  return { last: -1, this: 0, next: 1 }[word.toLowerCase()] ?? 0;
}

/** Weeks have no value: they are not a calendar day, month or year. */
export function unit(anchor: string | null, name: string, steps: number): Resolved {
  if (anchor === null || name.startsWith('week')) return relative(null);
  return relative(name === 'month' ? addMonths(anchor, steps) : String(parts(anchor)[0] + steps));
}

/** `three days ago`; months and years are rarely meant exactly. */
export function ago(anchor: string | null, name: string, steps: number): Resolved {
  if (anchor === null || Number.isNaN(steps) || name === 'week') return relative(null);
  if (name === 'day') return relative(Math.abs(steps) > 31 ? null : addDays(anchor, steps));
  if (name === 'month') return roughly(relative(addMonths(anchor, steps)));
  return roughly(relative(String(parts(anchor)[0] + steps * (name === 'decade' ? 10 : 1))));
}

/** `ten years ago this month`, `30 years ago this summer`, `two years ago in March`: never `this month` or `this summer`. */
export function yearsAgoThis(g: Groups, { anchor }: DateContext): Resolved {
  const count = countOf(g.n!) * (g.u === 'decade' ? 10 : 1);
  if (anchor === null || Number.isNaN(count)) return relative(null);
  const [year] = parts(anchor);
  if (g.m && (g.w ?? 'this') === 'this') return roughly(relative(monthOf(year - count, monthNumber(g.m))));
  if (g.p === 'month' && g.w) {
    const [of, month] = parts(`${addMonths(anchor, step(g.w))}-01`);
    return relative(monthOf(of - count, month));
  }
  const isOfYear = g.w === 'this' && g.p !== undefined && g.p !== 'winter' && g.p in seasonStart;
  return roughly(relative(isOfYear ? seasonOf(g.p!, year - count) : null));
}

const ownDay =
  /^,? on (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/;

/** `On Friday, three days later, …`: the day that the words count to precedes them. */
const isNamedBefore = new RegExp(`(?:${weekday}|${fullMonth}\\s\\d{1,2}|\\d{1,2}\\s${fullMonth}),\\s$`);

/** `two days later`, `a year earlier`: counted from the day, month or year mentioned before. */
export function unitsFrom(g: Groups, context: DateContext, count: number): Resolved | null {
  const { previous, before, after } = context;
  // `two days later than planned`, `and not a day later`
  if (/^\s+than\b/.test(after) || /\bnot\s$/.test(before)) return null;
  // `Three days later, on 12 May, …`: the day follows.
  if (ownDay.test(after) || isNamedBefore.test(before)) return relative(null);
  const isOfAnother = /^(before|after)$/.test(g.w!) && !/^(?:[,.;:)]|$)/.test(after);
  if (isOfAnother || Number.isNaN(count)) return null;
  if (previous === null) return relative(null);
  const steps = /earlier|before/.test(g.w!) ? -count : count;
  if (g.u === 'day')
    return relative(
      previous.length === 10 && count <= 366 ? notAhead(addDays(previous, steps), context) : null,
    );
  if (g.u === 'month')
    return roughly(relative(previous.length < 7 ? null : addMonths(`${previous.slice(0, 7)}-01`, steps)));
  return roughly(relative(String(Number(previous.slice(0, 4)) + steps)));
}

/** `the next morning`: a day before or after the one mentioned before. */
export function dayFrom(context: DateContext, steps: number): Resolved {
  const { previous, before } = context;
  // `He said on Monday: “It was cut, and mended the next day”`: the day of speaking is not what the words count from.
  if (opensQuote(before) && !namesDay.test(before.slice(quoteStart(before)))) return relative(null);
  return relative(previous?.length === 10 ? notAhead(addDays(previous, steps), context) : null);
}

const quoteStart = (before: string) => Math.max(before.lastIndexOf('“'), before.lastIndexOf('"'));
/** Whether a quote that the words open is not closed in them. */
const opensQuote = (before: string) =>
  before.lastIndexOf('“') > before.lastIndexOf('”') || (before.match(/"/g)?.length ?? 0) % 2 === 1;
const namesDay = new RegExp(`${weekday}|${fullMonth}|\\d`);

/** What was done does not lie ahead: `He will speak on Friday. … That day she had left` is of another day. */
const notAhead = (day: string, { anchor, tense }: DateContext) =>
  tense === 'past' && anchor !== null && daysBetween(anchor, day) > 1 ? null : day;

/** `The following year`, `the month after`: counted from what was mentioned before, null if nothing was. */
export function unitFromThen(g: Groups, { previous, anchor, tense }: DateContext): Resolved | null {
  const isYear = g.u === 'year';
  // `in the previous year`: a result is compared with that of the year before it, whatever day it was given on.
  const isOfYears = /^pre/.test(g.w!);
  if (previous === null || (isOfYears && isYear ? previous.length > 4 : previous.length < 7 && !isYear))
    return null;
  const steps = /^(?:pre|before)/.test(g.w!) ? -1 : 1;
  const value = isYear
    ? String(Number(previous.slice(0, 4)) + steps)
    : addMonths(`${previous.slice(0, 7)}-01`, steps);
  const isAhead = tense === 'past' && anchor !== null && value > anchor.slice(0, value.length);
  return relative(isAhead ? null : value);
}

/** `that day`, `later that year`: the same day, month or year as mentioned before. */
export function same(g: Groups, context: DateContext): Resolved {
  const { previous } = context;
  const length = { day: 10, month: 7, year: 4 }[g.u!]!;
  if (previous === null || previous.length < length) return relative(null);
  return relative(length === 10 ? notAhead(previous, context) : previous.slice(0, length));
}
