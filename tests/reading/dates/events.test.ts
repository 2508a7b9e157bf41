import { expect, test } from 'vitest';
import { read } from '../../../src/reading/read.ts';
import { knowledge } from '../knowledge.ts';

/** What is told of each event: its day or days, `≈` where that is approximate, and whether it is planned. */
function told(text: string): string[] {
  const { events } = read({ text, publishedAt: '2021-06-16' }, knowledge);
  return events.map(({ date, until, approximate, planned }) =>
    [approximate ? '≈ ' : '', date, until ? `/${until}` : '', planned ? ' planned' : ''].join(''),
  );
}

test.each([
  ['The council met on Monday to discuss the bridge.', ['2021-06-14']],
  ['The council will meet on Friday to discuss the bridge.', ['2021-06-18 planned']],
  ['The council is to meet in November to discuss the bridge.', ['2021-11 planned']],
  ['The mayor speaks today, and nobody knows of what.', ['2021-06-16']],
  ['The mayor will speak today, and nobody knows of what.', ['2021-06-16 planned']],
  ['The bridge was to be opened on June 2, but it was not.', []],
  ['The bridge was built in late 2019 by the town.', ['≈ 2019']],
  ['The fair lasted from May 3 to 5 that time.', ['2021-05-03/2021-05-05']],
  ['The town grew in the second quarter of 2019.', ['2019-04/2019-06']],
  ['The bridge was built in the 1990s by the town.', ['1990/1999']],
  ['The bridge was closed on Monday and opened on Tuesday.', ['2021-06-14', '2021-06-15']],
])('%s', (text, expected) => {
  expect(told(text)).toEqual(expected);
});

test.each([
  'Since May 3 the town has talked of nothing else.',
  'It was the worst storm since the flood on May 3, they said.',
  'Many people left after the town’s May 3 decision.',
  '“I am glad that yesterday is over,” the mayor said in the town hall.',
])('nothing is said to have happened on a day told in passing: %s', text => {
  expect(told(text)).toEqual([]);
});

test('a day that only says which thing is meant comes after one on which something happened', () => {
  expect(told('The mayor spoke of Saturday’s storm on Monday.')).toEqual(['2021-06-14']);
  expect(told('Saturday’s storm tore the roof off the mill.')).toEqual(['2021-06-12']);
  expect(told('Two mills lost their roofs in Saturday’s storm.')).toEqual(['2021-06-12']);
  expect(told('The mayor thanked all who had helped with Saturday’s storm.')).toEqual([]);
  expect(told('The mayor’s 2016 plan for the bridge is forgotten.')).toEqual([]);
});
