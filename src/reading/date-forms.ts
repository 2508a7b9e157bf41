import { addDays, addMonths, dayOf, monthOf, parts, weekdayOf } from './calendar.ts';
import { namedWeekday, weekdayNear, yearlessDay, yearlessMonth } from './date-resolve.ts';
import {
  anyMonth,
  count,
  countOf,
  dash,
  dayNumber,
  fullMonth,
  monthNumber,
  weekday,
  weekdayNumber,
  year,
} from './date-words.ts';
import type { ReadDate } from './reading.ts';
import type { Tense } from './tense.ts';

/** What a date's form is resolved by. */
export type DateContext = {
  /** The day of publication, null if unknown: then nothing that hangs on it gets a value. */
  anchor: string | null;
  tense: Tense;
  /** The words before and behind, of the same sentence. */
  before: string;
  after: string;
  /** The last whole day that this sentence or the one before told of. */
  previous: string | null;
  /** Months that are somebody's surname in this article. */
  surnames: Set<string>;
};

type Groups = Record<string, string | undefined>;
export type Resolved = Pick<ReadDate, 'value' | 'basis'>;

/** One way to write a date. `resolve` gives null where the words are no date after all. */
export type DateForm = { pattern: RegExp; resolve(groups: Groups, context: DateContext): Resolved | null };

const form = (pattern: string, resolve: DateForm['resolve']): DateForm => ({
  pattern: new RegExp(pattern, 'dg'),
  resolve,
});

const explicit = (value: string | null): Resolved | null =>
  value === null ? null : { value, basis: 'explicit' };
const relative = (value: string | null): Resolved => ({ value, basis: 'relative' });
const day = (groups: Groups, key: string) => Number.parseInt(groups[key]!, 10);

const onWeekday = `(?:${weekday},?\\s+)?`;
const partOfDay = '(?:\\s+(?:morning|afternoon|evening|night))?';
const clock = '(?:\\d{1,2}(?::\\d\\d)?\\s?[ap]\\.?m\\.?\\s+(?:\\(?[A-Z]{2,4}\\)?,?\\s+)?(?:on\\s+)?)?';

