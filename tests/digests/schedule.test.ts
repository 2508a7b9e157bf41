import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { nextStrike } from '../../src/digests/schedule.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** The strikes from a local moment on, as local times with their offset. */
function strikes(zone: string, time: string, from: string, count: number, weekdays = everyDay): string[] {
  let after = DateTime.fromISO(from, { zone }).toMillis();
  return Array.from({ length: count }, () => {
    after = nextStrike({ weekdays, times: [time], zone }, after);
    return DateTime.fromMillis(after, { zone }).toFormat('yyyy-MM-dd HH:mm ZZ');
  });
}

describe('once on each local day that exists, at its local time', () => {
  test.each([
    ['Europe/Kyiv', '08:00', '2027-03-27T12:00', ['2027-03-28 08:00 +03:00', '2027-03-29 08:00 +03:00']],
    ['Asia/Kathmandu', '08:00', '2026-04-22T12:00', ['2026-04-23 08:00 +05:45', '2026-04-24 08:00 +05:45']],
    ['UTC+2', '08:00', '2026-04-22T08:00', ['2026-04-23 08:00 +02:00']],
  ])('%s %s', (zone, time, from, wanted) => {
    expect(strikes(zone, time, from, wanted.length)).toEqual(wanted);
  });
});

describe('a time that the clocks skip comes at the change', () => {
  test.each([
    ['Europe/Berlin', '02:30', '2027-03-27T12:00', ['2027-03-28 03:00 +02:00', '2027-03-29 02:30 +02:00']],
    [
      'Australia/Lord_Howe',
      '02:15',
      '2026-10-03T12:00',
      ['2026-10-04 02:30 +11:00', '2026-10-05 02:15 +11:00'],
    ],
    [
      'America/Sao_Paulo',
      '00:00',
      '2018-11-03T12:00',
      ['2018-11-04 01:00 -02:00', '2018-11-05 00:00 -02:00'],
    ],
    ['Africa/Cairo', '00:00', '2026-04-23T12:00', ['2026-04-24 01:00 +03:00', '2026-04-25 00:00 +03:00']],
  ])('%s %s', (zone, time, from, wanted) => {
    expect(strikes(zone, time, from, wanted.length)).toEqual(wanted);
  });
});

describe('a time that the clocks show twice comes once, at the first', () => {
  test.each([
    ['Europe/Berlin', '02:30', '2027-10-30T12:00', ['2027-10-31 02:30 +02:00', '2027-11-01 02:30 +01:00']],
    ['America/New_York', '01:30', '2026-10-31T12:00', ['2026-11-01 01:30 -04:00', '2026-11-02 01:30 -05:00']],
  ])('%s %s', (zone, time, from, wanted) => {
    expect(strikes(zone, time, from, wanted.length)).toEqual(wanted);
  });
});

test.each(['00:00', '08:00', '23:59'])('a day that never was has none (%s)', time => {
  expect(strikes('Pacific/Apia', time, '2011-12-28T23:59:30', 3).map(text => text.slice(0, 10))).toEqual([
    '2011-12-29',
    '2011-12-31',
    '2012-01-01',
  ]);
});

test('only the chosen weekdays, over the end of a week and of a year', () => {
  expect(strikes('UTC', '07:30', '2026-12-31T08:00', 3, [1, 4])).toEqual([
    '2027-01-04 07:30 +00:00',
    '2027-01-07 07:30 +00:00',
    '2027-01-11 07:30 +00:00',
  ]);
});

test('a zone that is none, or no weekday, is refused', () => {
  expect(() => nextStrike({ weekdays: everyDay, times: ['08:00'], zone: 'Nowhere/Land' }, 0)).toThrow(
    RangeError,
  );
  expect(() => nextStrike({ weekdays: [], times: ['08:00'], zone: 'UTC' }, 0)).toThrow(RangeError);
});
