import { describe, expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

/** A Wednesday. */
const publishedAt = '2021-06-16';

/** What is told of each day: its words, its value, and `≈` where it is approximate. */
function told(text: string): string[] {
  const { dates } = read({ text, publishedAt }, knowledge);
  for (const date of dates) expect(text.slice(date.start, date.end)).toBe(date.text);
  return dates.map(({ text, value, approximate }) => `${approximate ? '≈ ' : ''}${text} = ${value}`);
}

describe('stretches of time', () => {
  test.each([
    ['The bridge was closed in 2014 and again in 2018.', ['2014 = 2014', '2018 = 2018']],
    ['The bridge was closed in late 2020 after the storm.', ['≈ late 2020 = 2020']],
    ['The bridge was closed at the end of 2019 after a storm.', ['≈ end of 2019 = 2019']],
    ['The bridge was built around 1930, they said.', ['≈ around 1930 = 1930']],
    ['The bridge was closed in early March 2019 by the mayor.', ['≈ early March 2019 = 2019-03']],
    [
      'The fair lasted from 28 May to 3 June 2019 that time.',
      ['28 May to 3 June 2019 = 2019-05-28/2019-06-03'],
    ],
    ['The fair opened between May 3 and 5 for children.', ['May 3 and 5 = 2021-05-03/2021-05-05']],
    ['The council met on April 24 and 25 about it.', ['April 24 = 2021-04-24', '25 = 2021-04-25']],
    ['The council met on 24 and 25 April about it.', ['24 = 2021-04-24', '25 April = 2021-04-25']],
    ['The bridge was closed from March to May 2019.', ['March to May 2019 = 2019-03/2019-05']],
    ['The bridge was closed March through May 2019.', ['March through May 2019 = 2019-03/2019-05']],
    ['The bridge will be open by the end of the year.', ['≈ end of the year = 2021']],
    ['The town grew in the second quarter of 2019.', ['second quarter of 2019 = 2019-04/2019-06']],
    ['The town grew in Q3 2019 as never before.', ['Q3 2019 = 2019-07/2019-09']],
    ['The town grew in the first half of last year.', ['first half of last year = 2020-01/2020-06']],
    ['The bridge was closed in the summer of 2019.', ['≈ summer of 2019 = 2019-06/2019-08']],
    ['The bridge was closed last autumn after the storm.', ['≈ last autumn = 2020-09/2020-11']],
    ['The bridge was built in the 1990s by the town.', ['1990s = 1990/1999']],
    ['The bridge was built in the early ’90s by the town.', ['early ’90s = 1990/1999']],
    ['The war of 1914-18 left the bridge as it was.', ['1914-18 = 1914/1918']],
    ['Under a 1996 law the bridge belongs to the town.', ['1996 = 1996']],
    ['The bridge was closed in 2014, 2015 and 2018.', ['2014 = 2014', '2015 = 2015', '2018 = 2018']],
    ['The bridge may open in the week of July 5.', ['week of July 5 = 2021-07-05/2021-07-11']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('days next to others', () => {
  test.each([
    ['The bridge fell in 2014. Three years later, it was built again.', '≈ Three years later = 2017'],
    ['The bridge fell on March 3, 2014. The next morning, divers came.', 'next morning = 2014-03-04'],
    ['The bridge fell on March 3, 2014. Earlier that day, it had shaken.', 'Earlier that day = 2014-03-03'],
    ['The bridge fell in 2014. In March of that year, it had shaken.', 'March = 2014-03'],
    ['The bridge was closed in October last year after a storm.', 'October = 2020-10'],
    ['The bridge fell two days before May 5, 2014 in a storm.', 'two days before May 5, 2014 = 2014-05-03'],
    ['The bridge was built three decades ago by the town.', '≈ three decades ago = 1991'],
  ])('%s', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  test('of something else are none', () => {
    expect(told('The mayor came on May 3, 2020, just 100 days before the election.')).toEqual([
      'May 3, 2020 = 2020-05-03',
    ]);
  });
});

describe('no day comes out of', () => {
  test.each([
    'The train leaves from track 9 at 1900 GMT and no sooner.',
    'There were around 2000 people and 1,984 dogs at the fair.',
    'The second quarter ended 21-14 for Osterby, and it won.',
    'She writes for The Mail on Sunday as her father did.',
    'It cost between $1990 and $2010 to mend the roof.',
    'Theresa May spoke, and the vote was won by May.',
    'April Stone and June Carter sang while August Wilson read.',
  ])('%s', text => {
    expect(told(text)).toEqual([]);
  });
});
