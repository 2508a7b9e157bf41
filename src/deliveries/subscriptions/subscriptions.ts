import type { Database } from '../../database/database.ts';
import { createChatMigration } from './chat-migration.ts';
import { fromRow, toRow, writtenColumns } from './rows.ts';
import { createScheduling } from './scheduling.ts';
import { createSuspension } from './suspension.ts';
import { type Subscription, type Subscriptions, usualChoices } from './types.ts';

export * from './types.ts';

/** The subscriptions in the database of the deliveries. */
export function createSubscriptions(database: Database): Subscriptions {
  const insert = database.prepare(
    `insert into subscriptions (origin, state, ${writtenColumns.join(', ')})
     values (@origin, 'active', ${writtenColumns.map(column => `@${column}`).join(', ')})
     on conflict (origin) do nothing`,
  );
  const byOrigin = database.prepare('select * from subscriptions where origin = ?');
  const byId = database.prepare('select * from subscriptions where id = ? and removed_at is null');
  const ofChat = database.prepare(
    'select * from subscriptions where chat_id = ? and removed_at is null order by id',
  );
  const ofChannels = database.prepare(
    'select * from subscriptions where user_id = ? and channel is not null and removed_at is null order by id',
  );
  const setState = database.prepare(
    'update subscriptions set state = ?, next_due = ?, suspended_at = null where id = ?',
  );
  const remove = database.prepare(
    `update subscriptions set state = 'paused', removed_at = ? where id = ? and removed_at is null`,
  );
  const restore = database.prepare(
    'update subscriptions set state = ?, removed_at = null, next_due = ? where id = ? and removed_at is not null',
  );
  const removedById = database.prepare('select * from subscriptions where id = ? and removed_at is not null');
  const purge = database.prepare(
    `delete from subscriptions where id in (select id from subscriptions
       where (state = 'suspended' and suspended_at < @moment) or removed_at < @moment limit @limit)`,
  );
  const renameTopic = database.prepare(
    'update subscriptions set topic_name = ? where chat_id = ? and thread_id = ?',
  );
  const leaveThread = database.prepare(
    'update subscriptions set thread_id = null, topic_name = null where id = ?',
  );
  const leaveThreadOfParts = database.prepare(
    `update outbox set thread_id = null where subscription_id = ? and state not in ('sent', 'failed')`,
  );
  const count = database.prepare('select count(*) from subscriptions where removed_at is null').pluck();
  const limitCursors = database.prepare(
    'update subscriptions set delivered_up_to = @head where delivered_up_to > @head',
  );
  const moveAll = createChatMigration(database);

  const leaveThreadOne = database.transaction((id: number) => {
    leaveThread.run(id);
    leaveThreadOfParts.run(id);
  });
  const changeOne = database.transaction((id: number, change: Partial<Subscription>) => {
    const values = toRow(change);
    const set = Object.keys(values).map(column => `${column} = @${column}`);
    if (set.length === 0) return;
    database.prepare(`update subscriptions set ${set.join(', ')} where id = @id`).run({ ...values, id });
  });
  const one = (found: unknown) => (found === undefined ? null : fromRow(found));

  return {
    ...createScheduling(database),
    ...createSuspension(database),
    async add({ origin, ...subscription }) {
      const all = {
        channel: null,
        topicName: null,
        language: null,
        deliveredUpTo: null,
        since: null,
        ...usualChoices,
        ...subscription,
      };
      insert.run({ ...toRow(all), origin });
      return fromRow(byOrigin.get(origin));
    },
    get: async id => one(byId.get(id)),
    ofChat: async chatId => ofChat.all(chatId).map(fromRow),
    ofChannels: async userId => ofChannels.all(userId).map(fromRow),
    change: async (id, change) => changeOne.immediate(id, change),
    setState: async (id, state, nextDue) => void setState.run(state, nextDue, id),
    remove: async (id, now = 0) => remove.run(now, id).changes > 0,
    removed: async id => one(removedById.get(id)),
    restore: async (id, state, nextDue) => restore.run(state, nextDue, id).changes > 0,
    purge: async (moment, limit) => purge.run({ moment, limit }).changes === limit,
    renameTopic: async (chatId, threadId, name) => void renameTopic.run(name, chatId, threadId),
    leaveThread: async id => leaveThreadOne.immediate(id),
    moveChat: async (from, to) => moveAll(from, to),
    count: async () => count.get() as number,
    limitCursors: async head => void limitCursors.run({ head }),
  };
}
