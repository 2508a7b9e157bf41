import { matchesOf } from '../dates/form.ts';
import { wholeDayForms } from '../dates/forms-days.ts';
import type { Document } from '../model/document.ts';
import { validDay } from '../text/calendar.ts';
import type { ClassifiedLine } from '../text/lines.ts';

/**
 * The day of publication: as given, else from the page's metadata, the byline or the dateline, there only with its
 * year: a wrong day would make every other date wrong.
 */
export function publishedOf(
  given: string | undefined,
  page: { day: string | null; updated: string | null } | null,
  lines: ClassifiedLine[],
): Document['published'] {
  const published = publicationDay(given, page?.day ?? null, lines);
  const updated = page?.updated ?? null;
  const isLater = updated !== null && published.date !== null && updated > published.date;
  return isLater ? { ...published, updated } : published;
}

function publicationDay(
  given: string | undefined,
  pageDay: string | null,
  lines: ClassifiedLine[],
): Document['published'] {
  const day = validDay(given);
  if (day) return { date: day, basis: 'given' };
  if (pageDay) return { date: pageDay, basis: 'text' };
  const stamped = lines
    .filter(label => label.kind === 'byline')
    .flatMap(label => wholeDay(label.line.text) ?? []);
  const dateline = lines.find(label => label.kind === null);
  const found = stamped[0] ?? (dateline && datelineDay(dateline.line.text));
  return found ? { date: found, basis: 'text' } : { date: null, basis: 'unknown' };
}

function wholeDay(text: string): string | null {
  const context = {
    anchor: null,
    tense: 'open',
    before: '',
    after: '',
    previous: null,
    opening: false,
    surnames: new Set<string>(),
    passage: { year: null, date: null },
    isCommonNoun: () => false,
  } as const;
  for (const form of wholeDayForms) {
    for (const match of matchesOf(form, text.slice(0, 300))) {
      const value = form.resolve(match.groups ?? {}, context)?.value;
      if (value) return value;
    }
  }
  return null;
}

/** UTF-16 code units within which a dateline has its dash. */
const longestDateline = 110;

/** `KABUL, Oct. 3, 2010 —`. */
function datelineDay(text: string): string | null {
  if (!/^\p{Lu}[\p{Lu} .,'’-]{2}/u.test(text)) return null;
  const opening = text.slice(0, longestDateline);
  const mark = /--|[—–]|\(\p{Lu}+\)/u.exec(opening.slice(3));
  return mark && wholeDay(opening.slice(0, 3 + mark.index));
}
