import type { Reading } from '../../../src/reading/model/reading.ts';
import { randomFrom } from '../../bench/invented.ts';
import { readingOf } from '../../library/reading-of.ts';

const syllables = 'ba ko ri tan mel vor shi du pel gra nov las ter win osk jar fen ulm cho rud'.split(' ');
const sources = ['Morning Wire', 'Evening Wire', 'The Lantern', 'The Ledger', 'Coast Radio', 'Hill Gazette'];
const topics = ['harbours', 'orchards', 'railways', 'hospitals'];
const people = ['Ines Calloway', 'Tobias Lindqvist', 'Rosalind Oduya', 'Bruno Castellan', 'Ema Vasquez'];
/** Words that stand in some articles, and are wished for or left out. */
const words = ['strike', 'northern light', 'football'];

export type MonthArticle = { day: number; reading: Reading; story: number; facts: number[] };

/**
 * The news of thirty days: three events a day, each told by one to four articles within four days. An
 * article opens with its event's words and tells facts, each a sentence with its number in it (`F12f`): the
 * event's first, and mostly one that is new. All articles on an event name its town. By `seed`, always the same.
 */
export function monthOfNews(seed: number): MonthArticle[] {
  const random = randomFrom(seed);
  const pick = <Item>(list: Item[]) => list[Math.floor(random() * list.length)]!;
  const chance = (share: number) => random() < share;
  const word = () => Array.from({ length: 4 }, () => pick(syllables)).join('');
  const articles: MonthArticle[] = [];
  let [story, fact] = [0, 0];
  for (let day = 0; day < 30; day += 1) {
    for (let events = 0; events < 3; events += 1) {
      story += 1;
      const theme = Array.from({ length: 12 }, word);
      const topic = pick(topics);
      const town = capital(word());
      const told: { number: number; text: string }[] = [];
      const tellings = 1 + Math.floor(random() * 4);
      for (let telling = 0; telling < tellings; telling += 1) {
        const again = told.slice(0, 1);
        if (telling === 0 || chance(0.6)) {
          fact += 1;
          told.push({ number: fact, text: `F${fact}f ${Array.from({ length: 9 }, word).join(' ')}.` });
        }
        const facts = [...new Set([...again, ...told.slice(-1)])];
        const person = chance(0.5) ? [pick(people)] : [];
        const mentions = [...person, ...(chance(0.25) ? [pick(words)] : [])];
        const lead = `The ${theme.join(' ')} in ${[town, ...mentions].join(' ')}.`;
        const later = Math.min(29, day + telling);
        articles.push({
          day: later,
          story,
          facts: facts.map(({ number }) => number),
          reading: summarized(
            readingOf({
              id: `m${articles.length}`,
              title: `Event ${story} in ${town} ${theme.slice(0, 3).join(' ')}`,
              source: pick(sources),
              published: new Date(Date.UTC(2030, 0, 7 + later)).toISOString().slice(0, 10),
              topics: chance(0.9) ? [topic] : [],
              people: person.map(name => ({ name })),
              text: [lead, ...facts.map(({ text }) => text)].join('\n\n'),
            }),
          ),
        });
      }
    }
  }
  return articles.sort((a, b) => a.day - b.day);
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

/** Every sentence is of the summary: a digest in full tells all that is new. */
function summarized(reading: Reading): Reading {
  const summary = reading.sentences.map(({ start, end }) => ({
    start,
    end,
    text: reading.text.slice(start, end),
  }));
  return { ...reading, summary };
}
