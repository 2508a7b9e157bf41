import type { Database } from '../database/database.ts';

/**
 * Carries all that is kept of a chat over to another id, both or neither: every row that names the chat, its
 * conversations, and the updates that wait, which keep their order.
 */
export function movingOf(database: Database): (from: number, to: number) => void {
  // Asked of the schema, so that a table that comes later is not forgotten.
  const tables = database
    .prepare(
      `SELECT item.name FROM sqlite_schema AS item JOIN pragma_table_info(item.name) AS field
       WHERE item.type = 'table' AND field.name = 'chat_id'`,
    )
    .pluck()
    .all() as string[];
  const moves = [
    ...tables.map(table => `UPDATE OR REPLACE ${table} SET chat_id = @to WHERE chat_id = @from`),
    `UPDATE OR REPLACE conversation
     SET key = 'chat ' || CAST(@to AS INTEGER) || substr(key, length('chat ' || CAST(@from AS INTEGER)) + 1)
     WHERE key = 'chat ' || CAST(@from AS INTEGER) OR key LIKE 'chat ' || CAST(@from AS INTEGER) || ' topic %'`,
    `UPDATE inbox SET queue = 'chat ' || CAST(@to AS INTEGER)
     WHERE queue = 'chat ' || CAST(@from AS INTEGER) AND state = 'waiting'`,
  ].map(sql => database.prepare(sql));
  return database.transaction((from: number, to: number) => {
    for (const move of moves) move.run({ from, to });
  });
}
