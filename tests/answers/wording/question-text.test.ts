import fc from 'fast-check';
import { expect, test } from 'vitest';
import { questionFrom, questionText } from '../../../src/answers/asking/registry.ts';
import type { Question } from '../../../src/answers/page/question.ts';

const id = fc.oneof(fc.nat().map(String), fc.stringMatching(/^[\w-]{1,20}$/));
const day = fc
  .tuple(
    fc.integer({ min: 1000, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([year, month, date, length]) =>
    [year, String(month).padStart(2, '0'), String(date).padStart(2, '0')].slice(0, length).join('-'),
  );
const period = fc
  .record({ from: fc.option(day, { nil: undefined }), to: fc.option(day, { nil: undefined }) })
  .map(({ from, to }) => {
    const [first, last] = from && to && from > to ? [to, from] : [from, to];
    return { ...(first && { from: first }), ...(last && { to: last }) };
  });
const words = fc
  .array(fc.constantFrom('Ada', 'engine', 'May', 'née', 'Чарльз', '#', '7', 'of'), {
    minLength: 1,
    maxLength: 4,
  })
  .map(all => all.join(' '));
const pressed: fc.Arbitrary<Question> = fc.oneof(
  id.map(name => ({ kind: 'who' as const, name: `#${name}` })),
  fc.tuple(id, fc.option(words), period).map(([name, about, ends]) => ({
    kind: 'quotes' as const,
    name: `#${name}`,
    ...(about && { about }),
    ...ends,
  })),
  words.map(about => ({ kind: 'quotes' as const, about, earliest: true as const })),
  fc
    .tuple(fc.option(id), period)
    .map(([about, ends]) => ({ kind: 'timeline' as const, ...(about && { about: `#${about}` }), ...ends })),
  fc.constantFrom({ kind: 'topics' as const }, { kind: 'latest' as const }),
  id.map(topic => ({ kind: 'topic' as const, topic: `#${topic}` })),
  id.map(story => ({ kind: 'story' as const, story: `#${story}` })),
  id.map(article => ({ kind: 'article' as const, article: `#${article}` })),
  fc
    .tuple(id, fc.nat(), fc.integer({ min: 1, max: 5000 }))
    .map(([article, start, length]) => ({ kind: 'context' as const, article, start, end: start + length })),
  words.map(text => ({ kind: 'search' as const, words: text })),
  fc.tuple(fc.option(fc.string({ minLength: 1 })), fc.option(id), period).map(([topic, person, ends]) => ({
    kind: 'filter' as const,
    ...(topic && { topic }),
    ...(person && { person }),
    ...ends,
  })),
);

test('what a button asks is read back as it was', () => {
  fc.assert(
    fc.property(pressed, question => {
      expect(questionFrom(questionText(question))).toEqual(question);
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test('what a person typed is asked again as it was', () => {
  const typed = fc.tuple(
    fc.constantFrom('who', 'quotes', 'timeline', 'search', 'story', 'filter'),
    fc.oneof(words, fc.string()),
  );
  fc.assert(
    fc.property(typed, ([command, rest]) => {
      const question = questionFrom(`/${command} ${rest}`);
      if (question) expect(questionFrom(questionText(question))).toEqual(question);
    }),
    { numRuns: 2000, seed: 8 },
  );
});

test('buttons with ids fit into the 64 bytes of a button', () => {
  for (const question of [
    { kind: 'who', name: '#123456' },
    { kind: 'timeline', about: '#123456', from: '2022-02-21', to: '2022-03-31' },
    { kind: 'filter', topic: 'energy-and-climate', person: '12345', from: '2022-02', to: '2022-03' },
    { kind: 'context', article: '000_02739232bc156a14', start: 12345, end: 12999 },
  ] satisfies Question[]) {
    expect(Buffer.byteLength(questionText(question))).toBeLessThanOrEqual(64);
  }
});

test('what is no command asks nothing', () => {
  expect(questionFrom('who Ada')).toBeNull();
  expect(questionFrom('/who')).toBeNull();
  expect(questionFrom('/frobnicate x')).toBeNull();
});
