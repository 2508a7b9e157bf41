import { monthNumber, monthOf, parts } from '../../text/calendar.ts';
import { type DateContext, type DateForm, explicit, form, type Groups, requires, roughly } from './form.ts';
import { anyMonth, dash, fullMonth, year } from './lexicon.ts';
import {
  decade,
  decadeInWords,
  half,
  isoWeek,
  quarter,
  quarterOfBusiness,
  season,
  seasonOf,
  seasonOfThen,
  yearsBetween,
} from './resolvers-spans.ts';

const partly =
  '(?:(?:early|late|mid)(?:[\\s-]|\\s+in\\s+(?:the\\s+)?)|(?:beginning|end|start|middle)\\s+of\\s+(?:the\\s+)?)?';
const anyYear = `(?:(?<y>${year})|(?<w>last|this|next)\\s+year)`;

/** Nouns that show a bare four-digit number to be a count rather than a year. */
const counted =
  '(?:people|troops|soldiers|men|women|children|meters|metres|m\\b|kilometers|kilometres|km|miles|feet|tons|tonnes|barrels|dollars|euros?|pounds|cases|deaths|votes|seats|words|hours|hrs|GMT|UTC|local\\s+time|other|of\\s+(?:the|them)\\b)';
/** The right edge of a year: no further digits, no counted noun. */
const ended = `(?!['’]?s\\b|\\d|[\\-–]\\d|:\\d|-(?:met(?:re|er)|mile|foot|strong|seat|page|word|year|day|member|bed|ton|kilo|km|hour|point|man|person|room|acre|horsepower|pound|euro|dollar|calorie|watt)|\\s*${counted})`;
const leads =
  '[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hrough|[Ee]arly|[Ll]ate|[Mm]id|[Pp]ost|[Pp]re|of|than|for|to|the|and|between|circa|year|back\\s+in';

const months = (g: Groups) => {
  const [from, to] = [monthNumber(g.m!), monthNumber(g.n!)];
  // Over New Year the one year is that of the end: `November to February 2020`.
  const ofStart = from > to ? Number(g.y) - 1 : Number(g.y);
  return from === to ? null : explicit(`${monthOf(ofStart, from)}/${monthOf(Number(g.y), to)}`);
};
/** `the April-to-June period`: of the year in which it is over, or is to come where the sentence looks ahead. */
const monthsOfNoYear = (g: Groups, { anchor, tense }: DateContext) => {
  const [from, to] = [monthNumber(g.m!), monthNumber(g.n!)];
  if (anchor === null || from >= to) return null;
  const [of, month] = parts(anchor);
  const looksAhead = tense === 'future' || tense === 'planned';
  const shift = looksAhead ? (to < month ? 1 : 0) : from > month ? -1 : 0;
  return {
    value: `${monthOf(of + shift, from)}/${monthOf(of + shift, to)}`,
    basis: 'year-inferred' as const,
  };
};
const ofYear = (g: Groups) => explicit(g.y!);

/** `800 seats and 1950 lamps`, `1900 of the 2000 dogs`: a number behind another counts what it precedes, as that does. */
const yearOrCount = (g: Groups, { before, after }: DateContext) =>
  (/^ \p{Ll}{3,}s\b/u.test(after) &&
    /\d \p{Ll}{3,} (?:and|or|to|than|for) $|\d{3} of (?:the )?$/u.test(before)) ||
  (mayBeHour.test(g.y!) && (ofClock.test(before) || ofClock.test(after)))
    ? null
    : ofYear(g);
const mayBeHour = /^(?:1[89]|20)[0-5]\d$/;
/** `opens at 0700 and closes by 2000`: hours in four figures. */
const ofClock =
  /\b(?:from|until|till|to|by) (?:0\d|2[1-3])[0-5]\d\b|\bat (?:[01]\d|2[0-3])[0-5]\d(?=[,.;)]|$| (?:and|but|until|till|to|hours)\b)/;

