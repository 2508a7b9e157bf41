import { addDays, dayOf, monthNumber, monthOf, parts, weekdayNumber, weekdayOf } from '../text/calendar.ts';
import { type DateContext, type Groups, type Resolved, relative } from './form.ts';
import { namedWeekday, weekdayNear, yearlessDay, yearlessMonth } from './resolve.ts';
import { step } from './resolvers-spans.ts';

export function slashed(a: number, b: number, of: number): Resolved {
  const monthFirst = dayOf(of, a, b);
  const dayFirst = dayOf(of, b, a);
  const isPlain = monthFirst === null || dayFirst === null || monthFirst === dayFirst;
  return { value: isPlain ? (monthFirst ?? dayFirst) : null, basis: 'explicit' };
}

export function monthDay({ anchor, tense }: DateContext, month: number, of: number): Resolved | null {
  if (dayOf(2024, month, of) === null) return null;
  return { value: anchor && yearlessDay(anchor, month, of, tense), basis: 'year-inferred' };
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
  const start = g.y ? dayOf(Number(g.y), m, d) : anchor && yearlessDay(anchor, m, d, tense);
  const basis = g.y ? 'explicit' : 'year-inferred';
  if (start === null) return { value: null, basis };
  const [of] = parts(start);
  const end = dayOf(n < m ? of + 1 : of, n, e);
  return end === null || end < start ? null : { value: `${start}/${end}`, basis };
}

/** `in November`, `early last March`. After other words than these, `May` and `March` are names or verbs. */
export function monthAfter(g: Groups, { anchor, tense, after, surnames }: DateContext): Resolved | null {
  const month = monthNumber(g.m!);
  const word = g.w!.toLowerCase();
  if (surnames.has(g.m!) && !/^(last|next|this|in|early|late|mid)$/.test(word)) return null;
  if (
    /^(March|May|August|April|June)$/.test(g.m!) &&
    /^\s+\p{Lu}\p{Ll}/u.test(after) &&
    word !== 'in' &&
    !g.w2
  )
    return null;
  if (
    /^(March|May)$/.test(g.m!) &&
    /^(by|for|of|from|after|before)$/.test(word) &&
    /^\s+(said|told|has|was|is|will)\b/.test(after)
  )
    return null;
  if (anchor === null) return { value: null, basis: 'year-inferred' };
  const which = [word, g.w2?.trim()].find(one => one && /^(last|past|next|this)$/.test(one));
  const [of, anchorMonth] = parts(anchor);
  if (which === 'this') return { value: monthOf(of, month), basis: 'year-inferred' };
  if (which === 'next')
    return { value: monthOf(month > anchorMonth ? of : of + 1, month), basis: 'year-inferred' };
  if (which) return { value: monthOf(month < anchorMonth ? of : of - 1, month), basis: 'year-inferred' };
  return { value: yearlessMonth(anchor, month, tense), basis: 'year-inferred' };
}

/** A month without a preposition; rejected next to another name. */
export function bareMonth(
  g: Groups,
  { anchor, tense, before, after, surnames }: DateContext,
): Resolved | null {
  const wordBefore = /\s$/.test(before)
    ? before
        .trimEnd()
        .split(/[^\p{L}.]/u)
        .at(-1)!
    : '';
  const nextToName = /\p{Lu}/u.test(wordBefore) || /^\s+\p{Lu}/u.test(after);
  if (
    nextToName ||
    surnames.has(g.m!) ||
    (/^(April|June)$/.test(g.m!) && !/^['’]s?\b|^\s+\p{Ll}/u.test(after))
  )
    return null;
  return { value: anchor && yearlessMonth(anchor, monthNumber(g.m!), tense), basis: 'year-inferred' };
}

const papers =
  /^['’]?s?\s+(Times|Mirror|Telegraph|Express|Herald|Mail|Post|Independent|World|Star|People|Review|Night\s+Live|Night\s+Football|School|Magazine|Agreement|Massacre)\b/;

export function weekdayForm(
  g: Groups,
  { anchor, tense, before, after, opening }: DateContext,
): Resolved | null {
  const isName =
    /\b(Black|Good|Bloody|Super|Ash|Palm|Easter|Holy|Maundy|Shrove|Cyber|Giving|Fat|every|Every|each|Each|Casual|Taco|Man|Girl|The Mail on)\s+$/.test(
      before,
    );
  if (isName || papers.test(after) || /^s\b/.test(after)) return null;
  if (/\b[Tt]he\s+$/.test(before) && /^\s+\p{Lu}/u.test(after)) return null;
  if (anchor === null) return relative(null);
  const which = g.w?.toLowerCase().split(/\s+/).at(-1);
  const number = weekdayNumber(g.d!);
  return relative(
    which
      ? namedWeekday(anchor, number, which, tense)
      : weekdayNear(anchor, number, tense, opening && !/\b[Ss]ince\s+$/.test(before)),
  );
}

const holidays: Record<string, [number, number]> = {
  'christmas day': [12, 25],
  christmas: [12, 25],
  'christmas eve': [12, 24],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  "valentine's day": [2, 14],
  halloween: [10, 31],
};

export function holiday(name: string, context: DateContext): Resolved | null {
  if (/^\s+(?:\p{Lu}|season|tree|party|dinner|gift)/u.test(context.after)) return null;
  const fixed = holidays[name.toLowerCase().replace('’', "'")];
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
