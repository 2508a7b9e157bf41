import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './knowledge.ts';

const folder = join(import.meta.dirname, '../../seeds');
const seed = (number: string) => {
  const name = existsSync(folder)
    ? readdirSync(folder).find(file => file.startsWith(number) && file.endsWith('.txt'))
    : undefined;
  return name === undefined ? null : readFileSync(join(folder, name), 'utf8');
};

const days: Record<string, string> = {
  '000': '2022-09-22',
  '001': '2022-04-20',
  '002': '2022-02-23T09:31',
  '003': '2022-03-23',
  '004': '2022-01-19',
};

const expected: Record<
  string,
  { title: string; gone: string[]; dates: [string, string][]; events: string[] }
> = {
  '000': {
    title: 'Blinken calls on the UN to respond to the Kremlin’s actions in Ukraine',
    gone: ['Leave a Comment', 'Your email address', 'It is not allowed'],
    dates: [],
    events: [],
  },
  '001': {
    title: 'UN Secretary General Guterres calls for meetings in Moscow and Kyiv to end the war',
    gone: ['Source link', 'Comments are closed'],
    dates: [
      ['April 11', '2022-04-11'],
      ['Sunday', '2022-04-17'],
    ],
    events: ['2022-04-11'],
  },
  '002': {
    title: "Blinken calls off meeting with Russia's Lavrov",
    gone: ['Image source', 'Read also', 'Follow us', '09:31', 'calls off'],
    dates: [
      ['February 22', '2022-02-22'],
      ['February 21', '2022-02-21'],
    ],
    events: ['2022-02-22', '2022-02-21'],
  },
  '003': {
    title: 'State Department accuses Russians of war crimes in Ukraine | War in Ukraine',
    gone: [
      'Photo:',
      'Home LATEST',
      'Previous article',
      'Next article',
      'in uniform',
      'khaki',
      'Russian flag',
      'press conference',
    ],
    dates: [
      ['March 18', '2022-03-18'],
      ['early March', '2022-03'],
      ['Thursday', '2022-03-24'],
      ['November', '2022-11'],
      ['2014', '2014'],
    ],
    events: ['2022-03-18', '2022-03', '2022-03-24', '2022-11'],
  },
  '004': {
    title: 'Blinkin in Kiev calls for unity against Russia',
    gone: ['DealMakerz', 'Complete British', 'See also', 'Finland'],
    dates: [
      ['Wednesday', '2022-01-19'],
      ['Thursday', '2022-01-20'],
      ['Friday', '2022-01-21'],
    ],
    events: ['2022-01-19', '2022-01-20', '2022-01-21'],
  },
};

describe.each(Object.entries(expected))('seed %s', (number, { title, gone, dates, events }) => {
  const text = seed(number);
  const reading = text === null ? null : read({ text, publishedAt: days[number]! }, knowledge);

  test('has its title and none of its page', () => {
    expect(reading?.title).toBe(title);
    for (const words of gone) expect(reading?.text).not.toContain(words);
  });

  test('has its days', () => {
    for (const [words, value] of dates)
      expect(reading?.dates.filter(date => date.text === words).map(date => date.value)).toContain(value);
    for (const day of events) expect(reading?.events.map(event => event.date)).toContain(day);
  });

  test('has no day that hangs on a publication that is unknown', () => {
    const undated = read({ text: text ?? '' }, knowledge);
    expect(undated.published).toEqual({ date: null, basis: 'unknown' });
    for (const date of undated.dates) if (date.basis !== 'explicit') expect(date.value).toBeNull();
  });

  test('moves with its day of publication', () => {
    const moved = read({ text: text ?? '', publishedAt: `2023${days[number]!.slice(4, 10)}` }, knowledge);
    const fixed = (of: typeof moved) =>
      of.dates.filter(date => date.basis === 'year-inferred').map(date => date.value);
    expect(fixed(moved)).toEqual(fixed(reading!).map(value => value!.replace('2022', '2023')));
  });
});

test('the notice of rights of a seed is kept', () => {
  expect(read({ text: seed('000') ?? '' }, knowledge).rights?.text).toMatch(
    /^It is not allowed to publish, quote/,
  );
});