/** Spans of months, quarters, halves, seasons, decades and years. */
export const spanForms: DateForm[] = [
  form(
    [requires.month, requires.year, requires.stretch],
    `(?<m>${anyMonth})(?:${dash}|\\s+(?:to|through)\\s+)(?<n>${anyMonth})\\s+(?:of\\s+)?(?<y>${year})`,
    months,
  ),
  form(
    [requires.month, requires.stretch],
    `(?<![\\p{L}-])(?<m>${fullMonth})(?:-(?:to|through)-|[-–])(?<n>${fullMonth})(?=\\s+(?:period|quarter|months?|season|term))`,
    monthsOfNoYear,
  ),
  form(
    [requires.month, requires.between],
    `(?<=[Bb]etween\\s)(?<m>${anyMonth})\\s+and\\s+(?<n>${anyMonth})\\s+(?:of\\s+)?(?<y>${year})`,
    months,
  ),
  form(
    requires.quarter,
    `\\b(?:[Tt]he\\s+)?(?<q>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal)[\\s\\-]quarter\\s+(?:of\\s+)?${anyYear}`,
    quarter,
  ),
  form(
    requires.quarter,
    '\\b(?:[Ii]n\\s+the\\s+(?<q>first|second|third|fourth)\\s+quarter|Q(?<q2>[1-4]))\\b(?![\\s-]+(?:of|last|this|next|\\d)\\b)',
    quarterOfBusiness,
  ),
  form(requires.quarter, `\\bQ(?<q>[1-4])[\\s\\-](?:of\\s+)?${anyYear}`, quarter),
  form(
    requires.quarter,
    `\\b(?:(?:[Tt]he\\s+)?(?<q>[Ff]irst|[Ss]econd)[\\s-]half\\s+(?:of\\s+)?|H(?<q2>[12])[\\s-](?:of\\s+)?)${anyYear}`,
    half,
  ),
  form(/\dW\d|-W\d|week\s\d/, `(?<![\\d-])(?<y>20\\d\\d)-?W(?<w>\\d\\d)(?:-(?<d>[1-7]))?(?![\\w-])`, isoWeek),
  form(/week\s\d/, `\\b[Ww]eek\\s(?<w>\\d{1,2}),?\\s+(?:of\\s+)?(?<y>20\\d\\d)\\b`, isoWeek),
  form(
    [requires.season, requires.year],
    `\\b(?:the\\s+)?${partly}(?<s>spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?(?<y>${year})`,
    g => roughly({ value: seasonOf(g.s!, Number(g.y)), basis: 'explicit' }),
  ),
  form(
    requires.season,
    '\\b(?<w>[Ll]ast|[Nn]ext|[Tt]his)\\s+(?<s>spring|summer|autumn|fall|winter)\\b',
    season,
  ),
  form(
    [requires.season, /hat\s/],
    '\\b[Tt]hat\\s+(?:same\\s+)?(?<s>spring|summer|autumn|fall|winter)\\b',
    seasonOfThen,
  ),
  // `fiscal 2024`, `FY2024`, `the financial year 2024`: such a year begins and ends with that of no calendar.
  form(
    [requires.year, /[Ff]isc|inanc|FY/],
    `\\b(?:[Ff]iscal(?:[\\s-]year)?|[Ff]inancial\\s+year|FY)[\\s-]?(?<y>${year})${ended}(?!/\\d)`,
    g => roughly({ value: g.y!, basis: 'explicit' }),
  ),
  form(
    [requires.year, /FY/],
    '\\bFY\\s?(?<y>(?:19|20)\\d\\d)(?:[\\-–](?<z>(?:19|20)\\d\\d|\\d\\d)|/(?<z2>(?:20)?\\d\\d))(?![\\d/\\-])',
    yearsBetween,
  ),
  form(requires.year, `\\b(?:the\\s+)?${partly}(?<y>(?:1[89]|20)\\d0)['’]?s\\b`, g => decade(Number(g.y))),
  // `the late seventies`, but not `a high in the seventies`
  form(
    /ties\b/,
    `\\b[Tt]he\\s+${partly}(?<t>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?=[,.;:)”"]|$|\\s+(?:the|a|an|and|when|as|by|with|it|he|she|they|to|was|were|had|of)\\b)`,
    decadeInWords,
  ),
  form(/['’‘]\d0s/, `(?:the\\s+)?${partly}(?<!\\d)['’‘](?<y>[3-9]0)s\\b`, g => decade(1900 + Number(g.y))),
  form(
    requires.year,
    `(?<![\\d/.,$€£\\-])(?<y>(?:19|20)\\d\\d)(?:[\\-–](?<z>(?:19|20)\\d\\d|\\d\\d)|/(?<z2>(?:20)?\\d\\d))(?![\\d/\\-])`,
    yearsBetween,
  ),
  // `1984 - 2004`, but not `sold in 2010 – 2016 brought`
  form(
    [requires.year, /\d\s[-–]\s\d/],
    `(?<!\\b[Ii]n\\s)(?<![\\d/.,$€£\\-])(?<y>${year})\\s[-–]\\s(?<z>${year})(?![\\d/\\-])`,
    yearsBetween,
  ),
  form(
    [requires.year, /(?:ing|end|start|middle)\s+of\s+\d/],
    `\\b(?:the\\s+)?(?:beginning|end|start|middle)\\s+of\\s+(?<y>${year})${ended}`,
    ofYear,
  ),
  form(
    [requires.year, /(?:arly|ate)\s+in\s/],
    `\\b(?:[Ee]arly|[Ll]ate)\\s+in\\s+(?<y>${year})${ended}`,
    ofYear,
  ),
  form(
    requires.year,
    `\\b(?:${leads})[\\s\\-](?:(?:early|late|mid|around|about|roughly|circa)[\\s\\-])?(?<y>${year})${ended}`,
    yearOrCount,
  ),
  form([requires.year, /\d,\s\d/], `(?<=\\b(?:1[89]|20)\\d\\d,\\s)(?<y>${year})${ended}`, ofYear),
  form(
    [requires.year, /round\s|irca\s/],
    `\\b(?:[Aa]round|[Cc]irca)\\s+(?<y>${year})(?=\\s*[,.;)]|\\s+(?:when|that|and|as|by|in|on|at)\\b)`,
    g => roughly({ value: g.y!, basis: 'explicit' }),
  ),
  // A year as a modifier: `a 1996 law`.
  form(
    requires.year,
    `(?<=(?:\\b[Aa]n?|\\b[Hh]is|\\b[Hh]er|\\b[Ii]ts|\\b[Tt]heir|['’]s)\\s)(?<y>${year})(?=\\s+\\p{Ll})${ended}`,
    ofYear,
  ),
  form(requires.year, `\\((?<y>${year})\\)`, ofYear),
];
