import type { Document } from '../model/document.ts';
import { daysBetween, weekdayNumber, weekdayOf } from '../text/calendar.ts';
import { firstEndingAfter } from '../text/spans.ts';
import { weekday } from './forms/lexicon.ts';
import type { FoundDate } from './reconcile.ts';

/** Days after its publication that an article may date something done: time zones, and slips of a day or two. */
const slack = 31;
/** Days around its publication in which an article is likely to date something with its year. */
const plausible = 400;

/**
 * Whether what an article reports contradicts its day of publication: something was done on dates with a year that lie
 * after it, and no date with a year lies shortly before it; or its weekdays are those of another year. `1970-01-01` and
 * the day of an import are such.
 */
export function contradictsPublication(
  dates: readonly FoundDate[],
  { input }: Document,
  published: string,
): boolean {
  const explicit = dates
    .filter(date => date.basis === 'explicit' && date.value !== null)
    .filter(({ start }) => !upTo.test(input.slice(Math.max(0, start - longestUpTo), start)))
    .map(({ value, tense }) => ({
      away: daysBetween(published, lastDay(value!)),
      first: daysBetween(published, firstDay(value!)),
      tense,
    }));
  const after = explicit.filter(({ first, tense }) => tense === 'past' && first > slack);
  const fitting = explicit.filter(({ away, first }) => away >= -plausible && first <= slack);
  return (after.length > 0 && fitting.length === 0) || contradictsCalendar(dates);
}

/** `paid the rent up to March 2030`: what was done lasts until then. */
const upTo = /\b(?:until|till|to|through|by|for|before)(?: the)? $/;
/** UTF-16 code units. */
const longestUpTo = 12;

/** One wrong pair of a weekday and a day may be a slip. */
const fewestPairs = 2;
const paired = new RegExp(`(?:^|\\s)(?<w>${weekday}),?\\s+(?:the\\s+)?(?:\\p{Lu}|\\d)`, 'u');

/** Whether all days that an article gives with their weekdays fall on others in the year counted from its publication. */
function contradictsCalendar(dates: readonly FoundDate[]): boolean {
  const wrong = new Set<string>();
  for (const { text, value, basis } of dates) {
    const named =
      basis === 'year-inferred' && value?.length === 10 ? paired.exec(text)?.groups?.w : undefined;
    if (named === undefined) continue;
    if (weekdayOf(value!) === weekdayNumber(named)) return false;
    wrong.add(value!);
  }
  return wrong.size >= fewestPairs;
}

const firstDay = (value: string) => value.split('/')[0]!.padEnd(10, '-01').slice(0, 10);
const lastDay = (value: string) => {
  const last = value.split('/').at(-1)!;
  return last.length === 4 ? `${last}-12-31` : last.length === 7 ? `${last}-28` : last;
};

/** Days that an article may lie about to be published: further back, a day named as ahead is one of the next year. */
const longestDelay = 14;
/** `will meet on 3 May`, `is to close on 3 May` */
const announced =
  /\b(?:will|shall|(?:is|are) (?:to|due|set|scheduled|expected|slated))\s[^.;:“”"]{1,60}$|\bmust\s[^.;:“”"]{1,60}\bby (?:the )?$/;
/** `ordered it to pay by 3 May` */
const deadline = /\bto\s(?:[^\s.;:“”"]+\s){1,6}by (?:the )?$/;

/**
 * Whether an article speaks of a day as still ahead that lies before its publication, and dates nothing between the two:
 * it was written before that day, and no one can say in which week. A deadline may have been met or missed since, so
 * where one is all there is, nothing at all may be dated after it.
 */
export function wrongAboutAhead(dates: readonly FoundDate[], document: Document, published: string): boolean {
  const isRecent = ({ value, basis }: FoundDate) =>
    basis !== 'relative' &&
    value?.length === 10 &&
    value < published &&
    daysBetween(value, published) <= longestDelay;
  const isBetween = (from: FoundDate) => (date: FoundDate) =>
    date !== from &&
    date.value !== null &&
    lastDay(date.value) >= from.value! &&
    firstDay(date.value) <= published;
  return dates.filter(isRecent).some(date => {
    const before = wordsBefore(document, date);
    if (isInQuote(before)) return false;
    const others = dates.filter(isBetween(date));
    if (date.tense !== 'past' && announced.test(before))
      return others.every(({ basis }) => basis === 'relative');
    return date.tense !== 'past' && deadline.test(before) && others.length === 0;
  });
}

/** The words of a date's sentence before it. */
function wordsBefore({ input, sentences }: Document, { start }: FoundDate): string {
  const sentence = sentences[firstEndingAfter(sentences, start)];
  return sentence && sentence.start <= start
    ? input.slice(Math.max(sentence.start, start - longestLead), start)
    : '';
}

/** Whether a quote that the words open is not closed in them. */
function isInQuote(before: string): boolean {
  return before.lastIndexOf('“') > before.lastIndexOf('”') || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** UTF-16 code units. */
const longestLead = 300;

/** The dates without the days that were counted from the day of publication. */
export function withoutCounted(dates: readonly FoundDate[]): FoundDate[] {
  return dates.map(date =>
    date.basis === 'relative' && date.value !== null ? { ...date, value: null } : date,
  );
}
