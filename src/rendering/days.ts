/**
 * A day as people read it: `2022-02-22` is `22 Feb 2022`, `2022-03` is `Mar 2022`, `2022` itself; a span
 * `A/B` is both. Whatever is no day of the calendar is given back as it came.
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
  const name = monthNames(locale).format(moment);
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** To make one takes longer than all the rest of a page. */
const made = new Map<string, Intl.DateTimeFormat>();

function monthNames(locale: string): Intl.DateTimeFormat {
  const known = made.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  made.set(locale, format);
  return format;
}
