import type { Document } from '../model/document.ts';
import { addDays, daysBetween, monthNumber } from '../text/calendar.ts';
import { dayNumber, namedMonth } from './forms/lexicon.ts';
import { yearlessDay } from './forms/resolve.ts';
import { sittingDay } from './sitting-day.ts';
import { stampedDay, wholeDay } from './stamped-day.ts';

/** A line of a live page that says when what follows was written. */
export type Stamp = { end: number; day: string };

/** A page with fewer is no live page. */
const fewestStamps = 2;
/** Days between the stamps of a live page and its publication. */
const farthest = 60;

/**
 * The stamps of a live page, in order: lines that are a day with its year and perhaps a time. Empty for any other
 * article, and where the days are not around its publication.
 */
export function stampsOf({ input, paragraphs, removed, published }: Document): Stamp[] {
  const stamps = [...paragraphs, ...removed]
    .flatMap(({ start, end }) => {
      const day = stampedDay(input.slice(start, end));
      return day === null ? [] : [{ end, day }];
    })
    .sort((a, b) => a.end - b.end);
  const isAround = ({ day }: Stamp) =>
    published.date === null || Math.abs(daysBetween(day, published.date)) <= farthest;
  return stamps.length >= fewestStamps && stamps.every(isAround) ? stamps : [];
}

/** The day of the last stamp before an offset, null before the first. */
export function stampBefore(stamps: readonly Stamp[], offset: number): string | null {
  return stamps.findLast(({ end }) => end <= offset)?.day ?? null;
}

const dateline = new RegExp(
  `^\\p{Lu}[\\p{Lu}\\p{Ll} .,'’-]{2,50}[,(]\\s*(?<m>${namedMonth})\\s+(?<d>${dayNumber})(?:.{0,40}(?:--|[—–_]|\\)|-\\s)|\\.?$)`,
  'u',
);

/**
 * The day from which an article counts that is not the day of its publication: of the archive that it is from, of its
 * dateline, or of the sitting that it records; null if it gives none.
 */
export function ownDay(document: Document): string | null {
  return archivedDay(document) ?? datelineDay(document) ?? recordedDay(document);
}

/** Lines at the beginning among which a sitting shows. */
const mostLines = 50;

/** The day of a sitting, unless that is still to come. */
function recordedDay({ input, paragraphs, removed, published }: Document): string | null {
  const lines = [...paragraphs.slice(0, mostLines), ...removed.slice(0, mostLines)]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => input.slice(start, Math.min(end, start + longestNote)));
  const day = sittingDay(lines)?.day ?? null;
  return day !== null && (published.date === null || day <= published.date) ? day : null;
}

const archived =
  /^(?:from (?:the|our) (?:archives?|files?|issue of|edition of)\b|reprinted from\b|(?:\d{2,3}|ten|twenty|fifty|a hundred) years ago:|(?:this|the) (?:article|story|piece|report|column|review|obituary|interview|dispatch)\b.{0,30}\b(?:was )?(?:first|originally) (?:published|printed|appeared|ran)\b|(?:first|originally) published\b)/i;
/** UTF-16 code units of a line that are searched. */
const longestNote = 200;
/** Days that an article lies back to be one of an archive: others are corrected or updated within a few. */
const fewestArchived = 60;

/** `From the archive, 12 March 1965: …`, `This article was first published on 3 June 1986`. */
function archivedDay({ input, paragraphs, removed, published }: Document): string | null {
  for (const { start, end } of [...paragraphs, ...removed]) {
    const line = input.slice(start, Math.min(end, start + longestNote));
    if (!archived.test(line)) continue;
    const day = wholeDay(line);
    if (day === null) continue;
    if (published.date === null || daysBetween(day, published.date) >= fewestArchived) return day;
  }
  return null;
}

/**
 * The day of the dateline (`KABUL, Oct. 3 —`), when it lies up to three days before the day of publication:
 * then "today" and "Friday" are counted from it.
 */
function datelineDay(document: Document): string | null {
  const published = document.published.date;
  const first = document.paragraphs[0];
  if (published === null || !first) return null;
  const match = dateline.exec(document.input.slice(first.start, Math.min(first.end, first.start + 150)));
  if (!match) return null;
  const day = yearlessDay(
    published,
    monthNumber(match.groups!.m!),
    Number.parseInt(match.groups!.d!, 10),
    'past',
  );
  return day !== null && day <= published && day >= addDays(published, -3) ? day : null;
}
