import { dayOf, monthNumber, monthOf } from '../../text/calendar.ts';
import { type DateContext, type DateForm, explicit, form, type Groups, requires } from './form.ts';
import {
  anyMonth,
  clock,
  dash,
  dayNumber,
  dayOfOrdinal,
  fullMonth,
  happening,
  noNumber,
  noSum,
  numberedDay,
  ordinalWord,
  weekday,
  year,
} from './lexicon.ts';
import { between, monthDay, ofStatedYear, slashed } from './resolvers.ts';
import { bareMonth, monthAfter, monthOfEnd, monthOfEntry, monthOfThen } from './resolvers-months.ts';
import { weekFrom } from './resolvers-spans.ts';

const day = (groups: Groups, key: string) => Number.parseInt(groups[key]!, 10);
const wholeDay = (g: Groups) => explicit(dayOf(Number(g.y), monthNumber(g.m!), day(g, 'd')));
const wholeNumbers = (g: Groups) => explicit(dayOf(Number(g.y), Number(g.m), Number(g.d)));

const timeOfDay =
  '(?:(?:at\\s+)?(?:\\d{1,2}(?:[:.]\\d\\d)?\\s?[ap]\\.?m\\.?|\\d{1,2}[:.]\\d\\d|(?:12\\s)?noon|midnight)|morning|afternoon|evening|night)';
/** `Friday,`, `Friday at noon,` before a day. */
const onWeekday = `(?:(?<wd>${weekday}),?\\s+(?:${timeOfDay},?\\s+)?)?`;
/** `On September 26, 11 soldiers were killed`: a number before what it counts, not a further day. */
const isCount = ({ before, after }: DateContext) => /,\s+$/.test(before) && counts.test(after);
const counts = /^\s+(?!(?:and|at|for|from|in|of|on|or|the|to|when|where|with)\b)\p{Ll}/u;
const andSo = `(?:,\\s+|,?\\s+(?:and|or)\\s+|\\s?&\\s?)`;

/** Days with their year. The day of publication in a byline has one of these forms. */
export const wholeDayForms: DateForm[] = [
  form(
    [requires.month, requires.year],
    `${clock}${onWeekday}(?<m>${anyMonth})\\s+(?<d>${dayNumber})(?:,\\s*|\\s+\\(?)(?<y>${year})`,
    wholeDay,
  ),
  form(
    [requires.month, requires.year],
    `${clock}${onWeekday}(?:the\\s+)?${noSum}(?<d>${dayNumber})\\s+(?:of\\s+)?(?<m>${anyMonth}),?\\s*(?<y>${year})`,
    wholeDay,
  ),
  // `Tue Mar 5 14:22:10 2019`
  form(
    [requires.month, requires.year, /\d\s\d\d:\d\d/],
    `(?<m>${anyMonth})\\s+(?<d>\\d{1,2})\\s+\\d\\d:\\d\\d(?::\\d\\d)?\\s+(?:[A-Z]{2,5}\\s+)?(?<y>${year})`,
    wholeDay,
  ),
  // `2021 June 3`
  form(
    [requires.month, requires.year],
    `(?<![\\d/.,$€£-])(?<y>${year})\\s+(?<m>${anyMonth})\\s+(?<d>${dayNumber})(?!,?\\s+\\d{4}|\\s*(?:percent|per cent|million|billion|people))`,
    wholeDay,
  ),
  // `31-Dec-2016`
  form(
    [requires.month, requires.year],
    `(?<![\\d/.-])(?<d>\\d{1,2})-(?<m>${anyMonth})-(?<y>${year})`,
    wholeDay,
  ),
  form(
    requires.year,
    '(?<![\\d/.-])(?<y>(?:19|20)\\d\\d)([-/.])(?<m>\\d\\d)\\2(?<d>\\d\\d)(?!\\d)',
    wholeNumbers,
  ),
  // `2024-5-3`; with full stops it may be the number of a version
  form(
    requires.year,
    '(?<![\\d/.-])(?<y>(?:19|20)\\d\\d)([-/])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?![\\d/-])',
    wholeNumbers,
  ),
  form(
    requires.year,
    '(?<![\\d/.-])(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>(?:19|20)\\d\\d)(?!\\d)',
    wholeNumbers,
  ),
  form(
    requires.year,
    '(?<![\\d/.-])(?<a>\\d{1,2})([-/])(?<b>\\d{1,2})\\2(?<y>(?:19|20)\\d\\d)(?![\\d-])',
    g => slashed(Number(g.a), Number(g.b), Number(g.y)),
  ),
];

