import type { Database } from 'better-sqlite3';

/** An update as it waits to be handled. `body` is the Update as JSON. */
export type WaitingUpdate = { updateId: number; queue: string; body: string; attempts: number };

/** A change to a conversation's stored state, made together with the end of its update; null takes it out. */
export type ConversationChange = { key: string; state: string | null };

/**
 * Every update is written here as it comes and leaves when it is handled, so that one that was being
 * handled when the process died is handled after the next start.
 */
export function inboxOf(database: Database) {
  const insert = database.prepare(
    `INSERT INTO inbox (update_id, queue, body, received, state) VALUES (?, ?, ?, ?, 'waiting')
     ON CONFLICT (update_id) DO NOTHING`,
  );
  const waiting = database.prepare(
    `SELECT update_id AS updateId, queue, body, attempts FROM inbox WHERE state = 'waiting' ORDER BY update_id`,
  );
  const settle = database.prepare(
    `UPDATE inbox SET state = ?, queue = '', body = NULL, error = ? WHERE update_id = ?`,
  );
  const count = database.prepare(`UPDATE inbox SET attempts = attempts + 1 WHERE update_id = ?`);
  const forgetReplies = database.prepare(`DELETE FROM reply WHERE update_id = ?`);
  const purge = database.prepare(`DELETE FROM inbox WHERE received < ? AND state <> 'waiting'`);
  const purgeConversations = database.prepare(`DELETE FROM conversation WHERE changed < ?`);
  const writeConversation = database.prepare(
    `INSERT INTO conversation (key, state, changed) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET state = excluded.state, changed = excluded.changed`,
  );
  const deleteConversation = database.prepare(`DELETE FROM conversation WHERE key = ?`);
  const readConversation = database.prepare(`SELECT state FROM conversation WHERE key = ?`).pluck();
  const putReply = database.prepare(
    `INSERT INTO reply (update_id, nth, method, result)
     SELECT @updateId, @nth, @method, @result WHERE EXISTS (SELECT 1 FROM inbox WHERE update_id = @updateId)`,
  );
  const getReply = database
    .prepare(`SELECT result FROM reply WHERE update_id = ? AND nth = ? AND method = ?`)
    .pluck();

  const receiveAll = database.transaction(
    (updates: { updateId: number; queue: string; body: string }[], now: number) =>
      updates.filter(update => insert.run(update.updateId, update.queue, update.body, now).changes === 1),
  );
  const finishOne = database.transaction((updateId: number, changes: ConversationChange[], now: number) => {
    for (const { key, state } of changes) {
      if (state === null) deleteConversation.run(key);
      else writeConversation.run(key, state, now);
    }
    settle.run('done', null, updateId);
    forgetReplies.run(updateId);
  });

  return {
    /** Writes updates down; gives back those not seen before, in the same order. `now` in milliseconds. */
    async receive(updates: { updateId: number; queue: string; body: string }[], now: number) {
      return receiveAll(updates, now);
    },
    /** Takes out what is left of updates that came before `moment` and were handled: their ids. */
    async purge(moment: number): Promise<void> {
      purge.run(moment);
    },
    /** Takes out conversations that nobody has gone on with since `moment`. */
    async purgeConversations(moment: number): Promise<void> {
      purgeConversations.run(moment);
    },
    /** Those not handled yet, in order of arrival. */
    async waiting(): Promise<WaitingUpdate[]> {
      return waiting.all() as WaitingUpdate[];
    },
    /** Counts an attempt at handling before it is made. */
    async attempt(updateId: number): Promise<void> {
      count.run(updateId);
    },
    /** Marks an update as handled and makes the changes of its conversations, both or neither. */
    async finish(updateId: number, changes: ConversationChange[], now: number): Promise<void> {
      finishOne(updateId, changes, now);
    },
    /** Gives an update up; `error` is kept for the owner. */
    async fail(updateId: number, error: string): Promise<void> {
      settle.run('failed', error, updateId);
      forgetReplies.run(updateId);
    },
    /** The stored state of a conversation as JSON, or null. */
    async conversation(key: string): Promise<string | null> {
      return (readConversation.get(key) as string | undefined) ?? null;
    },
    /** Keeps Telegram's reply (JSON) to the `nth` call made for an update. */
    async keepReply(updateId: number, nth: number, method: string, result: string): Promise<void> {
      putReply.run({ updateId, nth, method, result });
    },
    /** Telegram's reply to that call if it was made before, or null. */
    async reply(updateId: number, nth: number, method: string): Promise<string | null> {
      return (getReply.get(updateId, nth, method) as string | undefined) ?? null;
    },
  };
}

export type Inbox = ReturnType<typeof inboxOf>;
