import { memoizeByObject } from '../../../system/memoize.ts';
import { dayOf, monthOf } from '../../text/calendar.ts';
import { type DateForm, explicit, requires } from './form.ts';
import { compactForms } from './forms-compact.ts';
import { dayForms, wholeDayForms } from './forms-days.ts';
import { relativeForms } from './forms-relative.ts';
import { spanForms } from './forms-spans.ts';
import { dayNumber, year } from './lexicon.ts';
import { monthDay } from './resolvers.ts';

const englishForms: DateForm[] = [
  ...wholeDayForms,
  ...dayForms,
  ...compactForms,
  ...spanForms,
  ...relativeForms,
];

/**
 * All forms by their first prefilter, each with its rank: of two matches at one offset the longer wins; if equal, the
 * form of lower rank. Prefilters are given by their indexes in `requirements`.
 */
export type DateForms = {
  requirements: RegExp[];
  groups: { requirement: number; forms: { form: DateForm; required: number[]; rank: number }[] }[];
};

/** The forms for dates in English, and for days and months in languages whose months are these. */
export const dateForms = memoizeByObject((months: Record<string, number>): DateForms => {
  const all = [...englishForms, ...foreignForms(months)];
  const requirements = [...new Set(all.flatMap(({ required }) => required))];
  const groups: DateForms['groups'] = [];
  for (const [rank, form] of all.entries()) {
    const required = form.required.map(requirement => requirements.indexOf(requirement));
    const requirement = required[0]!;
    let group = groups.find(other => other.requirement === requirement);
    if (!group) groups.push((group = { requirement, forms: [] }));
    group.forms.push({ form, required, rank });
  }
  return { requirements, groups };
});

/** A day or month with a year whose month is in another language (`22 février 2022`), as in quotes and foreign texts. */
function foreignForms(months: Record<string, number>): DateForm[] {
  const names = Object.keys(months)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const month = `(?<m>${names})(?!\\p{L})`;
  const numberOf = (name: string) => months[name.toLowerCase()]!;
  // Spelling out both cases of each letter is many times as fast as a case-insensitive pattern.
  const anyCase = names.replace(/\p{L}/gu, letter => `[${letter}${letter.toUpperCase()}]`);
  // Tried at figures only, of which most sentences have few.
  const behindFigure = `\\d\\p{L}{0,2}[.º]?\\s+(?:[dD][eE]\\s+)?(?:${anyCase})`;
  const beforeFigure = `\\d(?<=(?:${anyCase})\\s+(?:[dD][eE][lL]?\\s+)?\\d)`;
  const required = [requires.figure, new RegExp(`${behindFigure}|${beforeFigure}`, 'u')];
  return [
    {
      pattern: new RegExp(
        `(?<![\\d$€£.,\\p{L}])(?<d>1er|${dayNumber})[.º]?\\s+(?<c>de\\s+)?${month}(?:,?\\s+(?:de\\s+|del\\s+)?(?<y>${year}))?`,
        'giu',
      ),
      required,
      resolve: (g, context) => {
        const day = Number.parseInt(g.d!, 10);
        // `lives in Calle 25 de Mayo`: months of such languages have small letters, names have not.
        if (!g.y && g.c !== undefined && /^\p{Lu}/u.test(g.m!)) return null;
        return g.y
          ? explicit(dayOf(Number(g.y), numberOf(g.m!), day))
          : monthDay(context, numberOf(g.m!), day);
      },
    },
    {
      pattern: new RegExp(`(?<![\\d.,\\p{L}])${month}\\s+(?:de\\s+|del\\s+)?(?<y>${year})`, 'giu'),
      required,
      resolve: g => explicit(monthOf(Number(g.y), numberOf(g.m!))),
    },
  ];
}
