import type { Database } from '../../database/database.ts';

/** What concerns many stored articles at once. Days are `YYYY-MM-DD`. */
export type Maintenance = {
  /** At most `limit` ids of articles published before a day; those without a day go by when they arrived. */
  olderThan(day: string, limit: number): Promise<string[]>;
  /**
   * At most `limit` ids of articles that a reader of another version has read (`version` null: all), or whose stored
   * reading doesn't say which, in the order of their arrival, after the one with the place `after`; and the place of the last.
   */
  readByOthers(
    version: string | null,
    after: number,
    limit: number,
  ): Promise<{ ids: string[]; last: number | null }>;
  /** How many articles `readByOthers` gives in all. */
  countReadByOthers(version: string | null): Promise<number>;
  /** Gives the room of deleted articles back to the disk. */
  shrink(): Promise<void>;
};

/** The upkeep of the articles of a library. */
export function createMaintenance(database: Database): Maintenance {
  const older = database
    .prepare(
      `select id from articles where (day <> '' and day < @day) or (day = '' and came < @moment) order by key limit @limit`,
    )
    .pluck();
  const outdated = `from articles join readings on article = key
    where (@version is null or iif(json_valid(json), json_extract(json, '$.reader'), null) is not @version)`;
  const others = database.prepare(`select key, id ${outdated} and key > @after order by key limit @limit`);
  const count = database.prepare(`select count(*) ${outdated}`).pluck();

  return {
    olderThan: async (day, limit) => older.all({ day, moment: Date.parse(day), limit }) as string[],
    readByOthers: async (version, after, limit) => {
      const rows = others.all({ version, after, limit }) as { key: number; id: string }[];
      return { ids: rows.map(({ id }) => id), last: rows.at(-1)?.key ?? null };
    },
    countReadByOthers: async version => count.get({ version }) as number,
    shrink: async () => {
      database.exec('vacuum');
      database.pragma('wal_checkpoint(truncate)');
    },
  };
}
