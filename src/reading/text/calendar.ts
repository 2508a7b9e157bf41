/** Days as `YYYY-MM-DD`; arithmetic in UTC, so that no time zone moves them. */
const dayLength = 86_400_000;

/** The day as text, or null if there is no such day (31 April). */
export function dayOf(year: number, month: number, day: number): string | null {
  const moment = Date.UTC(year, month - 1, day);
  const made = new Date(moment);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function monthOf(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}`;
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

/** The month `count` months after the one a day is in, as `YYYY-MM`. */
export function addMonths(day: string, count: number): string {
  const [year, month] = parts(day);
  const months = year * 12 + month - 1 + count;
  return monthOf(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}

export function parts(day: string): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The day if the text begins with one that exists (`2022-02-23T09:31`), else null. */
export function validDay(text: string | null | undefined): string | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
