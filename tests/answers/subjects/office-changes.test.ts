import { expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer } from '../../../src/answers/asking/registry.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { messages } from '../../rendering/pages.ts';
import { libraryOfNews } from '../news-library.ts';

/** Offices that change hands, where the new holder is never named with what the office is of. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-05-02',
    'Veldonia’s treasury under pressure',
    'Veldonia’s finance minister, Tomas Ardel, defended the budget on Friday. “The books are open,” Ardel said.',
  ],
  [
    '2031-05-09',
    'Ardel quits',
    'Veldonia’s finance minister, Tomas Ardel, resigned on Friday. President Ilka Mor named the economist Dana Quist as the new finance minister of the country.',
  ],
  [
    '2031-05-12',
    'Quist opens the books',
    'Former finance minister Tomas Ardel was not there. Finance Minister Dana Quist told reporters in Veldonia that the deficit was larger. “We will print nothing,” Quist said.',
  ],
  [
    '2031-05-13',
    'Mayor of Brackwater resigns',
    'Mayor Olga Penn of Brackwater resigned on Tuesday over a bridge that was never built. “I am tired,” Penn said.',
  ],
  [
    '2031-05-16',
    'Bridge report is late',
    'The report on the bridge in Brackwater will be late, acting mayor Hugo Stell said on Friday. Former mayor Olga Penn did not comment. “Blame the river,” Stell said.',
  ],
  [
    '2031-05-17',
    'Orlen Foods dismisses its chief',
    'The board of Orlen Foods dismissed chief executive Berta Lang on Saturday. Interim chief executive Paul Oster will lead the company. “We bake on,” Oster said on Saturday.',
  ],
];

const library = libraryOfNews('Brack Post', news);

const shown = async (words: string) =>
  renderPlain(
    await answer(library, await parseFreeText(library, words), { page: 1, chat: 'private' }),
    messages,
  );

test.each<[string, RegExp]>([
  ['who is the finance minister of Veldonia?', /^Dana Quist\n/],
  ['who is veldonia’s finance minister', /^Dana Quist\n/],
  ['what did the finance minister of Veldonia say?', /^Dana Quist · 1 quote\n“We will print nothing”/],
  ['who is the mayor of Brackwater?', /^Hugo Stell\nacting mayor/],
  ['who is the new mayor of brackwater', /^Hugo Stell\nacting mayor/],
  ['who is the chief executive of Orlen Foods', /^Paul Oster\ninterim chief executive/i],
  ['who is CEO of Orlen Foods?', /^Paul Oster\ninterim chief executive/i],
])('%s', async (words, expected) => {
  expect(await shown(words)).toMatch(expected);
});

test('an office of somewhere else that articles also name has no holder', async () => {
  expect(await shown('who is the mayor of Ombra?')).not.toMatch(/^(?:Hugo Stell|Olga Penn)\n/);
});
