import type { Document } from './document.ts';
import type { ReadDate } from './reading.ts';

/** The days that the body tells of. */
export function findDates(_document: Document): ReadDate[] {
  return [];
}
