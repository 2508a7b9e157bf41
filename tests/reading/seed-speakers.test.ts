import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/reading/model/reading.ts';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './knowledge.ts';

const root = join(import.meta.dirname, '../..');
const readings = new Map<string, Reading>();
for (const file of readdirSync(join(root, 'seeds')).filter(name => name.endsWith('.txt'))) {
  const text = readFileSync(join(root, 'seeds', file), 'utf8');
  readings.set(file.slice(0, 3), read({ id: file, text }, knowledge));
}

/** How a quote of a seed begins, and who is told to have spoken it. */
const speakers: [seed: string, begins: string, name: string | null, words: string][] = [
  ['000', 'The international order', 'A. Blinken', 'he'],
  ['000', 'We cannot and will not', 'A. Blinken', 'he'],
  ['000', 'adding kerosene', 'A. Blinken', 'A. Blinken'],
  ['000', 'no state can redraw', null, 'The head of the US diplomacy'],
  ['000', 'If we fail to defend', null, 'he'],
  ['000', 'Today they are trying', 'Sergey Lavrov', 'Lavrov'],
  ['000', 'Russophobia', 'Sergey Lavrov', 'him'],
  ['000', 'At the behest', 'Sergey Lavrov', 'Lavrov'],
  ['000', 'There is no peace', 'Catherine Colonna', 'Catherine Colonna'],
  ['000', 'catalogue of atrocities', 'Antonio Guterres', 'Antonio Guterres'],
  ['001', 'urgent steps', 'António Guterres', 'António Guterres'],
  ['001', 'The Secretary-General said', 'Stéphane Dujarric', 'Stéphane Dujarric'],
  ['001', 'He noted that Ukraine', 'Stéphane Dujarric', 'Stéphane Dujarric'],
  ['001', 'believes he is winning', 'Karl Nehammer', 'He'],
  ['001', '[Putin] believes that war', 'Karl Nehammer', 'Nehammer'],
  ['001', 'So he’s in his world now', 'Karl Nehammer', 'Nehammer'],
  ['002', 'Last week, I agreed', 'Antony Blinken', 'the official'],
  ['002', 'We are implementing', 'Antony Blinken', 'Blinken'],
  ['002', 'We will not allow Russia', 'Antony Blinken', 'the head of the State Department'],
  ['002', 'Recognizing the so-called', 'Dmytro Kuleba', 'Kuleba'],
  ['002', 'The world must respond', 'Dmytro Kuleba', 'he'],
  ['003', 'Today, I can report', 'Antony Blinken', 'Antony Blinken'],
  ['003', 'We have seen numerous', 'Antony Blinken', 'he'],
  ['003', 'The US side has been given', null, 'Press release from Russian diplomacy'],
  ['003', 'We dismantle the network', 'Mariusz Kaminski', 'he'],
  ['003', 'The espionage charges', null, 'the Russian ambassador'],
  ['003', 'We are determined', 'Jens Stoltenberg', 'the Secretary General'],
  ['003', 'But NATO is not a party', 'Jens Stoltenberg', 'Jens Stoltenberg'],
  ['003', 'We have an internal security', 'Dmitry Peskov', 'he'],
  ['003', 'Russia is an important', 'Wang Wenbin', 'Wang Wenbin'],
  ['003', 'Negotiations are difficult', 'Sergei Lavrov', 'Sergei Lavrov'],
  ['003', 'All this is not about', 'Sergei Lavrov', 'Sergei Lavrov'],
  ['004', 'Our strength depends', 'Blinken', 'Blinken'],
  ['004', 'I think that Moscow', 'Blinken', 'Blinken'],
  ['004', 'could double in a short', null, 'the US Secretary of State'],
];

describe('the seeds', () => {
  it.each(speakers)('%s: “%s…” is spoken by %s', (seed, begins, name, words) => {
    const quotes = readings.get(seed)!.quotes.filter(quote => quote.text.startsWith(begins));
    expect(quotes.map(({ speaker }) => [speaker?.name ?? null, speaker?.text])).toEqual([[name, words]]);
  });

  it('hold no other quotes than these', () => {
    const counts = new Map([...readings].map(([seed, reading]) => [seed, reading.quotes.length]));
    for (const [seed] of speakers) counts.set(seed, counts.get(seed)! - 1);
    expect(Object.fromEntries(counts)).toEqual({ '000': 0, '001': 0, '002': 0, '003': 0, '004': 0 });
  });

  it('name each person once', () => {
    const named = (seed: string) => readings.get(seed)!.people.map(person => person.name);
    expect(named('000')).toEqual([
      'A. Blinken',
      'V. Putin',
      'Sergey Lavrov',
      'Catherine Colonna',
      'Antonio Guterres',
    ]);
    expect(named('001')).toEqual([
      'António Guterres',
      'Vladimir Putin',
      'Stéphane Dujarric',
      'Karl Nehammer',
    ]);
    expect(named('004')).toEqual([
      'Blinken',
      'Volodymyr Zelensky',
      'Josep Borrell',
      'Jens Stoltenberg',
      'Sergei Lavrov',
      'Sergei Ryabkov',
    ]);
  });

  it('give offices word for word', () => {
    const roles = (seed: string, name: string) =>
      readings
        .get(seed)!
        .people.find(person => person.name === name)!
        .roles.map(role => role.text);
    expect(roles('000', 'Sergey Lavrov')).toEqual(['Minister of Foreign Affairs of Russia']);
    expect(roles('000', 'Catherine Colonna')).toEqual(['French Foreign Minister']);
    expect(roles('001', 'Stéphane Dujarric')).toEqual(['spokesman for the secretary general']);
    expect(roles('002', 'Volodymyr Zelensky')).toEqual(['President of Ukraine']);
    expect(roles('003', 'Peter Maurer')).toEqual(['head of the International Committee of the Red Cross']);
  });
});
