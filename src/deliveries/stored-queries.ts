import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';

/** Queries that are too long for a button or a link, stored under a short key. */
export type StoredQueries = {
  /** Stores queries, each under its `queryKey`. */
  keep(queries: readonly string[]): Promise<void>;
  /** The query under a key, or null. */
  get(key: string): Promise<string | null>;
  /** Dates the queries that were shown since the last time; `now` in milliseconds. */
  date(now: number): Promise<void>;
  /** Deletes at most `limit` queries that were not shown since `moment`: their buttons no longer work. Whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
};

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

/** The stored queries in the database of the deliveries. */
export function createStoredQueries(database: Database): StoredQueries {
  const write = createQueryWriter(database);
  const date = database.prepare('update stored_queries set used = ? where used = 0');
  const purge = database.prepare(
    `delete from stored_queries where key in
       (select key from stored_queries where used < ? and used <> 0 limit ?)`,
  );
  const read = database.prepare('select query from stored_queries where key = ?').pluck();
  const keepAll = database.transaction(write);
  return {
    async keep(queries) {
      if (queries.length > 0) keepAll.immediate(queries);
    },
    get: async key => (read.get(key) as string | undefined) ?? null,
    date: async now => void date.run(now),
    purge: async (moment, limit) => purge.run(moment, limit).changes === limit,
  };
}
