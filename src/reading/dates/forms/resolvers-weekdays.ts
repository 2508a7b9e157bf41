import { addDays, addMonths, dayOf, weekdayNumber, weekdayOf } from '../../text/calendar.ts';
import { type DateContext, type Groups, type Resolved, relative } from './form.ts';
import { countOf } from './lexicon.ts';
import { closestWeekday, namedWeekday, weekdayNear } from './resolve.ts';
import { firstOfMonth } from './resolvers.ts';
import { step } from './resolvers-spans.ts';
import { isCountedFrom, isNoDay } from './weekday-uses.ts';

/** `The following Monday`, `on that Friday`: counted from the day mentioned before. */
export function weekdayFromThen(g: Groups, { previous }: DateContext): Resolved {
  if (previous?.length !== 10) return relative(null);
  const away = (weekdayNumber(g.d!) - weekdayOf(previous) + 7) % 7;
  if (/^that\b/i.test(g.w!)) return relative(addDays(previous, away));
  return relative(addDays(previous, /\bpre[vc]/.test(g.w!) ? (away || 7) - 7 : away || 7));
}

/** `Monday 13th`, `Tuesday the 31st`: the nearest day of that number and weekday that the tense allows. */
export function numberedWeekday(g: Groups, { anchor, tense, before }: DateContext): Resolved | null {
  // `Friday the 13th`, a film and a saying, unless it is `on Friday the 13th`.
  const isSaying = g.t !== undefined && Number.parseInt(g.n!, 10) === 13 && !/\b[Oo]n\s+$/.test(before);
  if (isSaying) return null;
  if (anchor === null) return relative(null);
  const number = Number.parseInt(g.n!, 10);
  const looksAhead = tense === 'future' || tense === 'planned' || tense === 'present';
  const months = looksAhead ? [0, 1, 2, -1, -2] : tense === 'past' ? [0, -1, -2] : [0, -1, 1, -2, 2];
  const found = months
    .map(step => addMonths(anchor, step).split('-').map(Number) as [number, number])
    .map(([of, month]) => dayOf(of, month, number))
    .filter(day => day !== null && weekdayOf(day) === weekdayNumber(g.d!));
  const allowed = found.filter(day => (looksAhead ? day! >= anchor : tense !== 'past' || day! <= anchor));
  return relative(allowed[0] ?? (tense === 'past' ? null : (found[0] ?? null)));
}

/** A weekday, alone or with `last`, `next`, `this`: the nearest one that the tense allows. */
export function weekdayForm(g: Groups, context: DateContext): Resolved | null {
  if (isNoDay(g, context)) return null;
  const { anchor, tense, before, after, opening } = context;
  if (!g.w && isCountedFrom(context)) return relative(null);
  if (anchor === null) return relative(null);
  const which = g.w?.toLowerCase().split(/\s+/).at(-1);
  const number = weekdayNumber(g.d!);
  // `a week ago Saturday`, `a week ago last Friday`: a week before the last one.
  const weeksBefore =
    which === undefined || which === 'last' ? weeksAgoRightBefore.exec(before)?.[1] : undefined;
  if (weeksBefore)
    return relative(addDays(namedWeekday(anchor, number, 'past', tense), -7 * countOf(weeksBefore)));
  const weeksAgo = which ? null : /\b(an?|one|two|three|four|\d) weeks? ago,? (?:on )?$/i.exec(before)?.[1];
  if (weeksAgo) return relative(weekdayWeeksAgo(anchor, number, countOf(weeksAgo)));
  // `Friday in two weeks`: of the week that many weeks ahead.
  const weeksAhead = which ? null : inWeeks.exec(after)?.groups;
  if (weeksAhead) {
    const count = countOf(weeksAhead.n!) * (weeksAhead.u === 'fortnight' ? 2 : 1);
    return relative(tense === 'past' ? null : weekdayWeeksAgo(anchor, number, -count));
  }
  // `Thursday week`: the Thursday after the next one; a `Thursday fortnight` is a week later.
  const weeks = which ? null : /^\s+(?:(week)|fortnight)\b/.exec(after);
  if (weeks) return relative(addDays(weekdayNear(anchor, number, 'future'), weeks[1] ? 7 : 14));
  if (!which && /\b(?:later|earlier)\s+(?:on\s+)?$/i.test(before))
    return relative(closestWeekday(anchor, number));
  return relative(
    which
      ? namedWeekday(anchor, number, which, tense)
      : weekdayNear(anchor, number, tense, opening && !/\b[Ss]ince\s+$/.test(before)),
  );
}

/** `the Friday before last`; null right after such a day, when it may be called the last one or not. */
export function weekdayBeforeLast(g: Groups, { anchor, tense }: DateContext): Resolved {
  if (anchor === null) return relative(null);
  const last = namedWeekday(anchor, weekdayNumber(g.d!), 'past', tense);
  return relative(last === addDays(anchor, -1) ? null : addDays(last, -7));
}

/** `three Fridays ago`, `two Sundays from now`. */
export function weekdaysCounted(g: Groups, { anchor }: DateContext): Resolved | null {
  const count = countOf(g.n!);
  if (anchor === null || Number.isNaN(count) || count < 1) return relative(null);
  const away = (weekdayNumber(g.d!) - weekdayOf(anchor) + 7) % 7;
  const isBack = g.w === 'ago';
  return relative(addDays(anchor, isBack ? away - 7 * count : (away || 7) + 7 * (count - 1)));
}

const weeksAgoRightBefore = /\b(an?|one|two|three|four|\d) weeks? ago $/i;

const inWeeks = /^\s+in\s+(?<n>an?|one|two|three|four|\d)\s+(?<u>weeks?|fortnight)\b/;

/** `two weeks ago on Monday`: of the week that many weeks back, which begins on Monday. */
function weekdayWeeksAgo(anchor: string, weekday: number, weeks: number): string {
  const monday = addDays(anchor, -((weekdayOf(anchor) + 6) % 7));
  return addDays(monday, -7 * weeks + ((weekday + 6) % 7));
}

/** `the last Friday of June`, `the second Tuesday of next month`. */
export function nthWeekday(g: Groups, { anchor, tense, before }: DateContext): Resolved | null {
  if (/^(?:each|every|a)$/.test(g.w ?? '') || /\b(?:every|each|any|after\s+the)\s+$/i.test(before))
    return null;
  const first = firstOfMonth(g, anchor, tense);
  if (first === null) return relative(null);
  const ordinal = nths.findIndex(names => names.includes(g.o!.toLowerCase()));
  const isLast = ordinal < 0;
  const start = isLast ? addDays(`${addMonths(first, 1)}-01`, -7) : addDays(first, ordinal * 7);
  const found = addDays(start, (weekdayNumber(g.d!) - weekdayOf(start) + 7) % 7);
  const isInMonth = found.slice(0, 7) === first.slice(0, 7);
  return isInMonth ? { value: found, basis: g.y ? 'explicit' : 'relative' } : null;
}

const nths = [
  ['first', '1st'],
  ['second', '2nd'],
  ['third', '3rd'],
  ['fourth', '4th'],
  ['fifth', '5th'],
];

/** `Thursday of next week`: weeks begin on Monday. */
export function weekdayOfWeek(g: Groups, { anchor }: DateContext): Resolved {
  if (anchor === null) return relative(null);
  const monday = addDays(anchor, -((weekdayOf(anchor) + 6) % 7));
  const weeks = g.a ? (g.a.startsWith('after') ? 2 : -2) : step(g.w!);
  return relative(addDays(monday, 7 * weeks + ((weekdayNumber(g.d!) + 6) % 7)));
}
