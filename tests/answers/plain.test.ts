import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFreeText } from '../../src/answers/asking/free-text.ts';
import type { Question } from '../../src/answers/page/question.ts';
import { libraryOf, twoArticles } from './made-up.ts';

let two: Awaited<ReturnType<typeof libraryOf>>;
beforeAll(async () => {
  two = await libraryOf(...twoArticles);
});
afterAll(() => two.close());

test.each<[string, Question]>([
  ['What did Okoro say?', { kind: 'quotes', name: 'Okoro' }],
  [
    'what has Ines Okoro said about the harbour',
    { kind: 'quotes', name: 'Ines Okoro', about: 'the harbour' },
  ],
  ['Що сказала Окоро?', { kind: 'quotes', name: 'Окоро' }],
  ['Who is Okoro?', { kind: 'who', name: 'Okoro' }],
  ['who’s ines okoro', { kind: 'who', name: 'ines okoro' }],
  ['хто така Окоро', { kind: 'who', name: 'Окоро' }],
  [
    'What happened to Okoro in May 2031?',
    { kind: 'timeline', about: 'Okoro', from: '2031-05', to: '2031-05' },
  ],
  ['Latest news', { kind: 'latest' }],
  ['What’s new?', { kind: 'latest' }],
  ['Що нового?', { kind: 'latest' }],
  ['what happened yesterday', { kind: 'timeline', when: 'yesterday' }],
  ['What happened in May 2031?', { kind: 'timeline', from: '2031-05', to: '2031-05' }],
])('%s', async (text, question) => {
  expect(await parseFreeText(two.library, text)).toEqual(question);
});

test('who is not quoted on something is looked for with it', async () => {
  expect(await parseFreeText(two.library, 'What did Okoro say about fishermen?')).toEqual({
    kind: 'search',
    words: 'Okoro fishermen',
  });
});

test.each([
  'What did the weather say?',
  'Who is Nobody Special?',
  'harbour fishermen',
  `What did Okoro say about ${'the harbour and '.repeat(30)}?`,
])('%s is a search', async text => {
  expect(await parseFreeText(two.library, text)).toEqual({ kind: 'search', words: text });
});
