import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './passages.ts';

/** A made-up passage with organizations and places of one sort, and all that it names. */
type Passage = { shape: string; text: string; people: string[]; organizations: string[]; places: string[] };
type Kind = 'people' | 'organizations' | 'places';

const passages: Passage[] = JSON.parse(readFileSync(join(import.meta.dirname, 'entities.json'), 'utf8'));
const readings = passages.map(({ text }) => read({ text }, knowledge));

/** The share of names found that are right, and of those there that are found, with what is wrong or missed. */
function scored(kind: Kind) {
  const plain = (name: string) => name.toLowerCase().replace(/^the /, '').replaceAll('’', "'");
  const lines: string[] = [];
  const counts = { found: 0, there: 0, right: 0 };
  for (const [at, passage] of passages.entries()) {
    const names = readings[at]![kind].map(({ name }) => plain(name));
    const wanted = passage[kind].map(plain);
    const right = names.filter(name => wanted.includes(name));
    counts.found += names.length;
    counts.there += wanted.length;
    counts.right += right.length;
    lines.push(...names.filter(name => !right.includes(name)).map(name => `${passage.shape}: not ${name}`));
    lines.push(...wanted.filter(name => !right.includes(name)).map(name => `${passage.shape}: no ${name}`));
  }
  return {
    precision: counts.right / counts.found,
    recall: counts.right / counts.there,
    lines: lines.join('\n'),
  };
}

const floors: [Kind, number, number][] = [
  ['organizations', 0.95, 0.88],
  ['places', 0.95, 0.88],
  ['people', 0.92, 0.9],
];

it.each(floors)('%s of all sorts are found: at least %d right, %d of them', (kind, precision, recall) => {
  const score = scored(kind);
  expect(score.precision, score.lines).toBeGreaterThanOrEqual(precision);
  expect(score.recall, score.lines).toBeGreaterThanOrEqual(recall);
});
