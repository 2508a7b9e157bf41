import { describe, expect, test } from 'vitest';
import { conversationsOn, libraryOfNews } from '../news-library.ts';

/** Two who are quoted, one as “he”, the other as “she”. */
const news: [day: string, title: string, text: string][] = [
  [
    '2031-08-12',
    'Minister meets miner',
    'Minister Oda Kessling met miner Rolf Tambach in Grauwen on Tuesday. “The pit stays open,” Kessling said. “I gave my word,” she said. Tambach was not convinced. “We have heard that before,” he said. “Words pay no wages,” Tambach said of Kessling.',
  ],
];

const { answered } = conversationsOn(libraryOfNews('Grauwen Bote', news), '2031-08-13');

describe('a pronoun after a question that names two', () => {
  test.each<[string[], RegExp]>([
    [['did Kessling meet Tambach?', 'and what did she say?'], /^Oda Kessling · 2 quotes\n/],
    [['did Kessling meet Tambach?', 'and what did he say?'], /^(?:Rolf )?Tambach · 2 quotes\n/],
    [['did tambach meet kessling?', 'what did she say'], /^Oda Kessling · 2 quotes\n/],
    [['what did Tambach say about Kessling', 'what did she say'], /^Oda Kessling · 2 quotes\n/],
    [['what did Tambach say about Kessling', 'what else did he say'], /^(?:Rolf )?Tambach · 2 quotes\n/],
    [['who is Tambach', 'what did he say'], /^(?:Rolf )?Tambach · 2 quotes\n/],
    [['who is Tambach', 'his quotes'], /^(?:Rolf )?Tambach · 2 quotes\n/],
    [['what did Tambach say about Kessling', 'show me her latest statements'], /^Oda Kessling · 2 quotes\n/],
  ])('%j', async (messages, expected) => {
    expect(await answered(messages)).toMatch(expected);
  });
});

describe('a pronoun that stands for no one', () => {
  test.each([
    [['what did she say about the pit?']],
    [['why did he resign']],
    [['her quotes']],
    [['what is her name?']],
    [['/latest', 'what did he say']],
    [['who is Kessling', 'what did he say']],
    [['when was Oda Kessling born', 'what did he say about the pit']],
  ])('%j', async messages => {
    expect(await answered(messages)).toBe('I’m not sure whom you mean. Please ask again with the name.');
  });

  test('is left alone after a name', async () => {
    expect(await answered(['when did Kessling say she gave her word'])).not.toMatch(/whom you mean/);
    expect(await answered(['did the minister keep her word'])).not.toMatch(/whom you mean/);
  });
});
