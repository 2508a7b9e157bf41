import { matchesOf } from './form.ts';
import { wholeDayForms } from './forms-days.ts';

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
