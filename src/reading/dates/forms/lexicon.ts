import { monthNames, monthNumber, weekdayNames } from '../../text/calendar.ts';

/** The English words of dates, and the pattern fragments that the forms are built from. */
const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `3`, `three`, `a`, `several` (NaN). */
export function countOf(text: string): number {
  const lower = text.toLowerCase();
  if (/^\d+$/.test(lower)) return Number(lower);
  if (/^(a|an|the)$/.test(lower)) return 1;
  const index = numbers.indexOf(lower);
  return index < 0 ? Number.NaN : index;
}

/** `first` to `thirty-first`, the days of a month in words. */
const units = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const dayOrdinals = [
  ...units,
  ...'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  ),
  ...units.map(unit => `twenty-${unit}`),
  'thirtieth',
  'thirty-first',
];
export const ordinalWord =
  '(?:[Tt]wenty-|[Tt]hirty-)?(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]welfth|[Tt]wentieth|[Tt]hirtieth|(?:[Tt]en|[Ee]leven|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen)th)';

/** The day of a month from its ordinal (`twenty-first`), 0 for any other word. */
export function dayOfOrdinal(word: string): number {
  return dayOrdinals.indexOf(word.toLowerCase()) + 1;
}

const capitalized = (name: string) => name[0]!.toUpperCase() + name.slice(1);
const alternatives = (names: string[]) => names.join('|');

export const fullMonth = `(?:${alternatives(monthNames.map(capitalized))})`;
export const namedMonth = `(?:${fullMonth}|${alternatives(monthNames).toUpperCase()}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`;
/** A candidate for a month name, to be confirmed by `isMonth`: patterns that list all names are too long for the safety check. */
export const anyMonth = '(?:[JFMASOND](?:[a-z]{2,8}(?![a-z])|[A-Z]{2,8}(?![A-Z]))\\.?)';

/** Whether a word is the name or abbreviation of a month, capitalized or in capitals. */
export function isMonth(word: string): boolean {
  return /^[A-Z](?:[a-z]+|[A-Z]+)\.?$/.test(word) && monthNumber(word) > 0;
}

/** What a month in front of it is that of: `a May indictment`. */
export const happening =
  '(?:indictment|trial|hearing|verdict|ruling|judgment|judgement|order|arrest|attack|raid|killing|shooting|bombing|blast|fire|crash|storm|flood|floods|quake|earthquake|riots?|protests?|strike|clash|clashes|vote|election|elections|by-election|poll|polls|primary|primaries|ballot|referendum|run-?off|summit|meeting|conference|congress|session|debate|talks|deal|agreement|treaty|report|survey|study|review|letter|memo|statement|speech|interview|article|visit|trip|tour|wedding|budget|deadline|issue|edition|launch|game|match|final|tournament|race|derby|concert|festival|weather|heat|sunshine|morning|evening|afternoon|night|day)';

export const weekday = `(?:${alternatives(weekdayNames.map(capitalized))})`;
/** A day of a month, not the hour of a clock. */
export const dayNumber =
  '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|ST|ND|RD|TH)?(?!\\d|[.:]\\d|,\\d{1,3}(?!\\d)|[IOlo](?!\\p{L}))';
/** The same with its ending: `3rd`. */
export const numberedDay = '(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)\\b';
/** Before the number of a day: not a sum or part of another number, nor a letter that a scan has for a figure (`l5 May`). */
export const noSum = '(?<![\\d$€£.,])(?<!(?<!\\p{L})\\p{L})';
/** A year in two figures: `’22`. */
export const shortYear = "['’](?<s>\\d\\d)(?![\\ds])";
/** After a day and its month: not followed by a number, unless that is a time of day or counts what follows. */
export const noNumber =
  '(?!\\.?\\s+\\d(?!\\d?(?:[:.]\\d\\d|\\s?[ap]\\.?m\\b)|\\d{0,2}(?:,\\d{3}){0,2}\\s+(?!(?:after|and|are|at|before|during|for|from|ha[ds]|have|into?|is|near|of|on|or|outside|the|to|until|was|were|when|where|will|with)\\b)[a-z]{3}))';
export const year = '(?:1[89]\\d\\d|20\\d\\d)(?!\\d|[.,]\\d|%)';
export const count =
  '(?:\\d{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Ss]everal|[Aa]\\s+few|[Ff]ew)';
export const dash = '\\s?[-–—]\\s?';
export const clock =
  '(?:\\d{1,2}(?:[:.]\\d\\d)?\\s?[ap]\\.?m\\.?\\s+(?:\\(?[A-Z]{2,4}\\)?,?\\s+|\\(\\d{4}\\s[A-Z]{3,4}\\)\\s+)?(?:on\\s+)?)?';
