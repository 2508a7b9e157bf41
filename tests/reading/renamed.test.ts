import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/reading/model/reading.ts';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './knowledge.ts';

const root = join(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'seeds')).filter(name => name.endsWith('.txt'));

/** Everybody in the articles under another name, spelt in as many ways as before; initials stay. */
const surnames: [RegExp, string][] = [
  [/Blinken/g, 'Halvard'],
  [/Blinkin/g, 'Halverd'],
  [/Lavrov/g, 'Denikov'],
  [/Putin/g, 'Morozin'],
  [/Kuleba/g, 'Sadoway'],
  [/Zelensky/g, 'Horbenko'],
  [/Biden/g, 'Carrow'],
  [/Guterres/g, 'Medronho'],
  [/Dujarric/g, 'Marchal'],
  [/Nehammer/g, 'Gruberl'],
  [/Colonna/g, 'Bertoni'],
  [/Pushilin/g, 'Gromadin'],
  [/Pasechnik/g, 'Tkachuk'],
  [/Antonov/g, 'Belyakov'],
  [/Kaminski/g, 'Wolanski'],
  [/Stoltenberg/g, 'Fredriksen'],
  [/Peskov/g, 'Yermilov'],
  [/Trudeau/g, 'Lachance'],
  [/Sullivan/g, 'Donnelly'],
  [/Wenbin/g, 'Haoran'],
  [/Maurer/g, 'Zollinger'],
  [/Borrell/g, 'Casanova'],
  [/Ryabkov/g, 'Lebedev'],
];
const givenNames: [RegExp, string][] = [
  [/\bAntony\b/g, 'Arthur'],
  [/\bSergei\b/g, 'Stepan'],
  [/\bSergey\b/g, 'Stepan'],
  [/\bVladimir\b/g, 'Valery'],
  [/\bVolodymyr\b/g, 'Vasyl'],
  [/\bDmytro\b/g, 'Danylo'],
  [/\bDmitry\b/g, 'Daniil'],
  [/\bJoe\b/g, 'Jack'],
  [/\bAnt[oó]nio\b/g, 'Afonso'],
  [/Stéphane\b/g, 'Sylvain'],
  [/\bKarl\b/g, 'Kurt'],
  [/\bCatherine\b/g, 'Claire'],
  [/\bDenis\b/g, 'Dorian'],
  [/\bLeonid\b/g, 'Lavrenti'],
  [/\bAnatoly\b/g, 'Arkady'],
  [/\bMariusz\b/g, 'Marek'],
  [/\bJens\b/g, 'Johan'],
  [/\bJustin\b/g, 'Julien'],
  [/\bJake\b/g, 'Josh'],
  [/\bWang\b/g, 'Zhao'],
  [/\bPeter\b/g, 'Paul'],
  [/\bJosep\b/g, 'Javier'],
];

function renamed(text: string): string {
  return [...surnames, ...givenNames].reduce((changed, [from, to]) => changed.replace(from, to), text);
}

/** What a reader would be told, without offsets. */
function toldBy(reading: Reading, change: (text: string) => string) {
  return {
    people: reading.people.map(person => ({
      name: change(person.name),
      variants: [...new Set(person.variants.map(change))]
        .filter(variant => variant !== change(person.name))
        .sort(),
      roles: person.roles.map(role => change(role.text)),
      mentions: person.mentions.length,
    })),
    quotes: reading.quotes.map(quote => ({
      text: change(quote.text),
      kind: quote.kind,
      name: quote.speaker?.name ? change(quote.speaker.name) : null,
      words: quote.speaker ? change(quote.speaker.text) : null,
      cue: quote.cue?.text ?? null,
      rule: quote.rule,
    })),
  };
}

describe('an article with everybody renamed gives the same reading, renamed:', () => {
  it.each(files)('%s', file => {
    const text = readFileSync(join(root, 'seeds', file), 'utf8');
    const before = read({ id: file, text, publishedAt: '2022-04-20' }, knowledge);
    const after = read({ id: file, text: renamed(text), publishedAt: '2022-04-20' }, knowledge);
    expect(before.people.length).toBeGreaterThan(3);
    expect(toldBy(after, same => same)).toEqual(toldBy(before, renamed));
  });
});
