import { describe, expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

/** Plans and attempts before what happened, and a death at sea. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-05-02',
    'Corvel prepares for talks',
    'President Ida Corvel prepares to meet Prince Otto Lamarck on Wednesday, officials in Treven said. Police said on Friday that they had uncovered a plot by loners to kill Corvel.',
  ],
  [
    '2031-05-05',
    'Shots at president',
    'The attempted assassination of President Ida Corvel in Treven on Saturday shocked the country. Corvel was not hurt.',
  ],
  [
    '2031-05-08',
    'Talks in Treven',
    'Reporters waited in Treven on Wednesday. “We agreed,” Ida Corvel told them after her meeting with Otto Lamarck. Lamarck has 190 million followers.',
  ],
  [
    '2031-05-10',
    'Skipper dies',
    'The skipper Aldo Merrin, 71, died at sea on Friday after his boat sprang a leak. The Lebanese-born cook of the boat was rescued. The prince’s aide Jo Hennik, aged 33, sent flowers for Merrin to the harbour where his brother lives.',
  ],
  [
    '2031-05-12',
    'Envoy stays in prison',
    'Ostria refused to release the envoy Bruno Tamm, who is held in Ostria. The wall of the prison is 9 metres high, and 300 people work there.',
  ],
  [
    '2031-05-18',
    'Ferry lost in storm',
    'Four sailors drowned when the ferry went down in a storm on Saturday, the coast guard said. Divers looked for the wreck off Marlow on Sunday.',
  ],
  [
    '2031-05-19',
    'Wheat for Marlow',
    'The United States sent 40,000 tonnes of wheat to Marlow, officials in Treven said on Monday.',
  ],
  [
    '2031-05-20',
    'Envoy home',
    'Relatives cheered on Monday. “Ostria has kept its word and released Bruno Tamm,” his mother said.',
  ],
];

const { answered } = conversationsOn(libraryOfNews('Treven Courant', news), '2031-05-21');

describe('of who died, not of whom they killed', () => {
  test.each<[string, RegExp]>([
    ['when did Aldo Merrin die?', /^9 May 2031: The skipper Aldo Merrin/],
    ['when did merrin die', /^9 May 2031: The skipper Aldo Merrin/],
    ['where did Merrin die', /^The skipper Aldo Merrin, 71, died at sea/],
    ['did Merrin die?', /^The skipper Aldo Merrin, 71, died at sea/],
    ['who died at sea', /^The skipper Aldo Merrin, 71, died at sea/],
  ])('%s', async (question, first) => {
    expect(await answered([question])).toMatch(first);
  });
});

describe('in the days that are asked about, and by whatever name', () => {
  test.each<[string, RegExp]>([
    ['did Aldo Merrin die in May 2031?', /^The skipper Aldo Merrin, 71, died at sea/],
    ['did Aldo Merrin die in March 2031?', /^I found no sentence that answers this/],
    [
      'how many tonnes of wheat did the U.S. send in May 2031',
      /^The United States sent 40,000 tonnes of wheat/,
    ],
  ])('%s', async (question, first) => {
    expect(await answered([question])).toMatch(first);
  });
});

describe('what was only tried, planned or refused is no yes', () => {
  test.each(['was Corvel killed?', 'did Corvel die', 'when was Corvel killed'])('%s', async question => {
    expect(await answered([question])).toMatch(/^I found no sentence that answers this/);
  });
  test.each<[string, RegExp]>([
    ['did Corvel meet Lamarck?', /^“We agreed,” Ida Corvel told them/],
    ['did Ostria release Tamm', /released Bruno Tamm/],
  ])('%s', async (question, first) => {
    expect(await answered([question])).toMatch(first);
  });
});

describe('a measure of what is asked about', () => {
  test.each<[string, RegExp]>([
    ['how old is Merrin', /^The skipper Aldo Merrin, 71,/],
    ['how old was Jo Hennik', /Jo Hennik, aged 33,/],
    ['how high is the wall of the prison', /^The wall of the prison is 9 metres high/],
    ['how old is Lamarck', /^I found no sentence that answers this/],
    ['how tall is Lamarck', /^I found no sentence that answers this/],
  ])('%s', async (question, first) => {
    expect(await answered([question])).toMatch(first);
  });
});

test('the closest sentence may leave out a name that its article has', async () => {
  expect(await answered(['how many sailors drowned in the Marlow ferry storm'])).toMatch(
    /^I found no sentence that answers this; closest:\n\nFour sailors drowned when the ferry/,
  );
});

describe('the closest sentence has to be about whom or what is asked about', () => {
  test.each(['when was Pellerin born', 'did Pellerin release the envoy', 'did Corvel release Pellerin'])(
    '%s',
    async question => {
      expect(await answered([question])).toMatch(/^I found no sentence that answers this\.\n/);
    },
  );
});
