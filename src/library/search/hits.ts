import type { Database } from '../../database/database.ts';
import { type Match, matchOf } from './match.ts';

/** At most this many of a search’s hits are ranked, the newest: a frequent word may be in every article. */
const maxHits = 2000;

/** With as many hits for the words as they are, the last one is not looked for in other forms. */
const enough = 50;

/** If no more words than this begin with an unfinished one, they are looked up one by one. */
const mostWords = 300;

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
   * may be unfinished only the newest come first then, as many words may begin so. `any`: with
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

  // Reads one occurrence of a word: each word that begins so is found by a look for the next one after it.
  database.exec(
    'create virtual table if not exists temp.search_terms using fts5vocab(main, search, instance)',
  );
  const next = (after: string) =>
    `select term from temp.search_terms where term >= ${after} and term <= :end limit 1`;
  const terms = database
    .prepare(`
      with recursive found (term) as (
        select (${next(':begin')})
        union all
        select (${next('found.term || char(1)')}) from found where found.term is not null limit ${mostWords + 1}
      ) select term from found where term is not null`)
    .pluck();
  /** The words of the index that begin so; null if they are too many to look each of them up. */
  const wordsWith = (begin: string): string[] | null => {
    const words = terms.all({ begin, end: `${begin}\u{10ffff}` }) as string[];
    return words.length > mostWords ? null : words;
  };

  /** The newest hits with an unfinished word: SQLite would read the whole lists of all words that begin so. */
  const newestUnfinished = ({ prefix, unfinished }: Match): number[] => {
    const words = wordsWith(unfinished!.begin);
    if (words === null) return newest.all(prefix) as number[];
    return words.length === 0 ? [] : (newest.all(unfinished!.among(words)) as number[]);
  };

  /** The newest hits, and the expression that found them. */
  const find = (expressions: Match): { match: string; found: number[] } => {
    const { exact, forms, prefix, allForms } = expressions;
    const found = newest.all(exact) as number[];
    // A whole word that articles have is not the beginning of another one: `strike` is not `striker`.
    if (found.length > 0 && (forms === null || found.length >= enough)) return { match: exact, found };
    if (found.length > 0 && forms !== null) return { match: forms, found: newest.all(forms) as number[] };
    const unfinished = prefix === null ? [] : newestUnfinished(expressions);
    if (prefix !== null && (unfinished.length > 0 || allForms === null))
      return { match: prefix, found: unfinished };
    return allForms === null
      ? { match: exact, found }
      : { match: allForms, found: newest.all(allForms) as number[] };
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
