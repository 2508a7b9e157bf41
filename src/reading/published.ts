import type { Labelled } from './body.ts';
import { validDay } from './calendar.ts';
import { wholeDayForms } from './date-forms-days.ts';
import type { Document } from './document.ts';

/**
 * The day of publication: as handed in, else as the page or the byline tells it, whole and with its year.
 * Nothing less will do: a wrong day would make all others wrong.
 */
export function publishedOf(
  given: string | undefined,
  pageDay: string | null,
  lines: Labelled[],
): Document['published'] {
  const day = validDay(given);
  if (day) return { date: day, basis: 'given' };
  if (pageDay) return { date: pageDay, basis: 'text' };
  const told = lines
    .filter(label => label.kind === 'byline')
    .flatMap(label => wholeDay(label.line.text) ?? []);
  const dateline = lines.find(label => label.kind === null);
  const found = told[0] ?? (dateline && datelineDay(dateline.line.text));
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
  } as const;
  for (const { pattern, resolve } of wholeDayForms) {
    for (const match of text.slice(0, 300).matchAll(pattern)) {
      const value = resolve(match.groups ?? {}, context)?.value;
      if (value) return value;
    }
  }
  return null;
}

/** `KABUL, Oct. 3, 2010 —`. */
function datelineDay(text: string): string | null {
  const opening = /^\p{Lu}[\p{Lu} .,'’-]{2,40}.{0,60}?\s?(?:--|[—–]|\(\p{Lu}+\))/u.exec(text.slice(0, 150));
  return opening && wholeDay(opening[0]);
}
