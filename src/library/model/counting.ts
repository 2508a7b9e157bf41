import type { Database } from '../../database/database.ts';

/** Totals are exact up to this; a larger one is given as one more, as counting takes longer the more there is. */
export const countLimit = 1000;

/** A query that counts the rows of another one, at most `countLimit` and one more. */
export function limitedCount(select: string): string {
  return `select count(*) from (${select} limit ${countLimit + 1})`;
}

/** A total as it is given: `countLimit` and one more for everything above. */
export function limitedTotal(total: number): number {
  return Math.min(total, countLimit + 1);
}

export type Counters = {
  /** How many there are: of articles with their copies, of articles without copies, of stories, of events. */
  get(name: 'articles' | 'originals' | 'stories' | 'events'): number;
};

/** Counters that the database keeps itself, by triggers. */
export function createCounters(database: Database): Counters {
  const read = database.prepare('select value from counters where name = ?').pluck();
  return { get: name => read.get(name) as number };
}
