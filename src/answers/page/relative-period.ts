import { monthNumber } from '../../reading/text/calendar.ts';
import { type Period, splitPeriod } from './period.ts';

/** A period relative to today, in English words: `yesterday`, `past 2 weeks`, `since monday`, `on november 16`. */
export type RelativePeriod = string;

const dayLength = 86_400_000;
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const smallNumbers = 'zero one two three four five six seven eight nine ten'.split(' ');
/** Where a number is left open. */
const vague: Readonly<Record<string, number>> = { few: 3, 'couple of': 2, couple: 2 };

/** Days counted from today; `from` may be given alone. */
type Days = { from: string; to?: string };
type Form = {
  pattern: RegExp;
  when(parts: string[]): RelativePeriod;
  /** Null for a month or day that the calendar doesn't have. */
  days(parts: string[], today: string): Days | null;
};

const shifted = (day: string, by: number) =>
  new Date(Date.parse(day) + by * dayLength).toISOString().slice(0, 10);
/** 0 for Monday. */
const weekdayOf = (day: string) => (new Date(day).getUTCDay() + 6) % 7;

/** The periods with names. Weeks begin on Monday; the past week is the seven days up to today. */
const named: Readonly<Record<string, (today: string) => Required<Period>>> = {
  today: day => ({ from: day, to: day }),
  'this morning': day => ({ from: day, to: day }),
  tonight: day => ({ from: day, to: day }),
  yesterday: day => daysBetween(day, -1, -1),
  tomorrow: day => daysBetween(day, 1, 1),
  'this week': day => ({ from: shifted(day, -weekdayOf(day)), to: day }),
  'last week': day => daysBetween(day, -weekdayOf(day) - 7, -weekdayOf(day) - 1),
  'next week': day => daysBetween(day, 7 - weekdayOf(day), 13 - weekdayOf(day)),
  'past week': day => daysBetween(day, -6, 0),
  weekend: lastWeekend,
  'this weekend': lastWeekend,
  'last weekend': lastWeekend,
  'this month': day => ({ from: day.slice(0, 7), to: day.slice(0, 7) }),
  'last month': day => monthFrom(day, -1),
  'next month': day => monthFrom(day, 1),
  'past month': day => daysBetween(day, -30, 0),
  'this year': day => ({ from: day.slice(0, 4), to: day.slice(0, 4) }),
  'last year': day => ({
    from: String(Number(day.slice(0, 4)) - 1),
    to: String(Number(day.slice(0, 4)) - 1),
  }),
};

function daysBetween(today: string, first: number, last: number): Required<Period> {
  return { from: shifted(today, first), to: shifted(today, last) };
}

/** The Saturday and Sunday that are over or have begun. */
function lastWeekend(today: string): Required<Period> {
  const at = weekdayOf(today);
  return at >= 5 ? daysBetween(today, 5 - at, 6 - at) : daysBetween(today, -at - 2, -at - 1);
}

function monthFrom(today: string, by: number): Required<Period> {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const there = new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
  return { from: there, to: there };
}

const month = '[adfjmnos][a-z]{2,8}';
/** A day without its year; the parts of `yearlessDay`. */
const yearless = `(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${month})|(${month}) (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})[./](\\d{1,2})\\.?)`;
const forms: readonly Form[] = [
  {
    pattern: ending(
      `(?:(?:from|between) )?(?:the )?${yearless}(?: and | to | till | until | ?(?:-|–|—|\\.{2,3}) ?)(?:the )?${yearless}`,
    ),
    when: parts => [parts.slice(0, 6), parts.slice(6)].map(yearlessText).join(' to '),
    days: (parts, today) => {
      const to = yearlessDay(parts.slice(6), today);
      const from = yearlessDay(parts.slice(0, 6), to ?? today, 0);
      return from === null || to === null ? null : { from, to };
    },
  },
  {
    // The month is given only at the end: `24-28 July`, `between 24 and 28 July`.
    pattern: ending(
      `(?:(?:from|between) )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: and | to | till | until | ?[-–—] ?)(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${month})`,
    ),
    when: ([first, last, name]) => `${first} to ${last} ${name}`,
    days: ([first, last, name], today) => {
      const to = nearest(today, monthNumber(name!), Number(last));
      const from = to && nearest(to, monthNumber(name!), Number(first), 0);
      return from && to ? { from, to } : null;
    },
  },
  {
    pattern: ending(
      `(since )?(?:in |over |during |for |from |on |at )?(?:the )?(${Object.keys(named).join('|')})`,
    ),
    when: ([since, name]) => `${since ?? ''}${name}`,
    days: ([since, name], today) => {
      const span = named[name!]!(today);
      return since ? { from: span.from } : span;
    },
  },
  {
    pattern: ending(
      `(?:(?:in|over|during|for|from|since) )?(?:the )?(?:last|past|previous) (\\d{1,3}|${smallNumbers.slice(1).join('|')}|${Object.keys(vague).join('|')}) (day|week|month)s?`,
    ),
    when: ([count, unit]) => `past ${count} ${unit}s`,
    days: ([count = '', unit], today) => {
      const number = vague[count] ?? (/^\d/.test(count) ? Number(count) : smallNumbers.indexOf(count));
      const length = unit === 'day' ? 1 : unit === 'week' ? 7 : 30;
      return daysBetween(today, 1 - number * length, 0);
    },
  },
  {
    pattern: ending(`(since|after|on|from|this|last) (${weekdays.join('|')})`),
    when: ([how, name]) => `${how} ${name}`,
    days: ([how, name], today) => {
      const back = (weekdayOf(today) - weekdays.indexOf(name!) + 7) % 7;
      const isSince = how === 'since' || how === 'after';
      // On a Monday, `since Monday` is not since this morning.
      const day = shifted(today, back === 0 && (isSince || how === 'last') ? -7 : -back);
      return isSince ? { from: day } : { from: day, to: day };
    },
  },
  {
    pattern: ending(
      `(?:(since|after|on|from) )?(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${month})|(${month}) (\\d{1,2})(?:st|nd|rd|th)?)`,
    ),
    when: ([how, day, name, otherName, otherDay]) =>
      `${how ? `${how} ` : ''}${name ?? otherName} ${day ?? otherDay}`,
    days: ([how, day, name, otherName, otherDay], today) => {
      const on = nearest(today, monthNumber(name ?? otherName ?? ''), Number(day ?? otherDay));
      if (on === null) return null;
      return how === 'since' || how === 'after' ? { from: on } : { from: on, to: on };
    },
  },
  {
    pattern: ending(`(since|in|during) (${month})`),
    when: ([how, name]) => `${how} ${name}`,
    days: ([how, name], today) => {
      const on = nearest(today, monthNumber(name!), 1, 0)?.slice(0, 7);
      if (on === undefined) return null;
      return how === 'since' ? { from: on } : { from: on, to: on };
    },
  },
];

