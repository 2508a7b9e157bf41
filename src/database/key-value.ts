import type { Database } from 'better-sqlite3';

/** Which bot a database belongs to. */
export function ownerOf(database: Database) {
  const read = database.prepare(`SELECT bot_id FROM owner`).pluck();
  const write = database.prepare(
    `INSERT INTO owner (one, bot_id) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET bot_id = excluded.bot_id`,
  );
  return {
    /** The bot's user id, or null while no bot has used this database. */
    async get(): Promise<number | null> {
      return (read.get() as number | undefined) ?? null;
    },
    async set(botId: number): Promise<void> {
      write.run(botId);
    },
  };
}

export type Owner = ReturnType<typeof ownerOf>;
