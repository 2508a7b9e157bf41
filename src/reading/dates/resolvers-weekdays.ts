import { addDays, addMonths, weekdayNumber, weekdayOf } from '../text/calendar.ts';
import { type DateContext, type Groups, type Resolved, relative } from './form.ts';
import { countOf } from './lexicon.ts';
import { closestWeekday, namedWeekday, weekdayNear } from './resolve.ts';
import { firstOfMonth } from './resolvers.ts';
import { step } from './resolvers-spans.ts';

const papers =
  /^['’]?s?\s+(Times|Mirror|Telegraph|Express|Herald|Mail|Post|Independent|World|Star|People|Review|Night|School|Magazine|Agreement|Massacre|Show|Echo|Courier|Chronicle|Gazette|Tribune|Sun|Club|Project)\b/;

/** `the Sunday papers`, `the Friday edition`: what is printed or shown every week. */
const inPrint =
  /^\s+(?:papers?|newspapers?|editions?|supplements?|magazines?|tabloids?|columns?|talk\s+shows?|shows?)\b/;

export function weekdayForm(
  g: Groups,
  { anchor, tense, before, after, opening, isCommonNoun }: DateContext,
): Resolved | null {
  const isName =
    /\b(Black|Good|Bloody|Super|Ash|Palm|Easter|Holy|Maundy|Shrove|Whit|Trinity|Mothering|Spy|Advent|Cyber|Giving|Fat|every|Every|each|Each|Casual|Taco|Man|Girl|The Mail on)\s+$/.test(
      before,
    );
  if (isName || papers.test(after) || /^s\b/.test(after)) return null;
  if (!g.w && isNamedDay(before, isCommonNoun)) return null;
  if (/\b(?:the|an?)\s+$/i.test(before) && /^\s+\p{Lu}/u.test(after)) return null;
  if (/\b(?:the|his|her|their|our)\s+$/i.test(before) && inPrint.test(after)) return null;
  if (/\b(?:first|second|third|fourth)\s+$/i.test(before) && /^\s+after\b/.test(after)) return null;
  if (anchor === null) return relative(null);
  const which = g.w?.toLowerCase().split(/\s+/).at(-1);
  const number = weekdayNumber(g.d!);
  // `a week ago Saturday`, `a week ago last Friday`: a week before the last one.
  const weeksBefore =
    which === undefined || which === 'last' ? weeksAgoRightBefore.exec(before)?.[1] : undefined;
  if (weeksBefore)
    return relative(addDays(namedWeekday(anchor, number, 'last', tense), -7 * countOf(weeksBefore)));
  const weeksAgo = which ? null : /\b(an?|one|two|three|four|\d) weeks? ago,? (?:on )?$/i.exec(before)?.[1];
  if (weeksAgo) return relative(weekdayWeeksAgo(anchor, number, countOf(weeksAgo)));
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

const weeksAgoRightBefore = /\b(an?|one|two|three|four|\d) weeks? ago $/i;

/** `two weeks ago on Monday`: of the week that many weeks back, which begins on Monday. */
function weekdayWeeksAgo(anchor: string, weekday: number, weeks: number): string {
  const monday = addDays(anchor, -((weekdayOf(anchor) + 6) % 7));
  return addDays(monday, -7 * weeks + ((weekday + 6) % 7));
}

/** `on Forgiveness Sunday`: an ordinary noun, capitalized between a preposition and the day, makes it a feast. */
function isNamedDay(before: string, isCommonNoun: (word: string) => boolean): boolean {
  const word =
    /\b(?:[Oo]n|[Oo]f|[Ff]or|[Tt]his|[Uu]ntil|[Ee]very|[Cc]alled|[Nn]amed)\s+(\p{Lu}\p{Ll}+)\s$/u.exec(
      before,
    )?.[1];
  return word !== undefined && isCommonNoun(word);
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
