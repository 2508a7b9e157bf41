import { englishMonths } from '../../languages/in-english.ts';
import { addDays, addMonths, dayOf, monthNumber, monthOf } from '../../reading/text/calendar.ts';

/** Days that bound a list, both included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type Period = { from?: string; to?: string };

export const hasEnds = ({ from, to }: Period) => from !== undefined || to !== undefined;

/** Looks like the name of a month; `firstDays` decides. */
const month = '[adfjmnos][a-z]{2,8}\\.?';
/** `31.07.2024`, `07/31/2024`, `2024/07/31`, `07/2024`. */
const inNumbers = '\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}[./]\\d{1,2}[./]\\d{1,2}|\\d{1,2}[./]\\d{4}';
const day = `(?:${inNumbers}|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}-\\d{1,2}|\\d{1,2} ${month} \\d{4}|${month} \\d{1,2},? \\d{4}|${month} \\d{4}|\\d{4})`;
/** Without its year, which the other end then gives. */
const yearless = `(?:\\d{1,2} ${month}|${month} \\d{1,2}|${month})`;
const between = ' ?(?:\\.{2,3}|…|–|—) ?| (?:-|to|till|until) ';
const forms: [RegExp, (parts: string[]) => [string?, string?]][] = [
  [ending(`(?:from |between )?(${day}|${yearless})(?:${between}| and )(${day})`), ([a, b]) => [a, b]],
  // `between 27 and 31 July 2024`, `27–31 July 2024`: the month is given only at the end.
  [
    ending(`(?:from |between )?(\\d{1,2})(?:${between}|-| and )(\\d{1,2} ${month} \\d{4})`),
    ([a, b]) => [`${a} ${b!.replace(/^\\d+ /, '')}`, b],
  ],
  [ending(`(?:since|from|after) (${day})|(${day}) ?(?:\\.{2,3}|…|–|—)`), ([a, b]) => [a ?? b, undefined]],
  [ending(`(?:until|till|before|to) (${day})|(?:\\.{2,3}|…|–|—) ?(${day})`), ([a, b]) => [undefined, a ?? b]],
  [ending(`(?:in |on )?(${day})`), ([a]) => [a, a]],
];

/** Parts of a month and of a year, by their first and last days and months; months end where the calendar says. */
const parts: Readonly<Record<string, { days: [number, number]; months: [number, number] }>> = {
  early: { days: [1, 10], months: [1, 4] },
  mid: { days: [11, 20], months: [5, 8] },
  late: { days: [21, 31], months: [9, 12] },
  'first half of': { days: [1, 15], months: [1, 6] },
  'second half of': { days: [16, 31], months: [7, 12] },
  'first week of': { days: [1, 7], months: [1, 1] },
};
const asPart: readonly [RegExp, string][] = [
  [/\b(?:the )?(?:beginning|start) of (?=\S{1,20}(?: \d{4})?$)/i, 'early '],
  [/\b(?:the )?(?:middle of |mid-)(?=\S{1,20}(?: \d{4})?$)/i, 'mid '],
  [/\b(?:the )?end of (?=\S{1,20}(?: \d{4})?$)/i, 'late '],
];
const partly = ending(
  `(?:in |during |at )?(?:the )?(${Object.keys(parts).join('|')}) (?:(${month}) )?(\\d{4})`,
);

/** `late February 2022`, `the first half of 2021`; null for anything else. */
function splitPart(typed: string): { words: string; period: Period } | null {
  const text = asPart.reduce((words, [from, to]) => words.replace(from, to), typed);
  const found = firstDays(partly, text, 2);
  const part = parts[found?.[1]?.toLowerCase() ?? ''];
  const year = found?.[3];
  if (found === null || part === undefined || year === undefined) return null;
  const before = text.slice(0, found.index).trim();
  const words = before.replace(/(?:^| )(?:since|until|till|before)$/i, '');
  const [from, to] = found[2] === undefined ? monthsOf(year, part.months) : daysOf(year, found[2], part.days);
  if (/\bsince$/i.test(before)) return { words, period: { from } };
  return { words, period: words === before ? { from, to } : { to } };
}

function monthsOf(year: string, [first, last]: [number, number]): [string, string] {
  return [monthOf(Number(year), first), monthOf(Number(year), last)];
}

