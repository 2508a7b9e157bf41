import { dayOf, daysBetween } from '../text/calendar.ts';
import { type Data, find } from './json-ld.ts';

/** The host of an address, if it is one. */
export function hostOf(address: string): string[] {
  return URL.canParse(address) ? [new URL(address).hostname] : [];
}

/**
 * The day in the page's address if that is the only one known, or is the day before or after the one in the data:
 * data are often in UTC, and the address in the outlet's time.
 */
export function localDay(day: string | null, addresses: string[]): string | null {
  const inAddress = addresses.flatMap(address => dayInAddress(address) ?? [])[0];
  if (!inAddress) return day;
  return day === null || Math.abs(daysBetween(day, inAddress)) <= 1 ? inAddress : day;
}

/** `/2025/12/19/`, `/2025/4/6/`, `/2025-12-19-title`. */
function dayInAddress(address: string): string | null {
  const [, year, , month, day] =
    /\/((?:19|20)\d\d)([/-])(\d\d)\2(\d\d)(?=[/_-])/.exec(address) ??
    /\/((?:19|20)\d\d)(\/)(\d{1,2})\/(\d{1,2})(?=\/)/.exec(address) ??
    [];
  return year ? dayOf(Number(year), Number(month), Number(day)) : null;
}

/** Whether an entry describes the page with one of these addresses. */
export function hasAddress(entry: Data, addresses: string[]): boolean {
  return [entry.url, entry['@id'], entry.mainEntityOfPage, find(entry.mainEntityOfPage, '@id')].some(
    value => typeof value === 'string' && addresses.some(address => isSamePage(address, value)),
  );
}

function isSamePage(one: string, other: string): boolean {
  const path = (address: string) =>
    address
      .replace(/^https?:\/\/(www\.)?/i, '')
      .split(/[#?]/, 1)[0]!
      .replace(/\/$/, '');
  return path(one) === path(other);
}
