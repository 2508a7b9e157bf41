import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { nextRun } from '../../src/digests/schedule.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
/** No clock is ever changed at another minute. */
const quarter = 15 * 60_000;

/** Spans in which these zones change their clocks, first and last local day. */
const spans: [string, string, string][] = [
  ['Europe/Kyiv', '2026-03-20', '2026-04-05'],
  ['Europe/Kyiv', '2026-10-18', '2026-11-01'],
  ['Europe/Berlin', '2027-03-20', '2027-04-05'],
  ['Europe/Berlin', '2027-10-23', '2027-11-07'],
  ['America/New_York', '2026-03-01', '2026-03-15'],
  ['America/New_York', '2026-10-25', '2026-11-08'],
  ['Africa/Cairo', '2026-04-17', '2026-05-01'],
  ['Africa/Cairo', '2026-10-23', '2026-11-06'],
  ['Australia/Lord_Howe', '2026-03-29', '2026-04-12'],
  ['Australia/Lord_Howe', '2026-09-27', '2026-10-11'],
  ['America/Sao_Paulo', '2018-02-10', '2018-02-25'],
  ['America/Sao_Paulo', '2018-10-28', '2018-11-11'],
  ['Pacific/Apia', '2011-12-20', '2012-01-10'],
  ['Asia/Kathmandu', '2026-01-01', '2026-01-15'],
];
const times = ['00:00', '00:30', '01:30', '02:00', '02:15', '02:30', '03:00', '08:00', '23:30', '23:45'];

type Shown = { moment: number; day: string; time: string };

/** What the clocks of a zone show on these days, quarter by quarter. */
function clockOf(zone: string, from: string, to: string): Shown[] {
  const start = DateTime.fromISO(from, { zone }).toMillis();
  const end = DateTime.fromISO(to, { zone }).endOf('day').toMillis();
  return Array.from({ length: Math.ceil((end - start) / quarter) }, (_, i) => {
    const moment = start + i * quarter;
    const [day = '', time = ''] = DateTime.fromMillis(moment, { zone })
      .toFormat('yyyy-MM-dd HH:mm')
      .split(' ');
    return { moment, day, time };
  });
}

/** For each local day that exists, the first moment at which the clocks show `time`, or else a later one. */
function strikesByTheClock(clock: Shown[], time: string): number[] {
  const strikes = new Map<string, number>();
  for (const shown of clock)
    if (!strikes.has(shown.day) && shown.time >= time) strikes.set(shown.day, shown.moment);
  return [...strikes.values()];
}

describe('each local day that exists has one digest, when its clocks first show the time or have skipped it', () => {
  test.each(spans)('%s, %s to %s', (zone, from, to) => {
    const clock = clockOf(zone, from, to);
    for (const time of times) {
      const wanted = strikesByTheClock(clock, time);
      const got: number[] = [];
      let after = DateTime.fromISO(from, { zone }).toMillis() - 1;
      while (got.length < wanted.length) {
        after = nextRun({ weekdays: everyDay, times: [time], zone }, after);
        got.push(after);
      }
      const told = (moments: number[]) =>
        moments.map(moment => DateTime.fromMillis(moment, { zone }).toISO());
      expect(told(got), time).toEqual(told(wanted));
    }
  });
});

test('the spans hold a day that never was, a doubled hour, half an hour skipped and midnight skipped', () => {
  const days = strikesByTheClock(clockOf('Pacific/Apia', '2011-12-20', '2012-01-10'), '08:00');
  expect(days).toHaveLength(21);
  const at = (zone: string, moment: number) =>
    DateTime.fromMillis(moment, { zone }).toFormat('MM-dd HH:mm ZZ');
  const strike = (zone: string, time: string, day: string) =>
    at(
      zone,
      nextRun({ weekdays: everyDay, times: [time], zone }, DateTime.fromISO(day, { zone }).toMillis() - 1),
    );
  expect(strike('Europe/Berlin', '02:30', '2027-10-31')).toBe('10-31 02:30 +02:00');
  expect(strike('Australia/Lord_Howe', '02:15', '2026-10-04')).toBe('10-04 02:30 +11:00');
  expect(strike('America/Sao_Paulo', '00:00', '2018-11-04')).toBe('11-04 01:00 -02:00');
});
