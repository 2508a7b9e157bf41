import type { Database } from '../database/database.ts';

/** Which bot these deliveries belong to. */
export type Owner = {
  /** The bot's user id, or null while no bot has used this database. */
  get(): Promise<number | null>;
  set(botId: number): Promise<void>;
};

/** The owner in the database of the deliveries. */
export function createOwner(database: Database): Owner {
  const read = database.prepare('select bot_id from owner').pluck();
  const write = database.prepare(
    'insert into owner (one, bot_id) values (1, ?) on conflict (one) do update set bot_id = excluded.bot_id',
  );
  return {
    get: async () => (read.get() as number | undefined) ?? null,
    set: async botId => void write.run(botId),
  };
}
