import type { Database } from '../../database/database.ts';

/** The library's own time, `YYYY-MM-DD` both. */
export type Span = { first: string; last: string };

/**
 * Looks up the day of the oldest article and of the newest credible one: the newest that is not dated after its
 * arrival (a day is allowed for time zones), or the newest of all if every article is. Null without dated articles.
 */
export function createSpan(database: Database): () => Span | null {
  const oldest = database
    .prepare("select day from articles where duplicate_of is null and day > '' order by day limit 1")
    .pluck();
  const newestCredible = database
    .prepare(`
      select day from articles
      where duplicate_of is null and day > '' and day <= date(came / 1000, 'unixepoch', '+1 day')
      order by day desc limit 1`)
    .pluck();
  const newest = database
    .prepare("select day from articles where duplicate_of is null and day > '' order by day desc limit 1")
    .pluck();
  return () => {
    const first = oldest.get() as string | undefined;
    if (first === undefined) return null;
    return {
      first: first.slice(0, 10),
      last: ((newestCredible.get() ?? newest.get()) as string).slice(0, 10),
    };
  };
}
