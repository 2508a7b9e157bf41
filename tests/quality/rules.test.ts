import { expect, it } from 'vitest';
import { measuredRules } from '../../src/reading/attribution/confidence.ts';
import type { Reading } from '../../src/reading/model/reading.ts';
import { read } from '../../src/reading/read.ts';
import { articleOf, knowledge, type Passage, passages, readings } from './passages.ts';

/** Rules that leave a speaker open, or name one only by the words used. */
const openRules = [
  'none',
  'denied',
  'second-hand',
  'passive',
  'two-speakers',
  'description-before',
  'description-before-cue',
  'description-after-cue',
  'description-according-to',
  'description-participle',
];
const pronounRules = ['pronoun-according-to', 'pronoun-trailing'];

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

/** The reading as it would be if a rule told nobody. */
function withoutRule(reading: Reading, rule: string): Reading {
  const quotes = reading.quotes.map(quote => (quote.rule === rule ? { ...quote, speaker: null } : quote));
  return { ...reading, quotes };
}

it.each([...measuredRules, ...pronounRules])('a passage needs the rule %s', rule => {
  const wrong = passages.filter(passage => !isRight(withoutRule(readings.get(passage)!, rule), passage));
  expect(wrong.map(({ trap }) => trap)).not.toEqual([]);
});

it.each(openRules)('a passage shows that by the rule %s nobody is guessed', rule => {
  const shown = passages.filter(passage =>
    readings
      .get(passage)!
      .quotes.some(
        ({ rule: by, speaker }, at) => by === rule && !speaker?.name && passage.quotes[at]?.speaker === null,
      ),
  );
  expect(shown.map(({ trap }) => trap)).not.toEqual([]);
});

it('a passage shows every rule that any passage is read by', () => {
  const used = new Set([...readings.values()].flatMap(reading => reading.quotes.map(quote => quote.rule)));
  const known = new Set([...measuredRules, ...pronounRules, ...openRules]);
  expect([...used].filter(rule => !known.has(rule))).toEqual([]);
});

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
  const wrong = passages.filter(passage => !isRight(read(articleOf(passage), without), passage));
  expect(wrong.map(({ trap }) => trap)).not.toEqual([]);
});

it('at least forty passages, ten of them with a speaker who is not named', () => {
  expect(passages.length).toBeGreaterThanOrEqual(40);
  expect(passages.filter(({ trap }) => trap.startsWith('not named')).length).toBeGreaterThanOrEqual(10);
});
