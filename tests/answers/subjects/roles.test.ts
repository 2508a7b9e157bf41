import { describe, expect, test } from 'vitest';
import { parseFreeText } from '../../../src/answers/asking/free-text.ts';
import { answer } from '../../../src/answers/asking/registry.ts';
import { readersLibrary } from '../../../src/answers/readers-library.ts';
import { readerOf } from '../../../src/bot/intake/reader.ts';
import { renderPlain } from '../../../src/rendering/plain.ts';
import { languages } from '../../languages.ts';
import { messages } from '../../rendering/pages.ts';
import { libraryOfNews } from '../news-library.ts';

/** News of two made-up countries, in which the same words report opposite things. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-05-03',
    'Drones strike Lorvik',
    'Rebels of the Karst Front attacked Lorvik with drones on Friday, killing one man. Lorvik is the largest port of Tessaria. The mayor of Lorvik, Jonas Hale, said the night had been long.',
  ],
  [
    '2031-05-04',
    'Tessaria bombs rebel port',
    'Tessarian jets struck the port of Ombra in Karstland on Saturday, in what President Marta Varga called a response to the death of a man in a Karst Front attack on Lorvik on Friday. Three people were killed in Ombra, doctors said.',
  ],
  [
    '2031-05-08',
    'Reporter sentenced in Karstland',
    'Nils Amberg, a reporter from Tessaria, was sentenced to nine years in prison by a court in Ombra on Thursday for spying. Amberg was arrested last year during a trip to the coast.',
  ],
  [
    '2031-05-12',
    'Families remember Flight 90',
    'Relatives of those killed when Flight 90 was shot down over the Grey Sea gathered in Lorvik on Monday. Pavel Ostrow was prime minister when Flight 90 was shot down.',
  ],
  [
    '2031-05-20',
    'Front leader killed',
    'Ismar Dolan, the leader of the Karst Front, was killed in Ombra on Tuesday by a bomb hidden in his house. The Karst Front blamed Tessaria for the killing of Dolan.',
  ],
  [
    '2031-05-22',
    'Talks called off',
    'President Marta Varga has canceled a meeting with the envoy of Karstland because the Karst Front held hostages. Karstland was suspended from the League of Ports after the storming of Ombra in 2024. The next session of the League is set to open in Lorvik on June 9.',
  ],
  [
    '2031-05-24',
    'Karstland accuses Tessaria of piracy',
    'A tanker was boarded off Ombra on Saturday. The foreign ministry spoke of a crime on the high sea and called for an inquiry.',
  ],
  [
    '2031-05-24',
    'Two sailors drown',
    'Two sailors drowned off Tarn Bay on Saturday when a trawler sank, the coastguard said.',
  ],
  [
    '2031-05-25',
    'Toll of the trawler rises',
    'A third sailor has drowned after the trawler sank off Tarn Bay, the coastguard said on Sunday. It sank within a minute.',
  ],
  [
    '2031-05-25',
    'Karstland expels envoys',
    'Karstland expelled ten diplomats of Tessaria on Sunday. Tessaria had expelled two Karstland envoys in March.',
  ],
  [
    '2031-06-01',
    'Mill moves abroad',
    'A mill in Tarn began to lay off workers on Sunday despite criticism for the move from the candidates Odile Verne and Bo Lindal. The banker Mats Orre praised the efforts of a donor to mock Bo Lindal with kites. Senator Ilse Quant rebuked Odile Verne over her taxes on Sunday. Voters criticized the plan that Lindalet Court had trumpeted. Mats Orre praised an anti-Odile Verne campaign.',
  ],
  [
    '2031-06-02',
    'Singer for Verne',
    'The singer Ada Quill endorsed Odile Verne on Monday. Her endorsement by the poet Timo Halm came late. Criticism of Bo Lindal by Bishop Jon Vold was sharp.',
  ],
];

const library = libraryOfNews('Lorvik Post', news);
const reader = readersLibrary(library, readerOf(languages, messages));

const closest = 'I found no sentence that answers this; closest:';

async function firstScreen(question: string): Promise<string> {
  const asked = await parseFreeText(reader, question);
  return renderPlain(await answer(reader, asked, { page: 1, chat: 'private' }), messages);
}

describe('who did what to whom', () => {
  test.each([
    ['who attacked Lorvik', /^Rebels of the Karst Front attacked Lorvik/],
    ['who bombed Ombra', /^Tessarian jets struck the port of Ombra/],
    ['who sentenced Nils Amberg', /^Nils Amberg, .* by a court in Ombra/],
    ['who expelled the Karstland envoys', /^Tessaria had expelled two Karstland envoys/],
    ['when did the Karst Front attack Lorvik', /^2 May 2031: /],
    ['when did Tessaria bomb Ombra', /^3 May 2031: Tessarian jets/],
    ['when was Dolan killed', /^20 May 2031: Ismar Dolan/],
    ['where was Dolan killed', /^Ismar Dolan, .* was killed in Ombra/],
    ['where was Amberg sentenced', /^Nils Amberg, .* a court in Ombra/],
    ['why was Amberg sentenced', /^Nils Amberg, .* for spying/],
    ['who accused Tessaria of piracy', /^Karstland accuses Tessaria of piracy \[1\]/],
    ['why did Varga call off the meeting', /^President Marta Varga has canceled .* because/],
    ['when did Karstland expel the diplomats', /^25 May 2031: Karstland expelled/],
    ['who was killed in Ombra', /^Ismar Dolan, the leader/],
    ['who was sentenced in Ombra', /^Nils Amberg/],
    ['who is the mayor of Lorvik', /^Jonas Hale\nmayor of Lorvik/],
    ['who was the prime minister', /Pavel Ostrow was prime minister|prime minister Pavel Ostrow/],
    ['who is the Tessarian president', /President Marta Varga/],
    ['who criticized Odile Verne', /^Senator Ilse Quant rebuked Odile Verne/],
    ['who criticised Lindal', /^Criticism of Bo Lindal by Bishop Jon Vold/],
    ['who endorsed Verne', /^The singer Ada Quill endorsed Odile Verne/],
    [
      'who mocked Lindal',
      /^I found no sentence that answers this; closest:|efforts of a donor to mock Bo Lindal/,
    ],
    ['how many sailors drowned off Tarn Bay', /^A third sailor has drowned/],
  ])('%s', async (question, first) => {
    expect(await firstScreen(question)).toMatch(first);
  });
});

describe('without an answer, the closest sentence is called that', () => {
  test.each([
    'who shot down Flight 90',
    'when was Flight 90 shot down',
    'who arrested Nils Amberg',
    'who attacked the Karst Front',
    'who killed Jonas Hale',
    'who attacked Pavel Ostrow',
    'who praised Bo Lindal',
    'who praised Odile Verne',
    'who criticized Ada Quill',
    'who endorsed Lindal',
    'when was Karstland suspended from the League of Ports',
    'when did Varga open the session',
    'how many people were on Flight 90',
    'who is the envoy',
    'who is the prime minister of Karstland',
  ])('%s', async question => {
    expect(await firstScreen(question)).toContain(closest);
  });
});

describe('in other languages', () => {
  test.each([
    ['Коли вбили Долана?', /^20 May 2031: Ismar Dolan/],
    ['Хто напав на Лорвік?', /^Rebels of the Karst Front attacked Lorvik/],
    ['Где убили Долана?', /^Ismar Dolan, .* was killed in Ombra/],
    ['Warum wurde Amberg verurteilt?', /^Nils Amberg, .* for spying/],
    ['Чому Варга скасувала зустріч?', /^President Marta Varga has canceled .* because/],
    ['Wann wurde Dolan getötet?', /^20 May 2031: Ismar Dolan/],
    ['Wer hat Lorvik angegriffen?', /^Rebels of the Karst Front attacked Lorvik/],
    ['Скільки людей загинуло в Омбрі?', /^Three people were killed in Ombra/],
    ['Сколько человек погибло в Омбре?', /^Three people were killed in Ombra/],
    ['Wie viele Menschen kamen in Ombra ums Leben?', /^Three people were killed in Ombra/],
    ['Was ist in Lorvik passiert?', /^Timeline: Lorvik/],
    ['что произошло в Лорвике', /^Timeline: Lorvik/],
  ])('%s', async (question, first) => {
    expect(await firstScreen(question)).toMatch(first);
  });

  test('a verb that is not known is a search', async () => {
    expect(await parseFreeText(reader, 'Хто намалював Лорвік?')).toMatchObject({ kind: 'search' });
  });
});
