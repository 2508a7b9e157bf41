import type { Database } from 'better-sqlite3';

/** Where something of a chat is kept: the rows of `table` that `where` picks out by `@chat`. */
type Kept = { table: string; where: string; stays?: true };

// A number is handed over as a fraction, and would be written with its point.
const chatKey = `'chat ' || CAST(@chat AS INTEGER)`;
const conversationOf = `(key = ${chatKey} OR key LIKE ${chatKey} || ' topic %')`;
const inboxOf = `queue = ${chatKey}`;

/** All that is kept of a chat, what hangs on something else before it. */
const kept: Kept[] = [
  { table: 'outbox', where: `subscription_id IN (SELECT id FROM subscription WHERE chat_id = @chat)` },
  { table: 'subscription', where: `chat_id = @chat` },
  { table: 'conversation', where: conversationOf },
  { table: 'asked', where: `chat_id = @chat` },
  { table: 'note', where: `chat_id = @chat` },
  { table: 'admin_here', where: `user_id = @chat` },
  { table: 'reply', where: `update_id IN (SELECT update_id FROM inbox WHERE ${inboxOf})` },
  // Its number must stay: an update that comes again is told by it. It holds nothing else when it is done.
  { table: 'inbox', where: inboxOf, stays: true },
  // A ban that one could take back by being forgotten would be none.
  { table: 'guest', where: `chat_id = @chat AND state = 'admitted'` },
  { table: 'guest', where: `chat_id = @chat AND state = 'banned'`, stays: true },
];

/** What is kept of people and their chats: to be shown to them, and to be deleted when they ask. */
export function belongingsOf(database: Database) {
  const reads = kept.map(({ table, where }) => ({
    table,
    select: database.prepare(`SELECT * FROM ${table} WHERE ${where}`),
  }));
  const deletes = kept
    .filter(({ stays }) => !stays)
    .map(({ table, where }) => database.prepare(`DELETE FROM ${table} WHERE ${where}`));
  const elsewhere = database
    .prepare(`SELECT count(*) FROM subscription WHERE user_id = @chat AND chat_id <> @chat`)
    .pluck();
  const disown = database.prepare(
    `UPDATE subscription SET user_id = 0 WHERE user_id = @chat AND chat_id <> @chat`,
  );
  const forgetAll = database.transaction((chat: number) => {
    for (const each of deletes) each.run({ chat });
    disown.run({ chat });
  });

  return {
    /** Where something of people is kept. */
    tables: () => [...new Set(kept.map(({ table }) => table))],
    /** Every row that is kept of a chat, by its table; values are the database's own. */
    async of(chat: number): Promise<Record<string, unknown[]>> {
      const found: Record<string, unknown[]> = {};
      for (const { table, select } of reads) {
        const rows = select.all({ chat });
        if (rows.length > 0) found[table] = [...(found[table] ?? []), ...rows];
      }
      return found;
    },
    /** How many subscriptions of other chats somebody has set up. */
    async setUpElsewhere(user: number): Promise<number> {
      return elsewhere.get({ chat: user }) as number;
    },
    /**
     * Deletes all that is kept of a chat. Subscriptions that its person has set up for other chats belong to
     * those: they go on, and no longer say who set them up.
     */
    async forget(chat: number): Promise<void> {
      forgetAll(chat);
    },
  };
}

export type Belongings = ReturnType<typeof belongingsOf>;
