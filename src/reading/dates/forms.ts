import { dayOf, monthOf } from '../text/calendar.ts';
import { type DateForm, explicit, requires } from './form.ts';
import { dayForms, wholeDayForms } from './forms-days.ts';
import { relativeForms } from './forms-relative.ts';
import { spanForms } from './forms-spans.ts';
import { dayNumber, year } from './lexicon.ts';
import { monthDay } from './resolvers.ts';

const englishForms: DateForm[] = [...wholeDayForms, ...dayForms, ...spanForms, ...relativeForms];

/** The forms whose first need is the same, each with its rank. */
export type FormGroup = { need: RegExp; forms: { form: DateForm; rank: number }[] };

/** Every form: of two at one place the longer is taken, of two as long the one of the lower rank. */
export function dateForms(months: Record<string, number>): FormGroup[] {
  const known = groups.get(months);
  if (known) return known;
  const byNeed = new Map<RegExp, FormGroup>();
  for (const [rank, form] of [...englishForms, ...foreignForms(months)].entries()) {
    const need = form.needs[0]!;
    const group = byNeed.get(need) ?? { need, forms: [] };
    group.forms.push({ form, rank });
    byNeed.set(need, group);
  }
  const made = [...byNeed.values()];
  groups.set(months, made);
  return made;
}

const groups = new WeakMap<Record<string, number>, FormGroup[]>();

/** A day or a month of a year with its month in another language (`22 février 2022`), as quotes and foreign texts have it. */
function foreignForms(months: Record<string, number>): DateForm[] {
  const names = Object.keys(months)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const month = `(?<m>${names})(?!\\p{L})`;
  const numberOf = (name: string) => months[name.toLowerCase()]!;
  // With both cases of each letter spelled out it is found many times as fast as by a pattern that ignores case.
  const anyCase = names.replace(/\p{L}/gu, letter => `[${letter}${letter.toUpperCase()}]`);
  const needs = [requires.figure, new RegExp(anyCase, 'u')];
  return [
    {
      pattern: new RegExp(
        `(?<![\\d$€£.,\\p{L}])(?<d>${dayNumber})\\.?\\s+(?:de\\s+)?${month}(?:,?\\s+(?:de\\s+|del\\s+)?(?<y>${year}))?`,
        'giu',
      ),
      needs,
      resolve: (g, context) => {
        const day = Number.parseInt(g.d!, 10);
        return g.y
          ? explicit(dayOf(Number(g.y), numberOf(g.m!), day))
          : monthDay(context, numberOf(g.m!), day);
      },
    },
    {
      pattern: new RegExp(`(?<![\\d.,\\p{L}])${month}\\s+(?:de\\s+|del\\s+)?(?<y>${year})`, 'giu'),
      needs,
      resolve: g => explicit(monthOf(Number(g.y), numberOf(g.m!))),
    },
  ];
}
