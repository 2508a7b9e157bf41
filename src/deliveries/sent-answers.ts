import type { Database } from '../database/database.ts';

/** Which messages of the bot answered which question; all by Telegram's message ids within a chat. */
export type SentAnswers = {
  /** The messages that answered a question, in order; empty if none are known. */
  of(chat: number, question: number): Promise<number[]>;
  /** Notes what answered a question, in place of what did before; `now` in milliseconds since the epoch. */
  note(chat: number, question: number, messages: readonly number[], now: number): Promise<void>;
  /** Deletes at most `limit` that were noted before `moment`; whether more are left. */
  purge(moment: number, limit: number): Promise<boolean>;
};

/** The sent answers in the database of the deliveries. */
export function createSentAnswers(database: Database): SentAnswers {
  const read = database
    .prepare('select messages from sent_answers where chat_id = ? and question = ?')
    .pluck();
  const write = database.prepare(
    `insert into sent_answers (chat_id, question, messages, sent) values (@chat, @question, @messages, @now)
     on conflict (chat_id, question) do update set messages = excluded.messages, sent = excluded.sent`,
  );
  const purge = database.prepare(
    `delete from sent_answers where (chat_id, question) in
       (select chat_id, question from sent_answers where sent < ? limit ?)`,
  );
  return {
    async of(chat, question) {
      const messages = read.get(chat, question) as string | undefined;
      return messages === undefined ? [] : (JSON.parse(messages) as number[]);
    },
    note: async (chat, question, messages, now) =>
      void write.run({ chat, question, messages: JSON.stringify(messages), now }),
    purge: async (moment, limit) => purge.run(moment, limit).changes === limit,
  };
}
