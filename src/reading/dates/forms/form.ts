import type { ReadDate } from '../../model/reading.ts';
import type { Tense } from '../../tokens/tense/tense.ts';
import { anyMonth, isMonth } from './lexicon.ts';

/** What a date is resolved from, besides its own words. */
export type DateContext = {
  /** The day that relative dates are counted from, null if unknown: then they get no value. */
  anchor: string | null;
  tense: Tense;
  /** The text of the same sentence before and after the match. */
  before: string;
  after: string;
  /** The last day, month or year mentioned in this sentence or the one before. */
  previous: string | null;
  /** Whether the sentence is among the first after the dateline of a wire report, which carry the news. */
  opening: boolean;
  /** Month names that are surnames in this article. */
  surnames: Set<string>;
  passage: Passage;
  /** Whether a capitalized word is an ordinary noun rather than part of a name. */
  isCommonNoun(word: string): boolean;
};

/** The time that the text around a date is about, as far as it says so. */
export type Passage = {
  /** The year that the sentence began with, or that the section is headed with. */
  year: number | null;
  /** The year that the section is headed with. */
  section: number | null;
  /** The year that the title says the article sums up, where the passage names none. */
  title: number | null;
  /** The last day or month with its year in this paragraph or the one before, or the year that a sentence began with. */
  date: string | null;
  /** Whether the sentence before this one began with a month whose year is known. */
  isAccount: boolean;
  /** Whether that is the month of a year with which the sentence itself begins. */
  isOwn: boolean;
};

export type Groups = Record<string, string | undefined>;
export type Resolved = Pick<ReadDate, 'value' | 'basis' | 'approximate'>;
type Resolve = (groups: Groups, context: DateContext) => Resolved | null;

/** One way to write a date. `resolve` returns null if the words turn out not to be a date. */
export type DateForm = {
  pattern: RegExp;
  /** Prefilters: a text that lacks one of these has no such date, so most forms need not be tried. Cheapest first. */
  required: RegExp[];
  /** Whether a match of the pattern is valid, from its groups and the text before it: whether its words are months. */
  accepts?(groups: Groups, before: string): boolean;
  resolve: Resolve;
};

/** Creates a form from its pattern's source; `notBehind`: words before a match that rule it out. */
export const form = (
  required: RegExp | RegExp[],
  pattern: string,
  resolve: Resolve,
  notBehind?: RegExp,
): DateForm => ({
  pattern: new RegExp(pattern, 'gu'),
  required: [required]
    .flat()
    .flatMap(requirement => (withFigures.has(requirement) ? [requires.figure, requirement] : requirement)),
  ...(pattern.includes(anyMonth) && {
    accepts: (groups, before) => hasMonths(groups) && !notBehind?.test(before),
  }),
  resolve,
});

const hasMonths = ({ m, n }: Groups) => (m === undefined || isMonth(m)) && (n === undefined || isMonth(n));

/** The matches of a form in a text, in order and without overlaps. After a rejected match the search resumes at its second character. */
export function matchesOf({ pattern, accepts }: DateForm, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const before = text.slice(Math.max(0, match.index - longestLead), match.index);
    if (!accepts || accepts(match.groups ?? {}, before)) found.push(match);
    else pattern.lastIndex = match.index + 1;
  }
  return found;
}

/** UTF-16 code units before a match that may rule it out. */
const longestLead = 60;

/** The prefilters of the forms. */
export const requires = {
  month: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC/,
  // From letters that all have on, which few other words have.
  weekday: /day(?<=(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)/,
  year: /(?:1[89]|20)\d\d/,
  today: /oda|onight|omorrow|esterday|TODAY|YESTERDAY/,
  part: /n(?:ing|oon|ight)(?<=\s(?:morning|afternoon|evening|night))/,
  unit: /\s(?:day|week|month|year|decade)/,
  figure: /\d/,
  /** The middle of `3-5`, `3 to 5` and `March–May`. */
  stretch: /[-–—/](?<=[\d\p{L}.]\s?.)\s?[\d\p{L}]|\s(?:to|through|until|till)\s+[\dA-Z]/u,
  between: /etween\s/,
  list: /\d(?:st|nd|rd|th)?(?:,\s+|,?\s+(?:and|or)\s+|\s?&\s?)\d/,
  holiday:
    /Christmas|Year['’]s|Thanksgiving|Valentine|Halloween|Boxing|Patrick['’]|Fool|Anzac|ANZAC|May\sD|Juneteenth|July\sF|Bastille|Night|Armistice/,
  season: /spring|summer|autumn|fall|winter/,
  quarter: /quarter|half|[QH][1-4]/,
  /** `May5`, `5thMay`, `Nov.8` */
  glued: /[a-zA-Z.]\d(?<=[a-zA-Z]{3}\.?\d)|\d(?:st|nd|rd|th)?[JFMASOND]/,
  shortYear: /['’]\d\d(?![\ds])/,
};

/** Prefilters that imply a digit. */
const withFigures = new Set([requires.year, requires.list, requires.glued, requires.shortYear]);

export const explicit = (value: string | null): Resolved | null =>
  value === null ? null : { value, basis: 'explicit' };
export const relative = (value: string | null): Resolved => ({ value, basis: 'relative' });
/** Near that month or year, but not necessarily in it. */
export const roughly = (resolved: Resolved): Resolved =>
  resolved.value === null ? resolved : { ...resolved, approximate: true };
