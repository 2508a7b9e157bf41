import { monthNumber, weekdayNumber } from '../text/calendar.ts';
import { matchesOf } from './forms/form.ts';
import { wholeDayForms } from './forms/forms-days.ts';

/** UTF-16 code units of a line with a stamp. */
const longestStamp = 60;
/** Words of a stamp besides its day: times of day, zones, labels. */
const stampWord =
  /^(?:\d{1,4}|\d{1,2}h\d\d|\d{0,2}[ap]m?|m|noon|midnight|gmt|bst|utc|[ecmp][sd]?t|eet|msk|local|time|at|on|posted|published|updated?|last|live|key|mon|tues?|wed|thurs?|fri|sat|sun|st|nd|rd|th)$/i;

/** The day of a line that is nothing but a stamp. */
export function stampedDay(line: string): string | null {
  const day = line.length <= longestStamp ? wholeDay(line) : null;
  if (day === null) return null;
  const words = line.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isStamp = (word: string) =>
    stampWord.test(word) ||
    monthNumber(word) > 0 ||
    weekdayNumber(word) >= 0 ||
    /^\d{1,2}(?:st|nd|rd|th)$/i.test(word);
  return words.every(isStamp) ? day : null;
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
    passage: { year: null, section: null, title: null, date: null, isAccount: false, isOwn: false },
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
