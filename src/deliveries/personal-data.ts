import type { Database } from '../database/database.ts';

/** What is stored about people and their chats: to be shown to them, and to be erased when they ask. */
export type PersonalData = {
  /** The tables that hold any of it. */
  tables(): Promise<string[]>;
  /** Every row about a chat, by its table; values are the database's own. */
  of(chat: number): Promise<Record<string, unknown[]>>;
  /** How many subscriptions of other chats a user has set up. */
  setUpElsewhere(user: number): Promise<number>;
  /**
   * Erases everything about a chat. Subscriptions that its person has set up for other chats belong to those:
   * they go on, and no longer say who set them up.
   */
  erase(chat: number): Promise<void>;
};

/** Where data about a chat is stored: the rows of `table` that `where` selects by `@chat`. */
type Location = { table: string; where: string; stays?: true };

// A number is bound as a real, and would be written with its decimal point.
const chatKey = `'chat ' || cast(@chat as integer)`;
const queued = `queue = ${chatKey}`;

/** Everything about a chat, rows that refer to others before those. */
const locations: Location[] = [
  { table: 'outbox', where: 'subscription_id in (select id from subscriptions where chat_id = @chat)' },
  { table: 'subscriptions', where: 'chat_id = @chat' },
  { table: 'conversations', where: `(key = ${chatKey} or key like ${chatKey} || ' topic %')` },
  { table: 'read_markers', where: 'chat_id = @chat' },
  { table: 'chat_languages', where: 'chat_id = @chat' },
  { table: 'sent_answers', where: 'chat_id = @chat' },
  { table: 'shown_answers', where: 'chat_id = @chat' },
  { table: 'notifications', where: 'chat_id = @chat' },
  { table: 'reachable_admins', where: 'user_id = @chat' },
  { table: 'replies', where: `update_id in (select update_id from inbox where ${queued})` },
  // The id must stay, to recognize an update that is delivered again; nothing else is left of it once handled.
  { table: 'inbox', where: queued, stays: true },
  // A ban that one could lift by asking to be forgotten would be pointless.
  { table: 'access_list', where: `chat_id = @chat and state = 'admitted'` },
  { table: 'access_list', where: `chat_id = @chat and state = 'banned'`, stays: true },
];

/** What the database of the deliveries has about people. */
export function createPersonalData(database: Database): PersonalData {
  const reads = locations.map(({ table, where }) => ({
    table,
    select: database.prepare(`select * from ${table} where ${where}`),
  }));
  const deletes = locations
    .filter(({ stays }) => !stays)
    .map(({ table, where }) => database.prepare(`delete from ${table} where ${where}`));
  const elsewhere = database
    .prepare('select count(*) from subscriptions where user_id = @chat and chat_id <> @chat')
    .pluck();
  const disown = database.prepare(
    'update subscriptions set user_id = 0 where user_id = @chat and chat_id <> @chat',
  );
  const eraseAll = database.transaction((chat: number) => {
    for (const each of deletes) each.run({ chat });
    disown.run({ chat });
  });

  return {
    tables: async () => [...new Set(locations.map(({ table }) => table))],
    async of(chat) {
      const found: Record<string, unknown[]> = {};
      for (const { table, select } of reads) {
        const rows = select.all({ chat });
        if (rows.length > 0) found[table] = [...(found[table] ?? []), ...rows];
      }
      return found;
    },
    setUpElsewhere: async user => elsewhere.get({ chat: user }) as number,
    erase: async chat => eraseAll.immediate(chat),
  };
}
