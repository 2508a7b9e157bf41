import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  monthNames,
  monthNumber,
  monthOf,
  parts,
  weekdayNumber,
  weekdayOf,
} from '../../text/calendar.ts';
import type { Tense } from '../../tokens/tense/tense.ts';
import { type DateContext, type Groups, type Resolved, relative } from './form.ts';
import { countOf, numberedDay } from './lexicon.ts';
import { dayInPassage, namedMonth, yearlessDay, yearlessMonth } from './resolve.ts';
import { step } from './resolvers-spans.ts';

/** Words after which a day may lie ahead although the verb is in the past: `was invited to a ceremony on March 12`. */
const forward =
  /\b(?:invit\w*|deadline|dates?|until|ahead of|before|schedul\w*|set|due|expect\w*|plan\w*|summon\w*|order\w*|announc\w*|propos\w*|call\w* (?:for|on)|agree\w*|decid\w*|to be|for)\b/i;

/** Whether a day is that of a verb in the past: `On March 10 they met`, `It ended on March 7`. */
function isDone({ tense, before }: DateContext): boolean {
  if (tense !== 'past') return false;
  const lead =
    /(?:\b(?:[Oo]n|[Aa]t|[Ss]ince)|^|[,;(“"]|(?:^|[,;]\s)[Bb]y)\s*(?:the\s+)?$/.exec(before) ??
    deed.exec(before);
  return lead !== null && !forward.test(before.slice(0, lead.index).split(/[;:]/).at(-1)!);
}

/** `was arrested Nov. 2` */
const deed =
  /(?<=\b\p{Ll}{2,14}ed|\b(?:held|born|shot|left|began|met|won|lost|fell|came|went|made|found|sworn|sent|hit|struck))\s$/u;

/** Whether a passage is about a day so long past that no news is meant. */
function isLongPast(day: string | null, anchor: string): day is string {
  return day?.length === 10 && daysBetween(day, anchor) > longPast;
}

/** Days. */
const longPast = 3_650;

/** `The law takes effect on 1 January` */
const scheduled =
  /\b(?:takes? effect|(?:comes?|goes?) into (?:force|effect)|goes? on sale|begins?|starts?|opens?|reopens?|ends?|expires?|closes?|resumes?|kicks? off)(?: on| from)? (?:the )?$/;
const pastPerfect = /\bhad (?:[\p{Ll}-]{1,15} ){1,4}(?:on )?(?:the )?$/u;

/** `the youth of today`: no day is meant. */
const ofToday =
  /\b(?:youth|children|kids|people|generation|teenagers|parents|leaders|women|men|world|society|politicians|champions|stars) of $/i;

export function slashed(a: number, b: number, of: number): Resolved {
  const monthFirst = dayOf(of, a, b);
  const dayFirst = dayOf(of, b, a);
  const isPlain = monthFirst === null || dayFirst === null || monthFirst === dayFirst;
  return { value: isPlain ? (monthFirst ?? dayFirst) : null, basis: 'explicit' };
}

/** What is numbered: `Chapter 3 May be read`, `in row 12 March hares sat`. */
const numbered =
  /\b(?:row|chapter|section|part|room|figure|table|page|article|item|step|phase|number|grade|class|version|flight|bus|route|line|platform|gate|level|stage|act|scene|volume|verse|unit|block|lot|seat|season|episode|round|game|group|division|appendix|clause|paragraph|rule) $/i;
/** `Anna May 10 times refused` */
const afterName = /(?:^|[^.!?]\s)\p{Lu}\p{L}+\s$/u;

/** Whether the number is none of a day, or its month a surname or the verb that looks like one. */
function isOtherNumber({ before, after, surnames }: DateContext, month: number): boolean {
  if (numbered.test(before) || ofName.test(after)) return true;
  if (month === 5 && /^\s+(?:be|have|not|also|never|still|well|only|yet)\b/.test(after)) return true;
  return surnames.has(monthName(month)) && afterName.test(before);
}

/** `12 March Street`: what is called by a day. */
const ofName =
  /^ (?:Street|Avenue|Road|Lane|Square|Boulevard|Bridge|Stadium|Airport|Hospital|University|School|Movement|Revolution|Uprising|Coup|Massacre|Agreement|Alliance|Coalition|Agenda|Brigades?|Front|Party|Committee)\b/;

const monthName = (month: number) => {
  const name = monthNames[month - 1]!;
  return name[0]!.toUpperCase() + name.slice(1);
};

/** `February 24 – The rebels take the town`: the day of an entry in a chronology. */
export const isEntry = ({ before, after }: DateContext) =>
  /^\W*$/.test(before) && /^(?:\s[-–—]|:)\s/.test(after);

/** The first such day from that of the entry before on, null if that is unknown. */
function entryAfter(last: string | null, month: number, of: number): string | null {
  if (last?.length !== 10) return null;
  const [year] = parts(last);
  return (
    [year, year + 1].map(each => dayOf(each, month, of)).find(day => day !== null && day >= last) ?? null
  );
}

/** `last 1 March`: the last such day before another, or the next one after it. */
function lastOrNextSuch(anchor: string, month: number, of: number, isLast: boolean): string | null {
  const [year] = parts(anchor);
  const days = [year - 1, year, year + 1].flatMap(each => dayOf(each, month, of) ?? []);
  return (isLast ? days.findLast(day => day < anchor) : days.find(day => day > anchor)) ?? null;
}

/** A day without its year: of the year that the passage is about, else the nearest one that the tense allows. */
export function monthDay(context: DateContext, month: number, of: number, weekday?: string): Resolved | null {
  if (dayOf(2024, month, of) === null || isOtherNumber(context, month)) return null;
  const { anchor, passage } = context;
  if (anchor === null) return { value: null, basis: 'year-inferred' };
  const which = /\b(?:last|next) $/i.exec(context.before)?.[0].toLowerCase();
  if (which) return { value: lastOrNextSuch(anchor, month, of, which === 'last '), basis: 'year-inferred' };
  // `If the lease was signed before 1 January`: of what may be, the verb says nothing of the year.
  const isSupposed = context.tense === 'past' && ifBefore.test(context.before);
  const isScheduled = context.tense === 'present' && scheduled.test(context.before);
  const tense = isScheduled ? 'future' : isSupposed ? 'open' : context.tense;
  const next = !isEntry(context)
    ? null
    : passage.title === null
      ? entryAfter(passage.date, month, of)
      : dayOf(passage.title, month, of);
  if (next !== null && next <= anchor) return { value: next, basis: 'year-inferred' };
  const done = isDone(context);
  const following = dayFollowing(context, month, of);
  if (following !== null) return { value: following, basis: 'year-inferred' };
  // `a letter of 3 March 1912. The ship had left on 27 February`
  if (done && passage.year === null && isLongPast(passage.date, anchor) && pastPerfect.test(context.before)) {
    const before = yearlessDay(passage.date, month, of, tense, true);
    if (before !== null && before <= passage.date) return { value: before, basis: 'year-inferred' };
  }
  const nearest = yearlessDay(anchor, month, of, tense, done);
  // `The final is on Sunday, June 1`: where the nearest such day is past and no Sunday, the next one may be.
  const coming = lastOrNextSuch(anchor, month, of, false);
  const falls = (day: string | null) => day !== null && weekdayOf(day) === weekdayNumber(weekday!);
  if (weekday && tense !== 'past' && !falls(nearest) && falls(coming))
    return { value: coming, basis: 'year-inferred' };
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

const ifBefore = /^["“]?(?:If|Unless)\b[^,;:]{1,80} (?:before|after|until|by) (?:the )?$/;

/** `was hurt on 29 February 2024 and died on 2 March`: the first such day after the one whose year the sentence names. */
function dayFollowing(
  { anchor, tense, before, previous }: DateContext,
  month: number,
  of: number,
): string | null {
  if (anchor === null || previous?.length !== 10) return null;
  const [year] = parts(previous);
  const at = before.lastIndexOf(String(year));
  if (at < 0) return null;
  const between = before.slice(at + 4);
  if (!(tense === 'past' && goesOnBehind.test(between)) && !wasLimited.test(between)) return null;
  const day = [year, year + 1]
    .map(each => dayOf(each, month, of))
    .find(each => each !== null && each >= previous);
  return day && day <= anchor && daysBetween(previous, day) <= longestAccount ? day : null;
}

const goesOnBehind = /^,? (?:and|but|then|before)\b[^.;:“”"]{1,80}$/;
/** `The notice, dated 30 October 2018, gave them until`; what has been so, or will be, may last longer. */
const wasLimited =
  /^,? (?![^.;:]*\b(?:will|is|are|has|have|must|can)\b)[^.;:“”"]{1,60} (?:until|till|by) (?:the )?$/;
/** Days from one deed of a sentence to the next. */
const longestAccount = 300;

/** A month, or a day in it, of last, this or next year, or of the year mentioned before. */
export function ofStatedYear(g: Groups, { anchor, previous }: DateContext): Resolved | null {
  const isAnaphoric = /^(that|the)/.test(g.w ?? '');
  const from = isAnaphoric ? previous : anchor;
  const isAfter = isAnaphoric && /next|following/.test(g.w!);
  const steps = g.a ? -2 : isAfter ? 1 : isAnaphoric ? 0 : step(g.w!);
  const year = from === null ? null : parts(from)[0] + steps;
  const month = monthNumber(g.m!);
  if (year === null) return { value: null, basis: 'year-inferred' };
  const value = g.d ? dayOf(year, month, Number.parseInt(g.d, 10)) : monthOf(year, month);
  return value === null ? null : { value, basis: 'year-inferred' };
}

export function between(
  { anchor, tense: found, before }: DateContext,
  g: Groups,
  m: number,
  d: number,
  n: number,
  e: number,
): Resolved | null {
  if (dayOf(2024, m, d) === null || dayOf(2024, n, e) === null) return null;
  const tense = found === 'present' && scheduled.test(before) ? 'future' : found;
  // Over New Year the one year that is given is that of the end: `December 30 to January 2, 2015`.
  const ofStart = n < m ? Number(g.y) - 1 : Number(g.y);
  const start = g.y ? dayOf(ofStart, m, d) : anchor && yearlessDay(anchor, m, d, tense);
  const basis = g.y ? 'explicit' : 'year-inferred';
  if (start === null) return { value: null, basis };
  const [of] = parts(start);
  const end = dayOf(n < m ? of + 1 : of, n, e);
  return end === null || end < start ? null : { value: `${start}/${end}`, basis };
}

/** `a week ago today`, `a week tomorrow`; `It is a year today since` goes back. */
export function stepsFromToday(g: Groups, { anchor, before, after, tense }: DateContext): Resolved {
  const count = countOf(g.n!);
  if (anchor === null || Number.isNaN(count)) return relative(null);
  const from = addDays(anchor, { yesterday: -1, tomorrow: 1 }[g.r!] ?? 0);
  const isSince =
    /^\s+(?:since|that|after)\b/.test(after) || /\b(?:it is|it’s|it's|marks?|marked)\s+$/i.test(before);
  const isBack = g.w !== undefined || isSince;
  if (!isBack && tense === 'past') return relative(null);
  const days = { day: 1, week: 7, fortnight: 14 }[g.u!];
  const steps = isBack ? -count : count;
  if (days !== undefined) return relative(addDays(from, steps * days));
  const [of, month, day] = parts(from);
  if (g.u === 'year') return relative(dayOf(of + steps, month, day));
  const [ofMonth, then] = parts(`${addMonths(from, steps)}-01`);
  return relative(dayOf(ofMonth, then, day));
}

/**
 * `The crew left on 20 October and returned on the 27th`: of the month named in the sentence, or of the one after it;
 * without one, `on the 27th` is the last such day of a verb in the past, the next one of a verb that looks ahead.
 */
export function numberAlone(g: Groups, context: DateContext): Resolved | null {
  const { before, previous } = context;
  if (notOfMonth.test(before)) return null;
  const number = Number.parseInt(g.d!, 10);
  const isOfSentence = previous?.length === 10 && (hasMonth.test(before) || numberBefore.test(before));
  return isOfSentence ? nextSuch(number, previous) : lastOrNext(number, context);
}

/** The first day of a number after another day. */
function nextSuch(number: number, from: string): Resolved {
  const [of, month, day] = parts(from);
  const next = month === 12 ? ([of + 1, 1] as const) : ([of, month + 1] as const);
  return relative(number > day ? dayOf(of, month, number) : dayOf(...next, number));
}

/** Days before the article about which a passage may be without being an account of the past. */
const recent = 31;

function lastOrNext(number: number, { anchor, tense, before, previous }: DateContext): Resolved | null {
  const looksAhead = tense === 'future' || tense === 'planned' || tense === 'present';
  const lead = looksAhead ? /\b(?:on|by|until|till|from)\sthe\s$/i : /\b(?:on|by)\sthe\s$/i;
  if (!lead.test(before) || (tense !== 'past' && !looksAhead)) return null;
  if (anchor === null) return relative(null);
  // `He was seized on 2 November 2021 … On the 15th he was freed`, but nothing of a mere month or year
  if (!looksAhead && previous !== null && previous < anchor.slice(0, previous.length)) {
    if (previous.length < 10) return null;
    if (daysBetween(previous, anchor) > recent) return nextSuch(number, previous);
  }
  const days = (looksAhead ? [0, 1, 2] : [0, -1, -2])
    .map(step => parts(`${addMonths(anchor, step)}-01`))
    .flatMap(([of, month]) => dayOf(of, month, number) ?? []);
  return relative(days.find(day => (looksAhead ? day >= anchor : day <= anchor)) ?? null);
}

const hasMonth = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const numberBefore = new RegExp(`\\bthe ${numberedDay}`);
const notOfMonth =
  /\b(?:birdied?|bogey(?:ed)?|eagled?|par|parred|hole|tee|green|putt|floors?|storey|story|tower|elevator|lap|minute|inning|over|chapter|verse|page|century|place|ranked|finish(?:ed)?|try|attempt)\b/i;

/** `today`, `Yesterday`; not the name of a show or a paper, which is capitalized in the middle of a sentence. */
export function todayForm(g: Groups, { anchor, before, after }: DateContext): Resolved | null {
  const isCapitalized = /^[TY][a-z]/.test(g.r!);
  const isInside = /[\p{L}\p{N},]\s+$/u.test(before);
  const isTitle = /^['’]?s?\s+(?:programme|program|show|newspaper|host)\b/i.test(after);
  if (isCapitalized && (isInside || isTitle)) return null;
  if (ofToday.test(before)) return null;
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

/** The first day of the month that is named (`June`, `this June`, `next month`), null if that needs an unknown day of publication. */
export function firstOfMonth(g: Groups, anchor: string | null, tense: Tense): string | null {
  if (g.m && g.y) return `${monthOf(Number(g.y), monthNumber(g.m))}-01`;
  if (anchor === null) return null;
  if (g.m && g.w) return `${namedMonth(anchor, monthNumber(g.m), g.w)}-01`;
  if (g.m) return `${yearlessMonth(anchor, monthNumber(g.m), tense)}-01`;
  return `${addMonths(anchor, step(g.w!))}-01`;
}
