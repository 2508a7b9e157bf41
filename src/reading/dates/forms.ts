import { dayOf, monthOf } from '../text/calendar.ts';
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

/** Forms that share their first prefilter, each with its rank. */
export type FormGroup = { requirement: RegExp; forms: { form: DateForm; rank: number }[] };

/** All forms. Of two matches at one offset the longer wins; if equal, the form of lower rank. */
export function dateForms(months: Record<string, number>): FormGroup[] {
  const known = groups.get(months);
  if (known) return known;
  const byNeed = new Map<RegExp, FormGroup>();
  for (const [rank, form] of [...englishForms, ...foreignForms(months)].entries()) {
    const requirement = form.required[0]!;
    const group = byNeed.get(requirement) ?? { requirement, forms: [] };
    group.forms.push({ form, rank });
    byNeed.set(requirement, group);
  }
  const made = [...byNeed.values()];
  groups.set(months, made);
  return made;
}

const groups = new WeakMap<Record<string, number>, FormGroup[]>();

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
  const behindFigure = `\\d\\p{L}{0,2}\\.?\\s+(?:[dD][eE]\\s+)?(?:${anyCase})`;
  const beforeFigure = `\\d(?<=(?:${anyCase})\\s+(?:[dD][eE][lL]?\\s+)?\\d)`;
  const required = [requires.figure, new RegExp(`${behindFigure}|${beforeFigure}`, 'u')];
  return [
    {
      pattern: new RegExp(
        `(?<![\\d$€£.,\\p{L}])(?<d>${dayNumber})\\.?\\s+(?:de\\s+)?${month}(?:,?\\s+(?:de\\s+|del\\s+)?(?<y>${year}))?`,
        'giu',
      ),
      required,
      resolve: (g, context) => {
        const day = Number.parseInt(g.d!, 10);
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
