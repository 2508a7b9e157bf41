import { wholeDay } from '../dates/stamped-day.ts';
import { dayIn, stampedDays } from '../html/visible-day.ts';
import type { Document } from '../model/document.ts';
import { validDay } from '../text/calendar.ts';
import type { ClassifiedLine } from '../text/lines.ts';

/**
 * The day of publication: as given, else from the page's metadata, the byline or the dateline, there only with its
 * year: a wrong day would make every other date wrong. The day of an update is not taken for it.
 */
export function publishedOf(
  given: string | undefined,
  page: { day: string | null; updated: string | null } | null,
  lines: ClassifiedLine[],
): Document['published'] {
  const stamps = stampsIn(lines);
  const published = publicationDay(given, page?.day ?? null, stamps, lines);
  const updated = page?.updated ?? stamps.find(({ isUpdate }) => isUpdate)?.day ?? null;
  const isLater = updated !== null && (published.date === null || updated > published.date);
  return isLater ? { ...published, updated } : published;
}

type Stamp = { day: string; isUpdate: boolean };

/** The days with their year in the bylines, in any language that a page's own stamps are read in. */
function stampsIn(lines: ClassifiedLine[]): Stamp[] {
  return lines
    .filter(label => label.kind === 'byline')
    .flatMap(({ line }) => stampedDays(line.text, part => wholeDay(part) ?? dayIn(part)));
}

function publicationDay(
  given: string | undefined,
  pageDay: string | null,
  stamps: Stamp[],
  lines: ClassifiedLine[],
): Document['published'] {
  const day = validDay(given);
  if (day) return { date: day, basis: 'given' };
  if (pageDay) return { date: pageDay, basis: 'text' };
  const stamp = stamps.find(({ isUpdate }) => !isUpdate);
  const dateline = lines.find(label => label.kind === null);
  const own = lines.find(({ isOwnDay, line }) => isOwnDay && wholeDay(line.text) !== null);
  const found =
    stamp?.day ?? (dateline && datelineDay(dateline.line.text)) ?? (own && wholeDay(own.line.text));
  return found ? { date: found, basis: 'text' } : { date: null, basis: 'unknown' };
}

/** UTF-16 code units within which a dateline has its dash. */
const longestDateline = 110;

/** `KABUL, Oct. 3, 2010 —`, `Osterby, 15 May 2031 –`. */
function datelineDay(text: string): string | null {
  const opening = text.slice(0, longestDateline);
  const mark = /--|[—–]|\(\p{Lu}+\)/u.exec(opening.slice(3));
  if (!mark) return null;
  const before = opening.slice(0, 3 + mark.index);
  if (/^\p{Lu}[\p{Lu} .,'’-]{2}/u.test(text)) return wholeDay(before);
  const day = placeInFront.test(before) ? before.replace(placeInFront, '') : '';
  return day !== '' && day.length <= longestDay ? wholeDay(day) : null;
}

/** One to three words with a capital, which are no words of a sentence such as `On Monday`. */
const placeInFront =
  /^\(?(?!(?:On|In|At|By|Since|From|Until|Before|After|Last|This|Late|Early)\b)\p{Lu}[\p{L}.'’-]{1,24}(?: \p{Lu}[\p{L}.'’-]{1,24}){0,2}, /u;
/** UTF-16 code units. */
const longestDay = 24;
