import { describe, expect, test } from 'vitest';
import { questionFrom, questionText } from '../../../src/answers/asking/registry.ts';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

/** Two months of a quarrel over a dam; one article quotes what was said two days before it came out. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-03-04',
    'Dam of Orvik leaks',
    'The dam of Orvik leaked on Tuesday. “The dam holds,” engineer Tova Lindqvist said.',
  ],
  [
    '2031-03-20',
    'Engineer on the dam',
    '“On Tuesday I saw a crack,” engineer Tova Lindqvist said on Tuesday. The leak of March 4 was not the first. “The leak on March 4 was a warning,” Lindqvist said.',
  ],
  [
    '2031-04-11',
    'Dam closed',
    'Orvik closed its dam on Friday. Engineer Tova Lindqvist called the delay “a crime against every farmer downstream” on Friday. “No one listened,” Lindqvist said of the dam. “We did listen,” the Orvik Water Board said in a statement.',
  ],
];

const { answered } = conversationsOn(libraryOfNews('Orvik Times', news), '2031-04-12');

describe('what someone said in a period', () => {
  test.each<[string[], RegExp]>([
    [['what did Lindqvist say in March 2031?'], /^Tova Lindqvist · Mar 2031 · 3 quotes\n/],
    [['what did Lindqvist say on April 11th'], /^Tova Lindqvist · 11 Apr 2031 · 2 quotes\n“No one listened”/],
    [['what did Lindqvist say yesterday'], /^Tova Lindqvist · 11 Apr 2031 · 2 quotes\n/],
    [
      ['what did Lindqvist say about the dam in March'],
      /^Tova Lindqvist on “the dam” · Mar 2031 · 1 quote\n/,
    ],
    [['/quotes Lindqvist March 2031 about dam'], /^Tova Lindqvist on “dam” · Mar 2031 · 1 quote\n/],
    [['/quotes Lindqvist 2031-04'], /^Tova Lindqvist · Apr 2031 · 2 quotes\n/],
    [['/quotes Lindqvist about dam 4.3.2031'], /^Tova Lindqvist on “dam” · 4 Mar 2031 · 1 quote\n/],
    [['what did Lindqvist say about the dam', 'and in March?'], /^Tova Lindqvist on “the dam” · Mar 2031/],
    [['quotes by Lindqvist from March 2031'], /^Tova Lindqvist · Mar 2031 · 3 quotes\n/],
    [['what was said in March 2031'], /^News · Mar 2031 · 2 stories\n/],
    [['who said what yesterday'], /^News · 11 Apr 2031 · 1 story\n/],
    [['all quotes from March 2031'], /^News · Mar 2031 · 2 stories\n/],
    [['what did the Orvik Water Board say in April 2031'], /^Orvik Water Board · Apr 2031 · 1 statement\n/],
  ])('%j', async (messages, expected) => {
    expect(await answered(messages)).toMatch(expected);
  });

  test.each<[string, string, RegExp]>([
    ['de', 'was hat Lindqvist am 11. April 2031 gesagt?', /^Tova Lindqvist · 11\. Apr\S* 2031 · 2 Zitate\n/],
    ['uk', 'що сказала Ліндквіст у березні 2031', /^Tova Lindqvist · бер\S* 2031 · 3 цитати\n/],
    ['de', 'was wurde im März 2031 gesagt', /^Meldungen · März 2031 · 2 Meldungen\n/],
    ['uk', 'цитати за березень 2031', /^Новини · бер\S* 2031 · 2 сюжети\n/],
    ['ru', 'что говорили вчера', /^Новости · 11 апр\S* 2031 · 1 сюжет\n/],
    ['ru', 'что сказала Линдквист вчера', /^Tova Lindqvist · 11 апр\S* 2031 · 2 цитаты\n/],
  ])('%s %s', async (language, words, expected) => {
    expect(await answered([words], language)).toMatch(expected);
  });

  test('begins with whole quotes', async () => {
    expect(await answered(['what did Lindqvist say in April 2031'])).toMatch(
      /^Tova Lindqvist · Apr 2031 · 2 quotes\n“No one listened”.*“… a crime against/s,
    );
  });

  test('is found by the day on which it was said, also where its article is of a later one', async () => {
    expect(await answered(['what did Lindqvist say on March 18'])).toMatch(
      /^Tova Lindqvist · 18 Mar 2031 · 1 quote\n“On Tuesday I saw a crack”/,
    );
  });

  test('may be about a day instead', async () => {
    expect(await answered(['what did Lindqvist say about the leak on March 4'])).toMatch(
      /^Tova Lindqvist on “the leak March 4” · 1 quote\n“The leak on March 4 was a warning”/,
    );
  });

  test('is said to be nothing, before what there is from other days', async () => {
    expect(await answered(['what did Lindqvist say about the dam in May 2030'])).toMatch(
      /^I haven’t found any quotes by Tova Lindqvist on “the dam” from those days · May 2030\n\nTova Lindqvist on “the dam”\n“No one listened”/,
    );
    expect(await answered(['what did Lindqvist say in 2029'])).toMatch(
      /^I haven’t found any quotes by Tova Lindqvist from those days · 2029\n\nLatest quotes\n/,
    );
    expect(await answered(['what did the Orvik Water Board say in 2029'])).toMatch(
      /^I haven’t found any quotes by Orvik Water Board from those days · 2029/,
    );
  });
});

test.each([
  '/quotes Lindqvist 2031-03..2031-04 about the dam',
  '/quotes Lindqvist about the leak on March 4 ..',
  '/quotes Lindqvist yesterday',
  '/quotes Lindqvist about 2031',
  '/quotes about 2031',
])('%s is read back as it is written', text => {
  expect(questionText(questionFrom(text)!)).toBe(text);
});
