import { addDays, addMonths, dayOf, weekdayNames, weekdayNumber, weekdayOf } from '../../text/calendar.ts';
import { type DateContext, type Groups, type Resolved, relative } from './form.ts';
import { weekday } from './lexicon.ts';
import { closestWeekday, namedWeekday, weekdayNear } from './resolve.ts';
import { firstOfMonth, isEntry } from './resolvers.ts';
import { isCountedFrom, isNoDay } from './weekday-uses.ts';
import { countedInWeeks } from './weekday-weeks.ts';

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
  const { anchor, tense, before, opening, passage } = context;
  if (!g.w && isCountedFrom(context)) return relative(null);
  if (/^last$/i.test(g.w ?? '') && isLastOf(context)) return null;
  if (anchor === null) return relative(null);
  const which = g.w?.toLowerCase().split(/\s+/).at(-1);
  const number = weekdayNumber(g.d!);
  const ofEntry = passage.date?.length === 10 && isEntry(context) ? afterEntry(passage.date, number) : null;
  if (ofEntry !== null && ofEntry <= anchor) return relative(ofEntry);
  // `from Wednesday to Friday`: the end comes after the beginning.
  const { previous } = context;
  if (previous?.length === 10 && endsStretch.exec(before)?.groups?.w === namedDay(previous))
    return relative(afterEntry(previous, number));
  const inWeeks = countedInWeeks(number, which, anchor, context);
  if (inWeeks) return inWeeks;
  if (!which && /\b(?:later|earlier)\s+(?:on\s+)?$/i.test(before))
    return relative(closestWeekday(anchor, number));
  // `begins on Sunday and ends on Tuesday`: the end comes after what is still to begin.
  const isAfterwards =
    (tense === 'present' || tense === 'planned') && previous?.length === 10 && previous > anchor;
  return relative(
    which
      ? namedWeekday(anchor, number, which, tense)
      : weekdayNear(
          anchor,
          number,
          isAfterwards ? 'future' : tense,
          opening && !/\b[Ss]ince\s+$/.test(before),
        ),
  );
}

const endsStretch = new RegExp(
  `(?<w>${weekday})(?: (?:morning|afternoon|evening|night))?(?: to | through | until |[-–])$`,
);
const namedDay = (day: string) => {
  const name = weekdayNames[weekdayOf(day)]!;
  return name[0]!.toUpperCase() + name.slice(1);
};

/** `Wednesday: Talks open.`, after an entry of `Monday, 6 May`: the next such day. */
const afterEntry = (last: string, weekday: number) => addDays(last, (weekday - weekdayOf(last) + 7) % 7);

/** `on the last Friday of the feast`, `the last Friday before the vote` */
const isLastOf = ({ before, after }: DateContext) =>
  /\bthe $/i.test(before) && /^ (?:of|before) /.test(after);

/** `the last Friday of June`, `the second Tuesday of next month`, `the first Thursday of 2024`. */
export function nthWeekday(g: Groups, { anchor, tense, before }: DateContext): Resolved | null {
  if (/^(?:each|every|a)$/.test(g.w ?? '') || /\b(?:every|each|any|after\s+the)\s+$/i.test(before))
    return null;
  const ordinal = nths.findIndex(names => names.includes(g.o!.toLowerCase()));
  const ofYear = g.y && !g.m ? `${g.y}-${ordinal < 0 ? '12' : '01'}-01` : null;
  const first = ofYear ?? firstOfMonth(g, anchor, tense);
  if (first === null) return relative(null);
  const start = ordinal < 0 ? addDays(`${addMonths(first, 1)}-01`, -7) : addDays(first, ordinal * 7);
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
