import { expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

const library = libraryOfNews('The Tarn Post', [
  [
    '2031-03-02',
    'Minister defends the ferry contract',
    `Minister defends the ferry contract

Transport Minister Ines Okoro met reporters in Lindholm on Sunday.

“The ferry contract is a licence to print money,” Okoro said. “Nobody in my office has read it to the end.”

Harbour master Tobias Brandt called the critics of the contract “tired pirates” and left the room.`,
  ],
  [
    '2031-03-05',
    'Brandt repeats the minister',
    `Brandt repeats the minister

Harbour master Tobias Brandt spoke to the council of Lindholm on Wednesday.

“She was right that this contract is a licence to print money,” Brandt said.`,
  ],
  [
    '2031-03-06',
    'Mayor worries about the papers',
    `Mayor worries about the papers

“The council should rest, and the town should eat, sleep and think of its children before it asks anyone for a licence, and every paper in the valley may print that,” said Mayor Ada Feldkamp.`,
  ],
  [
    '2031-03-06',
    'Town mourns its lighthouse',
    `Town mourns its lighthouse

“It was only an old lamp.” In Lindholm, people stood in front of the ruin on Thursday.

The keeper, Finn Hallström, said that he was always fond of reading.`,
  ],
]);
const { answered } = conversationsOn(library, '2031-03-07');

test.each([
  ['who said the contract is a licence to print money', /licence to print money.+\n— Ines Okoro/],
  ['Who said “licence to print money”?', /licence to print money.+\n— Tobias Brandt/],
  ['who called critics tired pirates', /“… tired pirates …”\n— Tobias Brandt/],
  ['who described the rude critics as tired pirates', /“… tired pirates …”\n— Tobias Brandt/],
  ['whose words are these: nobody has read it to the end', /read it to the end.+\n— Ines Okoro/],
  ['who mentioned pirates', /“… tired pirates …”\n— Tobias Brandt/],
  ['who has spoken of money', /licence to print money.+\n— Tobias Brandt/],
  ['who used the word licence', /licence to print money/],
])('%s shows the quote and whose it is', async (asked, expected) => {
  expect(await answered([asked])).toMatch(expected);
});

test('words that are scattered over a quote come after the same words in a row', async () => {
  const screen = await answered(['/quotes about licence print']);
  expect(screen.indexOf('Tobias Brandt')).toBeLessThan(screen.indexOf('Ada Feldkamp'));
  expect(screen).toContain('Ada Feldkamp');
});

test('who was first is the one quoted first, with the day', async () => {
  for (const asked of [
    'who first said licence to print money',
    'who said licence to print money first?',
    'who was the first to call it a licence to print money',
  ]) {
    const screen = await answered([asked]);
    expect(screen, asked).toContain('earliest first');
    expect(screen.indexOf('Ines Okoro'), asked).toBeGreaterThan(0);
    expect(screen.indexOf('Ines Okoro'), asked).toBeLessThan(screen.indexOf('Tobias Brandt'));
  }
});

test('words that no one is named for are no one’s', async () => {
  const screen = await answered(['who said it was only an old lamp']);
  expect(screen).toMatch(/“It was only an old lamp\.”\n— speaker unclear/);
  expect(screen).not.toMatch(/Hallström|Okoro|Brandt|Feldkamp/);
});

test('who is quoted in an article called so has not said it', async () => {
  expect(await answered(['who said the town mourns its lighthouse'])).not.toMatch(/^The keeper/);
});

test('who claimed what happened is still answered by a sentence', async () => {
  expect(await answered(['who met reporters in Lindholm'])).toMatch(/^Transport Minister Ines Okoro met/);
});

test.each([
  ['did Okoro mention the contract', /^Ines Okoro on “contract”/],
  ['Brandt quotes about the contract', /^Tobias Brandt on “the contract”/],
  ['Okoro’s remarks', /^Ines Okoro · 2 quotes/],
  ['give me 3 quotes on the contract', /^Quotes about “the contract”/],
  ['latest quotes by Okoro', /^Ines Okoro · 2 quotes/],
  ['Brandt on the contract', /^Tobias Brandt on “contract”/],
  ['has Brandt ever said tired pirates', /^Tobias Brandt on “tired pirates” · 1 quote/],
  ['how often did Okoro mention the contract', /^Ines Okoro on “contract”/],
  ['how many times has Brandt talked about pirates', /^Tobias Brandt on “pirates” · 1 quote/],
  ['what has Okoro been saying about the contract', /^Ines Okoro on “the contract”/],
  ['Brandt statements in march 2031', /^Tobias Brandt · Mar 2031 · 2 quotes/],
  ['Okoro quotes between 1 march and 3 march', /^Ines Okoro · 1 Mar 2031 – 3 Mar 2031 · 2 quotes/],
])('%s asks for quotes', async (asked, expected) => {
  expect(await answered([asked])).toMatch(expected);
});

test('a place or a word before “on” is no speaker', async () => {
  expect(await answered(['Lindholm on Sunday'])).not.toMatch(/^Lindholm on/);
});
