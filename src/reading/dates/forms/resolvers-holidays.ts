import { addDays, dayOf, monthOf, parts, weekdayOf } from '../../text/calendar.ts';
import { type DateContext, explicit, type Groups, type Resolved, relative } from './form.ts';
import { monthDay } from './resolvers.ts';
import { step } from './resolvers-spans.ts';

/** Feasts and other days that are called by a name. */

const holidays: Record<string, [number, number]> = {
  'christmas day': [12, 25],
  christmas: [12, 25],
  'christmas eve': [12, 24],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  "valentine's day": [2, 14],
  halloween: [10, 31],
  'boxing day': [12, 26],
  "st patrick's day": [3, 17],
  "april fools' day": [4, 1],
  "april fool's day": [4, 1],
  'anzac day': [4, 25],
  'may day': [5, 1],
  juneteenth: [6, 19],
  'july fourth': [7, 4],
  'bastille day': [7, 14],
  'guy fawkes night': [11, 5],
  'bonfire night': [11, 5],
  'armistice day': [11, 11],
};

/** `Christmas Eve`, `Halloween last year`; null where a name goes on, or the feast is one of another calendar. */
export function holiday(g: Groups, context: DateContext): Resolved | null {
  if (
    /^\s+(?:\p{Lu}|season|tree|party|dinner|gift|cards?|carols?|presents?|lights|cake|shopping|shoppers|jumper)/u.test(
      context.after,
    )
  )
    return null;
  if (/\b(?:like|[Ee]very|[Ee]ach)\s+$/.test(context.before)) return null;
  // The feasts of other calendars fall on other days.
  if (
    /\b(?:Orthodox|Coptic|Armenian|Ethiopian|Chinese|Lunar|Jewish|Persian|Canadian)\s+$/.test(context.before)
  )
    return null;
  const fixed = holidays[g.h!.toLowerCase().replace('’', "'").replace('.', '')];
  const inYear = (year: number) => (fixed ? dayOf(year, ...fixed) : thanksgiving(year));
  if (g.y) return explicit(inYear(Number(g.y)));
  if (g.w && context.anchor) {
    const year = g.w === 'that' ? yearOfThen(context) : parts(context.anchor)[0] + step(g.w);
    return relative(year === null ? null : inYear(year));
  }
  const then = /\b[Tt]hat $/.test(context.before) ? yearOfThen(context, context.passage.date) : null;
  if (then !== null) return relative(inYear(then));
  if (fixed) return monthDay(context, ...fixed);
  const { anchor } = context;
  if (anchor === null) return { value: null, basis: 'year-inferred' };
  const [of] = parts(anchor);
  const past = [of - 1, of].map(thanksgiving).findLast(found => found <= anchor)!;
  return {
    value: context.tense === 'future' && thanksgiving(of) >= anchor ? thanksgiving(of) : past,
    basis: 'year-inferred',
  };
}

/** The year last named: in this sentence, or by the date before. */
function yearOfThen({ before, previous }: DateContext, passage: string | null = null): number | null {
  const named = before.match(/\b(?:1[89]|20)\d\d\b/g)?.at(-1) ?? (previous ?? passage)?.slice(0, 4);
  return named === undefined ? null : Number(named);
}

/** The fourth Thursday of November. */
function thanksgiving(of: number): string {
  const first = monthOf(of, 11).concat('-01');
  return addDays(first, ((4 - weekdayOf(first) + 7) % 7) + 21);
}
