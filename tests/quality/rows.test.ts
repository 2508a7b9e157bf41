import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './passages.ts';

/** A made-up text in a shape that tables and lists of people have, and everyone in it as the reader should name them. */
type Row = { shape: string; text: string; people: string[] };

const rows: Row[] = JSON.parse(readFileSync(join(import.meta.dirname, 'rows.json'), 'utf8'));

const found = rows.map(row => {
  const names = read({ text: row.text }, knowledge).people.map(({ name }) => name.toLowerCase());
  const wanted = row.people.map(name => name.toLowerCase());
  return {
    shape: row.shape,
    right: names.filter(name => wanted.includes(name)).length,
    wrong: names.filter(name => !wanted.includes(name)),
    missed: wanted.filter(name => !names.includes(name)),
  };
});
const right = found.reduce((sum, shape) => sum + shape.right, 0);

it('nearly everyone in a table or a list is found', () => {
  const missed = found.flatMap(shape => shape.missed.map(name => `${shape.shape}: ${name}`));
  expect(right / (right + missed.length), missed.join('\n')).toBeGreaterThanOrEqual(0.96);
});

it('clubs, parties, towns and roles in the same rows are no people', () => {
  const wrong = found.flatMap(shape => shape.wrong.map(name => `${shape.shape}: ${name}`));
  expect(right / (right + wrong.length), wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
});

it('of a table without people no one is named', () => {
  const empty = found.filter((_, at) => rows[at]!.people.length === 0);
  expect(empty.length).toBeGreaterThanOrEqual(4);
  expect(empty.flatMap(({ wrong }) => wrong)).toEqual([]);
});
