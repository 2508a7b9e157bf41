import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** Questions that are too long for a button or a link, kept under a short key. */
export function keptQuestionsOf(database: Database) {
  const write = database.prepare(
    `INSERT INTO kept_question (key, question) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET used = 0 WHERE used <> 0`,
  );
  const date = database.prepare(`UPDATE kept_question SET used = ? WHERE used = 0`);
  const purge = database.prepare(`DELETE FROM kept_question WHERE used < ? AND used <> 0`);
  const read = database.prepare(`SELECT question FROM kept_question WHERE key = ?`).pluck();
  return {
    /** Keeps a text and gives its key: 16 of `0-9a-f`, the same for the same text. */
    keep(question: string): string {
      const key = createHash('sha256').update(question).digest('hex').slice(0, 16);
      write.run(key, question);
      return key;
    },
    /** Dates those used since the last time. `now` in milliseconds. */
    async date(now: number): Promise<void> {
      date.run(now);
    },
    /** Takes out what has not been used since `moment`, in milliseconds: its buttons no longer work. */
    async purge(moment: number): Promise<void> {
      purge.run(moment);
    },
    async get(key: string): Promise<string | null> {
      return (read.get(key) as string | undefined) ?? null;
    },
  };
}

export type KeptQuestions = ReturnType<typeof keptQuestionsOf>;
