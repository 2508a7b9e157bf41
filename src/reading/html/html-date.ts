import { dayOf, daysBetween, monthNames, monthNumber, validDay } from '../text/calendar.ts';
import type { Queryable } from './queryable.ts';

const month = `(${monthNames.map(name => name.slice(0, 3)).join('|')})[a-z]{0,6}`;
const dayFirst = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${month}\\.?,?[\\s-]+(\\d{4})\\b`,
  'i',
);
const monthFirst = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?${month}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`,
  'i',
);

/**
 * The day that a page's data tell, as `YYYY-MM-DD`: ISO 8601 long and short, RFC 2822, in English words, or in
 * milliseconds or seconds since the epoch. Null for another form, and for one such as `02/03/2022`, which may
 * be either of two days.
 */
export function pageDay(value: unknown): string | null {
  if (typeof value === 'number') return ofEpoch(value);
  if (typeof value !== 'string') return null;
  const text = value.trim().slice(0, 60);
  const whole = validDay(text);
  if (whole) return whole;
  const plain = /^(\d{4})([/.]?)(\d{2})\2(\d{2})(?!\d)/.exec(text);
  if (plain) return dayOf(Number(plain[1]), Number(plain[3]), Number(plain[4]));
  if (/^\d{10}(\d{3})?$/.test(text)) return ofEpoch(Number(text));
  const [, day, name, year] = dayFirst.exec(text) ?? [];
  if (day) return dayOf(Number(year), monthNumber(name!), Number(day));
  const [, other, second, third] = monthFirst.exec(text) ?? [];
  return other ? dayOf(Number(third), monthNumber(other), Number(second)) : null;
}

const inGreenwich = /T\d\d:(\d\d)(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]00:?00)$/i;

/**
 * The day of a moment in a page's data; the day that the page shows where these are next to each other and the moment
 * is in Greenwich's time, as the outlet's own may be another.
 * @param isShownAt whether the page shows that day with a time at this minute of an hour, so that both are one moment
 */
export function ownDay(
  moment: unknown,
  shown: string | null,
  isShownAt: (minute: string) => boolean,
): string | null {
  const day = pageDay(moment);
  if (day === null || shown === null || Math.abs(daysBetween(day, shown)) !== 1) return day;
  const minute = inGreenwich.exec(String(moment).trim())?.[1];
  return minute !== undefined && isShownAt(minute) ? shown : day;
}

/** The day of publication from microdata or `<time pubdate>`, if the page has only one such day. */
export function markedDay(document: Queryable): string | null {
  const found = new Set<string>();
  for (const element of document.querySelectorAll('[itemprop="datePublished"], time[pubdate]')) {
    const day = pageDay(
      element.getAttribute('datetime') ??
        element.getAttribute('content') ??
        pageDay(element.getAttribute('title')) ??
        element.textContent,
    );
    if (day !== null) found.add(day);
  }
  return found.size === 1 ? [...found][0]! : null;
}

/** Between 1990 and 2100, else the number means something else. */
function ofEpoch(moment: number): string | null {
  const milliseconds = moment < 1e11 ? moment * 1_000 : moment;
  const made = new Date(milliseconds);
  const year = made.getUTCFullYear();
  return year >= 1990 && year < 2100 ? made.toISOString().slice(0, 10) : null;
}

/**
 * Whether the day comes first in `02/03/2031` on a page in this language (`pt-BR`). Not in English without a
 * country, or with the US: sites whose language was never set declare `en` or `en-US` too.
 */
export function isDayFirst(language: string): boolean {
  if (/^en(?:[-_]us)?$/i.test(language)) return false;
  try {
    const format = new Intl.DateTimeFormat(language.replaceAll('_', '-'), { dateStyle: 'short' });
    const order = format.formatToParts(0).map(({ type }) => type);
    return order.indexOf('day') < order.indexOf('month');
  } catch {
    // What pages declare need not be a language at all.
    return false;
  }
}
