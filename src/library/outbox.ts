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
};

const columns = `id, subscription_id AS subscriptionId, chat_id AS chatId, thread_id AS threadId, due, part, body,
  state, attempts`;

/** A digest to be sent: a body for each of its messages, as JSON. */
export type Plan = {
  subscriptionId: number;
  /** When it was due, and when the next one is; milliseconds since the epoch. */
  due: number;
  nextDue: number;
  /** The arrival up to which it tells, or null to leave it as it is. */
  told: number | null;
  bodies: string[];
  now: number;
};

/** What waits for its turn. The parts of a subscription that rests or is paused wait until it goes on. */
const inLine = `state IN ('planned', 'unknown')
  AND (SELECT state FROM subscription WHERE id = subscription_id) = 'active'`;

/** What is to be sent, part by part, and what became of it. */
export function outboxOf(database: Database) {
  const insert = database.prepare(
    `INSERT INTO outbox (subscription_id, chat_id, thread_id, due, part, body, state, changed)
     SELECT id, chat_id, thread_id, ?, ?, ?, 'planned', ? FROM subscription WHERE id = ?
     ON CONFLICT (subscription_id, due, part) DO NOTHING`,
  );
  const advance = database.prepare(
    `UPDATE subscription SET told = coalesce(?, told), next_due = ? WHERE id = ? AND next_due = ? AND state = 'active'`,
  );
  const chats = database.prepare(
    `SELECT chat_id FROM outbox WHERE ${inLine} GROUP BY chat_id ORDER BY min(due), min(id)`,
  );
  const first = database.prepare(
    `SELECT ${columns} FROM outbox WHERE chat_id = ? AND ${inLine} ORDER BY due, id LIMIT 1`,
  );
  const begin = database.prepare(
    `UPDATE outbox SET state = 'sending', attempts = attempts + 1, changed = ?
     WHERE id = ? AND chat_id = ? AND ${inLine}`,
  );
  const sent = database.prepare(
    `UPDATE outbox SET state = 'sent', message_id = ?, error = NULL, changed = ? WHERE id = ?`,
  );
  const settle = database.prepare(`UPDATE outbox SET state = ?, error = ?, changed = ? WHERE id = ?`);
  const giveBack = database.prepare(
    `UPDATE outbox SET state = ?, attempts = attempts - 1, changed = ? WHERE id = ? AND state = 'sending'`,
  );
  const recover = database.prepare(
    `UPDATE outbox SET state = 'unknown', error = 'the program ended while it was being sent', changed = ?
     WHERE state = 'sending'`,
  );
  const counts = database.prepare(`SELECT state, count(*) AS number FROM outbox GROUP BY state`);
  const purge = database.prepare(`DELETE FROM outbox WHERE state IN ('sent', 'dead') AND changed < ?`);

  const planAll = database.transaction((plan: Plan) => {
    if (advance.run(plan.told, plan.nextDue, plan.subscriptionId, plan.due).changes === 0) return false;
    plan.bodies.forEach((body, index) => {
      insert.run(plan.due, index + 1, body, plan.now, plan.subscriptionId);
    });
    return true;
  });

  return {
    /**
     * Puts a digest's messages in line and moves its subscription on, both or neither. False where the
     * subscription is no longer due at `due`: nothing was done.
     */
    async plan(plan: Plan): Promise<boolean> {
      return planAll(plan);
    },
    /** Chats with something to send now, the longest due first. */
    async chats(): Promise<number[]> {
      return chats.pluck().all() as number[];
    },
    /** The next part to send to a chat, or null. */
    async next(chatId: number): Promise<Part | null> {
      return (first.get(chatId) as Part | undefined) ?? null;
    },
    /**
     * Commits that a call is about to be made. False where there is nothing to send any more: its
     * subscription was deleted or paused, its chat moved, or another process has taken it.
     */
    async begin(part: Part, now: number): Promise<boolean> {
      return begin.run(now, part.id, part.chatId).changes === 1;
    },
    async sent(id: number, messageId: number, now: number): Promise<void> {
      sent.run(messageId, now, id);
    },
    /** Telegram's reply was lost: it may have arrived. */
    async unknown(id: number, error: string, now: number): Promise<void> {
      settle.run('unknown', error, now, id);
    },
    async dead(id: number, error: string, now: number): Promise<void> {
      settle.run('dead', error, now, id);
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
    },
  };
}

export type Outbox = ReturnType<typeof outboxOf>;
