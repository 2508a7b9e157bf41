import type { Database } from '../database/database.ts';

/** A message from the bot itself to a chat; sent once per key. */
export type Notification = { key: string; chatId: number; text: string };

export type NotificationState = 'waiting' | 'sending' | 'sent' | 'failed';

/**
 * The bot's own messages. One is best sent once or not at all: if its fate is unknown, it is not sent again.
 * Moments are milliseconds since the epoch.
 */
export type Notifications = {
  /** Queues a notification; false if one with this key was there before. */
  add(notification: Notification, now: number): Promise<boolean>;
  /** The one that has waited longest, or null. */
  next(): Promise<Notification | null>;
  /** Sets the state; `waiting` queues it again, for another chat if that has moved. `error`: why it failed. */
  settle(
    notification: Pick<Notification, 'key' | 'chatId'>,
    state: NotificationState,
    now: number,
    error?: string | null,
  ): Promise<void>;
  /** When something last happened to one whose key has this prefix; null if there is none. */
  latest(prefix: string): Promise<number | null>;
  /** Deletes at most `limit` that were settled before `moment`; whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
  /** An administrator of the bot talks to it, and may be written to until they block it. */
  addAdmin(userId: number, now: number): Promise<void>;
  /** An administrator has blocked the bot. */
  removeAdmin(userId: number): Promise<void>;
  /** User ids of the administrators who have talked to the bot and not blocked it since. */
  admins(): Promise<number[]>;
};

/** The notifications in the database of the deliveries. */
export function createNotifications(database: Database): Notifications {
  const add = database.prepare(
    `insert into notifications (key, chat_id, text, state, changed) values (@key, @chatId, @text, 'waiting', @now)
     on conflict (key) do nothing`,
  );
  const next = database.prepare(
    `select key, chat_id as chatId, text from notifications where state = 'waiting' order by changed, key limit 1`,
  );
  const settle = database.prepare(
    `update notifications set state = @state, error = @error, chat_id = @chatId, changed = @now where key = @key`,
  );
  const latest = database
    .prepare('select max(changed) from notifications where key >= @prefix and key < @prefix || char(1114111)')
    .pluck();
  const purge = database.prepare(
    `delete from notifications where key in
       (select key from notifications where changed < ? and state <> 'waiting' limit ?)`,
  );
  const addAdmin = database.prepare(
    'insert into reachable_admins (user_id, since) values (?, ?) on conflict (user_id) do nothing',
  );
  const removeAdmin = database.prepare('delete from reachable_admins where user_id = ?');
  const admins = database.prepare('select user_id from reachable_admins').pluck();

  return {
    add: async (notification, now) => add.run({ ...notification, now }).changes === 1,
    next: async () => (next.get() as Notification | undefined) ?? null,
    settle: async ({ key, chatId }, state, now, error = null) =>
      void settle.run({ key, chatId, state, error, now }),
    latest: async prefix => (latest.get({ prefix }) as number | null) ?? null,
    purge: async (moment, limit) => purge.run(moment, limit).changes === limit,
    addAdmin: async (userId, now) => void addAdmin.run(userId, now),
    removeAdmin: async userId => void removeAdmin.run(userId),
    admins: async () => admins.all() as number[],
  };
}
