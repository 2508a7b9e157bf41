import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';

/** Queries that are too long for a button or a link, stored under a short key. */
export type StoredQueries = {
  /** Stores queries, each under its `queryKey`. */
  keep(queries: readonly string[]): Promise<void>;
  /** The query under a key, or null. */
  get(key: string): Promise<string | null>;
  /** Dates the queries shown since the last time, and deletes those that were not shown for long. `now` in milliseconds. */
  expire(now: number): Promise<void>;
};

/** A button with a stored query works for this long after it was last shown. */
const keepDays = 180;

/** The key of a query: 16 of `0-9a-f`, the same for the same text. */
export function queryKey(query: string): string {
  return createHash('sha256').update(query).digest('hex').slice(0, 16);
}

/** Stores queries within a transaction of the room. */
export function createQueryWriter(database: Database): (queries: readonly string[]) => void {
  const write = database.prepare(
    `insert into stored_queries (key, query) values (?, ?)
     on conflict (key) do update set used = 0 where used <> 0`,
  );
  return queries => {
    for (const query of queries) write.run(queryKey(query), query);
  };
}

export function createStoredQueries(database: Database): StoredQueries {
  const write = createQueryWriter(database);
  const date = database.prepare('update stored_queries set used = ? where used = 0');
  const purge = database.prepare('delete from stored_queries where used < ?');
  const read = database.prepare('select query from stored_queries where key = ?').pluck();
  const keepAll = database.transaction(write);
  const expireAll = database.transaction((now: number) => {
    date.run(now);
    purge.run(now - keepDays * 86_400_000);
  });
  return {
    async keep(queries) {
      if (queries.length > 0) keepAll.immediate(queries);
    },
    get: async key => (read.get(key) as string | undefined) ?? null,
    expire: async now => expireAll.immediate(now),
  };
}
