import { expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

const { answered } = conversationsOn(
  libraryOfNews('The Tarn Post', [
    [
      '2031-03-02',
      'Skarholm gets ready for its regatta',
      'The regatta in Skarholm will start on Saturday and be the largest ever, officials said on Sunday. Hotels of the island are full.',
    ],
    [
      '2031-03-05',
      'Regatta officials meet',
      'Regatta officials met the mayor of Skarholm on Tuesday and asked him about the weather.',
    ],
    [
      '2031-03-10',
      'Sailor thanks regatta',
      'Sailor Ida Moen won gold at the regatta and flew home on Monday. “What a party this regatta was tonight,” Moen said.',
    ],
    [
      '2031-03-12',
      'Parties prepare for vote in Tessaria',
      'Tessaria is preparing for its March 30 parliamentary election. On Wednesday, election officials printed ballots. Both parties claimed a lead in the election on Wednesday.',
    ],
    [
      '2031-03-14',
      'Trial of harbour master',
      'The trial of harbour master Tobias Brandt is scheduled for 4 June. Lawyers spoke about the trial on Friday.',
    ],
    [
      '2031-03-20',
      'Trial of Brandt moved',
      'The trial of Tobias Brandt is now set for 9 July, a court clerk said on Thursday.',
    ],
  ]),
  '2031-03-21',
);

test.each([
  ['when is the regatta', /^8 Mar 2031: The regatta in Skarholm will start/],
  ['When was the regatta in Skarholm?', /^8 Mar 2031: /],
  ['when does the regatta start', /^8 Mar 2031: /],
  ['when will the skarholm regatta begin?', /^8 Mar 2031: /],
  ['when is the election in tessaria', /^30 Mar 2031: .*March 30 parliamentary election/],
  ['when are the elections in Tessaria', /^30 Mar 2031: /],
  ['when is the trial of Brandt', /^9 Jul 2031: /],
])('%s gives the day of the event, not of other news with it', async (asked, expected) => {
  expect(await answered([asked])).toMatch(expected);
});

test('an event that no article gives a day is said to have none', async () => {
  expect(await answered(['when is the party'])).toMatch(/^I found no sentence that answers this/);
});
