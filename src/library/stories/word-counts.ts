import type { Database } from '../../database/database.ts';

/** So many words are kept in memory, about 100 bytes each. */
const mostKept = 50_000;

/**
 * In how many articles each word occurs. What was looked up is kept in memory for as long as only this connection
 * writes, and what a transaction adds is written once at its end: its articles share many words.
 */
export type WordCounts = {
  /** How many articles have been counted, about: the highest key, as counting would take longer with every article. */
  articles(): number;
  /** The counts of these words, those of new articles of this transaction included; none for a word of no article. */
  of(words: Iterable<string>): Map<string, number>;
  /** Counts the words of an article, each given once. */
  add(words: readonly string[]): void;
  remove(words: readonly string[]): void;
  /** Writes what was counted; the last thing in each transaction that has added articles. */
  write(): void;
  /** Forgets what was counted and kept; after a transaction that failed. */
  forget(): void;
};

/** The counts of words in a library. */
export function createWordCounts(database: Database): WordCounts {
  const select = database
    .prepare('select word, articles from words where word in (select value from json_each(?))')
    .raw();
  const highest = database.prepare('select coalesce(max(article), 0) from vectors').pluck();
  const dataVersion = database.prepare('pragma data_version').pluck();
  // Numbered as they come, frequent words lie together, so that few pages are written.
  const learn = database.prepare(`
    insert into words (word, articles) select key, value from json_each(?) where true
    on conflict (word) do update set articles = articles + excluded.articles`);
  const unlearn = database.prepare('update words set articles = articles - 1 where word = ?');
  const dropUnlearned = database.prepare('delete from words where word = ? and articles <= 0');

  const kept = new Map<string, number>();
  const pending = new Map<string, number>();
  let version: unknown;

  const write = (): void => {
    if (pending.size === 0) return;
    learn.run(JSON.stringify(Object.fromEntries(pending)));
    pending.clear();
  };

  return {
    articles: () => highest.get() as number,
    of(words) {
      const now = dataVersion.get();
      if (now !== version || kept.size > mostKept) kept.clear();
      version = now;
      const asked = [...new Set(words)];
      const unknown = asked.filter(word => !kept.has(word));
      if (unknown.length > 0) {
        const found = new Map(select.all(JSON.stringify(unknown)) as [string, number][]);
        for (const word of unknown) kept.set(word, (found.get(word) ?? 0) + (pending.get(word) ?? 0));
      }
      return new Map(asked.map(word => [word, kept.get(word)!]));
    },
    add(words) {
      for (const word of words) {
        pending.set(word, (pending.get(word) ?? 0) + 1);
        const count = kept.get(word);
        if (count !== undefined) kept.set(word, count + 1);
      }
    },
    remove(words) {
      write();
      for (const word of words) {
        unlearn.run(word);
        dropUnlearned.run(word);
      }
      kept.clear();
    },
    write,
    forget() {
      kept.clear();
      pending.clear();
    },
  };
}
