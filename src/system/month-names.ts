/** Languages whose months feeds and pages are dated with. */
const languages =
  'en de fr es it pt nl pl uk ru bg sr hr be mk el cs sk sl sv da nb fi et lv lt hu ro tr ar he hi id'.split(
    ' ',
  );

const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

let known: Map<string, number> | null = null;

/** The number of a month, from 1, by its name in a language of Europe or one that many feeds are in, whole or short; null for any other word. */
export function monthInAnyLanguage(name: string): number | null {
  known ??= monthNames();
  const word = bare(name);
  const found = known.get(word);
  if (found !== undefined) return found === 0 ? null : found;
  const at = english.indexOf(word.slice(0, 3));
  if (at >= 0) return at + 1;
  // `ноя`: the first letters of one month only
  const months = new Set([...known].flatMap(([each, month]) => (each.startsWith(word) ? [month] : [])));
  return word.length >= 3 && months.size === 1 ? [...months][0]! || null : null;
}

/** Every name with its number; 0 for one that is of different months in different languages. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of languages)
    for (const length of ['long', 'short'] as const) {
      // With a day, many languages decline the month.
      const format = new Intl.DateTimeFormat(language, { month: length, day: 'numeric', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month++) {
        const parts = format.formatToParts(Date.UTC(2024, month - 1, 1));
        const name = bare(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (!/\p{L}/u.test(name)) continue;
        // English goes first: where a word is another month elsewhere, feeds mean the English one.
        const before = names.get(name);
        const isOther = before !== undefined && before !== month;
        names.set(name, isOther ? (english[before - 1] === name.slice(0, 3) ? before : 0) : month);
      }
    }
  return names;
}

/** Small letters without accents and dots. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]+/gu, '');
}
