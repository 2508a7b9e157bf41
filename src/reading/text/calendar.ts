/** Days are `YYYY-MM-DD`; arithmetic is in UTC, so that no time zone shifts them. */

/** English names, in lower case. */
export const monthNames =
  'january february march april may june july august september october november december'.split(' ');

/** The months in full and as they are shortened, for a pattern that ignores case. */
export const monthPattern = [...monthNames, ...monthNames.map(name => name.slice(0, 3)), 'sept'].join('|');

/** English names, in lower case; Sunday comes first. */
export const weekdayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** The words that name a day or a month. */
export const calendarWords: ReadonlySet<string> = new Set([...monthNames, ...weekdayNames]);

export const weekdays: ReadonlySet<string> = new Set(weekdayNames);

const ambiguousMonths = new Set(['march', 'april', 'may', 'june']);
const dateWords: readonly string[] = [
  ...weekdayNames.flatMap(name => [name, `${name}s`]),
  ...monthNames.filter(name => !ambiguousMonths.has(name)),
];
const unambiguous: ReadonlySet<string> = new Set(dateWords);
const unambiguousOrShort: ReadonlySet<string> = new Set([
  ...dateWords,
  ...'jan. feb. aug. sep. sept. oct. nov. dec.'.split(' '),
]);

/** Whether a word in lower case is a weekday, in the singular or plural, or a month that is no given name or verb. */
export function isUnambiguousDate(lower: string): boolean {
  return unambiguous.has(lower);
}

/** The same, or the abbreviation of a month with its stop. */
export function isUnambiguousDateOrShort(lower: string): boolean {
  return unambiguousOrShort.has(lower);
}

/** Months as they are often misspelt, in lower case. Their first three letters are right: others are not looked for. */
const misspelled: Readonly<Record<string, number>> = {
  janary: 1,
  janurary: 1,
  januray: 1,
  febuary: 2,
  feburary: 2,
  febraury: 2,
  febrary: 2,
  augest: 8,
  septemer: 9,
  septmber: 9,
  septmeber: 9,
  octuber: 10,
  octobor: 10,
  novemer: 11,
  novmber: 11,
  novemeber: 11,
  decemer: 12,
  decmber: 12,
  decemeber: 12,
};

/** Whether a word is a year of the last three centuries, in figures. */
export function isYearInFigures(word: string): boolean {
  return /^(?:1[89]|20)\d\d$/.test(word);
}

/** The number of a month by its name, abbreviation (`Sept.`) or usual misspelling, in any case; 0 if it is none. */
export function monthNumber(text: string): number {
  const bare = text.toLowerCase().replace(/\.$/, '');
  const matches = (name: string) =>
    name === bare || name.slice(0, 3) === bare || (bare === 'sept' && name === 'september');
  if (bare.length < 3) return 0;
  return monthNames.findIndex(matches) + 1 || (misspelled[bare] ?? 0);
}

/** The number of a weekday by its name, in any case, 0 for Sunday; -1 if it is none. */
export function weekdayNumber(text: string): number {
  return weekdayNames.indexOf(text.toLowerCase());
}

/** Words that mean another day inside a quote than in the article. */
export const deicticDay =
  /^(?:today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))$/i;

/** Milliseconds. */
const dayLength = 86_400_000;

/** The day as text, or null if there is no such day (31 April). */
export function dayOf(year: number, month: number, day: number): string | null {
  const moment = Date.UTC(year, month - 1, day);
  const made = new Date(moment);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The month as `YYYY-MM`. */
export function monthOf(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}`;
}

/** The day `count` days after (before, if negative) a day. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

/** The month `count` months after the one a day is in, as `YYYY-MM`. */
export function addMonths(day: string, count: number): string {
  const [year, month] = parts(day);
  const months = year * 12 + month - 1 + count;
  return monthOf(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
}

/** The weekday of a day, 0 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** The number of days from one day to another, negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

/** Year, month and day; of a month or year the missing parts are 0. */
export function parts(day: string): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The day if the text begins with one that exists (`2022-02-23T09:31`), else null. */
export function validDay(text: string | null | undefined): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
