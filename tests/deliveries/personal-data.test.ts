import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { openLibrary } from '../../src/store.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();

test('every table that says whose its rows are is shown and forgotten', async () => {
  const file = join(folder, 'belongings.db');
  const library = openLibrary(file);
  onTestFinished(() => library.close());
  const database = new Sqlite(deliveriesPath(file), { readonly: true });
  onTestFinished(() => void database.close());
  const tables = database
    .prepare(
      `SELECT DISTINCT tables.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
       WHERE tables.type = 'table' AND columns.name IN ('chat_id', 'user_id')`,
    )
    .pluck()
    .all();
  expect(tables).toContain('subscriptions');
  expect(await library.personalData.tables()).toEqual(expect.arrayContaining(tables));
});
