import { type Figures, f1Of, rounded, shareOf } from '../metric.ts';
import type { Annotated, ReadArticle } from './types.ts';

const kinds = [
  { figure: 'org', type: 'ORG', field: 'organizations' },
  { figure: 'loc', type: 'LOC', field: 'places' },
] as const;

/**
 * Precision, recall and F1 of the distinct organizations and places in each document, by name: equal but for
 * case, accents, white space and a leading article.
 */
export function entityFigures(gold: Annotated[], readings: ReadArticle[]): Figures {
  const byId = new Map(readings.map(reading => [reading.id, reading]));
  const figures: Figures = {};
  for (const { figure, type, field } of kinds) {
    let [right, found, wanted] = [0, 0, 0];
    for (const { id = '', others = [] } of gold) {
      const names = new Set(others.filter(other => other.type === type).map(({ text }) => folded(text)));
      const read = new Set(byId.get(id)?.[field].map(({ name }) => folded(name)));
      right += [...read].filter(name => names.has(name)).length;
      found += read.size;
      wanted += names.size;
    }
    const [precision, recall] = [shareOf(right, found), shareOf(right, wanted)];
    Object.assign(figures, {
      [`${figure}_precision`]: precision,
      [`${figure}_recall`]: recall,
      [`${figure}_f1`]: f1Of(precision, recall),
      [`${figure}_system`]: found,
      [`${figure}_gold`]: wanted,
    });
  }
  return rounded(figures);
}

export function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '');
}
