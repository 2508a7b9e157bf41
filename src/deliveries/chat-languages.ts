import type { Database } from '../database/database.ts';

/** In which language each chat is answered, and its digests are written. */
export type ChatLanguages = {
  /** The language of a chat, or null if it is not known yet. */
  get(chatId: number): Promise<string | null>;
  /** Whether the people of a chat have chosen its language. */
  isChosen(chatId: number): Promise<boolean>;
  /** Keeps the language that Telegram names, if the chat has none yet. */
  note(chatId: number, language: string): Promise<void>;
  /** Keeps the language that Telegram names now, if one was kept that its people haven't chosen. */
  follow(chatId: number, language: string): Promise<void>;
  /** Keeps the language that the people of a chat have chosen. */
  choose(chatId: number, language: string): Promise<void>;
};

/** The languages of the chats in the database of the deliveries. */
export function createChatLanguages(database: Database): ChatLanguages {
  const get = database.prepare('select language from chat_languages where chat_id = ?').pluck();
  const chosen = database.prepare('select chosen from chat_languages where chat_id = ?').pluck();
  const note = database.prepare(
    'insert into chat_languages (chat_id, language) values (?, ?) on conflict (chat_id) do nothing',
  );
  const follow = database.prepare(
    'update chat_languages set language = @language where chat_id = @chatId and chosen = 0 and language <> @language',
  );
  const choose = database.prepare(
    `insert into chat_languages (chat_id, language, chosen) values (?, ?, 1)
     on conflict (chat_id) do update set language = excluded.language, chosen = 1`,
  );
  return {
    get: async chatId => (get.get(chatId) as string | undefined) ?? null,
    isChosen: async chatId => chosen.get(chatId) === 1,
    note: async (chatId, language) => void note.run(chatId, language),
    follow: async (chatId, language) => void follow.run({ chatId, language }),
    choose: async (chatId, language) => void choose.run(chatId, language),
  };
}
