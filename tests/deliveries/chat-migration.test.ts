import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { deliveriesPath, partSingleFile } from '../../src/database/two-files.ts';
import { createSubscriptions } from '../../src/deliveries/subscriptions/subscriptions.ts';
import { countsOf, fromDump } from '../library/dump.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();

/** A database with something of the chats 501 and -502 in every table that can hold it. */
function furnished(name: string) {
  const path = join(folder, name);
  fromDump(
    path,
    readFileSync(new URL('../database/fixtures/news/schema-8.sql', import.meta.url), 'utf8'),
  ).close();
  partSingleFile(path, deliveriesPath(path), {});
  const database = openDatabase(deliveriesPath(path), deliveriesSchema);
  database.exec(`insert into chat_languages (chat_id, language, chosen) values (501, 'uk', 1)`);
  database.exec(
    `insert into sent_answers (chat_id, question, messages, sent) values (501, 1, '[2]', 1), (-502, 1, '[2]', 1)`,
  );
  database.exec(
    `insert into shown_answers (place, chat_id, body, articles, sent) values ('[501,2]', 501, '{}', '[]', 1)`,
  );
  return database;
}

test('whatever is kept of a chat goes along when it gets another id, and nothing else', async () => {
  const database = furnished('moving.db');
  const before = countsOf(database);
  const namingChats = database
    .prepare(
      `select item.name from sqlite_schema as item join pragma_table_info(item.name) as field
       where item.type = 'table' and field.name = 'chat_id' order by 1`,
    )
    .pluck()
    .all() as string[];
  const numberOf = (table: string, chat: number) =>
    database.prepare(`select count(*) from ${table} where chat_id = ?`).pluck().get(chat);
  const had = namingChats.map(table => numberOf(table, 501));
  expect(namingChats).toEqual(
    expect.arrayContaining(['access_list', 'notifications', 'outbox', 'read_markers', 'subscriptions']),
  );
  expect(had.every(number => Number(number) > 0)).toBe(true);

  const subscriptions = createSubscriptions(database);
  await subscriptions.moveChat(501, 9001);
  await subscriptions.moveChat(-502, -9002);
  expect(namingChats.map(table => numberOf(table, 501))).toEqual(had.map(() => 0));
  expect(namingChats.map(table => numberOf(table, 9001))).toEqual(had);
  expect(countsOf(database)).toEqual(before);
  const column = (sql: string) => database.prepare(sql).pluck().all();
  expect(column('select key from conversations')).toEqual(['chat -9002 topic 7']);
  expect(column(`select queue from inbox where state = 'waiting'`)).toEqual(['chat 9001']);
  expect(await subscriptions.ofChat(503)).toHaveLength(1);
  database.close();
});

test('where the new id is known already, the old one’s place is taken', async () => {
  const database = furnished('known.db');
  database.exec(`insert into access_list (chat_id, state, since) values (9001, 'admitted', 1)`);
  database.exec(
    `insert into conversations (key, state, changed) values ('chat -9002 topic 7', '{"new":1}', 2)`,
  );
  const subscriptions = createSubscriptions(database);
  await subscriptions.moveChat(501, 9001);
  await subscriptions.moveChat(-502, -9002);
  expect(database.prepare('select since from access_list where chat_id = 9001').pluck().all()).toEqual([
    1_893_900_000_000,
  ]);
  expect(database.prepare('select state from conversations').pluck().all()).toEqual(['{"version":1}']);
  database.close();
});
