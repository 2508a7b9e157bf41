import { describe, expect, test } from 'vitest';
import { asksForMore } from '../../../src/answers/asking/more.ts';
import { languages } from '../../languages.ts';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

const library = libraryOfNews('The Tarn Post', [
  [
    '2031-03-02',
    'Okoro opens the ferry line',
    'Transport Minister Ines Okoro opened a ferry line to Skarholm on Sunday. “This ferry will carry the whole island,” Okoro said. “The harbour tax will fall,” Okoro said.',
  ],
  [
    '2031-03-11',
    'Okoro visits the tunnel',
    'Transport Minister Ines Okoro visited the new tunnel in Lindholm on Tuesday. “The tunnel is dry,” Okoro said. Mayor Tobias Brandt stayed away. “Nobody has asked the town,” Brandt said.',
  ],
]);
const { answered } = conversationsOn(library, '2031-03-12');

describe('a few words narrow down what was shown', () => {
  test.each<[string[], RegExp]>([
    [['/quotes Okoro', 'only about the ferry'], /^Ines Okoro on “ferry”[\s\S]*carry the whole island/],
    [['/quotes Okoro', 'just the tunnel'], /^Ines Okoro on “tunnel”[\s\S]*The tunnel is dry/],
    [['/timeline Okoro', 'last week only'], /3 Mar 2031 – 9 Mar 2031|no dated events/],
    [['/timeline Okoro', 'only this week'], /11 Mar 2031/],
    [['news about Skarholm', 'only Lindholm'], /^Latest news: Lindholm/],
  ])('%j', async (messages, expected) => {
    expect(await answered(messages)).toMatch(expected);
  });
});

describe('a question word alone', () => {
  test('after quotes asks for their days or speakers, which are shown', async () => {
    expect(await answered(['what did Okoro say about the ferry', 'when?'])).toMatch(
      /^Ines Okoro on “the ferry”[\s\S]*2 Mar 2031/,
    );
  });
  test.each(['when?', 'why', 'Who?', 'more', 'next', 'and where?'])(
    '%s after nothing is asked back',
    async word => {
      expect(await answered([word])).toMatch(/^I’m not sure what you mean\./);
    },
  );
  test.each(['who is this?', 'what is that', 'Who was she'])('%s after nothing is no search', async words => {
    expect(await answered([words])).toMatch(/^I’m not sure whom you mean\./);
  });
});

describe('what no answer can leave out, or know', () => {
  test.each<[string, RegExp, RegExp]>([
    ['news without Okoro', /^I can’t leave “Okoro” out/, /→ Latest news: \/latest/],
    ['ferry line but not Okoro', /^I can’t leave “Okoro” out/, /→ Search: ferry line/],
    ['articles about the tunnel except Brandt', /^I can’t leave “Brandt” out/, /→ Search: /],
    ['what didn’t Okoro say about the tunnel', /not what was left unsaid/, /→ Quotes by Ines Okoro/],
    ['what did okoro not say', /not what was left unsaid/, /→ Quotes by Ines Okoro/],
  ])('%s', async (asked, expected, button) => {
    const screen = await answered([asked]);
    expect(screen).toMatch(expected);
    expect(screen).toMatch(button);
  });
  test('a longer sentence with such words is looked for', async () => {
    expect(
      await answered([
        'The minister and the mayor said a lot about the ferry line to the island but not about the price',
      ]),
    ).not.toMatch(/^I can’t leave/);
  });
});

test.each(['can you translate this to Ukrainian', 'do you speak German?', 'switch to french', 'translate'])(
  '%s leads to the languages',
  async asked => {
    expect(await answered([asked])).toMatch(/\/language/);
  },
);

test.each([
  ['en', 'more'],
  ['en', 'Show me more please!'],
  ['en', 'next page'],
  ['de', 'mehr'],
  ['de', 'was noch?'],
  ['uk', 'ще'],
  ['uk', 'покажи більше новин'],
  ['ru', 'дальше'],
])('%s: “%s” asks for more', (language, words) => {
  expect(asksForMore(words, languages.vocabularyFor(language))).toBe(true);
});

test('more of something else is a question of its own', () => {
  expect(asksForMore('more about the ferry', undefined)).toBe(false);
});