/** `moved from 10 May to 24 May`: two days, and nothing that lasts from one to the other. */
const movedFrom =
  /\b(?:moved|postponed|brought forward|put (?:back|off)|pushed back|rescheduled|delayed|shifted|changed|adjourned|deferred|switched)\b.{0,30}\bfrom\s$/;

/** `last year`, `of that year`, which follows a day or month. */
const ofSuchYear = `(?=,?\\s+(?:of\\s+)?(?<w>last|this|next|that|that\\s+same|the\\s+(?:same|next|following))\\s+year\\b)`;
const week = /week\s+(?:of|beginning|starting|commencing|ending|to)\s/;
/** `the week of`, `the week beginning Monday,`, `the week ending` */
const aWeek = `(?:the\\s+)?week\\s+(?:of|beginning|starting|commencing|(?<e>ending|to))\\s+(?:${weekday},?\\s+)?`;
/** The seven days from a day on, or those that end with it. */
const weekOfDay = (g: Groups, context: DateContext) =>
  weekFrom(monthDay(context, monthNumber(g.m!), day(g, 'd')), g.e !== undefined);

/** What follows a day that is named with `the`: `May the 20th`, but not `In May the 20th regiment left`. */
const endOfDay = '(?=[,.;:)”"]|$|\\s+(?:at|in|and|or|when|with|after|as|to|until|by)\\b)';

