import { expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer, parseQuestion } from '../../../src/answers/asking/registry.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { messages } from '../../rendering/pages.ts';
import { libraryOfNews } from '../news-library.ts';

/** News of two made-up towns, each with a mayor, and of a government with one minister of each kind. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-03-02',
    'Cracks in the wall above Tarn',
    'Mayor Lidia Sark of Tarn said on Sunday that she had learned of the cracks from the radio. “Nobody picked up a telephone,” Sark said. Deputy Energy Minister Ruth Amsel said the wall would be lowered.',
  ],
  [
    '2031-03-04',
    'Lorvik offers beds',
    'The mayor of Lorvik, Jonas Hale, offered 400 beds on Tuesday. “Our doors are open,” Hale said. Tessarian Foreign Minister Pavel Ostrow thanked him. Former Energy Minister Greta Lund said nothing.',
  ],
  [
    '2031-03-06',
    'Pell rejects charge',
    'Energy Minister Oriana Pell rejected the charge on Thursday. “I read every report,” Pell said. Mayor Lidia Sark asked her to resign.',
  ],
  [
    '2031-03-07',
    'A bridge to Lorvik',
    'Polish Culture Minister Hanna Zawil and the Dutch transport minister, Joris Maan, opened the bridge on Friday.',
  ],
];

const library = libraryOfNews('Tarn Post', news);

const shown = async (question: Parameters<typeof answer>[1]) =>
  renderPlain(await answer(library, question, { page: 1, chat: 'private' }), messages);
const who = async (words: string) => {
  const asked = parseQuestion('who', words, { person: null, topic: null } as never);
  if ('wrong' in asked) throw new Error(words);
  return shown(asked);
};

test.each<[string, RegExp]>([
  ['energy minister', /^Oriana Pell\n/],
  ['the Minister of Energy', /^Oriana Pell\n/],
  ['former energy minister', /^Greta Lund\n/],
  ['deputy energy minister', /^Ruth Amsel\n/],
  ['mayor of Tarn', /^Lidia Sark\n/],
  ['Lorvik’s mayor', /^Jonas Hale\n/],
  ['foreign minister of Tessaria', /^Pavel Ostrow\n/],
  ['culture minister of Poland', /^Hanna Zawil\n/],
  ['minister of transport of the Netherlands', /^Joris Maan\n/],
  ['culture minister of Spain', /^I haven’t read anything about/],
  ['mayor', /^Several people match “mayor”(?=.*Lidia Sark)(?=.*Jonas Hale)/s],
  ['mayor of Ombra', /^I haven’t read anything about “mayor of Ombra”/],
  ['finance minister', /^I (?:haven’t read|know no)/],
  ['charge', /^I know no person/],
])('/who %s', async (words, expected) => {
  expect(await who(words)).toMatch(expected);
});

test.each<[string, RegExp]>([
  ['What did the energy minister say?', /^Oriana Pell · 1 quote\n“I read every report”/],
  ['what has the mayor of Lorvik said?', /^Jonas Hale · 1 quote\n“Our doors are open”/],
  ['Who is the energy minister?', /^Oriana Pell\n/],
])('%s', async (words, expected) => {
  expect(await shown(await parseFreeText(library, words))).toMatch(expected);
});
