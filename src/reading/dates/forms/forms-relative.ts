import { addDays, addMonths, dayOf, parts } from '../../text/calendar.ts';
import { type DateForm, explicit, form, relative, requires, roughly } from './form.ts';
import {
  clock,
  count,
  countOf,
  dash,
  dayOfOrdinal,
  fullMonth,
  numberedDay,
  ordinalWord,
  weekday,
  year,
} from './lexicon.ts';
import { endOfMonth, numberAlone, stepsFromToday, todayForm } from './resolvers.ts';
import { holiday } from './resolvers-holidays.ts';
import { ago, dayFrom, same, step, unit, unitFromThen, unitsFrom, yearsAgoThis } from './resolvers-spans.ts';
import { nthWeekday, numberedWeekday, weekdayForm, weekdayFromThen } from './resolvers-weekdays.ts';
import { weekdayBeforeLast, weekdayOfWeek, weekdaysCounted } from './weekday-weeks.ts';

const partOfDay = '(?:\\s+(?:morning|afternoon|evening|night))?';

/** `two years and three months ago`: the last of the two is not all. */
const isSum = (before: string) =>
  before.endsWith(' and ') && /\b(?:year|month|week|day)s? and $/.test(before);

/** `two or three days ago`, `5-6 days ago`: on which day is not said. */
const isRange = (before: string) => /(?:or|to) $|\d[-–]$/.test(before) && range.test(before);
const range = new RegExp(`\\b${count}(?:\\s+(?:or|to)\\s+|[-–])$`);

