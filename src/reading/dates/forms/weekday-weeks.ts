import { addDays, weekdayNumber, weekdayOf } from '../../text/calendar.ts';
import type { Tense } from '../../tokens/tense/tense.ts';
import { type DateContext, type Groups, type Resolved, relative } from './form.ts';
import { countOf } from './lexicon.ts';
import { namedWeekday, weekdayNear } from './resolve.ts';
import { step } from './resolvers-spans.ts';

/** Weekdays that are some weeks before or after another: `a week ago Saturday`, `Friday in two weeks`. */

/** What a weekday is counted from, and how many weeks the words around it name. */
type Counted = { anchor: string; weekday: number; weeks: number; tense: Tense };

/** Words right before or behind a weekday that count weeks. `n` is the number, `u` the unit; without a number it is one. */
type WeekRule = {
  name: string;
  /** Which of `last`, `next`, `this` may be in front of the weekday; undefined for none. */
  with: readonly (string | undefined)[];
  before?: RegExp;
  after?: RegExp;
  day(counted: Counted): string | null;
};

const number = '(?<n>an?|one|two|three|four|\\d)';
const beforeLast = ({ anchor, weekday, weeks, tense }: Counted) =>
  addDays(namedWeekday(anchor, weekday, 'past', tense), -7 * weeks);

const weekRules: WeekRule[] = [
  {
    name: 'a week ago Saturday, a week ago last Friday',
    with: [undefined, 'last'],
    before: new RegExp(`\\b${number} (?<u>weeks?) ago $`, 'i'),
    day: beforeLast,
  },
  {
    name: 'a week last Tuesday',
    with: ['last'],
    before: new RegExp(
      `(?<!\\b(?:for|in|of|after|within|by|every) )\\b${number} (?<u>weeks?|fortnight) $`,
      'i',
    ),
    day: beforeLast,
  },
  {
    name: 'two weeks ago on Monday',
    with: [undefined],
    before: new RegExp(`\\b${number} (?<u>weeks?) ago,? (?:on )?$`, 'i'),
    day: ({ anchor, weekday, weeks }) => inWeek(anchor, weekday, -weeks),
  },
  {
    name: 'Friday in two weeks',
    with: [undefined],
    after: new RegExp(`^\\s+in\\s+${number}\\s+(?<u>weeks?|fortnight)\\b`),
    day: ({ anchor, weekday, weeks, tense }) => (tense === 'past' ? null : inWeek(anchor, weekday, weeks)),
  },
  {
    name: 'Thursday week, Thursday fortnight',
    with: [undefined],
    after: /^\s+(?<u>week|fortnight)\b/,
    day: ({ anchor, weekday, weeks }) => addDays(weekdayNear(anchor, weekday, 'future'), 7 * weeks),
  },
];

/**
 * The weekday that the words around one count weeks to, its value null if the tense contradicts them; undefined if they
 * count none.
 * @param which `last`, `next`, `this` in front of the weekday
 */
export function countedInWeeks(
  weekday: number,
  which: string | undefined,
  anchor: string,
  { before, after, tense }: DateContext,
): Resolved | undefined {
  for (const rule of weekRules) {
    if (!rule.with.includes(which)) continue;
    const words = rule.before?.exec(before) ?? rule.after?.exec(after);
    if (!words) continue;
    const { n = 'a', u } = words.groups!;
    const weeks = countOf(n) * (u === 'fortnight' ? 2 : 1);
    return relative(rule.day({ anchor, weekday, weeks, tense }));
  }
  return undefined;
}

/** A weekday of the week that many weeks ahead; weeks begin on Monday. */
function inWeek(anchor: string, weekday: number, weeks: number): string {
  const monday = addDays(anchor, -((weekdayOf(anchor) + 6) % 7));
  return addDays(monday, 7 * weeks + ((weekday + 6) % 7));
}

/** `Thursday of next week`, `Monday the week before last`. */
export function weekdayOfWeek(g: Groups, { anchor }: DateContext): Resolved {
  const weeks = g.a ? (g.a.startsWith('after') ? 2 : -2) : step(g.w!);
  return relative(anchor && inWeek(anchor, weekdayNumber(g.d!), weeks));
}

/** `the Friday before last`; null right after such a day, when it may be called the last one or not. */
export function weekdayBeforeLast(g: Groups, { anchor, tense }: DateContext): Resolved {
  if (anchor === null) return relative(null);
  const last = namedWeekday(anchor, weekdayNumber(g.d!), 'past', tense);
  return relative(last === addDays(anchor, -1) ? null : addDays(last, -7));
}

/** `three Fridays ago`, `two Sundays from now`. */
export function weekdaysCounted(g: Groups, { anchor }: DateContext): Resolved {
  const count = countOf(g.n!);
  if (anchor === null || Number.isNaN(count) || count < 1) return relative(null);
  const away = (weekdayNumber(g.d!) - weekdayOf(anchor) + 7) % 7;
  const isBack = g.w === 'ago';
  return relative(addDays(anchor, isBack ? away - 7 * count : (away || 7) + 7 * (count - 1)));
}
