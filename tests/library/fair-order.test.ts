import { expect, test } from 'vitest';
import type { NewsFilter } from '../../src/library/model/types.ts';
import { fairOrder, withoutFlood } from '../../src/library/news/fair-order.ts';
import type { Match } from '../../src/library/news/news-matching.ts';

const filter: NewsFilter = {
  topics: ['vote'],
  people: ['7'],
  words: ['a swap'],
  without: [],
  withoutSources: [],
};
const none: Match = { topics: [], people: [], words: [] };
const meeting: Match[] = [
  { ...none, people: ['7'] },
  { ...none, people: ['7'] },
  { ...none, people: ['7'], topics: [{ id: 'vote', score: 0.4 }] },
  { ...none, words: ['a swap'] },
  { ...none, topics: [{ id: 'vote', score: 1 }] },
];
const stories = meeting.map((_, story) => ({
  story,
  arrivals: [{ key: story, story, source: null, day: '2031-01-01', original: story }],
  sources: 1,
  score: 9 - story,
}));
const matches = new Map(meeting.map((match, key) => [key, match]));

test('every interest comes once before any comes twice, and nothing is lost', () => {
  expect(fairOrder(stories, matches, filter).map(({ story }) => story)).toEqual([0, 2, 3, 1, 4]);
});

test('a single interest, or none, keeps the order of importance', () => {
  for (const one of [
    { ...filter, topics: [], words: [] },
    { ...filter, topics: [], people: [], words: [] },
  ])
    expect(fairOrder(stories, matches, one)).toEqual(stories);
});

test('of many stories alike three come before the others, unless several outlets report one', () => {
  const titles = [
    ...['Aster', 'Birk', 'Corin', 'Dale', 'Elm'].map(village => `Locusts reach fields of ${village}`),
    'Ferry aground off Marlow',
    'Locusts reach fields of Farn',
    'Choir wins prize in Treven',
  ];
  const alike = titles.map((_, story) => ({ ...stories[0]!, story, sources: story === 4 ? 2 : 1 }));
  const order = withoutFlood(alike, ({ story }) => titles[story]!).map(({ story }) => story);
  expect(order).toEqual([0, 1, 2, 4, 5, 7, 3, 6]);
});