/** Dates relative to the day of publication or to the date mentioned before. */
export const relativeForms: DateForm[] = [
  form(
    requires.weekday,
    `\\b(?<o>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ll]ast|[Ff]inal|1st|2nd|3rd|4th|5th)\\s+(?<d>${weekday})\\s+(?:of|in)\\s+(?:(?<m>${fullMonth})(?:,?\\s+(?:of\\s+)?(?<y>${year}))?|(?<w>this|next|last|the|each|every|a)\\s+month)\\b`,
    nthWeekday,
  ),
  // `the third Thursday this November`
  form(
    [requires.weekday, /day\s(?:this|next|last)\s/],
    `\\b(?<o>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ll]ast|[Ff]inal)\\s+(?<d>${weekday})\\s+(?<w>this|next|last)\\s+(?:month|(?<m>${fullMonth}))\\b`,
    nthWeekday,
  ),
  // `the first Thursday of 2024`
  form(
    [requires.weekday, /day\s(?:of|in)\s\d/],
    `\\b(?<o>[Ff]irst|[Ss]econd|[Tt]hird|[Ll]ast|[Ff]inal)\\s+(?<d>${weekday})\\s+(?:of|in)\\s+(?<y>${year})`,
    nthWeekday,
  ),
  form(
    [requires.month, /\sday\s+of\s/],
    `\\b(?<o>[Ff]irst|[Ll]ast|[Ff]inal)\\s+day\\s+of\\s+(?<m>${fullMonth})(?:,?\\s+(?<y>${year}))?`,
    endOfMonth,
  ),
  form(
    [requires.weekday, /\sweek\b/],
    `(?<d>${weekday})${partOfDay}(?:\\s+of)?\\s+(?:(?<w>last|next|this)\\s+week|the\\s+week\\s+(?<a>after\\s+next|before\\s+last))\\b`,
    weekdayOfWeek,
  ),
  // `Monday through Wednesday last week`: both are of that week
  form(
    [requires.weekday, /\sweek\b/],
    `(?<d>${weekday})(?=(?:,?\\s+(?:and|or|to|through|until)\\s+|${dash}|,\\s+)${weekday}(?:\\s+of)?\\s+(?<w>last|next|this)\\s+week\\b)`,
    weekdayOfWeek,
  ),
  form(
    [requires.weekday, /\bweek\b/],
    `\\b(?<w>[Ll]ast|[Nn]ext|[Tt]his)\\s+week,?\\s+(?:on\\s+)?(?<d>${weekday})${partOfDay}\\b`,
    weekdayOfWeek,
  ),
  // `The crew were told the Monday after.`
  form(requires.weekday, `\\b[Tt]he\\s+(?<d>${weekday})(?<w>\\s+after)(?=[.,;:)”"]|$)`, weekdayFromThen),
  form(
    [requires.weekday, /days\s+(?:ago|from)\b/],
    `\\b(?<n>${count})\\s+(?<d>${weekday})s\\s+(?<w>ago|from\\s+now)\\b`,
    weekdaysCounted,
  ),
  form(
    [requires.weekday, /\sbefore\s+last\b/],
    `\\b[Tt]he\\s+(?<d>${weekday})\\s+before\\s+last\\b`,
    weekdayBeforeLast,
  ),
  // `the following Monday`, `On that Friday`, but not `He said that Friday was the day`
  form(
    requires.weekday,
    `\\b(?<w>[Tt]he\\s+(?:following|next|previous|preceding)|(?<=(?:^|[.;:(“"]\\s?|\\b(?:[Oo]n|[Bb]y|[Ll]ater?|[Ee]arly)\\s))[Tt]hat(?:\\s+same)?)\\s+(?<d>${weekday})${partOfDay}\\b`,
    weekdayFromThen,
  ),
  form(
    [requires.weekday, /y,?\s+(?:the\s+)?\d/],
    `(?<d>${weekday})(?:,?\\s+(?<t>the)\\s+|,?\\s+)(?<n>${numberedDay})(?!\\s+(?:of\\s+)?(?:\\p{Lu}|\\d))`,
    numberedWeekday,
  ),
  // `Sunday 8 at 17:00`, but not `on Sunday 8 people`
  form(
    [requires.weekday, /y\s\d/],
    `(?<d>${weekday})\\s+(?<n>3[01]|[12]\\d|[1-9])(?=\\s+(?:at|from)\\s+\\d|[.;)](?!\\d)|$)`,
    numberedWeekday,
  ),
  // `On the 3rd, a Thursday`
  form(
    [requires.weekday, /\d(?:st|nd|rd|th),\s+a\s/],
    `\\bthe\\s+(?<n>${numberedDay}),\\s+a\\s+(?<d>${weekday})(?=[,.;)]|\\s+in\\b)`,
    numberedWeekday,
  ),
  form(
    requires.weekday,
    `${clock}(?:(?<w>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his\\s+coming|[Tt]he\\s+coming|[Tt]his\\s+past|past)\\s+)?(?<d>${weekday})${partOfDay}\\b`,
    weekdayForm,
  ),
  // `a week ago today`, `a week tomorrow`
  form(
    [requires.today, /(?:day|week|fortnight|month|year)s?\s/],
    `\\b(?<n>${count})\\s+(?<u>day|week|fortnight|month|year)s?\\s+(?<w>ago\\s+)?(?<r>today|yesterday|tomorrow|tonight)\\b`,
    stepsFromToday,
  ),
  form(
    requires.today,
    '\\b(?<r>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|TODAY|YESTERDAY)\\b(?![\u0027’]s\\s+(?:youth|world|society|generation|children|standards|technology|young|leaders?|jobs|men|women|citizens|economy|workforce|champions)\\b)',
    todayForm,
  ),
  form(requires.part, '\\b[Tt]his\\s+(?:morning|afternoon|evening)\\b', (_, { anchor }) => relative(anchor)),
  // Not `the last night of May`
  form(requires.part, '(?<!\\b[Tt]he\\s)\\b[Ll]ast\\s+night\\b(?!\\s+of\\b)', (_, { anchor }) =>
    relative(anchor && addDays(anchor, -1)),
  ),
  form(
    requires.unit,
    '\\b(?<w>[Ll]ast|[Nn]ext|[Tt]his)\\s+(?<u>week|weekend|month|year)\\b',
    // `over the last year`: up to now, not the calendar year before.
    (g, { anchor, before }) => {
      if (/\b(?:the|these|those)\s+$/i.test(before)) return relative(null);
      // On the first of a month nothing was `earlier this month`: the article is dated a day late.
      const isOver = anchor?.endsWith('-01') && /^this$/i.test(g.w!) && /\bearlier\s+$/i.test(before);
      return unit(isOver ? addDays(anchor!, -1) : anchor, g.u!, step(g.w!));
    },
  ),
  // `the 3rd of last month`
  form(
    [requires.unit, /(?:st|nd|rd|th)\s+of\s+(?:this|next|last)\s+month/],
    `(?:(?:\\b[Tt]he\\s+)?\\b(?<d>${numberedDay})|\\b[Tt]he\\s+(?<o>${ordinalWord}))\\s+of\\s+(?<w>this|next|last)\\s+month\\b(?!['’])`,
    (g, { anchor }) => {
      const number = g.o ? dayOfOrdinal(g.o) : Number.parseInt(g.d!, 10);
      if (anchor === null || number === 0) return relative(null);
      const [of, month] = parts(`${addMonths(anchor, step(g.w!))}-01`);
      return relative(dayOf(of, month, number));
    },
  ),
  // `from 20 October to the 27th`: of the month that the sentence has named
  form(
    /the\s+\d{1,2}(?:st|nd|rd|th)/,
    `(?<=\\b(?:[Oo]n|[Uu]ntil|[Bb]y|[Ff]rom|[Tt]o|[Tt]ill)\\s)the\\s+(?<d>${numberedDay})(?=[,.;)”"]|$|\\s+(?:and|but|when|after|before|because|as|while|until|for|at|to|with|the|he|she|it|they)\\b)`,
    numberAlone,
  ),
  form(
    [requires.unit, /\s(?:ago|now)\b/],
    `(?<![\\d.,]|\\b[Hh]alf\\s)\\b(?<n>${count})\\s+(?<u>day|week|month|year|decade)s?\\s+(?<w>ago|from\\s+now)\\b`,
    (g, { anchor, before }) =>
      isSum(before) || (isRange(before) && g.u === 'day')
        ? relative(null)
        : ago(anchor, g.u!, countOf(g.n!) * (g.w === 'ago' ? -1 : 1)),
  ),
  // `ten years ago this month`, `two years ago in March`
  form(
    [requires.unit, /\sago\s/],
    `\\b(?<n>${count})\\s+(?<u>year|decade)s?\\s+ago,?\\s+(?:in\\s+)?(?:(?<w>this|last|next)\\s+)?(?:(?<p>month|week|weekend|spring|summer|autumn|fall|winter|${weekday})|(?<m>${fullMonth}))\\b(?!\\s+\\d)`,
    yearsAgoThis,
  ),
  form(
    [requires.unit, /['’]\s?s?\s*time\b/],
    `\\b[Ii]n\\s+(?<n>${count})\\s+(?<u>day|month|year)(?:['’]s|s['’])\\s+time\\b`,
    (g, { anchor }) => ago(anchor, g.u!, countOf(g.n!)),
  ),
  form([requires.unit, /\sbefore\s+last\b/], '\\b[Tt]he\\s+year\\s+before\\s+last\\b', (_, { anchor }) =>
    unit(anchor, 'year', -2),
  ),
  // `The following year`, `the month before`
  form(
    [requires.unit, /(?:previous|preceding|following)\s/],
    '\\b[Tt]he\\s+(?<w>previous|preceding|following)\\s+(?<u>year|month)\\b',
    unitFromThen,
  ),
  // Not `down from $450 million the year before`
  form(
    [requires.unit, /he\s+(?:year|month)\s/],
    '(?<![\\p{L}\\d%]\\s)\\b[Tt]he\\s+(?<u>year|month)\\s+(?<w>before|after)(?=[,.;)])',
    unitFromThen,
  ),
  // `the 5th inst.`, `the 28th ultimo`: of this month, of the last one
  form(
    /(?:st|nd|rd|th)\s(?:inst|ult|prox)/,
    `(?:\\b[Tt]he\\s+)?\\b(?<d>${numberedDay})\\s+(?<w>inst|ult|prox)(?:\\.|ant\\b|imo\\b)`,
    (g, { anchor }) => {
      if (anchor === null) return relative(null);
      const [of, month] = parts(`${addMonths(anchor, { inst: 0, ult: -1, prox: 1 }[g.w!]!)}-01`);
      return relative(dayOf(of, month, Number.parseInt(g.d!, 10)));
    },
  ),
  // `On this day in 1944`: that of the day mentioned before, else the day of publication
  form(
    [requires.unit, /this\s+day\s+in\s/],
    `\\b[Oo]n\\s+this\\s+day\\s+in\\s+(?<y>${year})`,
    (g, { anchor, previous }) => {
      const day = previous?.length === 10 ? previous : anchor;
      return day === null ? explicit(g.y!) : relative(dayOf(Number(g.y), parts(day)[1], parts(day)[2]));
    },
  ),
  form(
    [requires.unit, /\sof\s+the\s+(?:month|year)/],
    '\\b(?:the\\s+)?(?:beginning|end|start|middle)\\s+of\\s+the\\s+(?<u>month|year)\\b',
    (g, { anchor }) => roughly(unit(anchor, g.u!, 0)),
  ),
  form(
    [requires.unit, /\s(?:earlier|later|before|after)\b/],
    `(?<![\\d.,])\\b(?<n>${count})\\s+(?<u>day|month|year)s?\\s+(?<w>earlier|later|before|after)\\b`,
    (g, c) => (isSum(c.before) || isRange(c.before) ? relative(null) : unitsFrom(g, c, countOf(g.n!))),
  ),
  form(
    requires.holiday,
    "\\b(?:[Ll]ast\\s+)?(?<h>Christmas Day|Christmas Eve|Christmas|New Year['’]s Day|New Year['’]s Eve|Thanksgiving Day|Thanksgiving|Valentine['’]s Day|Halloween|Boxing Day|St\\.? Patrick['’]s Day|April Fools?['’]s? Day|Anzac Day|May Day|ANZAC Day|Juneteenth|July Fourth|Bastille Day|Guy Fawkes Night|Bonfire Night|Armistice Day)\\b(?:\\s+(?:of\\s+)?(?:(?<y>(?:19|20)\\d\\d)|(?<w>last|this|next|that)\\s+year)\\b)?(?!\\s+(?:of\\s+)?\\d)",
    holiday,
  ),
  form(
    /previous|next|following/,
    '\\b[Tt]he\\s+(?<w>previous|next|following)\\s+(?:day|morning|afternoon|evening|night)\\b',
    (g, c) => dayFrom(c, g.w === 'previous' ? -1 : 1),
  ),
  form([requires.unit, /he\s+day\s/], '\\b[Tt]he\\s+day\\s+(?<w>before|after)(?=[,.;)])', (g, c) =>
    dayFrom(c, g.w === 'before' ? -1 : 1),
  ),
  form(
    [requires.unit, /(?:hat|same|very)\s+(?:day|month|year)/],
    '\\b(?:(?:[Ee]arlier|[Ll]ater)\\s+)?(?:on\\s+)?(?:[Tt]hat\\s+(?:same\\s+|very\\s+)?|[Tt]he\\s+same\\s+)(?<u>day|month|year)\\b',
    same,
  ),
];
