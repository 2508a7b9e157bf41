import type { Database } from '../../database/database.ts';

/**
 * Moves everything that is stored about a chat to another id, all or nothing: every row that names the chat, its
 * conversations, and the updates that wait, which keep their order.
 */
export function createChatMigration(database: Database): (from: number, to: number) => void {
  // Taken from the schema, so that a table added later is not forgotten.
  const tables = database
    .prepare(
      `select item.name from sqlite_schema as item join pragma_table_info(item.name) as field
       where item.type = 'table' and field.name = 'chat_id'`,
    )
    .pluck()
    .all() as string[];
  const moves = [
    ...tables.map(table => `update or replace ${table} set chat_id = @to where chat_id = @from`),
    `update or replace conversations
     set key = 'chat ' || cast(@to as integer) || substr(key, length('chat ' || cast(@from as integer)) + 1)
     where key = 'chat ' || cast(@from as integer) or key like 'chat ' || cast(@from as integer) || ' topic %'`,
    `update inbox set queue = 'chat ' || cast(@to as integer)
     where queue = 'chat ' || cast(@from as integer) and state = 'waiting'`,
  ].map(sql => database.prepare(sql));
  return database.transaction((from: number, to: number) => {
    for (const move of moves) move.run({ from, to });
  }).immediate;
}
