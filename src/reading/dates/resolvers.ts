import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  monthNumber,
  monthOf,
  parts,
  weekdayOf,
} from '../text/calendar.ts';
import type { Tense } from '../tokens/tense.ts';
import { type DateContext, explicit, type Groups, type Resolved, relative } from './form.ts';
import { dayInPassage, yearlessDay, yearlessMonth } from './resolve.ts';
import { step } from './resolvers-spans.ts';

/** Words after which a day may lie ahead although the verb is in the past: `was invited to a ceremony on March 12`. */
const forward =
  /\b(?:invit\w*|deadline|dates?|until|by|ahead of|before|schedul\w*|set|due|expect\w*|plan\w*|summon\w*|order\w*|announc\w*|propos\w*|call\w* (?:for|on)|agree\w*|decid\w*|to be|for)\b/i;

/** Whether a day is that of a verb in the past: `On March 10 they met`, `It ended on March 7`. */
function isDone({ tense, before }: DateContext): boolean {
  if (tense !== 'past') return false;
  const lead = /(?:\b[Oo]n|^|[,;(“"]|(?:^|[,;]\s)[Bb]y)\s*(?:the\s+)?$/.exec(before);
  return lead !== null && !forward.test(before.slice(0, lead.index).split(/[;:]/).at(-1)!);
}

/** Whether a passage is about a day so long past that no news is meant. */
function isLongPast(day: string | null, anchor: string): day is string {
  return day?.length === 10 && daysBetween(day, anchor) > longPast;
}

/** Days. */
const longPast = 3_650;

/** `The law takes effect on 1 January` */
const scheduled =
  /\b(?:takes? effect|comes? into (?:force|effect)|goes? on sale|begins?|starts?|opens?|ends?|expires?|closes?|resumes?|kicks? off) on (?:the )?$/;
const ofWhatFollows =
  /\b(?:ahead of|prior to|in the run-up to) (?:the|his|her|its|their|an?|this|next) (?:[\p{L}'’-]{1,20} ){1,4}on $/iu;
const pastPerfect = /\bhad (?:[\p{Ll}-]{1,15} ){1,4}(?:on )?(?:the )?$/u;

export function slashed(a: number, b: number, of: number): Resolved {
  const monthFirst = dayOf(of, a, b);
  const dayFirst = dayOf(of, b, a);
  const isPlain = monthFirst === null || dayFirst === null || monthFirst === dayFirst;
  return { value: isPlain ? (monthFirst ?? dayFirst) : null, basis: 'explicit' };
}

/** A day without its year: of the year that the passage is about, else the nearest one that the tense allows. */
export function monthDay(context: DateContext, month: number, of: number): Resolved | null {
  if (dayOf(2024, month, of) === null) return null;
  const { anchor, passage } = context;
  if (anchor === null) return { value: null, basis: 'year-inferred' };
  // `He spoke ahead of the vote on November 5`: the verb says nothing of the vote.
  const isOfOther = context.tense === 'past' && ofWhatFollows.test(context.before);
  const isScheduled = context.tense === 'present' && scheduled.test(context.before);
  const tense = isOfOther ? 'open' : isScheduled ? 'future' : context.tense;
  const done = isDone(context);
  // `a letter of 3 March 1912. The ship had left on 27 February`
  if (done && passage.year === null && isLongPast(passage.date, anchor) && pastPerfect.test(context.before)) {
    const before = yearlessDay(passage.date, month, of, tense, true);
    if (before !== null && before <= passage.date) return { value: before, basis: 'year-inferred' };
  }
  const nearest = yearlessDay(anchor, month, of, tense, done);
  return {
    value:
      dayInPassage(
        done || passage.isOwn ? passage : { ...passage, date: null },
        nearest,
        anchor,
        month,
        of,
        tense,
      ) ?? nearest,
    basis: 'year-inferred',
  };
}

/** A month, or a day in it, of last, this or next year, or of the year mentioned before. */
export function ofStatedYear(g: Groups, { anchor, previous }: DateContext): Resolved | null {
  const isAnaphoric = /^(that|the)/.test(g.w!);
  const from = isAnaphoric ? previous : anchor;
  const year = from === null ? null : parts(from)[0] + (isAnaphoric ? 0 : step(g.w!));
  const month = monthNumber(g.m!);
  if (year === null) return { value: null, basis: 'year-inferred' };
  const value = g.d ? dayOf(year, month, Number.parseInt(g.d, 10)) : monthOf(year, month);
  return value === null ? null : { value, basis: 'year-inferred' };
}

export function between(
  { anchor, tense }: DateContext,
  g: Groups,
  m: number,
  d: number,
  n: number,
  e: number,
): Resolved | null {
  if (dayOf(2024, m, d) === null || dayOf(2024, n, e) === null) return null;
  // Over New Year the one year that is given is that of the end: `December 30 to January 2, 2015`.
  const ofStart = n < m ? Number(g.y) - 1 : Number(g.y);
  const start = g.y ? dayOf(ofStart, m, d) : anchor && yearlessDay(anchor, m, d, tense);
  const basis = g.y ? 'explicit' : 'year-inferred';
  if (start === null) return { value: null, basis };
  const [of] = parts(start);
  const end = dayOf(n < m ? of + 1 : of, n, e);
  return end === null || end < start ? null : { value: `${start}/${end}`, basis };
}

/** `today`, `Yesterday`; not the name of a show or a paper, which is capitalized in the middle of a sentence. */
export function todayForm(g: Groups, { anchor, before, after }: DateContext): Resolved | null {
  const isCapitalized = /^[TY][a-z]/.test(g.r!);
  const isInside = /[\p{L}\p{N},]\s+$/u.test(before);
  const isTitle = /^['’]?s?\s+(?:programme|program|show|newspaper|host)\b/i.test(after);
  if (isCapitalized && (isInside || isTitle)) return null;
  return relative(anchor && addDays(anchor, { yesterday: -1, tomorrow: 1 }[g.r!.toLowerCase()] ?? 0));
}

/** `the last day of May`. */
export function endOfMonth(g: Groups, { anchor, tense }: DateContext): Resolved {
  const first = firstOfMonth(g, anchor, tense);
  if (first === null) return relative(null);
  const isFirst = /^first$/i.test(g.o!);
  const value = isFirst ? first : addDays(`${addMonths(first, 1)}-01`, -1);
  return { value, basis: g.y ? 'explicit' : 'year-inferred' };
}

/** The first day of the month that is named (`June`, `next month`), null if that needs an unknown day of publication. */
export function firstOfMonth(g: Groups, anchor: string | null, tense: Tense): string | null {
  if (g.m && g.y) return `${monthOf(Number(g.y), monthNumber(g.m))}-01`;
  if (anchor === null) return null;
  if (g.m) return `${yearlessMonth(anchor, monthNumber(g.m), tense)}-01`;
  return `${addMonths(anchor, step(g.w!))}-01`;
}

const holidays: Record<string, [number, number]> = {
  'christmas day': [12, 25],
  christmas: [12, 25],
  'christmas eve': [12, 24],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  "valentine's day": [2, 14],
  halloween: [10, 31],
  'boxing day': [12, 26],
};

export function holiday(g: Groups, context: DateContext): Resolved | null {
  if (/^\s+(?:\p{Lu}|season|tree|party|dinner|gift)/u.test(context.after)) return null;
  // The feasts of other calendars fall on other days.
  if (
    /\b(?:Orthodox|Coptic|Armenian|Ethiopian|Chinese|Lunar|Jewish|Persian|Canadian)\s+$/.test(context.before)
  )
    return null;
  const fixed = holidays[g.h!.toLowerCase().replace('’', "'")];
  if (g.y) return explicit(fixed ? dayOf(Number(g.y), ...fixed) : thanksgiving(Number(g.y)));
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

/** The fourth Thursday of November. */
function thanksgiving(of: number): string {
  const first = monthOf(of, 11).concat('-01');
  return addDays(first, ((4 - weekdayOf(first) + 7) % 7) + 21);
}