function yearlessText([day, name, otherName, otherDay, number, ofMonth]: string[]): string {
  return number === undefined ? `${day ?? otherDay} ${name ?? otherName}` : `${number}.${ofMonth}`;
}

/** The day of the parts of `yearless`; the day comes before the month, as in most of the world. */
function yearlessDay(parts: string[], today: string, ahead?: number): string | null {
  const [day, name, otherName, otherDay, number, ofMonth] = parts;
  return number === undefined
    ? nearest(today, monthNumber(name ?? otherName ?? ''), Number(day ?? otherDay), ahead)
    : nearest(today, Number(ofMonth), Number(number), ahead);
}

function ending(pattern: string): RegExp {
  return new RegExp(`(?:^| )${pattern}$`, 'iu');
}

/** The day in the year in which it is at most `ahead` days after today; null if there is none. */
function nearest(today: string, monthOfYear: number, dayOfMonth: number, ahead = 180): string | null {
  if (monthOfYear < 1 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  const inYear = (year: number) =>
    `${year}-${String(monthOfYear).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  const year = Number(today.slice(0, 4));
  const last = shifted(today, ahead);
  return [year + 1, year, year - 1].map(inYear).find(day => day <= last)!;
}

/** For what the calendar doesn't have, any day will do. */
const anyDay = '2024-01-01';

function formOf(text: string): { form: Form; parts: string[]; index: number } | null {
  for (const form of forms) {
    const found = form.pattern.exec(text);
    if (found === null) continue;
    const parts = found.slice(1).map(part => part?.toLowerCase()) as string[];
    if (form.days(parts, anyDay) !== null) return { form, parts, index: found.index };
  }
  return null;
}

/** As `splitPeriod`, but `last week`, `since Monday` and the like are periods too: `when` names them. */
export function splitAnyPeriod(
  typed: string,
): { words: string; period: Period & { when?: RelativePeriod } } | { wrong: string } {
  const text = typed.replace(/\s+/g, ' ').trim();
  const found = formOf(text);
  if (found === null) return splitPeriod(text);
  return { words: text.slice(0, found.index).trim(), period: { when: found.form.when(found.parts) } };
}

/**
 * The days of a relative period.
 * @param today `YYYY-MM-DD`
 * @returns no days for words that name no such period
 */
export function resolvePeriod(when: RelativePeriod, today: string): Period {
  const found = formOf(when);
  return found?.form.days(found.parts, today) ?? {};
}

/** How many days a library may be behind for `yesterday` to be the reader's. */
const behind = 14;

/**
 * The day from which relative periods count: today while news arrives, else the day of the newest article.
 * @param today the reader's, `YYYY-MM-DD`, if it is known
 */
export function dayCountedFrom(newest: string, today: string | undefined): string {
  return today !== undefined && newest >= shifted(today, -behind) ? today : newest;
}

/** News or quotes `from July 2024` are of that month, while those `since July 2024` go on. */
export function ofThen<P extends Period>(asked: string, period: P): P {
  const isOpen = period.from !== undefined && period.to === undefined;
  return isOpen && / from \S+(?: \S+){0,2}$/i.test(asked) ? { ...period, to: period.from } : period;
}
