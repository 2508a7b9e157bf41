import { expect, test } from 'vitest';
import { findZones, zoneAt } from '../../src/digests/zones.ts';

test.each([
  ['Kyiv', 'Europe/Kyiv'],
  ['  new   york ', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['Germany', 'Europe/Berlin'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['+2', 'UTC+2'],
  ['UTC-3:30', 'UTC-3:30'],
  ['gmt', 'UTC'],
  ['0', 'UTC'],
  ['Польща', 'Europe/Warsaw'],
  ['Нью-Йорк', 'America/New_York'],
  ['Україна', 'Europe/Kiev'],
])('%s is surely %s', (words, zone) => {
  expect(findZones(words)).toMatchObject({ sure: true, choices: [{ zone }] });
});

test.each([
  ['Birmingham', ['Europe/London', 'America/Chicago']],
  ['Київ', ['Europe/Kyiv']],
  ['Berlim', ['Europe/Berlin']],
])('%s is asked back: %j', (words, zones) => {
  const { sure, choices } = findZones(words);
  expect(sure).toBe(false);
  expect(choices.map(({ zone }) => zone)).toEqual(expect.arrayContaining(zones));
});

test.each(['Zzyzxville', '+99', '', '🤷'])('%j is nowhere', words => {
  expect(findZones(words)).toEqual({ sure: false, choices: [] });
});

test('a place is known by its name in the language of whoever writes', () => {
  expect(findZones('Moskau', 'de')).toMatchObject({ sure: true, choices: [{ zone: 'Europe/Moscow' }] });
  expect(findZones('Nueva York', 'es').choices).toEqual([
    { zone: 'America/New_York', label: 'America/New_York' },
  ]);
});

test.each([
  [50.45, 30.52, 'Europe/Kyiv'],
  [27.7, 85.32, 'Asia/Kathmandu'],
  [-13.83, -171.77, 'Pacific/Apia'],
  [0, -140, 'Etc/GMT+9'],
])('%d° north, %d° east is in %s', (latitude, longitude, zone) => {
  expect(zoneAt({ latitude, longitude })).toBe(zone);
});
