import { hasAsciiLetters } from './ascii.ts';
import { monthPattern, weekdays } from './calendar.ts';

/** A line's words in lower case with single spaces between, for comparing lines. */
export function normalized(text: string): string {
  const lower = text.slice(0, 500).toLowerCase();
  return hasAsciiLetters(lower)
    ? lower.replace(notSingleSpaces, ' ').trim()
    : lower
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}

/** What is between words, apart from single spaces: those stay, so little of a line is built anew. */
const notSingleSpaces = / *[^a-z0-9 ][^a-z0-9]*| {2,}/g;

/** Lower case, without surrounding punctuation and counts. */
export function trimmed(text: string): string {
  const lower = text.slice(0, 200).toLowerCase();
  return /\p{L}(?:.*\p{L})?/su.exec(lower)?.[0] ?? '';
}

const dayWithoutYear = new RegExp(
  `^,(?: \\p{L}[\\p{L} .]{1,30},)? (?:(?:${monthPattern})\\.? \\d{1,2}|\\d{1,2} (?:${monthPattern}))\\.?$`,
  'iu',
);
/** Labels that have a day behind them too, besides weekdays. */
const sections: ReadonlySet<string> = new Set(
  'news sport sports business opinion politics world local editorial culture published posted updated'.split(
    ' ',
  ),
);

/** `JOMSOM, Jan 17`, `ST GEORGE'S, Grenada, 3 March`: the place in capitals, and the day without its year. */
function isPlaceAndDay(text: string): boolean {
  const comma = text.indexOf(',');
  const place = text.slice(0, Math.max(0, comma));
  if (!/^\p{Lu}{2}[\p{Lu} .'’-]{1,40}$/u.test(place) || !dayWithoutYear.test(text.slice(comma))) return false;
  return !place
    .toLowerCase()
    .split(' ')
    .some(word => weekdays.has(word) || sections.has(word));
}

/**
 * The dateline of an article: `KABUL, Afghanistan (AP) _`, `WEST PALM BEACH, Fla. —`, `April 29 (UPI) —`, or on a line of
 * its own `JOMSOM, Jan 17`.
 */
export function isDateline(text: string): boolean {
  if (text.length > 100) return false;
  return (
    isPlaceAndDay(text) ||
    (/^\p{Lu}[\p{Lu} .'’-]{2,40}[,(/—–_ -].{0,60}$/u.test(text) && /[_—–-]$|\)$/.test(text)) ||
    /^\p{Lu}.{2,60}\(\p{Lu}{2,}\)\s?[_—–-]{1,2}$/u.test(text)
  );
}

/** A sentence without the dateline that an article begins with: `KABUL (AP) — Two people …` is `Two people …`. */
export function withoutDateline(text: string): string {
  const [whole, opening, dash] =
    /^(.{3,99}?(?:\s|\)\s?)([—–_-]{1,2}))\s+(?=["“‘'«]?\p{Lu})/u.exec(text) ?? [];
  if (opening === undefined || !isDateline(opening)) return text;
  const rest = text.slice(whole!.length);
  // `BLOGGS — A teacher — spoke`: what is between two dashes is an aside.
  return rest.slice(0, longestAside).includes(` ${dash} `) ? text : rest;
}
const longestAside = 80;
