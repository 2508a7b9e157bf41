import { describe, expect, test } from 'vitest';
import { wordingsOfOffice } from '../../../src/answers/sentences/office-holder.ts';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

/** A war with tolls of days and of all of it, a boxer who gives up, and an election. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-07-01',
    'War in Morland goes on',
    'The war has killed more than 21,000 people in Morland since March, the ministry of health said on Tuesday.',
  ],
  [
    '2031-07-03',
    'Two reporters killed',
    'Two reporters were killed in an attack on a camp in Morland on Thursday, Fox News reported. Pia Holm, 58, died in Morland of a stroke.',
  ],
  [
    '2031-07-04',
    'Boxer gives up',
    'Greta Vosk won the bout in Tessen on Friday when her rival Mona Rill quit after just 40 seconds. “I could not breathe,” Rill told reporters. Rill said she quit because of a pain in her chest.',
  ],
  [
    '2031-07-05',
    'Candidates for president',
    'Rudo Klamm and Vera Oss are candidates in the election in Tessen. President Ivo Strand called the killing of the reporters a crime. The meeting of Klamm with Oss was requested by Klamm. Rudo Klamm met Vera Oss in the old town hall of Tessen on Friday morning. Soldiers from Morland came to look. Farmers complained about prices. “Prices are a scandal,” the farmer Jo Lund said.',
  ],
  [
    '2031-07-05',
    'Council of Tessen meets',
    'The port board, which is chaired by Lene Marr, met in Tessen on Friday. Jon Falk, who chairs the school board, was ill. The envoy of Morland has led a long campaign on prices in Tessen. Vera Oss spoke to the water board of Tessen about prices. There are 900 troops in Morland, the board heard. Norway, currently heading the lake board, asked all members for their plans.',
  ],
];

const { answered } = conversationsOn(libraryOfNews('Tessen Tribune', news), '2031-07-06');

describe('the first line is about what is asked', () => {
  test.each<[string, RegExp]>([
    ['why did Mona Rill quit?', /^Rill said she quit because of a pain/],
    ['how many people died in Morland?', /^The war has killed more than 21,000 people/],
    ['is Strand dead?', /^I found no sentence that answers this/],
    ['what did Bellini say?', /^I haven’t read anything about “Bellini”/],
    ['what did Bellini say about the war', /^I haven’t read anything about “Bellini”/],
    ['what did farmers say about prices', /^Quotes about “prices”.*\n“Prices are a scandal”/],
    ['what’s the weather in Tessen tomorrow', /^I only know the news/],
    ['did Klamm meet Oss?', /^Rudo Klamm met Vera Oss/],
    ['who quit', /^“quit”|Rill/],
    ['who chairs the port board', /^The port board, which is chaired by Lene Marr/],
    ['who heads the lake board', /^Norway, currently heading/],
    ['who chairs the school board', /^Jon Falk, who chairs/],
    ['who chairs the hospital board', /^I found no sentence that answers this/],
    ['who chairs the water board of Tessen', /^I found no sentence that answers this/],
    ['who leads Tessen', /^I found no sentence that answers this/],
    ['how many soldiers are in Morland', /^There are 900 troops/],
    ['how many articles are there about Klamm', /^Latest news: Rudo Klamm · 1 story/],
    ['do you have anything on the bout', /^“bout” · 1 story/],
    ['compare what Klamm and Oss said', /^Rudo Klamm and Vera Oss/],
    ['tell me more about the bout', /^“bout” · 1 story/],
    ['information on the election', /^“election” · 1 story/],
  ])('%s', async (question, first) => {
    expect(await answered([question])).toMatch(first);
  });
});

test.each([
  'what’s the news',
  'what are the headlines?',
  'biggest stories',
  'give me a quick overview of the news',
])('%s is the latest news', async question => {
  expect(await answered([question])).toMatch(/^Latest news · /);
});

test.each(['summary of yesterday’s news', 'what are yesterday’s top stories'])('%s', async question => {
  expect(await answered([question])).toMatch(/^News · 5 Jul 2031/);
});

test('who runs for an office has none', () => {
  expect(wordingsOfOffice('running for president in Tessen')).toEqual([]);
  expect(wordingsOfOffice('president of Tessen')).toEqual(['former president of Tessen']);
});

test('an age is no toll', async () => {
  expect(await answered(['how many people died in Morland?'])).not.toMatch(/58/);
});
