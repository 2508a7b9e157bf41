import type { Document } from '../model/document.ts';
import { addDays, daysBetween, monthNumber, weekdayNumber } from '../text/calendar.ts';
import { matchesOf } from './forms/form.ts';
import { wholeDayForms } from './forms/forms-days.ts';
import { dayNumber, namedMonth } from './forms/lexicon.ts';
import { yearlessDay } from './forms/resolve.ts';

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

const dateline = new RegExp(
  `^\\p{Lu}[\\p{Lu}\\p{Ll} .,'’-]{2,50}[,(]\\s*(?<m>${namedMonth})\\s+(?<d>${dayNumber}).{0,40}(?:--|[—–_]|\\)|-\\s)`,
  'u',
);

/**
 * The day from which an article counts that is not the day of its publication: of the archive that it is from, or of its
 * dateline; null if it gives none.
 */
export function ownDay(document: Document): string | null {
  return archivedDay(document) ?? datelineDay(document);
}

const archived =
  /^(?:from (?:the|our) archives?\b|(?:this|the) (?:article|story|piece|report|column|review|obituary|interview|dispatch)\b.{0,30}\b(?:was )?(?:first|originally) (?:published|printed|appeared|ran)\b|(?:first|originally) published\b)/i;
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

/** UTF-16 code units of a line that are searched. */
const searched = 300;

/** The first day with its year in a line, as `YYYY-MM-DD`; null if there is none. */
export function wholeDay(text: string): string | null {
  const context = {
    anchor: null,
    tense: 'open',
    before: '',
    after: '',
    previous: null,
    opening: false,
    surnames: new Set<string>(),
    passage: { year: null, date: null, isOwn: false },
    isCommonNoun: () => false,
  } as const;
  for (const form of wholeDayForms) {
    for (const match of matchesOf(form, text.slice(0, searched))) {
      const value = form.resolve(match.groups ?? {}, context)?.value;
      if (value) return value;
    }
  }
  return null;
}
