import { expect, it } from 'vitest';
import type { Reading } from '../../src/reading/model/reading.ts';
import { read } from '../../src/reading/read.ts';
import { articleOf, knowledge, type Passage, passages } from './passages.ts';

function isRight(reading: Reading, { quotes, people, roles = {} }: Passage): boolean {
  const told = reading.quotes.map(({ text, speaker }) => [text, speaker?.name ?? null]);
  const names = reading.people.map(({ name }) => name);
  return (
    JSON.stringify(told) === JSON.stringify(quotes.map(({ text, speaker }) => [text, speaker])) &&
    (people === undefined || JSON.stringify(names) === JSON.stringify(people)) &&
    Object.entries(roles).every(([name, texts]) => {
      const person = reading.people.find(one => one.name === name);
      return JSON.stringify(person?.roles.map(({ text }) => text)) === JSON.stringify(texts);
    })
  );
}

function wordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}+/gu));
}

const lists = [
  'givenNamesFemale',
  'givenNamesMale',
  'nicknames',
  'commonWords',
  'offices',
  'organizationWords',
  'thingWords',
  'regions',
  'speechVerbs',
] as const;

it.each(lists)('without the words of %s its passages fail', list => {
  const without = { ...knowledge, [list]: [] };
  const words = wordsIn(JSON.stringify(knowledge[list]));
  const concerned = passages.filter(({ text }) => [...wordsIn(text)].some(word => words.has(word)));
  expect(concerned.some(passage => !isRight(read(articleOf(passage), without), passage))).toBe(true);
});

it('at least forty passages, ten of them with a speaker who is not named', () => {
  expect(passages.length).toBeGreaterThanOrEqual(40);
  expect(passages.filter(({ trap }) => trap.startsWith('not named')).length).toBeGreaterThanOrEqual(10);
});
