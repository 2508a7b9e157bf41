import type { Database } from '../../database/database.ts';
import { createRows, refOf } from '../model/rows.ts';
import type { ArticleRef } from '../model/types.ts';
import { createWithdrawalStore } from '../model/withdrawals.ts';
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

/** Takes single quotes back for good; messages that were sent with them are corrected. */
export function createRetraction(database: Database): (id: string) => Retraction {
  const rows = createRows(database);
  const quotes = createQuoteStore(database);
  const withdrawals = createWithdrawalStore(database);
  const keep = database.prepare('insert or ignore into retracted_quotes (article, words) values (?, ?)');
  const appearances = database.prepare('select local, person from appearances where article = ?');
  const recount = database.prepare(`
    update people set quotes = (select count(*) from quotes join articles on articles.key = quotes.article
      where person = people.key and duplicate_of is null) where key = ?`);

  const retract = database.transaction((id: string): Retraction => {
    const [, article = '', start] = /^(.+)@(\d{1,15})$/s.exec(id.trim()) ?? [];
    const row = rows.articleById(article);
    const quote = row && rows.reading(row.key).quotes.find(each => each.start === Number(start));
    if (!row || !quote) return { outcome: 'unknown' };
    keep.run(row.id, oneLine(quote.text));
    withdrawals.retracted(row.id, oneLine(quote.text));
    const people = new Map(
      (appearances.all(row.key) as { local: string; person: number }[]).map(
        ({ local, person }) => [local, person] as const,
      ),
    );
    quotes.remove(row.key);
    quotes.add(row.key, rows.reading(row.key), row.day, people);
    for (const person of new Set(people.values())) recount.run(person);
    return { outcome: 'done', article: refOf(row), text: oneLine(quote.text) };
  });
  return id => retract.immediate(id);
}