/** Every form, the more telling first: of two at one place the longer is taken, of two as long the first. */
export const dateForms: DateForm[] = [
  form(`${onWeekday}(?<m>${anyMonth})\\s+(?<d>${dayNumber}),?\\s+(?<y>${year})`, g =>
    explicit(dayOf(Number(g.y), monthNumber(g.m!), day(g, 'd'))),
  ),
  form(`${onWeekday}(?:the\\s+)?(?<d>${dayNumber})\\s+(?:of\\s+)?(?<m>${anyMonth}),?\\s+(?<y>${year})`, g =>
    explicit(dayOf(Number(g.y), monthNumber(g.m!), day(g, 'd'))),
  ),
  form('(?<![\\d/.-])(?<y>(?:19|20)\\d\\d)-(?<m>\\d\\d)-(?<d>\\d\\d)(?!\\d)', g =>
    explicit(dayOf(Number(g.y), Number(g.m), Number(g.d))),
  ),
  form('(?<![\\d/.-])(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>(?:19|20)\\d\\d)(?!\\d)', g =>
    explicit(dayOf(Number(g.y), Number(g.m), Number(g.d))),
  ),
  form('(?<![\\d/.-])(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>(?:19|20)\\d\\d)(?!\\d)', g =>
    slashed(Number(g.a), Number(g.b), Number(g.y)),
  ),
  form(
    `(?<m>${anyMonth})\\s+(?<d>${dayNumber})(?:${dash}|\\s+(?:to|and|through)\\s+)(?:(?<n>${anyMonth})\\s+)?(?<e>${dayNumber})(?:,?\\s+(?<y>${year}))?`,
    (g, c) => between(c, g, monthNumber(g.m!), day(g, 'd'), monthNumber(g.n ?? g.m!), day(g, 'e')),
  ),
  form(
    `(?<![\\d$€£.,])(?<d>${dayNumber})(?:${dash}|\\s+(?:to|and)\\s+)(?<e>${dayNumber})\\s+(?<m>${anyMonth})(?:,?\\s+(?<y>${year}))?`,
    (g, c) => between(c, g, monthNumber(g.m!), day(g, 'd'), monthNumber(g.m!), day(g, 'e')),
  ),
  form(
    `${clock}${onWeekday}(?<m>${anyMonth})\\s+(?<d>${dayNumber})(?!\\s*(?:percent|per cent|million|billion|people))`,
    (g, c) => monthDay(c, monthNumber(g.m!), day(g, 'd')),
  ),
  form(
    `${clock}${onWeekday}(?:the\\s+)?(?<![\\d$€£.,])(?<d>${dayNumber})\\s+(?:of\\s+)?(?<m>${anyMonth})(?!\\s+\\d)`,
    (g, c) => monthDay(c, monthNumber(g.m!), day(g, 'd')),
  ),
  form(
    `(?:(?:early|late|mid)[\\s-]|the\\s+(?:beginning|end|start|middle)\\s+of\\s+)?(?<m>${anyMonth}),?\\s+(?:of\\s+)?(?<y>${year})`,
    g => explicit(monthOf(Number(g.y), monthNumber(g.m!))),
  ),
  form(
    `(?<w>last|next|this|past|early|late|mid|in|since|until|till|during|of|by|from|through|before|after|for)[\\s-](?:(?<w2>early|late|mid|last|next|this|the\\s+(?:beginning|end|start|middle)\\s+of)[\\s-])?(?<m>${fullMonth})\\b(?!\\s+\\d)`,
    monthAfter,
  ),
  form(
    `(?<m>January|February|July|September|October|November|December|April|June)(?:['’]s)?\\b(?!\\s+\\d)`,
    bareMonth,
  ),
  form(`\\b(?:the\\s+)?(?<q>first|second|third|fourth)\\s+quarter\\s+of\\s+(?<y>${year})`, g =>
    quarter(['first', 'second', 'third', 'fourth'].indexOf(g.q!), Number(g.y)),
  ),
  form(
    `\\b(?:the\\s+)?(?:(?:early|late|mid)[\\s-]|(?:beginning|end|start|middle)\\s+of\\s+)?(?:spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?(?<y>${year})`,
    g => explicit(g.y!),
  ),
  form(
    `\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hrough|[Ee]arly|[Ll]ate|[Mm]id|of|than|for|to|the|and|between|back\\s+in|end\\s+of|start\\s+of|beginning\\s+of)[\\s-](?<y>${year})(?!['’]?s\\b|\\d|[-–]\\d{3}|\\s*(?:people|troops|soldiers|men|women|meters|metres|kilometers|kilometres|km|miles|feet|tons|tonnes|barrels|dollars|euros|cases|deaths|votes|other|of\\s+(?:the|them)\\b))`,
    g => explicit(g.y!),
  ),
  form(`\\((?<y>${year})\\)`, g => explicit(g.y!)),
  form(
    `${clock}(?:(?<w>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\\s+coming|[Tt]he\\s+coming|[Tt]his\\s+past|past)\\s+)?(?<d>${weekday})${partOfDay}\\b`,
    weekdayForm,
  ),
  form(
    '\\b(?<r>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|TODAY|YESTERDAY)\\b(?![\u0027’]s\\s+(?:youth|world|society|generation|children|standards|technology|young))',
    (g, { anchor }) =>
      relative(anchor && addDays(anchor, { yesterday: -1, tomorrow: 1 }[g.r!.toLowerCase()] ?? 0)),
  ),
  form('\\b[Tt]his\\s+(?:morning|afternoon|evening)\\b', (_, { anchor }) => relative(anchor)),
  form('\\b[Ll]ast\\s+night\\b', (_, { anchor }) => relative(anchor && addDays(anchor, -1))),
  form('\\b(?<w>[Ll]ast|[Nn]ext|[Tt]his)\\s+(?<u>week|weekend|month|year)\\b', (g, { anchor }) =>
    unit(anchor, g.u!, step(g.w!)),
  ),
  form(`\\b(?<n>${count})\\s+(?<u>day|week|month|year)s?\\s+(?<w>ago|from\\s+now)\\b`, (g, { anchor }) =>
    unitsAway(anchor, g.u!, countOf(g.n!) * (g.w === 'ago' ? -1 : 1)),
  ),
  form(`\\b(?<n>${count})\\s+days?\\s+(?<w>earlier|later|before|after)\\b`, (g, { previous }) =>
    relative(previous && shifted(previous, countOf(g.n!) * (/earlier|before/.test(g.w!) ? -1 : 1))),
  ),
  form(
    "\\b(?:[Ll]ast\\s+)?(?<h>Christmas Day|Christmas Eve|Christmas|New Year['’]s Day|New Year['’]s Eve|Thanksgiving Day|Thanksgiving|Valentine['’]s Day|Halloween)\\b(?!\\s+(?:of\\s+)?\\d)",
    (g, c) => holiday(g.h!, c),
  ),
  form('\\b[Tt]he\\s+(?<w>previous|next|following)\\s+day\\b', (g, { previous }) =>
    relative(previous && addDays(previous, g.w === 'previous' ? -1 : 1)),
  ),
];

/** A day with its month in another language (`22 février 2022`), as quotes and foreign texts have it. */
export function foreignForm(months: Record<string, number>): DateForm {
  const names = Object.keys(months)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const known = foreignForms.get(names);
  if (known) return known;
  const made: DateForm = {
    pattern: new RegExp(
      `(?<![\\d$€£.,\\p{L}])(?<d>${dayNumber})\\.?\\s+(?:de\\s+)?(?<m>${names})(?!\\p{L})(?:\\s+(?:de\\s+)?(?<y>${year}))?`,
      'giu',
    ),
    resolve: (g, context) => {
      const month = months[g.m!.toLowerCase()]!;
      return g.y ? explicit(dayOf(Number(g.y), month, day(g, 'd'))) : monthDay(context, month, day(g, 'd'));
    },
  };
  foreignForms.set(names, made);
  return made;
}

