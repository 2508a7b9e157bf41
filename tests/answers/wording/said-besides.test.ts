import { describe, expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

/** A ferry ran aground; the captain’s given name has the letters of a pronoun in it. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-06-04',
    'Ferry runs aground off Skarholm',
    'A ferry ran aground off Skarholm on Sunday, and nine passengers were injured. Captain Yiyou Darvel was dismissed on Monday. “The rock was on no map,” Darvel said of the ferry. “Every map has that rock. Who drew this one?” harbour master Ilse Brandvik said.',
  ],
  [
    '2031-06-05',
    'Ferry freed by tugs',
    'Two tugs freed the ferry on Thursday, harbour master Ilse Brandvik said. “We will buy new maps,” Brandvik said.',
  ],
];

const library = libraryOfNews('Skarholm Post', news);
const { answered, pageOf } = conversationsOn(library, '2031-06-06');

describe('small talk of several sentences', () => {
  test.each<[string, RegExp]>([
    ['Good evening! How are you?', /^I’m a bot that has read the news/],
    ['Hello, nice to meet you', /^Hello!/],
    ['thank you so much, that was really helpful!', /^You’re welcome/],
    ['Could you help me out? I’m new here.', /^Type a question, a name or a few words/],
    ['Hi everyone. What is this bot for?', /^Type a question, a name or a few words/],
  ])('%s', async (words, expected) => {
    expect(await answered([words])).toMatch(expected);
  });

  test.each<[string, string, RegExp]>([
    ['de', 'Guten Morgen! Wie geht es dir?', /^Ich bin ein Bot/],
    ['uk', 'Дякую! До побачення.', /^Прошу|^Будь ласка|^Немає за що/],
    ['ru', 'Привет! Помоги.', /^Напишите/],
  ])('%s %s', async (language, words, expected) => {
    expect(await answered([words], language)).toMatch(expected);
  });
});

describe('a question among greetings and thanks', () => {
  test.each<[string[], RegExp]>([
    [['Hello there! Who is Brandvik? Thanks in advance.'], /^Ilse Brandvik\n/],
    [['Great work. When was Darvel dismissed? Have a nice day!'], /^2 Jun 2031: /],
    [['latest on the ferry', 'Thank you! And now tell me: when was Darvel dismissed?'], /^2 Jun 2031: /],
  ])('%j', async (messages, expected) => {
    expect(await answered(messages)).toMatch(expected);
  });
});

describe('a long message', () => {
  const story =
    'My brother goes to Skarholm every other summer, and when he told us about his last trip over coffee we all began to wonder what had been going on up there, ';
  test('with its question at the end of a sentence is answered', async () => {
    expect(await answered([`${story}so what I would like to know is when was Darvel dismissed?`])).toMatch(
      /^2 Jun 2031: /,
    );
  });
  test('with its question in a sentence of its own is answered', async () => {
    expect(
      await answered([`${story}as none of us reads the paper. When was Darvel dismissed? All the best, Jo`]),
    ).toMatch(/^2 Jun 2031: /);
  });
  test('that is a passage of an article finds the article', async () => {
    expect(await answered([news[0]![2]])).toMatch(
      / · 1 story\n.*\n.*\n.*\nA ferry ran aground off Skarholm on Sunday, and nine/s,
    );
  });
});

test.each<[string, RegExp]>([
  ['this bot sucks', /^Sorry if that wasn’t what you were looking for/],
  ['u r useless!!!', /^Sorry if that wasn’t what you were looking for/],
  ['yo', /^Hello!/],
])('%s is answered in a sentence', async (words, expected) => {
  expect(await answered([words])).toMatch(expected);
});

describe('what the bot thinks', () => {
  test.each<[string, RegExp]>([
    ['what do you think about Brandvik?', /^I have no opinions of my own/],
    ['do you believe the captain', /^I have no opinions of my own/],
    ['whose side are you on', /^I have no opinions of my own/],
    ['should Skarholm buy the ferry?', /^I have no opinions of my own/],
  ])('%s is no question about anyone', async (words, expected) => {
    expect(await answered([words])).toMatch(expected);
  });
  test.each<[string, string, RegExp]>([
    ['de', 'was denkst du über Brandvik?', /^Eine eigene Meinung habe ich nicht/],
    ['uk', 'що ти думаєш про Брандвік?', /^Власної думки я не маю/],
    ['ru', 'что ты думаешь о Брандвик?', /^Своего мнения у меня нет/],
  ])('%s %s', async (language, words, expected) => {
    expect(await answered([words], language)).toMatch(expected);
  });
  test('what was said about it is one tap away', async () => {
    const page = await pageOf(['should the ferry have new maps?']);
    expect(page.buttons.flat().map(({ action }) => action)).toContainEqual({
      kind: 'ask',
      question: { kind: 'quotes', about: 'ferry maps' },
    });
  });
});

test('a pronoun is no part of a name', async () => {
  expect(await answered(['what did you say about the ferry'])).not.toMatch(/Darvel on/);
  expect(await answered(['who is you'])).not.toMatch(/^Yiyou Darvel\n/);
});
