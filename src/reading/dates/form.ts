import type { ReadDate } from '../model/reading.ts';
import type { Tense } from '../tokens/tense.ts';
import { anyMonth, isMonth } from './lexicon.ts';

/** What a date's form is resolved by. */
export type DateContext = {
  /** The day of publication, null if unknown: then nothing that hangs on it gets a value. */
  anchor: string | null;
  tense: Tense;
  /** The words before and behind, of the same sentence. */
  before: string;
  after: string;
  /** The last day, month or year that this sentence or the one before told of. */
  previous: string | null;
  /** Whether the sentence is among the first, which tell what is new. */
  opening: boolean;
  /** Months that are somebody's surname in this article. */
  surnames: Set<string>;
};

export type Groups = Record<string, string | undefined>;
export type Resolved = Pick<ReadDate, 'value' | 'basis' | 'approximate'>;
type Resolve = (groups: Groups, context: DateContext) => Resolved | null;

/** One way to write a date. `resolve` gives null where the words are no date after all. */
export type DateForm = {
  pattern: RegExp;
  /** A text that lacks one of these has no such date: so most forms need not be tried. The quickest stands first. */
  needs: RegExp[];
  /** Whether a match of the pattern is one of the form: whether its words are months. */
  accepts?(groups: Groups): boolean;
  resolve: Resolve;
};

/** A form from the source of its pattern. */
export const form = (needs: RegExp | RegExp[], pattern: string, resolve: Resolve): DateForm => ({
  pattern: new RegExp(pattern, 'gu'),
  needs: [needs].flat().flatMap(need => (withFigures.has(need) ? [requires.figure, need] : need)),
  ...(pattern.includes(anyMonth) && { accepts: hasMonths }),
  resolve,
});

const hasMonths = ({ m, n }: Groups) => (m === undefined || isMonth(m)) && (n === undefined || isMonth(n));

/** Where a form stands in a text, in order, none over another. Behind a match that is none the next is looked for from its second character on. */
export function matchesOf({ pattern, accepts }: DateForm, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (!accepts || accepts(match.groups ?? {})) found.push(match);
    else pattern.lastIndex = match.index + 1;
  }
  return found;
}

/** What a text must have for one of the forms to be tried. */
export const requires = {
  month: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC/,
  weekday: /(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day/,
  year: /(?:1[89]|20)\d\d/,
  today: /oda|onight|omorrow|esterday|TODAY|YESTERDAY/,
  part: /\s(?:morning|afternoon|evening|night)/,
  unit: /\s(?:day|week|month|year|decade)/,
  figure: /\d/,
  /** What stands between the ends of `3-5`, `3 to 5` and `March–May`. */
  stretch: /[\d\p{L}.]\s?[-–—]\s?[\d\p{L}]|\s(?:to|through|until|till)\s+[\dA-Z]/u,
  between: /etween\s/,
  list: /\d(?:st|nd|rd|th)?(?:,\s+|,?\s+and\s+)\d/,
  holiday: /Christmas|Year|Thanksgiving|Valentine|Halloween/,
  season: /spring|summer|autumn|fall|winter/,
  quarter: /quarter|half|Q[1-4]/,
};

/** Of these a text without a figure has none. */
const withFigures = new Set([requires.year, requires.list]);

export const explicit = (value: string | null): Resolved | null =>
  value === null ? null : { value, basis: 'explicit' };
export const relative = (value: string | null): Resolved => ({ value, basis: 'relative' });
/** Near a month or a year, but not surely in it. */
export const roughly = (resolved: Resolved): Resolved =>
  resolved.value === null ? resolved : { ...resolved, approximate: true };