const foreignForms = new Map<string, DateForm>();

function slashed(a: number, b: number, of: number): Resolved {
  const monthFirst = dayOf(of, a, b);
  const dayFirst = dayOf(of, b, a);
  const isPlain = monthFirst === null || dayFirst === null || monthFirst === dayFirst;
  return { value: isPlain ? (monthFirst ?? dayFirst) : null, basis: 'explicit' };
}

function monthDay({ anchor, tense }: DateContext, month: number, of: number): Resolved | null {
  if (dayOf(2024, month, of) === null) return null;
  return { value: anchor && yearlessDay(anchor, month, of, tense), basis: 'year-inferred' };
}

function between(
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
function monthAfter(g: Groups, { anchor, tense, after, surnames }: DateContext): Resolved | null {
  const month = monthNumber(g.m!);
  if (surnames.has(g.m!) && !/^(last|next|this|in|early|late|mid)$/i.test(g.w!)) return null;
  if (
    /^(March|May|August|April|June)$/.test(g.m!) &&
    /^\s+\p{Lu}\p{Ll}/u.test(after) &&
    g.w !== 'in' &&
    !g.w2
  )
    return null;
  if (
    /^(March|May)$/.test(g.m!) &&
    /^(by|for|of|from|after|before)$/.test(g.w!) &&
    /^\s+(said|told|has|was|is|will)\b/.test(after)
  )
    return null;
  if (anchor === null) return { value: null, basis: 'year-inferred' };
  const which = [g.w, g.w2].find(word => word && /^(last|past|next|this)$/.test(word));
  const [of, anchorMonth] = parts(anchor);
  if (which === 'this') return { value: monthOf(of, month), basis: 'year-inferred' };
  if (which === 'next')
    return { value: monthOf(month > anchorMonth ? of : of + 1, month), basis: 'year-inferred' };
  if (which) return { value: monthOf(month < anchorMonth ? of : of - 1, month), basis: 'year-inferred' };
  return { value: yearlessMonth(anchor, month, tense), basis: 'year-inferred' };
}

/** A month with no word before it that makes it one: not beside another name. */
function bareMonth(g: Groups, { anchor, tense, before, after, surnames }: DateContext): Resolved | null {
  const besideName = /(\p{Lu}[\p{L}.]*|Mr\.|Mrs\.|Ms\.)\s+$/u.test(before) || /^\s+\p{Lu}/u.test(after);
  if (
    besideName ||
    surnames.has(g.m!) ||
    (/^(April|June)$/.test(g.m!) && !/^['’]s?\b|^\s+\p{Ll}/u.test(after))
  )
    return null;
  return { value: anchor && yearlessMonth(anchor, monthNumber(g.m!), tense), basis: 'year-inferred' };
}

function quarter(index: number, of: number): Resolved {
  return { value: `${monthOf(of, index * 3 + 1)}/${monthOf(of, index * 3 + 3)}`, basis: 'explicit' };
}

const papers =
  /^['’]?s?\s+(Times|Mirror|Telegraph|Express|Herald|Mail|Post|Independent|World|Star|People|Review|Night\s+Live|Night\s+Football|School|Magazine|Agreement|Massacre)\b/;

function weekdayForm(g: Groups, { anchor, tense, before, after }: DateContext): Resolved | null {
  const isName =
    /\b(Black|Good|Bloody|Super|Ash|Palm|Easter|Holy|Maundy|Shrove|Cyber|Giving|Fat|every|Every|each|Each|Casual|Taco|Man|Girl)\s+$/.test(
      before,
    );
  if (isName || papers.test(after) || /^s\b/.test(after)) return null;
  if (/\b[Tt]he\s+$/.test(before) && /^\s+\p{Lu}/u.test(after)) return null;
  if (anchor === null) return relative(null);
  const which = g.w?.toLowerCase().split(/\s+/).at(-1);
  const number = weekdayNumber(g.d!);
  return relative(which ? namedWeekday(anchor, number, which, tense) : weekdayNear(anchor, number, tense));
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

function holiday(name: string, context: DateContext): Resolved | null {
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

function step(word: string): number {
  return { last: -1, this: 0, next: 1 }[word.toLowerCase()] ?? 0;
}

/** Weeks have no value: they are no calendar day, month or year. */
function unit(anchor: string | null, name: string, steps: number): Resolved {
  if (anchor === null || name.startsWith('week')) return relative(null);
  return relative(name === 'month' ? addMonths(anchor, steps) : String(parts(anchor)[0] + steps));
}

function unitsAway(anchor: string | null, name: string, steps: number): Resolved {
  if (anchor === null || Number.isNaN(steps)) return relative(null);
  if (name === 'day') return relative(Math.abs(steps) > 31 ? null : addDays(anchor, steps));
  if (name === 'week') return relative(null);
  if (name === 'month') return relative(addMonths(anchor, steps));
  return relative(String(parts(anchor)[0] + steps));
}

function shifted(from: string, steps: number): string | null {
  return Number.isNaN(steps) || Math.abs(steps) > 366 ? null : addDays(from, steps);
}
