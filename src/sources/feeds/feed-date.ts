import { monthInAnyLanguage } from '../../system/month-names.ts';

/** Minutes east of Greenwich of the zones that RFC 822 names and feeds still write. */
const zones: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

const iso =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ]+(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?)?\s*(z|[a-z]{3,4}|[+-]\d\d:?(?:\d\d)?|(?<= )\d\d:\d\d)?$/i;
const dayFirst =
  /^(?:[\p{L}\p{M}]{1,14}[.,]{0,2}\s*)?(\d{1,2})(?:st|nd|rd|th|º|\.)?[\s-]+(?:de\s)?([\p{L}\p{M}]{3,14})\.?,?[\s-]+(?:de\s)?(\d{2,4})(?:,?\s+(?:at\s+)?(.{1,40}))?$/iu;
const monthFirst =
  /^(?:[a-z]{2,9}[.,]{0,2}\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d\d:\d\d(?::\d\d)?)\s+(?:([a-z]{1,5})\s+)?)?(\d{4})(?:,?\s+(?:at\s+)?(.{1,40}))?$/i;
/** A year first, in whatever signs: `2024/03/05`, `2024年3月5日`. */
const yearFirst = /^(\d{4})\s?[/.年]\s?(\d{1,2})\s?[/.月]\s?(\d{1,2})日?(?:\(.\))?(?:\s(.{1,40}))?$/;
/** In numbers, which of them is the month being clear: dots are written between a day and a month, in this order. */
const inNumbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s(.{1,40}))?$/;
/** Seconds or milliseconds since the epoch, from 2001 on. */
const epoch = /^\d{10}(?:\d{3})?$/;
const clock = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)? ?([ap]\.?m\.?)? ?(.{0,30})$/i;

/**
 * A moment as ISO 8601 from what feeds write: ISO 8601 long, short and partial, RFC 822 and its relatives,
 * `asctime`, words in the languages of Europe, numbers. Null for anything else and for `02/03/2022`, which may be
 * either of two days.
 * The zone is kept. A time without one is taken as UTC, as feed readers do; a day without a time stays a day (`YYYY-MM-DD`).
 */
export function feedDate(written: string | null | undefined): string | null {
  const whole = written?.replace(/\s+/g, ' ').trim() ?? '';
  if (whole === '' || whole.length > 80) return null;
  // `(CET)` behind a date only says its offset again.
  const text = whole.endsWith(')') ? whole.slice(0, whole.lastIndexOf('(')).trim() : whole;
  const short = iso.exec(text);
  if (short) {
    const [, year, month = '1', day = '1', hour, minute, second = '0', zone = 'z'] = short;
    // In an address a plus is a blank: `2024-03-05T09:00:00 01:00`.
    const offset = zone.replace(/^(?=\d)/, '+');
    return moment([year!, month, day], hour === undefined ? null : [hour, minute!, second], offset);
  }
  if (epoch.test(text))
    return `${new Date(Number(text) * (text.length > 10 ? 1 : 1_000)).toISOString().slice(0, 19)}Z`;
  const ordered = yearFirst.exec(text);
  if (ordered) return timed([ordered[1]!, ordered[2]!, ordered[3]!], ordered[4]);
  const numbers = inNumbers.exec(text);
  if (numbers) return ofNumbers(numbers);
  const words = dayFirst.exec(text);
  if (words) return inWords(words[3]!, words[2]!, words[1]!, words[4]);
  const american = monthFirst.exec(text);
  if (!american) return null;
  const [, month, day, time, zone, year, later] = american;
  return inWords(year!, month!, day!, time === undefined ? later : `${time} ${zone ?? ''}`);
}

/** `05.03.2024`, `13/03/2024`, `03/13/2024`. */
function ofNumbers([, first, sign, second, year, time]: RegExpExecArray): string | null {
  const isDayFirst = sign === '.' || Number(first) > 12;
  if (!isDayFirst && Number(second) <= 12) return null;
  const [day, month] = isDayFirst ? [first!, second!] : [second!, first!];
  return timed([year!, month, day], time);
}

function inWords(year: string, month: string, day: string, time: string | undefined): string | null {
  const number = monthInAnyLanguage(month);
  if (number === null) return null;
  // RFC 822 has years of two digits; RFC 2822 says which century they are in.
  const full = year.length > 2 ? year : String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
  return timed([full, String(number), day], time);
}

/** A day with what is written after it, if that is a time. */
function timed(date: [string, string, string], time: string | undefined): string | null {
  if (time === undefined) return moment(date, null, 'z');
  const found = clock.exec(time.trim());
  if (!found) return moment(date, null, 'z');
  const [, hour, minute, second = '0', half, zone] = found;
  const shift = half ? (/^p/i.test(half) ? 12 : 0) - (hour === '12' ? 12 : 0) : 0;
  return moment(date, [String(Number(hour) + shift), minute!, second], zone!.trim() || 'z');
}

function moment(
  [year, month, day]: [string, string, string],
  time: [string, string, string] | null,
  zone: string,
): string | null {
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const made = new Date(midnight);
  // The 30th of February would be taken for the 2nd of March.
  if (Number.isNaN(midnight) || made.getUTCMonth() + 1 !== Number(month) || made.getUTCDate() !== Number(day))
    return null;
  if (Number(year) < 1900 || Number(year) > 9998) return null;
  if (time === null) return made.toISOString().slice(0, 10);
  const [hour, minute, second] = time.map(Number) as [number, number, number];
  // Of a time that there is not, the day is still right.
  if (hour > 24 || minute > 59 || second > 60) return made.toISOString().slice(0, 10);
  // The outlet's own day is kept: a moment of the evening may be the next day in Greenwich.
  const local = new Date(midnight + ((hour * 60 + minute) * 60 + second) * 1_000).toISOString().slice(0, 19);
  const offset = minutesOf(zone);
  if (offset === 0) return `${local}Z`;
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/** Minutes east; an unknown zone counts as UTC. */
function minutesOf(zone: string): number {
  const offset = /^(?:gmt|utc?)?\s*([+-])(\d\d?):?(\d\d)?$/i.exec(zone);
  if (!offset) return zones[zone.toLowerCase()] ?? 0;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return offset[1] === '-' ? -minutes : minutes;
}
