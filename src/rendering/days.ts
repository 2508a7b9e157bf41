import { DateTime } from 'luxon';

/**
 * A day as people read it: `2022-02-22` is `22 Feb 2022`, `2022-03` is `Mar 2022`, `2022` itself; a span
 * `A/B` is both. Anything that is not a day of the calendar is returned as it came.
 */
export function dayText(day: string, locale: string): string {
  if (day.includes('/')) {
    return day
      .split('/')
      .map(end => dayText(end, locale))
      .join(' – ');
  }
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(day);
  if (parts === null) return day;
  const [, year, month, date] = parts as unknown as [string, string, string, string | undefined];
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1)));
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(day)) return day;
  const { ofMonth, ofDay } = formats(locale);
  if (date === undefined) return `${monthAlone(moment, ofMonth)} ${year}`;
  // English readers of all countries read the day first; where the month is, others agree on.
  const within = isEnglish(locale) ? `${Number(date)} ${monthAlone(moment, ofMonth)}` : ofDay.format(moment);
  return `${within} ${year}`;
}

/** A moment in a zone as `Mon 23 Nov, 08:00`. */
export function momentText(moment: number, zone: string, locale: string): string {
  const local = DateTime.fromMillis(moment, { zone, locale });
  if (isEnglish(locale)) return local.toFormat('ccc d LLL, HH:mm');
  const day = local.toLocaleString({ weekday: 'short', day: 'numeric', month: 'short' });
  return `${day}, ${local.toFormat('HH:mm')}`;
}

/** A moment of this year without its weekday: `23 Nov, 08:00`. */
export function shortMomentText(moment: number, zone: string, locale: string): string {
  const local = DateTime.fromMillis(moment, { zone, locale });
  if (isEnglish(locale)) return local.toFormat('d LLL, HH:mm');
  return `${local.toLocaleString({ day: 'numeric', month: 'short' })}, ${local.toFormat('HH:mm')}`;
}

/** The month as it is written next to a year, without the word for `year` that some languages add. */
function monthAlone(moment: Date, format: Intl.DateTimeFormat): string {
  return format.formatToParts(moment).find(({ type }) => type === 'month')?.value ?? '';
}

function isEnglish(locale: string): boolean {
  return locale.startsWith('en');
}

type Formats = { ofMonth: Intl.DateTimeFormat; ofDay: Intl.DateTimeFormat };

/** To make one takes longer than all the rest of a page. */
const made = new Map<string, Formats>();

function formats(locale: string): Formats {
  const known = made.get(locale);
  if (known) return known;
  const fresh = {
    ofMonth: new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
    ofDay: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  };
  made.set(locale, fresh);
  return fresh;
}
