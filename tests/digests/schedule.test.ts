import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { afterQuiet, nextDay, nextRun, startOfDay } from '../../src/digests/schedule.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** The strikes from a local moment on, as local times with their offset. */
function strikes(zone: string, time: string, from: string, count: number, weekdays = everyDay): string[] {
  let after = DateTime.fromISO(from, { zone }).toMillis();
  return Array.from({ length: count }, () => {
    after = nextRun({ weekdays, times: [time], zone }, after);
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

test.each([
  ['Australia/Lord_Howe', '2027-04-04', '2027-10-03'],
  ['Africa/Casablanca', '2027-02-07', '2027-03-14'],
  ['America/Santiago', '2027-04-04', '2027-09-05'],
  ['Europe/Kyiv', '2027-03-28', '2027-10-31'],
  ['America/St_Johns', '2027-03-14', '2028-02-29'],
])(
  'a daily digest comes once on each day around the changes of %s, as a clock on the wall has it',
  (zone, ...changes) => {
    const wall = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    for (const change of changes) {
      const [from, to] = [-3, 3].map(days => Date.parse(change) + days * 86_400_000) as [number, number];
      const shown: { moment: number; day: string; time: string }[] = [];
      for (let moment = from; moment < to; moment += 15 * 60_000) {
        const [day, time] = wall.format(moment).split(', ') as [string, string];
        shown.push({ moment, day, time });
      }
      const days = [...Map.groupBy(shown, ({ day }) => day).values()].slice(1, -1);
      for (const time of ['00:00', '00:30', '01:45', '02:15', '08:00', '23:45']) {
        const wanted = days.map(day => day.find(each => each.time >= time)?.moment).filter(Boolean);
        let after = days[0]![0]!.moment - 1;
        const found = wanted.map(() => {
          after = nextRun({ weekdays: everyDay, times: [time], zone }, after);
          return after;
        });
        expect(found, time).toEqual(wanted);
      }
    }
  },
);

test('only the chosen weekdays, over the end of a week and of a year', () => {
  expect(strikes('UTC', '07:30', '2026-12-31T08:00', 3, [1, 4])).toEqual([
    '2027-01-04 07:30 +00:00',
    '2027-01-07 07:30 +00:00',
    '2027-01-11 07:30 +00:00',
  ]);
});

test('a zone that is none, or no weekday, is refused', () => {
  expect(() => nextRun({ weekdays: everyDay, times: ['08:00'], zone: 'Nowhere/Land' }, 0)).toThrow(
    RangeError,
  );
  expect(() => nextRun({ weekdays: [], times: ['08:00'], zone: 'UTC' }, 0)).toThrow(RangeError);
});

test('several times a day, in order, none forgotten where the clocks skip two of them', () => {
  const times = ['02:10', '02:40', '19:00'];
  const zone = 'Europe/Berlin';
  const got: string[] = [];
  let after = DateTime.fromISO('2027-03-27T12:00', { zone }).toMillis();
  for (let i = 0; i < 4; i += 1) {
    after = nextRun({ weekdays: everyDay, times, zone }, after);
    got.push(DateTime.fromMillis(after, { zone }).toFormat('dd HH:mm'));
  }
  expect(got).toEqual(['27 19:00', '28 03:00', '28 19:00', '29 02:10']);
});

describe('what falls due in quiet hours comes at their end, once', () => {
  const night = { from: '22:00', to: '07:00' };
  test.each([
    ['over midnight', night, ['23:00'], ['2026-07-01 07:00', '2026-07-02 07:00']],
    ['in the small hours', night, ['03:00'], ['2026-07-01 07:00', '2026-07-02 07:00']],
    ['two of one night', night, ['06:00', '23:00'], ['2026-07-01 07:00', '2026-07-02 07:00']],
    ['by day', { from: '12:00', to: '14:00' }, ['13:00', '14:00'], ['2026-07-01 14:00', '2026-07-02 14:00']],
    ['the end is no longer quiet', night, ['07:00', '22:00'], ['2026-07-01 07:00', '2026-07-02 07:00']],
  ])('%s', (_, quiet, times, wanted) => {
    let after = DateTime.fromISO('2026-07-01T06:30', { zone: 'Europe/Kyiv' }).toMillis();
    const got = wanted.map(() => {
      after = nextRun({ weekdays: everyDay, times, zone: 'Europe/Kyiv', quiet }, after);
      return DateTime.fromMillis(after, { zone: 'Europe/Kyiv' }).toFormat('yyyy-MM-dd HH:mm');
    });
    expect(got).toEqual(wanted);
  });

  test('what was due on the last chosen weekday comes after its night', () => {
    const friday = DateTime.utc(2026, 7, 3, 12).toMillis();
    const schedule = { weekdays: [5], times: ['23:00'], zone: 'UTC', quiet: night };
    expect(nextRun(schedule, friday)).toBe(DateTime.utc(2026, 7, 4, 7).toMillis());
    expect(nextRun(schedule, friday + 12 * 3_600_000)).toBe(DateTime.utc(2026, 7, 4, 7).toMillis());
  });

  test('an end that the clocks skip is the change; of one shown twice, the next', () => {
    const zone = 'Europe/Berlin';
    const at = (iso: string) => DateTime.fromISO(iso, { zone }).toMillis();
    const end = (to: string, moment: number) =>
      DateTime.fromMillis(afterQuiet({ from: '22:00', to }, zone, moment), { zone }).toFormat('HH:mm ZZ');
    expect(end('02:30', at('2027-03-28T01:00'))).toBe('03:00 +02:00');
    expect(end('02:30', at('2027-10-31T01:00'))).toBe('02:30 +02:00');
    expect(end('02:30', at('2027-10-31T02:15+01:00'))).toBe('02:30 +01:00');
  });
});

test('a local day begins where its clocks do', () => {
  const zone = 'America/Sao_Paulo';
  const noon = DateTime.fromISO('2018-11-03T12:00', { zone }).toMillis();
  const next = nextDay(zone, noon);
  expect(DateTime.fromMillis(next, { zone }).toFormat('dd HH:mm')).toBe('04 01:00');
  expect(startOfDay(zone, next + 3_600_000)).toBe(next);
});
