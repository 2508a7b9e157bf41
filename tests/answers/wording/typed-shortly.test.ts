import { expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

const { answered } = conversationsOn(
  libraryOfNews('The Tarn Post', [
    [
      '2031-03-02',
      'Okoro and Brandt quarrel over the ferry',
      'Transport Minister Ines Okoro and Mayor Tobias Brandt quarrelled over the ferry in Lindholm on Sunday. “The ferry stays,” Okoro said. “I have two dogs and no ferry,” Brandt said.',
    ],
    [
      '2031-03-04',
      'Lindholm gets money for its tunnel',
      'The government gave Lindholm 40 million crowns for a tunnel on Tuesday, in two parts. Ines Okoro signed the papers.',
    ],
    [
      '2031-03-11',
      'Okoro leaves for Skarholm',
      'Transport Minister Ines Okoro travelled to Skarholm on Tuesday. Tarn News reported on her two cats. The government gave two of them to Lindholm.',
    ],
    [
      '2031-03-08',
      'Landslide hits Brevik',
      'A landslide in Brevik killed nine people on Saturday, rescuers said.',
    ],
    [
      '2031-03-10',
      'Former harbour master dies',
      'Gro Vestad, who ran the harbour of Skarholm for three decades and wrote its history, has died at 81. Her rival Ada Feldkamp could not beat her in any vote. Norway sent a wreath.',
    ],
    [
      '2031-03-09',
      'Brevik in mourning',
      'The king came to the village. It was a landslide in Brevik that killed nine people. A boat accident in the town killed three people in January.',
    ],
  ]),
  '2031-03-12',
);

test.each([
  ['whats the latest w/ okoro', /^Latest news: Ines Okoro · /],
  ['what did okoro say abt the ferry', /^Ines Okoro on “the ferry”/],
  ['Lindholm news', /^Latest news: Lindholm · /],
  ['okoro latest', /^Latest news: Ines Okoro · /],
  ['Okoro news since monday', /^Latest news: Ines Okoro · since 10 Mar 2031/],
  ['okoro and brandt news', /^“okoro brandt” · 1 story\n+\[1\] Okoro and Brandt quarrel/],
  ['/latest 5', /^Latest news · \d stories/],
  ['thx bro', /^You’re welcome/],
  ['thank u so much mate', /^You’re welcome/],
  ['how old was gro vestad', /^Gro Vestad, who ran the harbour/],
  ['🇳🇴', /^“Norway” · 1 story/],
  ['will feldkamp win', /^I found no sentence that answers this/],
  ['who is ada frobnik', /^I haven’t read anything about “ada frobnik”/],
  ['is okoro still running', /^Ines Okoro\n[\s\S]*In the news/],
  ['is okoro still in Lindholm?', /^Ines Okoro\n/],
  ['how much did the government give Lindholm', /^The government gave Lindholm 40 million crowns/],
])('%s', async (asked, expected) => {
  expect(await answered([asked])).toMatch(expected);
});

test('an outlet called News is looked for by its name', async () => {
  expect(await answered(['Tarn News'])).toMatch(/^“Tarn News” · |^Tarn News\n/);
});

test('a number of something else is no sum of money', async () => {
  expect(await answered(['how much did Okoro pay for her cats'])).toMatch(
    /^I found no sentence that answers this/,
  );
});

test('a figure is given by a sentence that is clear by itself, without those of something else', async () => {
  const screen = await answered(['how many people died in the brevik landslide']);
  expect(screen).toMatch(/^A landslide in Brevik killed nine people/);
  expect(screen).not.toContain('boat accident');
});
