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
