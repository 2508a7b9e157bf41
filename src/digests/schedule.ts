import { DateTime } from 'luxon';

/** When a digest comes: at local times of day on chosen weekdays, or at once. */
export type Schedule = {
  /** ISO weekdays, 1 for Monday to 7 for Sunday; at least one. */
  weekdays: number[];
  /** Local times of day, `HH:MM`, at least one; not looked at where `atOnce` is given. */
  times: string[];
  /** IANA name, or an offset such as `UTC+2`. */
  zone: string;
  /** Nothing is sent within these hours; what falls due in them comes at their end. */
  quiet?: QuietHours | null;
  /** As soon as something matches, at most this many times on a local day; null for a schedule of times. */
  atOnce?: number | null;
};

/** Local times of day, `HH:MM`, `from` within and `to` beyond; over midnight where `to` is the earlier. */
export type QuietHours = { from: string; to: string };

/** When a digest is due that waits for something to arrive: a moment that no calendar reaches. */
export const awaitingNews = Date.UTC(9999, 0, 1);

/**
 * The first moment after `after` (both milliseconds since the epoch) at which the schedule strikes: at each
 * of its times once on each local day that exists. A time of day that the clocks skip strikes at the change;
 * one that they show twice, at the first; one within quiet hours, at their end.
 * @throws RangeError for a zone that is not known or a schedule without a weekday or a time
 */
export function nextRun(schedule: Schedule, after: number): number {
  const { weekdays, times, zone, quiet } = schedule;
  const start = localTime(after, zone);
  if (schedule.atOnce) return awaitingNews;
  // Days are counted in a zone without changes, so that none is met twice or left out on the way. Quiet hours
  // may hold what was due the day before.
  const firstDay = DateTime.utc(start.year, start.month, start.day).minus({ days: 1 });
  for (let ahead = 0; ahead <= 17; ahead += 1) {
    const day = firstDay.plus({ days: ahead });
    if (!weekdays.includes(day.weekday)) continue;
    const strikes = times.flatMap(time => momentsOn(day, time, zone).slice(0, 1)).sort((a, b) => a - b);
    for (const strike of strikes) {
      const held = afterQuiet(quiet, zone, strike);
      if (held > after) return held;
    }
  }
  throw new RangeError('a schedule needs a weekday and a time');
}

/** `moment`, or where it lies within quiet hours their end; milliseconds since the epoch. */
export function afterQuiet(quiet: QuietHours | null | undefined, zone: string, moment: number): number {
  if (!quiet || quiet.from === quiet.to) return moment;
  const local = localTime(moment, zone);
  const time = local.toFormat('HH:mm');
  const overMidnight = quiet.to < quiet.from;
  const within = overMidnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!within) return moment;
  const today = DateTime.utc(local.year, local.month, local.day);
  return firstAfter(
    overMidnight && time >= quiet.from ? today.plus({ days: 1 }) : today,
    quiet.to,
    zone,
    moment,
  );
}

/** The first moment of the local day after the one of `moment`; milliseconds since the epoch. */
export function nextDay(zone: string, moment: number): number {
  const local = localTime(moment, zone);
  return firstAfter(
    DateTime.utc(local.year, local.month, local.day).plus({ days: 1 }),
    '00:00',
    zone,
    moment,
  );
}

/** The first moment of the local day of `moment`; milliseconds since the epoch. */
export function startOfDay(zone: string, moment: number): number {
  return localTime(moment, zone).startOf('day').toMillis();
}

function localTime(moment: number, zone: string): DateTime {
  const local = DateTime.fromMillis(moment, { zone });
  if (!local.isValid) throw new RangeError(`${zone} is no time zone`);
  return local;
}

/** The first moment after `moment` at which the clocks show `time`, on `day` or, where it never was, later. */
function firstAfter(day: DateTime, time: string, zone: string, moment: number): number {
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const found = momentsOn(day.plus({ days: ahead }), time, zone).find(each => each > moment);
    if (found !== undefined) return found;
  }
  throw new RangeError(`${time} is no time of day`);
}

/** The moments of a local day at which its clocks show this time or have just skipped it, the first first; none where the day was left out. */
function momentsOn(day: DateTime, time: string, zone: string): number[] {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const { year, month, day: date } = day;
  const wanted = DateTime.fromObject({ year, month, day: date, hour, minute }, { zone });
  const onThatDay = wanted.hasSame(
    DateTime.fromObject({ year, month, day: date, hour: 12 }, { zone }),
    'day',
  );
  if (wanted.hour === hour && wanted.minute === minute && wanted.day === date && onThatDay)
    return wanted
      .getPossibleOffsets()
      .map(moment => moment.toMillis())
      .sort((a, b) => a - b);
  const change = changeOver(day, hour * 60 + minute, zone);
  return change === null ? [] : [change];
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
