import type { Document } from '../model/document.ts';
import { daysBetween, monthNumber, weekdayNumber } from '../text/calendar.ts';
import { wholeDay } from './whole-day.ts';

/** A line of a live page that says when what follows was written. */
export type Stamp = { end: number; day: string };

/** UTF-16 code units of a line with a stamp. */
const longestStamp = 60;
/** A page with fewer is no live page. */
const fewestStamps = 2;
/** Days between the stamps of a live page and its publication. */
const farthest = 60;
/** Words of a stamp besides its day: times of day, zones, labels. */
const stampWord =
  /^(?:\d{1,4}|\d{1,2}h\d\d|\d{0,2}[ap]m?|m|noon|midnight|gmt|bst|utc|[ecmp][sd]?t|eet|msk|local|time|at|on|posted|published|updated?|last|live|key|mon|tues?|wed|thurs?|fri|sat|sun|st|nd|rd|th)$/i;

/**
 * The stamps of a live page, in order: lines that are a day with its year and perhaps a time. Empty for any other
 * article, and where the days are not around its publication.
 */
export function stampsOf({ input, paragraphs, removed, published }: Document): Stamp[] {
  const stamps = [...paragraphs, ...removed]
    .filter(({ start, end }) => end - start <= longestStamp)
    .flatMap(({ start, end }) => {
      const day = stampedDay(input.slice(start, end));
      return day === null ? [] : [{ end, day }];
    })
    .sort((a, b) => a.end - b.end);
  const isAround = ({ day }: Stamp) =>
    published.date === null || Math.abs(daysBetween(day, published.date)) <= farthest;
  return stamps.length >= fewestStamps && stamps.every(isAround) ? stamps : [];
}

/** The day of a line that is nothing but a stamp. */
function stampedDay(line: string): string | null {
  const day = wholeDay(line);
  if (day === null) return null;
  const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isStamp = (word: string) =>
    stampWord.test(word) ||
    monthNumber(word) > 0 ||
    weekdayNumber(word) >= 0 ||
    /^\d{1,2}(?:st|nd|rd|th)$/i.test(word);
  return words.every(isStamp) ? day : null;
}

/** The day of the last stamp before an offset, null before the first. */
export function stampBefore(stamps: readonly Stamp[], offset: number): string | null {
  return stamps.findLast(({ end }) => end <= offset)?.day ?? null;
}
