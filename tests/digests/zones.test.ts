import { expect, test } from 'vitest';
import { findZones, zoneAt } from '../../src/digests/zones.ts';
import { languages } from '../languages.ts';

const { vocabulary } = languages;

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
  ['Україна', 'Europe/Kyiv'],
  ['Київ', 'Europe/Kyiv'],
  ['київський час', 'Europe/Kyiv'],
  ['Німеччина', 'Europe/Berlin'],
  ['Großbritannien', 'Europe/London'],
  ['UK', 'Europe/London'],
  ['EST', 'America/New_York'],
  ['pst', 'America/Los_Angeles'],
  ['MSK', 'Europe/Moscow'],
  ['CET', 'Europe/Berlin'],
  ['MEZ', 'Europe/Berlin'],
  ['+9.5', 'UTC+9:30'],
  ['UTC+5:30', 'UTC+5:30'],
  ['-3,5', 'UTC-3:30'],
  ['I live in Lviv.', 'Europe/Kyiv'],
  ['Berlin time', 'Europe/Berlin'],
  ['Berliner Zeit', 'Europe/Berlin'],
  ['по київському часу', 'Europe/Kyiv'],
  ['по киевскому времени', 'Europe/Kyiv'],
  ['Munchen', 'Europe/Berlin'],
  ['Roma', 'Europe/Rome'],
  ['Frankfurt am Main', 'Europe/Berlin'],
  ['Frankfurt (Oder)', 'Europe/Berlin'],
  ['Кривий Ріг', 'Europe/Kyiv'],
  ['Bruxelles', 'Europe/Brussels'],
  ['Londres', 'Europe/London'],
  ['same time as in Vienna', 'Europe/Vienna'],
  ['NYC', 'America/New_York'],
  ['London, Ontario', 'America/Toronto'],
  ['Portland, Oregon', 'America/Los_Angeles'],
  ['Los Angeles, CA', 'America/Los_Angeles'],
  ['London UK', 'Europe/London'],
  ['Київ, Україна', 'Europe/Kyiv'],
  ['europe/kyiv', 'Europe/Kyiv'],
  ['my time zone is Oslo', 'Europe/Oslo'],
  ['Same as in Riga', 'Europe/Riga'],
  ['it’s Tbilisi time', 'Asia/Tbilisi'],
  ['у Норвегії', 'Europe/Oslo'],
  ['за часом Австрії', 'Europe/Vienna'],
  ['живу у Чехії', 'Europe/Prague'],
  ['по времени Австрии', 'Europe/Vienna'],
  ['wie in Wien', 'Europe/Vienna'],
])('%s is surely %s', (words, zone) => {
  expect(findZones(words, vocabulary)).toMatchObject({ sure: true, choices: [{ zone }] });
});

test.each([
  ['Birmingham', ['Europe/London', 'America/Chicago']],
  ['IST', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
  ['США', ['America/New_York', 'America/Los_Angeles']],
  ['Berlim', ['Europe/Berlin']],
  ['Berlni', ['Europe/Berlin']],
  ['Варшва', ['Europe/Warsaw']],
  ['Ontario', ['America/Toronto', 'America/Boise']],
  ['Paris, Texas', ['America/Chicago']],
  ['Toledo', ['America/New_York', 'Europe/Madrid']],
])('%s is asked back: %j', (words, zones) => {
  const { sure, choices } = findZones(words, vocabulary);
  expect(sure).toBe(false);
  expect(choices.map(({ zone }) => zone)).toEqual(expect.arrayContaining(zones));
});

test.each(['Zzyzxville', '+99', '', '🤷', 'QX', 'at home', 'Zzyzxville, Nowhereland'])(
  '%j is nowhere',
  words => {
    expect(findZones(words, vocabulary)).toEqual({ sure: false, choices: [] });
  },
);

test('namesakes of one country are offered with their provinces, and of a country each clock once', () => {
  expect(findZones('Springfield', vocabulary).choices.map(({ label }) => label)).toEqual([
    'Springfield, Massachusetts, USA',
    'Springfield, Missouri, USA',
    'Springfield, Oregon, USA',
  ]);
  const american = findZones('USA', vocabulary).choices.map(({ zone }) => zone);
  expect(american).toEqual(expect.arrayContaining(['America/Denver', 'America/Phoenix']));
  expect(american).not.toContain('America/Detroit');
});

test('a place is known by its name in many languages', () => {
  expect(findZones('Moskau', vocabulary)).toMatchObject({ sure: true, choices: [{ zone: 'Europe/Moscow' }] });
  expect(findZones('Nueva York', vocabulary).choices).toEqual([
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

test('no names of zones are made while someone waits: the first place in Cyrillic is looked up', () => {
  const Native = Intl.DateTimeFormat;
  let made = 0;
  Intl.DateTimeFormat = new Proxy(Native, {
    construct: (target, args, self) => {
      made += 1;
      return Reflect.construct(target, args, self) as Intl.DateTimeFormat;
    },
  });
  try {
    expect(findZones('Мадагаскар', vocabulary).choices).toMatchObject([{ zone: 'Indian/Antananarivo' }]);
    expect(findZones('Ниде-місто', vocabulary).choices).toEqual([]);
  } finally {
    Intl.DateTimeFormat = Native;
  }
  // One to check the zone that is found; there are more than four hundred of them.
  expect(made).toBeLessThan(10);
});
