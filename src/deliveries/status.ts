import type { Database } from '../database/database.ts';
import type { PartState } from './outbox.ts';

/** How it stands with all that is to be delivered and answered. Moments are milliseconds since the epoch. */
export type Overview = {
  articles: number;
  subscriptions: { active: number; paused: number; resting: number };
  /** Digests whose time has come and that are not composed yet, since when, and when the next one is due. */
  due: { count: number; oldest: number | null; next: number | null };
  /**
   * Messages: in line, kept until their subscription goes on, under way, of unknown fate, and given up within
   * the time that those are kept.
   */
  parts: { waiting: number; held: number; sending: number; unknown: number; dead: number };
  /** Since when the one is in line that waits longest. */
  oldestPart: number | null;
  lastDay: { sent: number; dead: number; failedUpdates: number };
  waitingUpdates: number;
};

/** A message of a digest, as its owner looks into it. */
export type PartReport = {
  id: number;
  chatId: number;
  threadId: number | null;
  due: number;
  part: number;
  state: PartState;
  /** Whether it waits for its subscription to go on. */
  held: boolean;
  attempts: number;
  reason: string | null;
  changed: number;
};

/** A chat whose subscriptions rest. */
export type RestingChat = { chatId: number; since: number; reason: string | null };

const day = 86_400_000;
const open = `outbox.state IN ('planned', 'sending', 'unknown')`;

/** What the one who runs the bot wants to see. */
export function overviewOf(database: Database) {
  const one = (sql: string) => database.prepare(sql).pluck();
  const articles = one(`SELECT count(*) FROM articles`);
  const states = database.prepare(
    `SELECT state, count(*) AS number FROM subscription WHERE removed IS NULL GROUP BY state`,
  );
  const due = database.prepare(
    `SELECT count(*) AS count, min(next_due) AS oldest FROM subscription WHERE state = 'active' AND next_due <= ?`,
  );
  const next = one(`SELECT min(next_due) FROM subscription WHERE state = 'active' AND next_due > ?`);
  const parts = database.prepare(
    `SELECT outbox.state, subscription.state <> 'active' AS held, count(*) AS number,
       min(coalesce(planned, due)) AS oldest
     FROM outbox JOIN subscription ON subscription.id = outbox.subscription_id WHERE ${open} GROUP BY 1, 2`,
  );
  const sent = one(`SELECT count(*) FROM outbox WHERE state = 'sent' AND changed > ?`);
  const dead = one(`SELECT count(*) FROM outbox WHERE state = 'dead' AND changed > ?`);
  const waitingUpdates = one(`SELECT count(*) FROM inbox WHERE state = 'waiting'`);
  const failedUpdates = one(`SELECT count(*) FROM inbox WHERE received > ? AND state = 'failed'`);
  const reports = database.prepare(
    `SELECT outbox.id, outbox.chat_id AS chatId, outbox.thread_id AS threadId, due, part, outbox.state,
       subscription.state <> 'active' AS held, attempts, error AS reason, changed
     FROM outbox JOIN subscription ON subscription.id = outbox.subscription_id
     WHERE ${open} OR outbox.state = 'dead' ORDER BY due, outbox.id`,
  );
  const resting = database.prepare(
    `SELECT chat_id AS chatId, min(rested) AS since, max(rest_reason) AS reason FROM subscription
     WHERE state = 'resting' GROUP BY chat_id ORDER BY since`,
  );
  const dueOnes = database.prepare(
    `SELECT id, chat_id AS chatId, next_due AS due FROM subscription
     WHERE state = 'active' AND next_due <= ? ORDER BY next_due, id`,
  );

  return {
    /** The figures at `now`. */
    async at(now: number): Promise<Overview> {
      const rows = parts.all() as { state: PartState; held: 0 | 1; number: number; oldest: number }[];
      const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
        rows.filter(fits).reduce((all, { number }) => all + number, 0);
      const subscriptions = Object.fromEntries(
        (states.all() as { state: string; number: number }[]).map(({ state, number }) => [state, number]),
      );
      const waits = rows.filter(({ held }) => held === 0).map(({ oldest }) => oldest);
      return {
        articles: articles.get() as number,
        subscriptions: { active: 0, paused: 0, resting: 0, ...subscriptions },
        due: {
          ...(due.get(now) as { count: number; oldest: number | null }),
          next: next.get(now) as number | null,
        },
        parts: {
          waiting: sum(({ state, held }) => state === 'planned' && held === 0),
          held: sum(({ state, held }) => state !== 'sending' && held === 1),
          sending: sum(({ state }) => state === 'sending'),
          unknown: sum(({ state, held }) => state === 'unknown' && held === 0),
          dead: dead.get(0) as number,
        },
        oldestPart: waits.length > 0 ? Math.min(...waits) : null,
        lastDay: {
          sent: sent.get(now - day) as number,
          dead: dead.get(now - day) as number,
          failedUpdates: failedUpdates.get(now - day) as number,
        },
        waitingUpdates: waitingUpdates.get() as number,
      };
    },
    /** Every message that is not sent: what waits, what is unknown, what was given up; longest due first. */
    async parts(): Promise<PartReport[]> {
      return (reports.all() as (Omit<PartReport, 'held'> & { held: 0 | 1 })[]).map(row => ({
        ...row,
        held: row.held === 1,
      }));
    },
    /** Chats whose subscriptions rest, longest first. */
    async resting(): Promise<RestingChat[]> {
      return resting.all() as RestingChat[];
    },
    /** Digests whose time has come and that are not composed yet, longest due first. */
    async due(now: number): Promise<{ id: number; chatId: number; due: number }[]> {
      return dueOnes.all(now) as { id: number; chatId: number; due: number }[];
    },
  };
}

export type OverviewRoom = ReturnType<typeof overviewOf>;
