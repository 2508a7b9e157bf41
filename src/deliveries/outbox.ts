import type { Database } from 'better-sqlite3';

/**
 * `planned`: not sent yet. `sending`: a call may be under way. `sent`: Telegram said so. `unknown`: it may
 * have arrived, the reply was lost. `dead`: given up, `error` says why.
 */
export type PartState = 'planned' | 'sending' | 'sent' | 'unknown' | 'dead';

/** One message of a digest. */
export type Part = {
  id: number;
  subscriptionId: number;
  chatId: number;
  threadId: number | null;
  /** When the digest was due, milliseconds since the epoch. */
  due: number;
  /** From 1. */
  part: number;
  /** The message as JSON, as the sender wrote it. */
  body: string;
  state: PartState;
  /** How many times a call was begun. */
  attempts: number;
  /** When it was put in line, milliseconds since the epoch; null where nobody noted it. */
  planned: number | null;
  /** 1 where it may tell again what has arrived already: its forerunner's fate stayed unknown. */
  doubt: 0 | 1;
  /** Why the last call failed, in words; null where none did. */
  error: string | null;
};

const columns = `id, subscription_id AS subscriptionId, chat_id AS chatId, thread_id AS threadId, due, part,
  (SELECT text FROM body WHERE body.id = body_id) AS body, state, attempts, planned, doubt, error`;

/** A digest to be sent to one subscription. */
export type Plan = {
  subscriptionId: number;
  /** When it was due, and when the next one is; milliseconds since the epoch. */
  due: number;
  nextDue: number;
  /** The arrival up to which it tells, or null to leave it as it is. */
  told: number | null;
  /** Its messages in order, as `keep` has numbered them. */
  bodies: number[];
  now: number;
};

/** Where a part stands among all that are to be sent. */
export type PlaceInLine = Pick<Part, 'due' | 'id'>;

/** Written as the index of open parts is: only then it is used. */
const open = `state IN ('planned', 'sending', 'unknown')`;
/** A chat that only lacks the right to be written to is tried again after this long, in milliseconds. */
export const longestRetry = 86_400_000;

/**
 * What waits for its turn. The parts of a subscription that is paused or rests wait until it goes on; a chat
 * that rests because the bot may not write there is tried again now and then: a moment further ahead than the
 * longest such pause was noted by a clock that was wrong.
 */
const inLine = `${open} AND state <> 'sending'
  AND EXISTS (SELECT 1 FROM subscription WHERE subscription.id = subscription_id
    AND (subscription.state = 'active' OR (subscription.state = 'resting' AND (subscription.retry <= @now OR subscription.retry > @now + ${longestRetry}))))`;

