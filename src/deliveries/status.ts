import type { Database } from '../database/database.ts';
import { open } from './outbox/queue.ts';
import type { PartState } from './outbox/types.ts';

/** Figures of everything that is to be delivered and answered. Moments are milliseconds since the epoch. */
export type DeliveryStatus = {
  subscriptions: { active: number; paused: number; suspended: number };
  /** Digests that are due and not composed yet, since when, and when the next one is due. */
  due: { count: number; oldest: number | null; next: number | null };
  /**
   * Messages: queued, held until their subscription goes on, being sent, unconfirmed, and given up within the
   * time that those are kept.
   */
  parts: { waiting: number; held: number; sending: number; unknown: number; failed: number };
  /** Since when the oldest queued message has waited. */
  oldestPart: number | null;
  lastDay: { sent: number; failed: number; failedUpdates: number };
  waitingUpdates: number;
};

/** A message of a digest, as shown to the bot's owner. */
export type PartReport = {
  id: number;
  chatId: number;
  threadId: number | null;
  due: number;
  part: number;
  state: PartState;
  /** Whether it is held until its subscription goes on. */
  held: boolean;
  attempts: number;
  reason: string | null;
  changed: number;
};

/** A chat whose subscriptions are suspended. */
export type SuspendedChat = { chatId: number; since: number; reason: string | null };

/** A digest that is due and not composed yet. */
export type DueDigest = { id: number; chatId: number; due: number };

/** What the owner of the bot wants to see. */
export type Status = {
  /** The figures at `now`. */
  at(now: number): Promise<DeliveryStatus>;
  /** Every message that was not sent: queued, unconfirmed or given up; longest due first. */
  parts(): Promise<PartReport[]>;
  /** Chats whose subscriptions are suspended, longest first. */
  suspended(): Promise<SuspendedChat[]>;
  /** Digests that are due at `now` and not composed yet, longest due first. */
  due(now: number): Promise<DueDigest[]>;
};

const day = 86_400_000;
/** The status of what is in the database of the deliveries. */
export function createStatus(database: Database): Status {
  const one = (sql: string) => database.prepare(sql).pluck();
  const states = database.prepare(
    `select state, count(*) as number from subscriptions where removed_at is null group by state`,
  );
  const due = database.prepare(
    `select count(*) as count, min(next_due) as oldest from subscriptions where state = 'active' and next_due <= ?`,
  );
  const next = one(`select min(next_due) from subscriptions where state = 'active' and next_due > ?`);
  const parts = database.prepare(
    `select outbox.state, subscriptions.state <> 'active' as held, count(*) as number,
       min(coalesce(planned, due)) as oldest
     from outbox join subscriptions on subscriptions.id = outbox.subscription_id where ${open} group by 1, 2`,
  );
  const sent = one(`select count(*) from outbox where state = 'sent' and changed > ?`);
  const failedParts = one(`select count(*) from outbox where state = 'failed' and changed > ?`);
  const waitingUpdates = one(`select count(*) from inbox where state = 'waiting'`);
  const failedUpdates = one(`select count(*) from inbox where received > ? and state = 'failed'`);
  const reports = database.prepare(
    `select outbox.id, outbox.chat_id as chatId, outbox.thread_id as threadId, due, part, outbox.state,
       subscriptions.state <> 'active' as held, attempts, error as reason, changed
     from outbox join subscriptions on subscriptions.id = outbox.subscription_id
     where ${open} or outbox.state = 'failed' order by due, outbox.id`,
  );
  const suspended = database.prepare(
    `select chat_id as chatId, min(suspended_at) as since, max(suspend_reason) as reason from subscriptions
     where state = 'suspended' group by chat_id order by since`,
  );
  const dueOnes = database.prepare(
    `select id, chat_id as chatId, next_due as due from subscriptions
     where state = 'active' and next_due <= ? order by next_due, id`,
  );

  return {
    async at(now) {
      const rows = parts.all() as { state: PartState; held: 0 | 1; number: number; oldest: number }[];
      const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
        rows.filter(fits).reduce((all, { number }) => all + number, 0);
      const subscriptions = Object.fromEntries(
        (states.all() as { state: string; number: number }[]).map(({ state, number }) => [state, number]),
      );
      const waits = rows.filter(({ held }) => held === 0).map(({ oldest }) => oldest);
      return {
        subscriptions: { active: 0, paused: 0, suspended: 0, ...subscriptions },
        due: {
          ...(due.get(now) as { count: number; oldest: number | null }),
          next: next.get(now) as number | null,
        },
        parts: {
          waiting: sum(({ state, held }) => state === 'planned' && held === 0),
          held: sum(({ state, held }) => state !== 'sending' && held === 1),
          sending: sum(({ state }) => state === 'sending'),
          unknown: sum(({ state, held }) => state === 'unknown' && held === 0),
          failed: failedParts.get(0) as number,
        },
        oldestPart: waits.length > 0 ? Math.min(...waits) : null,
        lastDay: {
          sent: sent.get(now - day) as number,
          failed: failedParts.get(now - day) as number,
          failedUpdates: failedUpdates.get(now - day) as number,
        },
        waitingUpdates: waitingUpdates.get() as number,
      };
    },
    async parts() {
      return (reports.all() as (Omit<PartReport, 'held'> & { held: 0 | 1 })[]).map(row => ({
        ...row,
        held: row.held === 1,
      }));
    },
    async suspended() {
      return suspended.all() as SuspendedChat[];
    },
    async due(now) {
      return dueOnes.all(now) as DueDigest[];
    },
  };
}
