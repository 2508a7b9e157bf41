import type { Database } from 'better-sqlite3';
import { movingOf } from './chat-migration.ts';
import { columnsOf, fromRow, type Row, toRow } from './subscription-rows.ts';

import {
  type NewSubscription,
  type Subscription,
  type SubscriptionChoices,
  usualChoices,
} from './subscription-types.ts';

export * from './subscription-types.ts';

/** The longest local day, in milliseconds: what is due beyond it was planned by a clock that was wrong. */
const longestDay = 26 * 3_600_000;

/** Who is told what, and when. One that was removed is nowhere found, but can be brought back for a while. */
export function subscriptionsOf(database: Database) {
  const insert = database.prepare(
    `INSERT INTO subscription (origin, state, ${columnsOf.join(', ')})
     VALUES (@origin, 'active', ${columnsOf.map(column => `@${column}`).join(', ')})
     ON CONFLICT (origin) DO NOTHING`,
  );
  const byOrigin = database.prepare(`SELECT * FROM subscription WHERE origin = ?`);
  const byId = database.prepare(`SELECT * FROM subscription WHERE id = ? AND removed IS NULL`);
  const ofChat = database.prepare(
    `SELECT * FROM subscription WHERE chat_id = ? AND removed IS NULL ORDER BY id`,
  );
  const ofChannels = database.prepare(
    `SELECT * FROM subscription WHERE user_id = ? AND channel IS NOT NULL AND removed IS NULL ORDER BY id`,
  );
  const due = database.prepare(
    `SELECT * FROM subscription WHERE state = 'active' AND next_due <= @now AND (next_due, id) > (@due, @id)
     ORDER BY next_due, id LIMIT @limit`,
  );
  const soonest = database.prepare(`SELECT min(next_due) FROM subscription WHERE state = 'active'`).pluck();
  const planned = database.prepare(
    `SELECT * FROM subscription
     WHERE id > @after AND state IN ('active', 'resting') AND removed IS NULL
       AND next_due > @now AND next_due < @never ORDER BY id LIMIT @limit`,
  );
  const waiting = database.prepare(
    `SELECT * FROM subscription
     WHERE at_once IS NOT NULL AND state = 'active' AND told < @head AND next_due >= @never LIMIT @limit`,
  );
  const setDue = database.prepare(`UPDATE subscription SET next_due = ? WHERE id = ? AND state = 'active'`);
  const digestsSince = database
    .prepare(`SELECT count(DISTINCT due) FROM outbox WHERE subscription_id = ? AND due BETWEEN ? AND ?`)
    .pluck();
  const setState = database.prepare(
    `UPDATE subscription SET state = ?, next_due = ?, rested = NULL WHERE id = ?`,
  );
  const remove = database.prepare(
    `UPDATE subscription SET state = 'paused', removed = ? WHERE id = ? AND removed IS NULL`,
  );
  const restore = database.prepare(
    `UPDATE subscription SET state = ?, removed = NULL, next_due = ? WHERE id = ? AND removed IS NOT NULL`,
  );
  const removedById = database.prepare(`SELECT * FROM subscription WHERE id = ? AND removed IS NOT NULL`);
  const rest = database.prepare(
    `UPDATE subscription SET state = 'resting', rest_reason = @reason, retry = @retry,
       rested = CASE WHEN state = 'resting' THEN rested ELSE @now END
     WHERE chat_id = @chatId AND (state = 'active' OR state = 'resting')`,
  );
  const wake = database.prepare(
    `UPDATE subscription SET state = 'active', rested = NULL, rest_reason = NULL, retry = NULL
     WHERE chat_id = ? AND state = 'resting'`,
  );
  const resting = database.prepare(`SELECT 1 FROM subscription WHERE chat_id = ? AND state = 'resting'`);
  const isActive = database.prepare(`SELECT 1 FROM subscription WHERE chat_id = ? AND state = 'active'`);
  const restsRefused = database.prepare(
    `SELECT 1 FROM subscription WHERE chat_id = ? AND state = 'resting' AND rest_reason IS NOT NULL`,
  );
  const wakeRefused = database.prepare(
    `UPDATE subscription SET state = 'active', rested = NULL, rest_reason = NULL, retry = NULL
     WHERE chat_id = ? AND state = 'resting' AND rest_reason IS NOT NULL`,
  );
  const removeRested = database.prepare(
    `DELETE FROM subscription WHERE (state = 'resting' AND rested < @moment) OR removed < @moment`,
  );
  const loseThread = database.prepare(`UPDATE subscription SET thread_id = NULL WHERE id = ?`);
  const loseThreadParts = database.prepare(
    `UPDATE outbox SET thread_id = NULL WHERE subscription_id = ? AND state NOT IN ('sent', 'dead')`,
  );
  const moveAll = movingOf(database);
  const count = database.prepare(`SELECT count(*) FROM subscription WHERE removed IS NULL`).pluck();

  const leaveThread = database.transaction((id: number) => {
    loseThread.run(id);
    loseThreadParts.run(id);
  });
  const changeOne = database.transaction((id: number, change: Partial<Subscription>) => {
    const values = toRow(change);
    const set = Object.keys(values).map(column => `${column} = @${column}`);
    if (set.length === 0) return;
    database.prepare(`UPDATE subscription SET ${set.join(', ')} WHERE id = @id`).run({ ...values, id });
  });
  const armAll = database.transaction((head: number, never: number, limit: number, when: ArmedAt) => {
    const rows = waiting.all({ head, never, limit }) as Row[];
    for (const row of rows) {
      const since = (moment: number) => digestsSince.get(row.id, moment, moment + longestDay) as number;
      setDue.run(when(fromRow(row), since), row.id);
    }
    return rows.length;
  });
  const rows = (found: unknown[]) => (found as Row[]).map(fromRow);
  const one = (found: unknown) => (found ? fromRow(found as Row) : null);

  return {
    /** Adds a subscription; the same `origin` again gives the one that is there. */
    async add({ origin, ...subscription }: NewSubscription): Promise<Subscription> {
      const all = { channel: null, told: null, since: null, ...usualChoices, ...subscription };
      insert.run({ ...toRow(all), origin });
      return fromRow(byOrigin.get(origin) as Row);
    },
    async get(id: number): Promise<Subscription | null> {
      return one(byId.get(id));
    },
    /** Those of a chat, oldest first. */
    async ofChat(chatId: number): Promise<Subscription[]> {
      return rows(ofChat.all(chatId));
    },
    /** Those that a user has set up for channels, oldest first. */
    async ofChannels(userId: number): Promise<Subscription[]> {
      return rows(ofChannels.all(userId));
    },
    /** At most `limit` active ones whose time has come at `now`, longest due first: those behind `after`. */
    async due(
      now: number,
      limit: number,
      after: Pick<Subscription, 'nextDue' | 'id'> | null = null,
    ): Promise<Subscription[]> {
      return rows(due.all({ now, limit, due: after?.nextDue ?? -1, id: after?.id ?? -1 }));
    },
    /** At most `limit` whose next digest is due after `now` and before `never`, by id: those behind `after`. */
    async plannedAfter(now: number, never: number, limit: number, after: number): Promise<Subscription[]> {
      return rows(planned.all({ now, never, limit, after }));
    },
    /** When the next one is due, in milliseconds since the epoch; null where nobody waits. */
    async soonest(): Promise<number | null> {
      return (soonest.get() as number | null) ?? null;
    },
    /**
     * Makes those due, at most `limit`, that wait for something to arrive and have not been told of all up to `head`; how many.
     * @param never the moment at which those are due that wait
     * @param when gives the moment at which one is due, milliseconds since the epoch
     */
    async arm(head: number, never: number, limit: number, when: ArmedAt): Promise<number> {
      return armAll(head, never, limit, when);
    },
    /** Changes what is named in `change`. */
    async change(
      id: number,
      change: Partial<SubscriptionChoices & Pick<Subscription, 'nextDue' | 'told' | 'since'>>,
    ): Promise<void> {
      changeOne(id, change);
    },
    /** Pauses or goes on; `nextDue` is when the next digest is due. */
    async setState(id: number, state: 'active' | 'paused', nextDue: number): Promise<void> {
      setState.run(state, nextDue, id);
    },
    /** Takes one out at `now`; false where it is not there. What it was to be sent is not sent. */
    async remove(id: number, now = 0): Promise<boolean> {
      return remove.run(now, id).changes > 0;
    },
    /** One that was removed and can still be brought back. */
    async removed(id: number): Promise<Subscription | null> {
      return one(removedById.get(id));
    },
    /** Brings back one that was removed; false where it is gone for good. */
    async restore(id: number, state: 'active' | 'paused', nextDue: number): Promise<boolean> {
      return restore.run(state, nextDue, id).changes > 0;
    },
    /**
     * This chat gets nothing from `now` on: its subscriptions wait for it to come back.
     * @param why Telegram's words, where it refused, and the moment from which on the chat is tried again; null
     *   where only its people can bring it back
     * @returns whether any began to rest now
     */
    async rest(
      chatId: number,
      now: number,
      why: { reason: string | null; retry: number | null } = { reason: null, retry: null },
    ): Promise<boolean> {
      const awake = isActive.get(chatId) !== undefined;
      rest.run({ chatId, now, ...why });
      return awake;
    },
    /** Whether anything of a chat rests. */
    async rests(chatId: number): Promise<boolean> {
      return resting.get(chatId) !== undefined;
    },
    /** The chat is back. */
    async wake(chatId: number): Promise<void> {
      wake.run(chatId);
    },
    /** Telegram has taken a message for this chat: what rested because it would not goes on. */
    async writable(chatId: number): Promise<void> {
      if (restsRefused.get(chatId) !== undefined) wakeRefused.run(chatId);
    },
    /** Takes out for good what has rested, or was removed, since before `moment`; how many. */
    async removeRested(moment: number): Promise<number> {
      return removeRested.run({ moment }).changes;
    },
    /** Its forum topic is gone: it goes on in the group's General. */
    async leaveThread(id: number): Promise<void> {
      leaveThread(id);
    },
    /** A group became a supergroup with another id: all that is kept of it goes along. */
    async moveChat(from: number, to: number): Promise<void> {
      moveAll(from, to);
    },
    async count(): Promise<number> {
      return count.get() as number;
    },
  };
}

/** When a subscription that waits is due; `toldSince` gives its digests that were due within a day of a moment. */
export type ArmedAt = (subscription: Subscription, toldSince: (moment: number) => number) => number;

export type Subscriptions = ReturnType<typeof subscriptionsOf>;
