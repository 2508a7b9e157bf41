import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './knowledge.ts';

const title = 'Crane falls into harbour';
const paragraphs = [
  'The harbour of Osterby was closed on Monday after a crane fell into the water, the town said in a statement. Nobody was hurt, but three ships had to wait outside the port until the evening.',
  '“We cannot say yet when the port will open again,” harbour master Ines Dahl told reporters on Tuesday. “The crane had been inspected in the spring, and nothing was found.”',
  'The town council will meet to discuss the repairs, which are expected to cost more than two million crowns. It has not been decided who will pay for them, a spokesman said.',
];
const items = ['• The quay is closed.', '• The ferry runs from the old port instead.'];

/** The text broken at the last space before `width` UTF-16 code units. */
function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map(line => line.replace(new RegExp(`(?=.{${width + 1}})(.{1,${width}}) `, 'g'), '$1\n'))
    .join('\n');
}

const whole = [title, ...paragraphs, ...items].join('\n\n');
const known = read({ text: whole }, knowledge);

describe('a text that was wrapped', () => {
  test.each([55, 64, 72, 78, 80])('at %i columns is read as if it were not', width => {
    const reading = read({ text: wrap(whole, width) }, knowledge);
    expect(reading.title).toBe(title);
    expect(reading.text).toBe(known.text);
    expect(reading.quotes.map(({ speaker }) => speaker?.name)).toEqual(
      known.quotes.map(({ speaker }) => speaker?.name),
    );
  });

  test('and indented, or with the line ends of Windows', () => {
    const indented = wrap(whole, 72).replaceAll('\n', '\n    ');
    expect(read({ text: indented }, knowledge).text).toBe(known.text);
    expect(read({ text: wrap(whole, 72).replaceAll('\n', '\r\n') }, knowledge).text).toBe(known.text);
  });

  test('has evidence in the text as it came', () => {
    const text = wrap(whole, 72);
    for (const { start, end, text: quote } of read({ text }, knowledge).quotes)
      expect(text.slice(start, end).replace(/\s+/g, ' ')).toBe(quote.replace(/\s+/g, ' '));
  });
});

describe('nothing is joined', () => {
  test.each<[string, string]>([
    ['where each paragraph is one long line', [title, ...paragraphs].join('\n')],
    ['in a menu above the article', `Home\nNews\nSport\nWeather\nOpinion\nVideo\nMore\n\n${whole}`],
    [
      'in a list under it',
      `${whole}\n\nAnna Berg\nBo Lund\nCarl Moe\nDora Ek\nEva Dahl\nFritz Ott\nGerd Aas`,
    ],
  ])('%s', (_, text) => {
    const { text: body } = read({ text }, knowledge);
    expect(body.split('\n\n')).toEqual(expect.arrayContaining([paragraphs[0], paragraphs[1]]));
  });
});
