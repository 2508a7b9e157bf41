import { expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

const { answered } = conversationsOn(
  libraryOfNews('The Tarn Post', [
    [
      '2031-03-02',
      'Aid convoy reaches Gaza',
      'An aid convoy reached Gaza on Sunday. In Gaza, nurse Jane Viden said that it was late. “We need water,” Viden said.',
    ],
    ['2031-03-03', 'Second convoy for Gaza', 'A second convoy left for Gaza on Monday, its drivers said.'],
    [
      '2031-03-04',
      'Price of gas rises',
      'The price of gas rose in Lindholm on Tuesday. Baker Oleg Goss closed his shop.',
    ],
  ]),
  '2031-03-05',
);

test.each([
  ['uk', 'останні новини про газу', /^Останні новини: Gaza/],
  ['ru', 'последние новости о газе', /^Последние новости: (?:Gaza|gas)/],
  ['uk', 'новини про вайден', /Jane Viden/],
  ['uk', 'хто така вайден', /^Jane Viden\n/],
  ['en', 'news about gas', /^Latest news: gas/],
])('%s: %s', async (language, asked, expected) => {
  expect(await answered([asked], language)).toMatch(expected);
});
