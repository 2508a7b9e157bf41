import { DateTime } from 'luxon';

/** When a digest comes: a local time of day on chosen weekdays. */
export type Schedule = {
  /** ISO weekdays, 1 for Monday to 7 for Sunday; at least one. */
  weekdays: number[];
  /** `HH:MM` */
  time: string;
  /** IANA name, or an offset such as `UTC+2`. */
  zone: string;
};

/**
 * The first moment after `after` (both milliseconds since the epoch) at which the schedule strikes: once on
 * each local day that exists. A time of day that the clocks skip strikes at the change; one that they show
 * twice, at the first.
 * @throws RangeError for a zone that is not known or a schedule without a weekday
 */
export function nextStrike(schedule: Schedule, after: number): number {
  const start = DateTime.fromMillis(after, { zone: schedule.zone });
  if (!start.isValid) throw new RangeError(`${schedule.zone} is no time zone`);
  const [hour = 0, minute = 0] = schedule.time.split(':').map(Number);
  // Days are counted in a zone without changes, so that none is met twice or left out on the way.
  const firstDay = DateTime.utc(start.year, start.month, start.day);
  for (let ahead = 0; ahead <= 15; ahead += 1) {
    const day = firstDay.plus({ days: ahead });
    if (!schedule.weekdays.includes(day.weekday)) continue;
    const strike = momentOn(day, hour, minute, schedule.zone);
    if (strike !== null && strike > after) return strike;
  }
  throw new RangeError('a schedule needs a weekday');
}

/** The first moment of a local day at which its clocks show this time or have just skipped it; null where the day was left out. */
function momentOn(day: DateTime, hour: number, minute: number, zone: string): number | null {
  const { year, month, day: date } = day;
  const wanted = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone });
  const onThatDay = wanted.hasSame(
    DateTime.fromObject({ year, month, day: date, hour: 12 }, { zone }),
    'day',
  );
  if (wanted.hour === hour && wanted.minute === minute && wanted.day === date && onThatDay)
    return Math.min(...wanted.getPossibleOffsets().map(moment => moment.toMillis()));
  return changeOver(day, hour * 60 + minute, zone);
}

/** The moment at which the clocks jump over a local time, or null if they jump over the whole day. */
function changeOver(day: DateTime, minuteOfDay: number, zone: string): number | null {
  const { year, month, day: date } = day;
  const nominal = Date.UTC(year, month - 1, date, 0, minuteOfDay);
  const before = DateTime.fromMillis(nominal - 26 * 3_600_000, { zone }).offset;
  // Just before the jump the old offset holds: this moment is at or after the jump.
  let high = nominal - before * 60_000;
  let low = high - 26 * 3_600_000;
  const offsetAt = (moment: number) => DateTime.fromMillis(moment, { zone }).offset;
  if (offsetAt(low) === offsetAt(high)) return high;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === offsetAt(low)) low = middle;
    else high = middle;
  }
  const landed = DateTime.fromMillis(high, { zone });
  return landed.year === year && landed.month === month && landed.day === date ? high : null;
}