/** What is to be sent, part by part, and what became of it. */
export function outboxOf(database: Database) {
  const insert = database.prepare(
    `INSERT INTO outbox
       (subscription_id, chat_id, thread_id, due, part, body_id, state, changed, planned, told_before, told_with, doubt)
     SELECT id, chat_id, thread_id, @due, @part, @body, 'planned', @now, @now, @before, told, doubt
     FROM subscription WHERE id = @subscriptionId
     ON CONFLICT (subscription_id, due, part) DO NOTHING`,
  );
  // A clock that was set back comes to the same moment twice: the second digest then has a place behind the first.
  const free = database
    .prepare(
      `SELECT coalesce(max(due) + 1, @due) FROM outbox
       WHERE subscription_id = @subscriptionId AND due BETWEEN @due AND @due + 999`,
    )
    .pluck();
  const has = database.prepare(`SELECT 1 FROM outbox WHERE subscription_id = ? AND due = ?`);
  const cursor = database.prepare(`SELECT told FROM subscription WHERE id = ?`).pluck();
  const advance = database.prepare(
    `UPDATE subscription SET told = coalesce(@told, told), next_due = @nextDue
     WHERE id = @subscriptionId AND next_due = @due AND state = 'active'`,
  );
  const noDoubt = database.prepare(`UPDATE subscription SET doubt = 0 WHERE id = ? AND doubt = 1`);
  const line = database.prepare(
    `SELECT chat_id AS chatId, due, id FROM outbox
     WHERE ${inLine} AND (due, id) > (@due, @id) ORDER BY due, id LIMIT @limit`,
  );
  const first = database.prepare(
    `SELECT ${columns} FROM outbox WHERE chat_id = @chatId AND ${inLine} ORDER BY due, id LIMIT 1`,
  );
  const begin = database.prepare(
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1, changed = @now
     WHERE id = @id AND chat_id = @chatId AND ${inLine}`,
  );
  const sent = database.prepare(
    `UPDATE outbox SET state = 'sent', message_id = ?, error = NULL, changed = ? WHERE id = ?`,
  );
  const settle = database.prepare(`UPDATE outbox SET state = ?, error = ?, changed = ? WHERE id = ?`);
  const giveBack = database.prepare(
    `UPDATE outbox SET state = ?, attempts = attempts - 1, changed = ? WHERE id = ? AND state = 'sending'`,
  );
  const putBack = database.prepare(
    `UPDATE subscription SET told = part.told_before, doubt = max(subscription.doubt,
       (SELECT max(all_parts.doubt) FROM outbox AS all_parts
        WHERE all_parts.subscription_id = part.subscription_id AND all_parts.due = part.due))
     FROM (SELECT * FROM outbox WHERE id = ?) AS part
     WHERE subscription.id = part.subscription_id AND subscription.told = part.told_with
       AND NOT EXISTS (SELECT 1 FROM outbox AS other
         WHERE other.subscription_id = part.subscription_id AND other.due = part.due AND other.state <> 'dead')`,
  );
  const doubt = database.prepare(`UPDATE outbox SET doubt = 1 WHERE id = ?`);
  const recover = database.prepare(
    `UPDATE outbox SET state = 'unknown', error = 'the program ended while it was being sent', changed = ?
     WHERE ${open} AND state = 'sending'`,
  );
  const counts = database.prepare(`SELECT state, count(*) AS number FROM outbox GROUP BY state`);
  const purge = database.prepare(
    `DELETE FROM outbox WHERE (state = 'sent' OR state = 'dead') AND changed < ?`,
  );
  const keepBody = database.prepare(`INSERT INTO body (text, created) VALUES (?, ?)`);
  const purgeBodies = database.prepare(
    `DELETE FROM body WHERE created < ? AND NOT EXISTS (SELECT 1 FROM outbox WHERE body_id = body.id)`,
  );

  const planOne = ({ bodies, ...plan }: Plan): boolean => {
    const before = cursor.get(plan.subscriptionId);
    if (advance.run(plan).changes === 0) return false;
    const { subscriptionId, due } = plan;
    const at = bodies.length > 0 ? (free.get({ subscriptionId, due }) as number) : due;
    bodies.forEach((body, index) => {
      insert.run({ ...plan, due: at, before, body, part: index + 1 });
    });
    if (bodies.length > 0) noDoubt.run(plan.subscriptionId);
    return true;
  };
  const planAll = database.transaction((plans: Plan[]) => plans.filter(planOne).length);
  const keepAll = database.transaction((write: () => string[], now: number) =>
    write().map(text => Number(keepBody.run(text, now).lastInsertRowid)),
  );
  const keepCursor = database.prepare(
    `UPDATE outbox SET told_with = NULL
     WHERE (subscription_id, due) = (SELECT subscription_id, due FROM outbox WHERE id = ?)`,
  );
  const leave = database.transaction((id: number, error: string, now: number) => {
    settle.run('dead', error, now, id);
    keepCursor.run(id);
  });
  const giveUp = database.transaction(
    (id: number, error: string, now: number, end: 'refused' | 'unknown') => {
      settle.run('dead', error, now, id);
      if (end === 'unknown') doubt.run(id);
      putBack.run(id);
    },
  );

  return {
    /**
     * Keeps the messages (JSON) that `write` gives, for any number of chats to be sent; gives each a number. What
     * `write` itself keeps is written to the disk together with them.
     */
    async keep(write: () => string[], now: number): Promise<number[]> {
      return keepAll(write, now);
    },
    /**
     * Puts digests' messages in line and moves their subscriptions on, all or nothing; how many. Nothing is
     * done for a subscription that is no longer due at `due`.
     */
    async plan(plans: Plan[]): Promise<number> {
      return planAll(plans);
    },
    /** Whether a subscription had a digest that was due at this moment. */
    async has(subscriptionId: number, due: number): Promise<boolean> {
      return has.get(subscriptionId, due) !== undefined;
    },
    /**
     * Chats with something to send at `now`, the longest due first: a stretch of the line, behind `after`.
     * `last` is where it ends, null at the end of the line. A chat may stand in several stretches.
     */
    async chats(
      now: number,
      after: PlaceInLine | null = null,
      limit = 1000,
    ): Promise<{ chats: number[]; last: PlaceInLine | null }> {
      const { due, id } = after ?? { due: -1, id: -1 };
      const rows = line.all({ now, due, id, limit }) as (PlaceInLine & { chatId: number })[];
      const last = rows.at(-1);
      return {
        chats: [...new Set(rows.map(({ chatId }) => chatId))],
        last: last && rows.length === limit ? { due: last.due, id: last.id } : null,
      };
    },
    /** The next part to send to a chat at `now`, or null. */
    async next(chatId: number, now: number): Promise<Part | null> {
      return (first.get({ chatId, now }) as Part | undefined) ?? null;
    },
    /**
     * Commits that a call is about to be made. False where there is nothing to send any more: its
     * subscription was deleted or paused, its chat moved, or another process has taken it.
     */
    async begin(part: Part, now: number): Promise<boolean> {
      return begin.run({ now, id: part.id, chatId: part.chatId }).changes === 1;
    },
    async sent(id: number, messageId: number, now: number): Promise<void> {
      sent.run(messageId, now, id);
    },
    /** Telegram's reply was lost: it may have arrived. */
    async unknown(id: number, error: string, now: number): Promise<void> {
      settle.run('unknown', error, now, id);
    },
    /**
     * Gives a part up. Where nothing of its digest has arrived, its subscription's cursor goes back, so that
     * the next digest tells the same; where it may have arrived (`unknown`), that one is marked.
     */
    async dead(id: number, error: string, now: number, end: 'refused' | 'unknown'): Promise<void> {
      giveUp(id, error, now, end);
    },
    /** Gives up a part that may have arrived and must not be repeated: what it tells counts as told. */
    async leaveUnknown(id: number, error: string, now: number): Promise<void> {
      leave(id, error, now);
    },
    /** It was surely not accepted: back in line as `part` was before this call. */
    async giveBack(part: Part, now: number): Promise<void> {
      giveBack.run(part.state, now, part.id);
    },
    /** After a start: what was being sent when the program ended may have arrived. How many. */
    async recover(now: number): Promise<number> {
      return recover.run(now).changes;
    },
    /** How many parts are in each state. */
    async counts(): Promise<Partial<Record<PartState, number>>> {
      return Object.fromEntries(
        (counts.all() as { state: PartState; number: number }[]).map(row => [row.state, row.number]),
      );
    },
    /** Takes out what was sent or given up before `moment`. */
    async purge(moment: number): Promise<void> {
      purge.run(moment);
      purgeBodies.run(moment);
    },
  };
}

export type Outbox = ReturnType<typeof outboxOf>;