/** Days and months whose year is inferred from the day of publication; spans of days. */
export const dayForms: DateForm[] = [
  form(
    [requires.month, requires.figure, requires.stretch],
    `(?<m>${anyMonth})\\s+(?<d>${dayNumber})(?:${dash}|\\s+(?:to|through|until|till)\\s+)(?:(?<n>${anyMonth})\\s+)?(?<e>${dayNumber})(?:,?\\s+(?<y>${year}))?`,
    (g, c) => between(c, g, monthNumber(g.m!), day(g, 'd'), monthNumber(g.n ?? g.m!), day(g, 'e')),
    movedFrom,
  ),
  form(
    [requires.month, requires.between],
    `(?<=[Bb]etween\\s)(?<m>${anyMonth})\\s+(?<d>${dayNumber})\\s+and\\s+(?:(?<n>${anyMonth})\\s+)?(?<e>${dayNumber})(?:,?\\s+(?<y>${year}))?`,
    (g, c) => between(c, g, monthNumber(g.m!), day(g, 'd'), monthNumber(g.n ?? g.m!), day(g, 'e')),
  ),
  form(
    [requires.month, requires.figure, requires.stretch],
    `${noSum}(?<d>${dayNumber})(?:\\s+(?<m>${anyMonth}))?(?:${dash}|/|\\s+(?:to|through|until|till)\\s+)(?<e>${dayNumber})\\s+(?<n>${anyMonth})(?:,?\\s+(?<y>${year}))?`,
    (g, c) => between(c, g, monthNumber(g.m ?? g.n!), day(g, 'd'), monthNumber(g.n!), day(g, 'e')),
    movedFrom,
  ),
  form(
    [requires.month, requires.between],
    `(?<=[Bb]etween\\s)(?<d>${dayNumber})(?:\\s+(?<m>${anyMonth}))?\\s+and\\s+(?<e>${dayNumber})\\s+(?<n>${anyMonth})(?:,?\\s+(?<y>${year}))?`,
    (g, c) => between(c, g, monthNumber(g.m ?? g.n!), day(g, 'd'), monthNumber(g.n!), day(g, 'e')),
  ),
  // `October last year`, `March 3 of that year`: the year follows, and is found as a date of its own.
  form([requires.month, /year\b/], `(?<m>${anyMonth})(?:\\s+(?<d>${dayNumber}))?${ofSuchYear}`, ofStatedYear),
  // `9 March this year`
  form(
    [requires.month, requires.figure, /year\b/],
    `${noSum}(?<d>${dayNumber})\\s+(?:of\\s+)?(?<m>${anyMonth})${ofSuchYear}`,
    ofStatedYear,
  ),
  // `February the year before last`
  form(
    [requires.month, /year\s+before\s+last/],
    `(?<m>${anyMonth})(?:\\s+(?<d>${dayNumber}))?(?=\\s+the\\s+year\\s+(?<a>before\\s+last))`,
    ofStatedYear,
  ),
  // The day that stands for what happened on it in 2001; attacks in or on something else may be others.
  form(
    [requires.month, /11(?:th)?\s+(?:terror|attack|hijack)/],
    'Sept(?:ember|\\.)?\\s+11(?:th)?(?=\\s+(?:terror(?:ist)?\\s+)?(?:attacks|hijack(?:ings|ers))\\b(?<e>\\s+(?:in|on|at)\\b)?)',
    (g, { anchor }) => ({
      value: g.e || (anchor !== null && anchor < '2001-09-11') ? null : '2001-09-11',
      basis: 'year-inferred',
    }),
  ),
  // The further days of a list: `April 24 and 25`.
  form(
    [requires.month, requires.list],
    `(?=\\d)(?<=\\b(?<m>${anyMonth})\\s+\\d{1,2}(?:,\\s+\\d{1,2})?${andSo})(?<d>${dayNumber})\\b(?!\\s*(?:percent|per cent|million|billion|people|of|other|were|[-:/]))(?:,?\\s+(?<y>${year}))?`,
    (g, c) => {
      if (isCount(c)) return null;
      return g.y
        ? explicit(dayOf(Number(g.y), monthNumber(g.m!), day(g, 'd')))
        : monthDay(c, monthNumber(g.m!), day(g, 'd'));
    },
  ),
  form(
    [requires.month, requires.list],
    `${noSum}(?<d>${dayNumber})(?=(?:,\\s+\\d{1,2})?(?:\\s+(?:and|or)\\s+|\\s?&\\s?)\\d{1,2}\\s+(?<m>${anyMonth})(?:,?\\s+(?<y>${year}))?)`,
    (g, c) =>
      g.y
        ? explicit(dayOf(Number(g.y), monthNumber(g.m!), day(g, 'd')))
        : monthDay(c, monthNumber(g.m!), day(g, 'd')),
  ),
  // `Friday 24 and Saturday 25 May`
  form(
    [requires.weekday, requires.month, /day\s\d{1,2}(?:\p{L}\p{L})?(?:,|\s(?:and|or|to|&)|[-–])\s?/u],
    `${weekday}\\s(?<d>${dayNumber})(?=(?:,\\s${weekday}\\s${dayNumber})?(?:,|,?\\s(?:and|or|to|&)|\\s?[-–])\\s?${weekday}\\s${dayNumber}\\s(?:of\\s)?(?<m>${anyMonth})(?:,?\\s(?<y>${year}))?)`,
    (g, c) => (g.y ? wholeDay(g) : monthDay(c, monthNumber(g.m!), day(g, 'd'))),
  ),
  form([requires.month, week], `${aWeek}(?<m>${anyMonth})\\s+(?<d>${dayNumber})(?!,?\\s+\\d{4})`, weekOfDay),
  form(
    [requires.month, requires.figure, week],
    `${aWeek}(?:the\\s+)?(?<d>${dayNumber})\\s+(?:of\\s+)?(?<m>${anyMonth})(?!\\s+\\d)`,
    weekOfDay,
  ),
  form(
    [requires.month, requires.figure],
    `${clock}${onWeekday}(?<m>${anyMonth})\\s+(?<d>${dayNumber})(?!\\s*(?:percent|per cent|million|billion|people))`,
    (g, c) => monthDay(c, monthNumber(g.m!), day(g, 'd'), g.wd),
  ),
  form(
    [requires.month, requires.figure],
    `${clock}${onWeekday}(?:the\\s+)?${noSum}(?<d>${dayNumber})\\s+(?:of\\s+)?(?<m>${anyMonth})${noNumber}`,
    (g, c) => monthDay(c, monthNumber(g.m!), day(g, 'd'), g.wd),
  ),
  // `May the 20th`, `May the 20th, 2019`
  form(
    [requires.month, /\sthe\s+\d/],
    `${onWeekday}(?<m>${anyMonth})\\s+the\\s+(?<d>${numberedDay})(?:,?\\s+(?<y>${year})|${endOfDay})`,
    (g, c) => (g.y ? wholeDay(g) : monthDay(c, monthNumber(g.m!), day(g, 'd'))),
  ),
  // `on May the fourth`
  form(
    [requires.month, /(?:st|nd|rd|th)\b/],
    `(?<=\\b(?:[Oo]n|[Uu]ntil|[Bb]y|[Ff]rom|[Ss]ince)\\s)(?<m>${fullMonth})\\s+the\\s+(?<o>${ordinalWord})${endOfDay}`,
    (g, c) => (dayOfOrdinal(g.o!) > 0 ? monthDay(c, monthNumber(g.m!), dayOfOrdinal(g.o!)) : null),
  ),
  // `the 11th day of April, 1813`
  form(
    [requires.month, /\d(?:st|nd|rd|th)\s+day\s+of\s/],
    `(?:the\\s+|this\\s+)?${noSum}(?<d>${numberedDay})\\s+day\\s+of\\s+(?<m>${anyMonth}),?\\s+(?<y>${year})`,
    wholeDay,
  ),
  // `the first of June`, `the twenty-first of June 2019`
  form(
    [requires.month, /(?:st|nd|rd|th)\s+of\s/],
    `(?:the\\s+)?(?<![\\p{L}-])(?<o>${ordinalWord})\\s+of\\s+(?<m>${fullMonth})\\b(?:,?\\s+(?<y>${year}))?`,
    (g, c) => {
      const number = dayOfOrdinal(g.o!);
      if (number === 0) return null;
      return g.y
        ? explicit(dayOf(Number(g.y), monthNumber(g.m!), number))
        : monthDay(c, monthNumber(g.m!), number);
    },
  ),
  form(
    [requires.month, requires.year],
    `(?:(?:early|late|mid)[\\s-]|the\\s+(?:beginning|end|start|middle)\\s+of\\s+)?(?<m>${anyMonth}),?\\s+(?:of\\s+)?(?<y>${year})`,
    g => explicit(monthOf(Number(g.y), monthNumber(g.m!))),
  ),
  form(
    requires.month,
    `\\b(?<w>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Ee]arly|[Ll]ate|[Mm]id|[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|of|[Bb]y|[Ff]rom|[Tt]hrough|[Bb]efore|[Aa]fter|[Ff]or|[Cc]ome)[\\s-](?<w2>(?:early|late|mid|last|next|this|the\\s+(?:beginning|end|start|middle)\\s+of)[\\s-])?(?<m>${fullMonth})\\b(?!\\s+\\d)`,
    monthAfter,
  ),
  // `a May indictment`
  form(
    [requires.month, /\s(?:March|May|August)\s\p{Ll}/u],
    `(?<=\\b(?:[Aa]n?|[Tt]he|[Tt]h[ai]t|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\\s)(?<m>March|May|August)(?=\\s+(?:\\p{Ll}+\\s+)?${happening}\\b)`,
    bareMonth,
  ),
  // `June, August and November`
  form(
    [requires.month, /,\s(?:March|May|August)\b/],
    `(?<=${fullMonth},\\s)(?<m>March|May|August)(?=,\\s|,?\\s+(?:and|or)\\s)`,
    bareMonth,
  ),
  form(
    [requires.month, /hat\s/],
    `\\b[Tt]hat\\s+(?:same\\s+|very\\s+)?(?<m>${fullMonth})\\b(?!\\s+\\d)`,
    monthOfThen,
  ),
  // `from November 2019 to March`
  form(
    [requires.month, /\sto\s[JFMASOND]/],
    `(?<=\\b[Ff]rom\\s(?:\\d{1,2}\\s)?${fullMonth}(?:\\s\\d{1,2},?)?(?:\\s\\d{4})?\\sto\\s)(?<m>${fullMonth})\\b(?!\\s+\\d)`,
    monthOfEnd,
  ),
  // `September: Two directors resign.`
  form(
    [requires.month, /^\W{0,3}\p{Lu}\p{Ll}{1,30}[-\s]?(?:\p{Lu}?\p{Ll}{0,30})(?::|\s[-–—])\s/u],
    `(?<=^\\W{0,3})(?:(?:Early|Mid|Late)[\\s-])?(?<m>${fullMonth})(?=(?::|\\s[-–—])\\s)`,
    monthOfEntry,
  ),
  form(
    requires.month,
    `(?<m>January|February|July|September|October|November|December|April|June)(?:['’]s)?\\b(?!\\s+\\d)`,
    bareMonth,
  ),
];
