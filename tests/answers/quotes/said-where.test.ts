import { describe, expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

/** A speech, an interview, and an article that only mentions both. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-09-10',
    'Speech to the assembly',
    'Premier Ansgar Tolle gave a speech to the assembly of Quell on Wednesday. “The tunnel will be dug,” Tolle said in the speech to the assembly. “Tolls will pay for it,” he added.',
  ],
  [
    '2031-09-12',
    'Premier on toll roads',
    'Premier Ansgar Tolle spoke to Quell Radio on Friday. “A ferry is no answer,” Tolle said of the ferry to Quell. “I sleep well,” he said.',
  ],
];

const { answered, pageOf } = conversationsOn(libraryOfNews('Quell Courier', news), '2031-09-13');

describe('what someone said somewhere is what they said, not a sentence about it', () => {
  test.each<[string, RegExp]>([
    [
      'what did Tolle say in his speech to the assembly',
      /^Ansgar Tolle on “speech to the assembly” · \d quotes?\n“The tunnel/,
    ],
    ['what did Tolle say at the assembly?', /^Ansgar Tolle on “assembly” · \d quotes?\n“The tunnel/],
    [
      'what did Tolle say about the ferry in an interview',
      /^Ansgar Tolle on “the ferry” · 1 quote\n“A ferry is no/,
    ],
    [
      'what did Tolle say about the ferry at Friday’s press conference',
      /^Ansgar Tolle on “the ferry” · 1 quote\n/,
    ],
    ['what did Tolle say about the situation with the ferry', /^Ansgar Tolle on “the ferry” · 1 quote\n/],
    [
      'what did Tolle say in his speech on sheep',
      /^I haven’t found any quotes by Ansgar Tolle on “speech on sheep”/,
    ],
  ])('%s', async (question, first) => {
    expect(await answered([question])).toMatch(first);
  });
});

describe('who has an office is a tap away from a search for it', () => {
  test.each(['premier', 'premier of Quell'])('%s', async words => {
    const { buttons } = await pageOf([words]);
    expect(buttons[0]![0]!.label).toEqual([{ messageKey: 'button-who', args: { name: 'Ansgar Tolle' } }]);
  });
});

test('where both said nothing on the words, what there is of them is a tap away', async () => {
  const screen = await answered(['/compare Tolle and Quell Radio on sheep']);
  expect(screen).toMatch(/→ Quotes by Ansgar Tolle: \/quotes #\d+ about sheep/);
  expect(screen).toMatch(/→ Search: sheep: \/search sheep/);
});
