import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { knowledge } from './passages.ts';

/** Texts with a kind of event that is easily misread, and the days of the events each must have. */
type Kind = { kind: string; published: string; events: Record<string, string[]> };

const kinds: Kind[] = JSON.parse(readFileSync(join(import.meta.dirname, 'events.json'), 'utf8'));

describe.each(kinds)('events: $kind', ({ published, events }) => {
  test.each(Object.entries(events))('%s', (text, expected) => {
    const found = read({ text, publishedAt: published }, knowledge).events;
    expect(found.map(({ date, planned }) => (planned ? `${date} planned` : date))).toEqual(expected);
  });
});

describe('the article’s own news', () => {
  const news = 'The council of Tarn voted on Friday to close the old bridge.';
  const background = 'The bridge was built in 1877. Eleven people drowned when it fell on March 3, 2019.';
  const plan = 'It will be opened again on May 9.';
  const mainOf = (text: string, title = 'Council votes to close the bridge') =>
    read({ text, title, publishedAt: '2022-04-23' }, knowledge)
      .events.filter(({ main }) => main)
      .map(({ date }) => date);

  test.each<[string, string, string[]]>([
    ['is what happened right before', `${news} ${background} ${plan}`, ['2022-04-22']],
    ['also at the end of the text', `${background} ${background} ${plan} ${news}`, ['2022-04-22']],
    ['is a week old at most in the lead', `The bridge was closed on April 17. ${background}`, ['2022-04-17']],
    [
      'or where it takes up the title',
      `${background} ${background} ${background} The council had closed the bridge on April 18.`,
      ['2022-04-18'],
    ],
    ['is no background', background, []],
    ['is no plan', `The mayor spoke of the bridge. ${plan}`, []],
  ])('%s', (_, text, expected) => {
    expect(mainOf(text)).toEqual(expected);
  });
});

describe('the people of each day of a sentence', () => {
  /** The people of the events of a sentence, by day. */
  const peopleOf = (text: string) => {
    const { events, people } = read({ text, publishedAt: '2024-07-31' }, knowledge);
    const nameOf = (id: string) =>
      people
        .find(person => person.id === id)!
        .name.split(' ')
        .at(-1);
    return Object.fromEntries(events.map(event => [event.date.slice(5), event.people.map(nameOf).sort()]));
  };

  test.each<[string, Record<string, string[]>]>([
    [
      'Karin Ilves met Jonas Moen in Tarn on July 5 and Petra Vasko on July 8.',
      { '07-05': ['Ilves', 'Moen'], '07-08': ['Ilves', 'Vasko'] },
    ],
    [
      'On July 5 Karin Ilves met Jonas Moen, and on July 8 Petra Vasko.',
      { '07-05': ['Ilves', 'Moen'], '07-08': ['Ilves', 'Vasko'] },
    ],
    [
      'Jonas Moen said on July 8 that Petra Vasko had resigned on July 5.',
      { '07-08': ['Moen'], '07-05': ['Vasko'] },
    ],
    [
      'Jonas Moen said on July 8 that talks had begun on July 5 with Petra Vasko.',
      { '07-08': ['Moen'], '07-05': ['Vasko'] },
    ],
    [
      'Karin Ilves is meeting Jonas Moen on July 5 while Petra Vasko met the miners on July 8.',
      { '07-05': ['Ilves', 'Moen'], '07-08': ['Vasko'] },
    ],
    [
      'Karin Ilves died on July 8 after she had met Jonas Moen on July 5.',
      { '07-08': ['Ilves'], '07-05': ['Ilves', 'Moen'] },
    ],
    [
      'The army shot the commanders Jonas Moen on July 5 and Petra Vasko on July 8.',
      { '07-05': ['Moen'], '07-08': ['Vasko'] },
    ],
    [
      'Karin Ilves attacked Petra Vasko at rallies on July 5 and July 8.',
      { '07-05': ['Ilves', 'Vasko'], '07-08': ['Ilves', 'Vasko'] },
    ],
    [
      'Karin Ilves freed Jonas Moen on July 8, who was seized on July 5 by Petra Vasko.',
      { '07-08': ['Ilves', 'Moen', 'Vasko'], '07-05': ['Ilves', 'Moen', 'Vasko'] },
    ],
  ])('%s', (text, expected) => {
    expect(peopleOf(text)).toEqual(expected);
  });
});
