import type { Database } from '../../database/database.ts';

/** Only so many of the newest hits of a search are ranked: those of a frequent word are as many as there are articles. */
export const maxHits = 2000;

export type Hits = {
  /** Keys of articles, copies too, the best first. */
  keys: number[];
  /** Whether there are more hits, all of them older. */
  isMore: boolean;
};

/** Finds articles by a match expression of FTS5, without a look at the articles themselves. */
export function createHits(database: Database) {
  const newest = database
    .prepare(`select rowid from search where search match ? order by rowid desc limit ${maxHits + 1}`)
    .pluck();
  // A word in a headline weighs as much as five in the body.
  const ranked = database
    .prepare(`
      select rowid from search where search match :match and rowid >= :from
      order by bm25(search, 5, 1), rowid desc limit ${maxHits}`)
    .pluck();

  return {
    /** The newest, the newest first. */
    newest(match: string): Hits {
      const keys = newest.all(match) as number[];
      return { keys: keys.slice(0, maxHits), isMore: keys.length > maxHits };
    },
    /** Of the newest the best first. */
    ranked(match: string): Hits {
      const { keys, isMore } = this.newest(match);
      if (keys.length < 2) return { keys, isMore };
      return { keys: ranked.all({ match, from: keys.at(-1) }) as number[], isMore };
    },
  };
}
