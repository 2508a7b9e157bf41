import type { Database } from '../database/database.ts';

/** A few words from the bot itself to a chat. */
export type Note = { key: string; chatId: number; text: string };

/** Notes are best told once or not at all: one whose fate is unknown is not told again. */
export function notesOf(database: Database) {
  const add = database.prepare(
    `INSERT INTO note (key, chat_id, text, state, changed) VALUES (@key, @chatId, @text, 'waiting', @now)
     ON CONFLICT (key) DO NOTHING`,
  );
  const next = database.prepare(
    `SELECT key, chat_id AS chatId, text FROM note WHERE state = 'waiting' ORDER BY changed, key LIMIT 1`,
  );
  const settle = database.prepare(
    `UPDATE note SET state = @state, error = @error, chat_id = @chatId, changed = @now WHERE key = @key`,
  );
  const latest = database.prepare(`SELECT max(changed) FROM note WHERE key LIKE ? || '%'`).pluck();
  const purge = database.prepare(`DELETE FROM note WHERE changed < ? AND state <> 'waiting'`);
  const meet = database.prepare(
    `INSERT INTO admin_here (user_id, since) VALUES (?, ?) ON CONFLICT (user_id) DO NOTHING`,
  );
  const part = database.prepare(`DELETE FROM admin_here WHERE user_id = ?`);
  const here = database.prepare(`SELECT user_id FROM admin_here`).pluck();

  return {
    /** Puts a note in line; false where one with this key was there before. `now` in milliseconds. */
    async add(note: Note, now: number): Promise<boolean> {
      return add.run({ ...note, now }).changes === 1;
    },
    async next(): Promise<Note | null> {
      return (next.get() as Note | undefined) ?? null;
    },
    /** Notes how it stands with a note; `waiting` puts it back in line, for another chat where it has moved. */
    async settle(
      { key, chatId }: Pick<Note, 'key' | 'chatId'>,
      state: 'waiting' | 'sending' | 'sent' | 'failed',
      now: number,
      error: string | null = null,
    ): Promise<void> {
      settle.run({ key, chatId, state, error, now });
    },
    /** When something last happened to a note whose key begins so; null where there is none. */
    async latest(beginning: string): Promise<number | null> {
      return (latest.get(beginning) as number | null) ?? null;
    },
    /** Takes out what was told, or may have been, before `moment`. */
    async purge(moment: number): Promise<void> {
      purge.run(moment);
    },
    /** An administrator of the bot talks to it, and may be written to until they block it. */
    async meet(userId: number, now: number): Promise<void> {
      meet.run(userId, now);
    },
    async part(userId: number): Promise<void> {
      part.run(userId);
    },
    /** Who has talked to the bot and not blocked it since. */
    async here(): Promise<number[]> {
      return here.all() as number[];
    },
  };
}

export type Notes = ReturnType<typeof notesOf>;
