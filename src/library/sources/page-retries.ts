import type { Database } from '../../database/database.ts';
import { type ItemRow, itemColumns, itemFrom } from './rows.ts';
import type { PageRetries, SourceItem } from './types.ts';

type RetryRow = ItemRow & { source: number; facts: string; tries: number };

/** The pages of items that are to be fetched again. */
export function createPageRetries(database: Database): PageRetries {
  const due = database.prepare(`
    select page_retries.source, ${itemColumns
      .split(', ')
      .map(column => `source_items.${column}`)
      .join(', ')}, facts, tries
    from page_retries
      join sources on sources.id = page_retries.source and paused = 0 and removed_at is null
      join source_items on source_items.source = page_retries.source and source_items.key = page_retries.key
    where page_retries.due_at <= ? order by page_retries.due_at, page_retries.key limit ?`);
  const keep = database.prepare(`
    insert into page_retries (source, key, facts, tries, due_at) values (@source, @key, @facts, @tries, @dueAt)
    on conflict (source, key) do update set facts = excluded.facts, tries = excluded.tries, due_at = excluded.due_at`);
  const drop = database.prepare('delete from page_retries where source = ? and key = ?');
  return {
    duePages: async (now, limit) =>
      (due.all(now, limit) as RetryRow[]).map(({ source, facts, tries, ...item }) => ({
        source,
        facts,
        tries,
        item: itemFrom(item) as SourceItem,
      })),
    keepPageRetry: async (source, key, retry) => void keep.run({ source, key, ...retry }),
    dropPageRetry: async (source, key) => void drop.run(source, key),
  };
}
