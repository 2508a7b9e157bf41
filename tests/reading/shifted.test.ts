import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './knowledge.ts';
import { shiftedText, shiftedValue } from './shifting.ts';

const folder = join(import.meta.dirname, '../../seeds');
const index = join(folder, 'index.json');
const seeds: { file: string; publishedAt: string }[] = existsSync(index)
  ? JSON.parse(readFileSync(index, 'utf8'))
  : [];

describe.each([
  ['a year (52 weeks)', 364],
  ['three days', 3],
])('moved by %s', (_, days) => {
  test.each(seeds)('$file is read as before, its days moved as well', ({ file, publishedAt }) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const published = publishedAt.slice(0, 10);
    const words = (words: string) => shiftedText(words, published, days);
    const before = read({ text, publishedAt: published }, knowledge);
    const after = read({ text: words(text), publishedAt: shiftedValue(published, days)! }, knowledge);
    expect(after.published.date).toBe(shiftedValue(published, days));
    expect(after.dates.map(({ text, value, basis }) => [text, value, basis])).toEqual(
      before.dates.map(({ text, value, basis }) => [words(text), shiftedValue(value, days), basis]),
    );
    expect(after.events.map(({ date, text, planned, people }) => [date, text, planned, people])).toEqual(
      before.events.map(({ date, text, planned, people }) => [
        shiftedValue(date, days),
        words(text),
        planned,
        people,
      ]),
    );
  });
});

test('days are moved with all that is around them', () => {
  const text = 'On Tuesday, February 27, 2024, and on 31 December, in May 2023 or 1999, Friday.';
  expect(shiftedText(text, '2024-01-05', 3)).toBe(
    'On Friday, March 1, 2024, and on 3 January, in May 2023 or 1999, Monday.',
  );
  expect(shiftedText(text, '2024-01-05', 364)).toBe(
    'On Tuesday, February 25, 2025, and on 29 December, in May 2024 or 2000, Friday.',
  );
});
