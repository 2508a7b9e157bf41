import { dayOf, monthNames, monthNumber, monthOf } from '../../text/calendar.ts';
import { type DateContext, type DateForm, explicit, form, type Groups, requires } from './form.ts';
import { anyMonth, dayNumber, noSum, shortYear, year } from './lexicon.ts';
import { monthDay, slashed } from './resolvers.ts';

const day = (groups: Groups) => Number.parseInt(groups.d!, 10);

/** Whether a day that is run together with its month is one: `May5` and `5thMay` are, `Oct4` may be anything. */
function gluedDay(g: Groups, context: DateContext) {
  if (g.y) return explicit(dayOf(Number(g.y), monthNumber(g.m!), day(g)));
  const isPlain = isFullMonth(g.m!) || g.m!.endsWith('.') || /[a-z]$/.test(g.d!);
  return isPlain ? monthDay(context, monthNumber(g.m!), day(g)) : null;
}

const isFullMonth = (word: string) => /[a-z]/.test(word) && monthNames.includes(word.toLowerCase());

/** `May 5, ’22`, `May ’68`, `in ’68`: the last such year that is not more than a year ahead. */
function ofShortYear(g: Groups, { anchor }: DateContext) {
  const latest = anchor === null ? null : Number(anchor.slice(0, 4)) + 1;
  if (latest === null) return { value: null, basis: 'explicit' as const };
  const inCentury = Math.floor(latest / 100) * 100 + Number(g.s);
  const of = inCentury > latest ? inCentury - 100 : inCentury;
  if (g.m === undefined) return explicit(String(of));
  const month = monthNumber(g.m);
  return explicit(g.d ? dayOf(of, month, day(g)) : monthOf(of, month));
}

/** The day in a year of two figures; none where either number may be the month. */
function shortSlashed(g: Groups, { anchor }: DateContext) {
  const latest = anchor === null ? null : Number(anchor.slice(2, 4)) + 1;
  if (latest === null || Number(g.a) > 31 || Number(g.b) > 31) return null;
  const { value } = slashed(Number(g.a), Number(g.b), (Number(g.s) > latest ? 1900 : 2000) + Number(g.s));
  return value === null ? null : explicit(value);
}

/** Days run together with their months, and days whose year has two figures. */
export const compactForms: DateForm[] = [
  // `May5`, `Nov.8,2023`
  form(
    [requires.month, requires.glued],
    `(?<![\\p{L}\\d])(?<m>${anyMonth})(?<d>${dayNumber})(?![\\p{L}-])(?:,?\\s*(?<y>${year}))?`,
    gluedDay,
  ),
  // `5thMay`, `5May2024`
  form(
    [requires.month, requires.glued],
    `${noSum}(?<d>${dayNumber})(?<m>${anyMonth})(?:,?\\s*(?<y>${year}))?(?![\\d-])`,
    gluedDay,
  ),
  form(
    [requires.month, requires.shortYear],
    `(?<m>${anyMonth})(?:\\s+(?<d>${dayNumber}),?)?\\s+${shortYear}`,
    ofShortYear,
  ),
  form(
    [requires.month, requires.shortYear],
    `${noSum}(?<d>${dayNumber})\\s+(?:of\\s+)?(?<m>${anyMonth}),?\\s+${shortYear}`,
    ofShortYear,
  ),
  // `back in ’68`
  form(
    requires.shortYear,
    `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|(?:spring|summer|autumn|fall|winter|back)\\s(?:in|of))\\s)${shortYear}(?=[\\s,.;:)”]|$)(?!\\s+(?:minutes?|hours?|days?|weeks?|percent|men|people)\\b)`,
    ofShortYear,
  ),
  // `19-Nov-12`
  form(
    [requires.month, /\d-[A-Z]\p{L}+-\d/u],
    `(?<![\\d/.-])(?<d>\\d{1,2})-(?<m>${anyMonth})-(?<s>\\d\\d)(?![\\d/-])`,
    ofShortYear,
  ),
  // `25/12/23`, `5/13/24`: a day only where the order is plain.
  form(
    /\d\/\d{1,2}\/\d/,
    '(?<![\\d/.,-])(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<s>\\d\\d)(?![\\d/.-]\\d|\\d|/)',
    shortSlashed,
  ),
];
