import type { Database } from '../../database/database.ts';
import { createRows, refOf } from '../model/rows.ts';
import type { ArticleRef } from '../model/types.ts';
import { oneLine } from '../text/fold.ts';
import { createQuoteStore } from './quote-store.ts';

/** A quote as it is named on the command line: its article and where it begins. */
export function quoteId(article: string, start: number): string {
  return `${article}@${start}`;
}

export type Retraction =
  | { outcome: 'done'; article: ArticleRef; text: string }
  /** There is no such article, or no quote begins there. */
  | { outcome: 'unknown' };

/** Takes single quotes back for good. */
export function createRetraction(database: Database): (id: string) => Retraction {
  const rows = createRows(database);
  const quotes = createQuoteStore(database);
  const keep = database.prepare('insert or ignore into retracted_quotes (article, words) values (?, ?)');
  const appearances = database.prepare('select local, person from appearances where article = ?');
  const withdraw = database.prepare(
    'insert into withdrawals (article, passage, replacement, url) values (?, ?, null, null)',
  );
  const recount = database.prepare(`
    update people set quotes = (select count(*) from quotes join articles on articles.key = quotes.article
      where person = people.key and duplicate_of is null) where key = ?`);

  const retract = database.transaction((id: string): Retraction => {
    const [, article = '', start] = /^(.+)@(\d{1,15})$/s.exec(id.trim()) ?? [];
    const row = rows.articleById(article);
    const quote = row && rows.reading(row.key).quotes.find(each => each.start === Number(start));
    if (!row || !quote) return { outcome: 'unknown' };
    keep.run(row.id, oneLine(quote.text));
    const people = new Map(
      (appearances.all(row.key) as { local: string; person: number }[]).map(
        ({ local, person }) => [local, person] as const,
      ),
    );
    // Digests that were sent with it are corrected; they may show it without its last comma.
    withdraw.run(row.id, oneLine(quote.text).replace(/[.,]$/, ''));
    quotes.remove(row.key);
    quotes.add(row.key, rows.reading(row.key), row.day, people);
    for (const person of new Set(people.values())) recount.run(person);
    return { outcome: 'done', article: refOf(row), text: oneLine(quote.text) };
  });
  return id => retract.immediate(id);
}
