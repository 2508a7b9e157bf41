import type { Database } from 'better-sqlite3';

export type SubscriptionState = 'active' | 'paused' | 'resting';

/** What somebody asked to be told, and when. */
export type Subscription = {
  id: number;
  chatId: number;
  /** The forum topic the digest comes to, or null. */
  threadId: number | null;
  /** Who set it up. */
  userId: number;
  /** Ids of topics and of people; everything where both are empty. */
  topics: string[];
  people: string[];
  /** ISO weekdays, 1 for Monday to 7 for Sunday. */
  weekdays: number[];
  /** Local time of day, `HH:MM`. */
  time: string;
  /** IANA name, or `UTC+2`. */
  zone: string;
  /** `paused` by its people; `resting` while Telegram refuses the chat. */
  state: SubscriptionState;
  /** The arrival of the newest article at the last digest; null before the first. */
  told: number | null;
  /** Milliseconds since the epoch. */
  nextDue: number;
  created: number;
};

export type NewSubscription = Omit<Subscription, 'id' | 'state' | 'told'> & {
  /** Names the act that made it: the same act again makes no second subscription. */
  origin: string;
};

type Row = {
  id: number;
  chat_id: number;
  thread_id: number | null;
  user_id: number;
  topics: string;
  people: string;
  weekdays: string;
  time: string;
  zone: string;
  state: SubscriptionState;
  told: number | null;
  next_due: number;
  created: number;
};

const fromRow = (row: Row): Subscription => ({
  id: row.id,
  chatId: row.chat_id,
  threadId: row.thread_id,
  userId: row.user_id,
  topics: JSON.parse(row.topics),
  people: JSON.parse(row.people),
  weekdays: JSON.parse(row.weekdays),
  time: row.time,
  zone: row.zone,
  state: row.state,
  told: row.told,
  nextDue: row.next_due,
  created: row.created,
});

/** Who is told what, and when. */
export function subscriptionsOf(database: Database) {
  const insert = database.prepare(
    `INSERT INTO subscription
       (origin, chat_id, thread_id, user_id, topics, people, weekdays, time, zone, state, next_due, created)
     VALUES (@origin, @chatId, @threadId, @userId, @topics, @people, @weekdays, @time, @zone, 'active', @nextDue, @created)
     ON CONFLICT (origin) DO NOTHING`,
  );
  const byOrigin = database.prepare(`SELECT * FROM subscription WHERE origin = ?`);
  const byId = database.prepare(`SELECT * FROM subscription WHERE id = ?`);
  const ofChat = database.prepare(`SELECT * FROM subscription WHERE chat_id = ? ORDER BY id`);
  const due = database.prepare(
    `SELECT * FROM subscription WHERE state = 'active' AND next_due <= ? ORDER BY next_due, id LIMIT ?`,
  );
  const soonest = database.prepare(`SELECT min(next_due) FROM subscription WHERE state = 'active'`).pluck();
  const setState = database.prepare(
    `UPDATE subscription SET state = ?, next_due = ?, rested = NULL WHERE id = ?`,
  );
  const remove = database.prepare(`DELETE FROM subscription WHERE id = ?`);
  const rest = database.prepare(
    `UPDATE subscription SET state = 'resting', rested = ? WHERE chat_id = ? AND state = 'active'`,
  );
  const wake = database.prepare(
    `UPDATE subscription SET state = 'active', rested = NULL WHERE chat_id = ? AND state = 'resting'`,
  );
  const removeRested = database.prepare(`DELETE FROM subscription WHERE state = 'resting' AND rested < ?`);
  const loseThread = database.prepare(`UPDATE subscription SET thread_id = NULL WHERE id = ?`);
  const loseThreadParts = database.prepare(
    `UPDATE outbox SET thread_id = NULL WHERE subscription_id = ? AND state NOT IN ('sent', 'dead')`,
  );
  const move = database.prepare(`UPDATE subscription SET chat_id = ? WHERE chat_id = ?`);
  const moveParts = database.prepare(`UPDATE outbox SET chat_id = ? WHERE chat_id = ?`);
  const count = database.prepare(`SELECT count(*) FROM subscription`).pluck();

  const moveAll = database.transaction((from: number, to: number) => {
    move.run(to, from);
    moveParts.run(to, from);
  });
  const leaveThread = database.transaction((id: number) => {
    loseThread.run(id);
    loseThreadParts.run(id);
  });
  const rows = (found: unknown[]) => (found as Row[]).map(fromRow);

  return {
    /** Adds a subscription; the same `origin` again gives the one that is there. */
    async add(subscription: NewSubscription): Promise<Subscription> {
      insert.run({
        ...subscription,
        topics: JSON.stringify(subscription.topics),
        people: JSON.stringify(subscription.people),
        weekdays: JSON.stringify(subscription.weekdays),
      });
      return fromRow(byOrigin.get(subscription.origin) as Row);
    },
    async get(id: number): Promise<Subscription | null> {
      const row = byId.get(id) as Row | undefined;
      return row ? fromRow(row) : null;
    },
    /** Those of a chat, oldest first. */
    async ofChat(chatId: number): Promise<Subscription[]> {
      return rows(ofChat.all(chatId));
    },
    /** At most `limit` active ones whose time has come at `now`, longest due first. */
    async due(now: number, limit: number): Promise<Subscription[]> {
      return rows(due.all(now, limit));
    },
    /** When the next one is due, in milliseconds since the epoch; null where nobody waits. */
    async soonest(): Promise<number | null> {
      return (soonest.get() as number | null) ?? null;
    },
    /** Pauses or goes on; `nextDue` is when the next digest is due. */
    async setState(id: number, state: 'active' | 'paused', nextDue: number): Promise<void> {
      setState.run(state, nextDue, id);
    },
    async remove(id: number): Promise<boolean> {
      return remove.run(id).changes > 0;
    },
    /** Telegram refuses this chat since `now`: its subscriptions wait for it to come back. */
    async rest(chatId: number, now: number): Promise<void> {
      rest.run(now, chatId);
    },
    /** The chat is back. */
    async wake(chatId: number): Promise<void> {
      wake.run(chatId);
    },
    /** Takes out what has rested since before `moment`; how many. */
    async removeRested(moment: number): Promise<number> {
      return removeRested.run(moment).changes;
    },
    /** Its forum topic is gone: it goes on in the group's General. */
    async leaveThread(id: number): Promise<void> {
      leaveThread(id);
    },
    /** A group became a supergroup with another id. */
    async moveChat(from: number, to: number): Promise<void> {
      moveAll(from, to);
    },
    async count(): Promise<number> {
      return count.get() as number;
    },
  };
}

export type Subscriptions = ReturnType<typeof subscriptionsOf>;
