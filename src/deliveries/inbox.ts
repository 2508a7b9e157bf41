import type { Database } from '../database/database.ts';

/** An update that is still to be handled. `body` is Telegram's Update as JSON; `queue` names its chat. */
export type WaitingUpdate = { updateId: number; queue: string; body: string; attempts: number };

/** An update as it arrives. */
export type NewUpdate = Pick<WaitingUpdate, 'updateId' | 'queue' | 'body'>;

/** A change to a conversation's stored state (JSON), committed with the end of its update; null deletes it. */
export type ConversationChange = { key: string; state: string | null };

/**
 * Every update is stored here on arrival and leaves when it is handled, so that one that was being handled when
 * the process died is handled after the next start. Moments are milliseconds since the epoch.
 */
export type Inbox = {
  /** Stores updates; returns those not seen before, in the same order. */
  receive(updates: NewUpdate[], now: number): Promise<NewUpdate[]>;
  /** At most `limit` of those not handled yet, in order of arrival, from behind the update `after`; all by default. */
  waiting(after?: number, limit?: number): Promise<WaitingUpdate[]>;
  /** The body of an update that is not handled yet; null for others. */
  body(updateId: number): Promise<string | null>;
  /** Counts an attempt at handling before it is made. */
  attempt(updateId: number): Promise<void>;
  /** Marks an update as handled and applies its conversations' changes, all or nothing. */
  finish(updateId: number, changes: ConversationChange[], now: number): Promise<void>;
  /** Gives an update up; `error` is kept for the owner. */
  fail(updateId: number, error: string): Promise<void>;
  /** A conversation's stored state as JSON, or null. */
  conversation(key: string): Promise<string | null>;
  /** Stores Telegram's reply (JSON) to the `nth` call made for an update. */
  keepReply(updateId: number, nth: number, method: string, result: string): Promise<void>;
  /** Telegram's reply to that call if it was made before, or null. */
  reply(updateId: number, nth: number, method: string): Promise<string | null>;
  /** Deletes what is left of at most `limit` handled updates that arrived before `moment`: their ids; whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
  /** Deletes at most `limit` conversations that were not continued since `moment`; whether more are left. */
  purgeConversations(moment: number, limit: number): Promise<boolean>;
};

/** The inbox in the database of the deliveries. */
export function createInbox(database: Database): Inbox {
  const insert = database.prepare(
    `insert into inbox (update_id, queue, body, received, state) values (?, ?, ?, ?, 'waiting')
     on conflict (update_id) do nothing`,
  );
  const waiting = database.prepare(
    `select update_id as updateId, queue, body, attempts from inbox where state = 'waiting' and update_id > ? order by update_id limit ?`,
  );
  const body = database.prepare(`select body from inbox where update_id = ? and state = 'waiting'`).pluck();
  const settle = database.prepare(
    `update inbox set state = ?, queue = '', body = null, error = ? where update_id = ?`,
  );
  const countAttempt = database.prepare('update inbox set attempts = attempts + 1 where update_id = ?');
  const deleteReplies = database.prepare('delete from replies where update_id = ?');
  const purgeUpdates = database.prepare(
    `delete from inbox where update_id in
       (select update_id from inbox where received < ? and state <> 'waiting' limit ?)`,
  );
  const purgeConversations = database.prepare(
    'delete from conversations where key in (select key from conversations where changed < ? limit ?)',
  );
  const writeConversation = database.prepare(
    `insert into conversations (key, state, changed) values (?, ?, ?)
     on conflict (key) do update set state = excluded.state, changed = excluded.changed`,
  );
  const deleteConversation = database.prepare('delete from conversations where key = ?');
  const readConversation = database.prepare('select state from conversations where key = ?').pluck();
  const writeReply = database.prepare(
    `insert into replies (update_id, nth, method, result)
     select @updateId, @nth, @method, @result where exists (select 1 from inbox where update_id = @updateId)`,
  );
  const readReply = database
    .prepare('select result from replies where update_id = ? and nth = ? and method = ?')
    .pluck();

  const receiveAll = database.transaction((updates: NewUpdate[], now: number) =>
    updates.filter(update => insert.run(update.updateId, update.queue, update.body, now).changes === 1),
  );
  const finishOne = database.transaction((updateId: number, changes: ConversationChange[], now: number) => {
    for (const { key, state } of changes) {
      if (state === null) deleteConversation.run(key);
      else writeConversation.run(key, state, now);
    }
    settle.run('done', null, updateId);
    deleteReplies.run(updateId);
  });
  const failOne = database.transaction((updateId: number, error: string) => {
    settle.run('failed', error, updateId);
    deleteReplies.run(updateId);
  });

  return {
    receive: async (updates, now) => receiveAll.immediate(updates, now),
    waiting: async (after = Number.MIN_SAFE_INTEGER, limit = -1) =>
      waiting.all(after, limit) as WaitingUpdate[],
    body: async updateId => (body.get(updateId) as string | undefined) ?? null,
    attempt: async updateId => void countAttempt.run(updateId),
    finish: async (updateId, changes, now) => finishOne.immediate(updateId, changes, now),
    fail: async (updateId, error) => failOne.immediate(updateId, error),
    conversation: async key => (readConversation.get(key) as string | undefined) ?? null,
    keepReply: async (updateId, nth, method, result) =>
      void writeReply.run({ updateId, nth, method, result }),
    reply: async (updateId, nth, method) =>
      (readReply.get(updateId, nth, method) as string | undefined) ?? null,
    purge: async (moment, limit) => purgeUpdates.run(moment, limit).changes === limit,
    purgeConversations: async (moment, limit) => purgeConversations.run(moment, limit).changes === limit,
  };
}
