import type { Database } from '../../database/database.ts';

/**
 * The words of articles and quotes, written to the full-text indexes together at the end of a transaction. Before any
 * statement that could fail halfway SQLite writes out what such an index has gathered, and each part written has to be
 * merged with others later: written one by one, articles and quotes would each be a part of their own.
 */
export type TextIndex = {
  addArticle(key: number, title: string, body: string): void;
  /** The words are those that are stored with the quote. */
  addQuote(key: number): void;
  /** Writes what was added; the last thing in each transaction that has added articles. */
  write(): void;
  /** Forgets what was added; after a transaction that failed. */
  forget(): void;
};

/** The full-text index of articles and quotes. */
export function createTextIndex(database: Database): TextIndex {
  const insertArticle = database.prepare('insert into search (rowid, title, body) values (?, ?, ?)');
  const insertQuote = insertQuoteWords(database);
  const wordsOf = database.prepare('select folded from quotes where key = ?').pluck();
  const articles: [key: number, title: string, body: string][] = [];
  const quotes: number[] = [];
  const forget = () => {
    articles.length = 0;
    quotes.length = 0;
  };
  return {
    addArticle: (...row) => articles.push(row),
    addQuote: key => quotes.push(key),
    write() {
      for (const row of articles) insertArticle.run(...row);
      for (const key of quotes) {
        // None of a quote that was stored again meanwhile, as one is whose speaker another article showed to be someone else.
        const words = wordsOf.get(key) as string | undefined;
        if (words !== undefined) insertQuote(key, words);
      }
      forget();
    },
    forget,
  };
}

/** Adds the words of a quote to their index at once. */
export function insertQuoteWords(database: Database): (key: number, words: string) => void {
  const insert = database.prepare('insert into quote_search (rowid, words) values (?, ?)');
  return (key, words) => insert.run(key, words);
}
