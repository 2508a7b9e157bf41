import type { Database } from '../../database/database.ts';
import { type Match, matchOf } from './search-words.ts';

/** Only so many of the newest hits of a search are ranked: those of a frequent word are as many as there are articles. */
const maxHits = 2000;

/** With as many hits for the words as they are, the last one is not taken for the beginning of another. */
const enough = 50;

export type Hits = {
  /** Keys of articles, copies too. */
  keys: number[];
  /** Whether there are more hits, all of them older. */
  isMore: boolean;
};

export type Finder = {
  /** The newest hits of words, the newest first. */
  newest(words: string): Hits;
  /** The newest articles with all the words in their titles, the newest first. */
  titled(words: string): number[];
  /**
   * Of the newest hits the best first; with more of them than are ranked, those with the words in their titles, then
   * the newest: what BM25 adds for words as frequent as that is not worth reading their whole lists. For a word that
   * may be unfinished, each look reads those of all words that begin so: then only the newest come first. `any`: with
   * any of the words rather than all.
   */
  ranked(words: string, how?: 'all' | 'any'): Hits;
  /** The articles with all the words; where there are none, those with any of them (`isPartial`). The best first. */
  rankedByAllOrAny(words: string): Hits & { isPartial: boolean };
};

const none = { keys: [], isMore: false };

/** Finds articles by words, without a look at the articles themselves. */
export function createHits(database: Database): Finder {
  const newest = database
    .prepare(`select rowid from search where search match ? order by rowid desc limit ${maxHits + 1}`)
    .pluck();
  // A word in a headline weighs as much as five in the body.
  const rank = database
    .prepare(`
      select rowid from search where search match ? order by bm25(search, 5, 1), rowid desc limit ${maxHits}`)
    .pluck();

  const titledFrom = database
    .prepare('select rowid from search where search match :match and rowid >= :from order by rowid desc')
    .pluck();
  const titlesFirst = (match: string, found: number[]): number[] => {
    const titled = new Set(titledFrom.all({ match: `title : (${match})`, from: found.at(-1) }) as number[]);
    return [...titled, ...found.filter(key => !titled.has(key))];
  };

  /** The newest hits, and the expression that found them. */
  const find = ({ exact, prefix, unsigned }: Match): { match: string; found: number[] } => {
    const found = newest.all(exact) as number[];
    if (unsigned !== null && found.length === 0)
      return { match: unsigned, found: newest.all(unsigned) as number[] };
    if (prefix === null || found.length >= enough) return { match: exact, found };
    return { match: prefix, found: newest.all(prefix) as number[] };
  };

  const ranked: Finder['ranked'] = (words, how = 'all') => {
    const expressions = matchOf(words, how);
    if (expressions === null) return none;
    const { match, found } = find(expressions);
    if (found.length < 2) return { keys: found, isMore: false };
    const newestFound = found.slice(0, maxHits);
    if (found.length > maxHits)
      return {
        keys: match === expressions.prefix ? newestFound : titlesFirst(match, newestFound),
        isMore: true,
      };
    return { keys: rank.all(match) as number[], isMore: false };
  };

  return {
    newest(words) {
      const match = matchOf(words);
      if (match === null) return none;
      const { found } = find(match);
      return { keys: found.slice(0, maxHits), isMore: found.length > maxHits };
    },
    titled(words) {
      const match = matchOf(words);
      return match === null ? [] : (newest.all(`title : (${match.exact})`) as number[]).slice(0, maxHits);
    },
    ranked,
    rankedByAllOrAny(words) {
      const all = ranked(words);
      return all.keys.length > 0
        ? { ...all, isPartial: false }
        : { ...ranked(words, 'any'), isPartial: true };
    },
  };
}