function daysOf(year: string, name: string, [first, last]: [number, number]): [string, string] {
  const number = monthNumber(name.toLowerCase());
  const from = dayOf(Number(year), number, first)!;
  return [from, dayOf(Number(year), number, last) ?? addDays(`${addMonths(from, 1)}-01`, -1)];
}

function ending(pattern: string): RegExp {
  return new RegExp(`(?:^| )(?:${pattern})$`, 'giu');
}

/**
 * Takes the period off the end of what was typed: `2022-02-21..2022-03`, `2022`, `Feb 2022`, `..2022-03`,
 * `feb..march 2022`, `since March 2022`. `wrong` is the day that the calendar doesn't have, as typed.
 */
export function splitPeriod(typed: string): { words: string; period: Period } | { wrong: string } {
  const text = typed.replace(/\s+/g, ' ').trim();
  const part = splitPart(text);
  if (part !== null) return part;
  for (const [form, ends] of forms) {
    const found = firstDays(form, text);
    if (!found) continue;
    const [first, last] = ends(found.slice(1));
    const from = first && typedDay(first, last);
    const to = last && typedDay(last);
    if (first && !from) return { wrong: first };
    if (last && !to) return { wrong: last };
    return { words: text.slice(0, found.index).trim(), period: ordered(from, to) };
  }
  return { words: text, period: {} };
}

/** The first match whose month names are real: `Foster 2022` looks like one, but only `2022` is a period. */
function firstDays(form: RegExp, text: string, days = 1): RegExpExecArray | null {
  form.lastIndex = 0;
  for (let found = form.exec(text); found; found = form.exec(text)) {
    const words = found.slice(days).flatMap(day => day?.toLowerCase().match(/[a-z]+/g) ?? []);
    if (words.every(word => monthNumber(word) > 0)) return found;
    form.lastIndex = found.index + 1;
  }
  return null;
}

/** A period as `splitPeriod` reads it back; empty where it has no end. */
export function periodText({ from, to }: Period): string {
  if (from === to) return from ?? '';
  return `${from ?? ''}..${to ?? ''}`;
}

/** A day or month as it is written in news, without its year: `October 7`; null for other periods. */
export function periodWords({ from, to }: Period): string | null {
  const [, month, day] = from !== undefined && from === to ? from.split('-') : [];
  if (month === undefined) return null;
  return [englishMonths[Number(month) - 1], day && Number(day)].filter(Boolean).join(' ');
}

/** The same days of the year before. */
export function aYearEarlier({ from, to }: Period): Period {
  const earlier = (day: string) => String(Number(day.slice(0, 4)) - 1) + day.slice(4);
  return { ...(from && { from: earlier(from) }), ...(to && { to: earlier(to) }) };
}

function ordered(from: string | undefined, to: string | undefined): Period {
  const backwards = from !== undefined && to !== undefined && from > to && !from.startsWith(to);
  const [first, last] = backwards ? [to, from] : [from, to];
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

/** A day as typed in the form of the calendar, its year taken from another day where it has none. */
function typedDay(typed: string, other?: string): string | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(typed);
  if (iso) return calendarDay(iso[1]!, iso[2], iso[3]);
  if (/[./]\d/.test(typed)) return dayInNumbers(typed.split(/[./]/));
  const number = monthNumber(/[a-z]+/.exec(typed.toLowerCase())![0]);
  const year = /\d{4}/.exec(typed)?.[0] ?? /\d{4}/.exec(other ?? '')?.[0];
  const date = /(?:^|\D)(\d{1,2})(?:\D|$)/.exec(typed)?.[1];
  return year && calendarDay(year, String(number), date);
}

/**
 * A day or month of numbers between dots or strokes. The day comes before the month, as in most of the world, unless
 * only the other way round is in the calendar; the heading of an answer spells the month out.
 */
function dayInNumbers(numbers: string[]): string | undefined {
  const [first = '', second = '', third] = numbers;
  if (third === undefined) return calendarDay(second, first);
  if (first.length === 4) return calendarDay(first, second, third);
  return calendarDay(third, second, first) ?? calendarDay(third, first, second);
}

function calendarDay(year: string, month?: string, date?: string): string | undefined {
  if (month === undefined) return year;
  const inMonth = `${year}-${month.padStart(2, '0')}`;
  const inFull = `${inMonth}-${(date ?? '1').padStart(2, '0')}`;
  const moment = new Date(`${inFull}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(inFull)) return undefined;
  return date === undefined ? inMonth : inFull;
}
