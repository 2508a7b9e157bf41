import type { Reading } from '../../src/reading/model/reading.ts';
import { randomFrom } from '../bench/invented.ts';
import { readingOf } from '../library/reading-of.ts';

const syllables = 'ba ko ri tan mel vor shi du pel gra nov las ter win osk jar fen ulm cho rud'.split(' ');

/** The topics that articles are about, in turn. */
export const topics = ['harbours', 'orchards'];
export const topicOf = (number: number) => topics[number % topics.length]!;

/**
 * A made-up article which shares no words with any other, so that it is a story of its own, and which takes
 * a digest's part for itself. Its title begins with `Item <number>`.
 */
export function article(number: number): Reading {
  const random = randomFrom(number * 7919 + 13);
  const word = () =>
    Array.from({ length: 4 }, () => syllables[Math.floor(random() * syllables.length)]!).join('');
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const name = `${capital(word())} ${capital(word())}`;
  const quotes = [words(36), words(36)];
  const [first, second] = quotes.map(quote => `“${quote},” said ${name}.`);
  const lines = [capital(`${words(28)}.`), capital(`${words(28)}.`)];
  const reading = readingOf({
    id: `item-${number}`,
    title: `Item ${number} ${words(4)}`,
    published: '2030-01-07',
    text: [...lines, first, second].join('\n\n'),
    people: [{ name }],
    quotes: quotes.map(quote => ({ text: `${quote},`, by: name })),
    topics: [topicOf(number)],
    source: 'The Invented Wire',
  });
  return { ...reading, summary: lines.map(line => spanOf(reading.text, line)) };
}

/** The articles whose stories stand in a digest's message, by number; none for any other message. */
export function itemsIn(text: string): number[] {
  return [...text.matchAll(/^(?:\[\d+\] |\d+\. )?Item (\d+) /gm)].map(match => Number(match[1]));
}

function spanOf(text: string, words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
}

function capital(words: string): string {
  return words[0]!.toUpperCase() + words.slice(1);
}
