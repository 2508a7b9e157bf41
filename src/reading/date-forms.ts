import { addDays, dayOf, monthOf } from './calendar.ts';
import {
  bareMonth,
  between,
  type DateForm,
  explicit,
  type Groups,
  holiday,
  monthAfter,
  monthDay,
  quarter,
  relative,
  shifted,
  slashed,
  step,
  unit,
  unitsAway,
  weekdayForm,
} from './date-meanings.ts';
import {
  anyMonth,
  count,
  countOf,
  dash,
  dayNumber,
  fullMonth,
  monthNumber,
  weekday,
  year,
} from './date-words.ts';

const form = (pattern: string, resolve: DateForm['resolve']): DateForm => ({
  pattern: new RegExp(pattern, 'g'),
  needs: needsOf(pattern),
  resolve,
});

const needed = {
  month: /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC/,
  weekday: /(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day/,
  year: /(?:1[89]|20)\d\d/,
  today: /oda|onight|omorrow|esterday|TODAY|YESTERDAY/,
  part: /\s(?:morning|afternoon|evening|night)/,
  unit: /\s(?:day|week|month|year)/,
  holiday: /Christmas|Year|Thanksgiving|Valentine|Halloween/,
};

/** What a text must have for a pattern, by the pieces that the pattern is made of. */
function needsOf(pattern: string): RegExp {
  if (pattern.startsWith('(?<m>') || /\(\?<m>\(\?:/.test(pattern)) return needed.month;
  if (pattern.includes('(?<y>')) return needed.year;
  if (pattern.includes(`(?<d>${weekday})`)) return needed.weekday;
  if (pattern.includes('<r>')) return needed.today;
  if (pattern.includes('<h>')) return needed.holiday;
  return /night|morning/.test(pattern) ? needed.part : needed.unit;
}

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
    needs: /\d/,
    resolve: (g, context) => {
      const month = months[g.m!.toLowerCase()]!;
      return g.y ? explicit(dayOf(Number(g.y), month, day(g, 'd'))) : monthDay(context, month, day(g, 'd'));
    },
  };
  foreignForms.set(names, made);
  return made;
}

const foreignForms = new Map<string, DateForm>();
