import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import type { Question } from '../../../src/answers/page/question.ts';
import { libraryOf, twoArticles } from '../made-up.ts';

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
  ['how many remarks by Ines Okoro have you got?', { kind: 'quotes', name: 'Ines Okoro' }],
  ['How many statements are there from Okoro', { kind: 'quotes', name: 'Okoro' }],
  ['Who is Okoro?', { kind: 'who', name: 'Okoro' }],
  ['who’s ines okoro', { kind: 'who', name: 'ines okoro' }],
  [
    'What happened to Okoro in May 2031?',
    { kind: 'timeline', about: 'Okoro', from: '2031-05', to: '2031-05' },
  ],
  ['Latest news', { kind: 'latest' }],
  ['What’s new?', { kind: 'latest' }],
  ['what happened yesterday', { kind: 'timeline', when: 'yesterday' }],
  ['What happened in May 2031?', { kind: 'timeline', from: '2031-05', to: '2031-05' }],
])('%s', async (text, question) => {
  expect(await parseFreeText(two.library, text)).toEqual(question);
});

test.each<[string, Question]>([
  ['news about shipping', { kind: 'latest', about: 'shipping' }],
  ['Please tell me who is Okoro', { kind: 'who', name: 'Okoro' }],
  ['hello', { kind: 'talk', topic: 'hello' }],
  ['Thanks!', { kind: 'talk', topic: 'thanks' }],
  ['thx, you’re the best', { kind: 'talk', topic: 'thanks' }],
  ['Thanks, who is Okoro?', { kind: 'who', name: 'Okoro' }],
  ['Just in: Who is Okoro? https://a.example/1', { kind: 'who', name: 'Okoro' }],
  ['help', { kind: 'talk', topic: 'help' }],
  ['stop', { kind: 'talk', topic: 'stop' }],
  ['subscribe me to shipping', { kind: 'talk', topic: 'subscribe', about: 'shipping' }],
  ['when did the harbour open?', { kind: 'ask', question: 'when did the harbour open' }],
])('%s asks no search', async (text, question) => {
  expect(await parseFreeText(two.library, text)).toEqual(question);
});

test('a question is answered by one sentence with its source, or by the closest one, marked', async () => {
  expect(await two.read('/ask when did Okoro open the harbour?')).toMatch(
    /^3 May 2031: Transport Minister Ines Okoro opened the new harbour of Lindholm on May 3\. \[1\]\n\nSources\n/,
  );
  expect(await two.read('/ask why did the fishermen sink their boats yesterday')).toMatch(
    /^I found no sentence that answers this; closest:\n\nFishermen waved from their boats\. \[1\]/,
  );
  expect(await two.read('/ask zzz qqq?')).toMatch(/^I found no sentence that answers this\./);
});

test('of who is not quoted on something that is said first, then what is nearest to it', async () => {
  const asked = await parseFreeText(two.library, 'What did Okoro say about fishermen?');
  expect(asked).toEqual({ kind: 'quotes', name: 'Okoro', about: 'fishermen' });
});

test('someone who is asked about and not known is not looked for word by word', async () => {
  for (const asked of ['Who is Nobody Special?', 'who was Nobody Special', 'who’s Nobody Special'])
    expect(await parseFreeText(two.library, asked), asked).toMatchObject({
      kind: 'who',
      name: expect.stringMatching(/^nobody special$/i),
    });
});

test.each([
  'What did the weather say?',
  'harbour fishermen',
  `What did Okoro say about ${'the harbour and '.repeat(30)}?`,
])('%s is a search', async text => {
  expect(await parseFreeText(two.library, text)).toEqual({ kind: 'search', words: text });
});
