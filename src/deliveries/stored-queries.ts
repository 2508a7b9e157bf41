import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** So long after it was last shown a button with a kept question still works. */
const keepDays = 180;

/** Questions that are too long for a button or a link, kept under a short key. */
export function keptQuestionsOf(database: Database) {
  const write = database.prepare(
    `INSERT INTO kept_question (key, question) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET used = 0 WHERE used <> 0`,
  );
  const date = database.prepare(`UPDATE kept_question SET used = ? WHERE used = 0`);
  const purge = database.prepare(`DELETE FROM kept_question WHERE used < ?`);
  const read = database.prepare(`SELECT question FROM kept_question WHERE key = ?`).pluck();
  return {
    /** Keeps a text and gives its key: 16 of `0-9a-f`, the same for the same text. */
    keep(question: string): string {
      const key = createHash('sha256').update(question).digest('hex').slice(0, 16);
      write.run(key, question);
      return key;
    },
    /** Dates those used since the last time, and takes out what has not been used for long. `now` in milliseconds. */
    async expire(now: number): Promise<void> {
      date.run(now);
      purge.run(now - keepDays * 86_400_000);
    },
    async get(key: string): Promise<string | null> {
      return (read.get(key) as string | undefined) ?? null;
    },
  };
}

export type KeptQuestions = ReturnType<typeof keptQuestionsOf>;
