import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../src/database/backup.ts';
import { openDatabase } from '../../src/database/database.ts';
import { lockInstance } from '../../src/database/instance-lock.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { newsSchema, singleFileSchema } from '../../src/database/migrations/news/index.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { openLibrary } from '../../src/store.ts';
import { randomFrom } from '../bench/invented.ts';
import { article } from '../campaigns/articles.ts';
import { countsOf, fromDump } from '../library/dump.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();
const newestFixture = new URL('./fixtures/news/schema-9.sql', import.meta.url);

/** A single file of the last such schema, with `chats` more subscriptions and messages than the fixture has. */
function singleFile(name: string, chats = 0): string {
  const path = join(folder, name);
  const raw = fromDump(path, readFileSync(newestFixture, 'utf8'));
  raw.exec(`
    with recursive numbers (n) as (select 1000 union all select n + 1 from numbers where n < ${1000 + chats - 1})
    insert into subscription (id, origin, chat_id, user_id, topics, people, weekdays, times, zone, state, next_due, created)
      select n, 'many:' || n, n, n, '[]', '[]', '[1]', '["08:00"]', 'UTC', 'active', 0, 0 from numbers where ${chats} > 0;
    insert into body (id, text, created) select id, '{"text":"' || id || '"}', 0 from subscription where id >= 1000;
    insert into outbox (subscription_id, chat_id, due, part, body_id, state, changed)
      select id, chat_id, 0, 1, id, 'planned', 0 from subscription where id >= 1000;`);
  raw.close();
  return path;
}

/** What both files hold, table by table. */
function contents(path: string): Record<string, number> {
  openLibrary(path).close();
  const news = openDatabase(path, newsSchema);
  const deliveries = openDatabase(deliveriesPath(path), deliveriesSchema);
  const counts = { ...countsOf(news), ...countsOf(deliveries) };
  news.close();
  deliveries.close();
  return counts;
}

test('a crash of a take-over at each of its steps is resumed at the next start', () => {
  const whole = contents(singleFile('whole.db'));
  expect(whole).toMatchObject({ subscriptions: 3, outbox: 6, timekeeping: 1 });

  const copying = singleFile('copying.db');
  openDatabase(`${deliveriesPath(copying)}.partial`, deliveriesSchema).close();
  expect(contents(copying)).toEqual(whole);

  // Copied under its name, but the single file still holds the deliveries too, and an older bot went on with it.
  const copied = singleFile('copied.db');
  const donor = singleFile('donor.db');
  openLibrary(donor).close();
  copyFileSync(deliveriesPath(donor), deliveriesPath(copied));
  const mark = new Sqlite(deliveriesPath(copied));
  mark.pragma(`application_id = ${0x436f6d74}`);
  mark.exec('delete from outbox');
  mark.close();
  expect(contents(copied)).toEqual(whole);
  expect(existsSync(`${deliveriesPath(copied)}.before-restore`)).toBe(false);

  // The news let go of the deliveries, whose mark was not taken off yet.
  const parted = singleFile('parted.db');
  openLibrary(parted).close();
  const marked = new Sqlite(deliveriesPath(parted));
  marked.pragma(`application_id = ${0x436f6d74}`);
  marked.close();
  expect(contents(parted)).toEqual(whole);
});

test('deliveries that are no unfinished copy are kept when a single file is put in their place', () => {
  const path = singleFile('replaced.db');
  const other = openLibrary(path);
  other.close();
  copyFileSync(singleFile('older.db'), path);
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  contents(path);
  const kept = openDatabase(`${deliveriesPath(path)}.before-restore`, deliveriesSchema);
  expect(countsOf(kept)).toMatchObject({ subscriptions: 3 });
  kept.close();
});

test('a single file is not taken over while a bot of the older version runs on it', () => {
  const path = singleFile('running.db');
  const release = lockInstance(path);
  expect(() => openLibrary(path)).toThrow(/in use by another bot/);
  release();
  expect(contents(path)).toMatchObject({ subscriptions: 3 });
});

test('a process that is killed again and again while it takes over a database loses and doubles nothing', async () => {
  const chats = 1500;
  const path = singleFile('killed.db', chats);
  const wanted = { subscriptions: chats + 3, outbox: chats + 6, message_bodies: chats + 6 };
  const random = randomFrom(7);
  let ends = 0;
  for (let kill = 0; kill < 4; kill += 1) {
    const child: ChildProcess = fork(new URL('./taker-over.ts', import.meta.url), [path]);
    await once(child, 'message');
    child.send('begin');
    const done = once(child, 'exit');
    // Seeded, and spread over what a take-over takes; where it falls does not change what must hold.
    await Promise.race([pause(random() * 120), done]);
    if (child.exitCode !== null) ends += 1;
    child.kill('SIGKILL');
    await done;
    if (ends > 2) break;
  }
  expect(contents(path)).toMatchObject(wanted);
  const single = new Sqlite(path);
  expect(single.prepare("select count(*) from sqlite_schema where name = 'outbox'").pluck().get()).toBe(0);
  single.close();
});

test('one backup brings both files back as they were together', async () => {
  const path = join(folder, 'both.db');
  const library = openLibrary(path);
  await library.articles.add(article(1), { now: 0 });
  const usual = { threadId: null, userId: 1, topics: [], people: [], weekdays: [1], times: ['08:00'] };
  const more = { zone: 'UTC', nextDue: 0, created: 0 };
  await library.subscriptions.add({ origin: 'a', chatId: 1, ...usual, ...more, deliveredUpTo: 1 });
  const copy = join(folder, 'both.backup');
  const copying = library.backup(copy);
  await library.articles.add(article(2), { now: 0 });
  await copying;
  await library.subscriptions.add({ origin: 'b', chatId: 2, ...usual, ...more, deliveredUpTo: 2 });
  expect(existsSync(deliveriesPath(copy))).toBe(false);
  library.close();

  await restoreBackup(copy, path);
  const restored = openLibrary(path);
  const [kept] = await restored.subscriptions.ofChat(1);
  expect(kept?.deliveredUpTo).toBe(1);
  expect(await restored.subscriptions.ofChat(2)).toEqual([]);
  // What was delivered is never ahead of the news.
  expect(await restored.news.head()).toBeGreaterThanOrEqual(1);
  restored.close();
  for (const file of [path, deliveriesPath(path)]) expect(existsSync(`${file}.before-restore`)).toBe(true);

  // A crash right after the one rename: both are still there, and are parted at the next start.
  const again = join(folder, 'again.db');
  copyFileSync(copy, again);
  const resumed = openLibrary(again);
  expect(await resumed.subscriptions.ofChat(1)).toHaveLength(1);
  expect(await resumed.articles.count()).toBeGreaterThanOrEqual(1);
  resumed.close();
});

test('a backup is restored over damaged files too, which are kept', async () => {
  const path = join(folder, 'damaged.db');
  const copy = join(folder, 'damaged.backup');
  const library = openLibrary(path);
  await library.articles.add(article(1), { now: 0 });
  await library.backup(copy);
  library.close();
  for (const file of [path, deliveriesPath(path)]) writeFileSync(file, 'no database at all '.repeat(300));
  await restoreBackup(copy, path);
  expect(contents(path)).toMatchObject({ articles: 1 });
  for (const file of [path, deliveriesPath(path)])
    expect(readFileSync(`${file}.before-restore`, 'utf8')).toContain('no database at all');
});

test('a backup made before there were two files is restored to two files', async () => {
  const copy = singleFile('old.backup');
  const path = join(folder, 'from-old.db');
  await restoreBackup(copy, path);
  expect(contents(path)).toMatchObject({ subscriptions: 3, articles: 3 });
});

test('a copy of the news alone is refused as a backup, with what to name instead', async () => {
  const path = join(folder, 'alone.db');
  openLibrary(path).close();
  const alone = join(folder, 'alone-copy.db');
  renameSync(path, alone);
  await expect(restoreBackup(alone, path)).rejects.toMatchObject({
    message: `${alone} holds the news without the deliveries`,
    fix: expect.stringContaining('backup'),
  });
  expect(existsSync(path)).toBe(false);
});

test('a single file is never opened as news alone, which would lose its deliveries', () => {
  const path = singleFile('unparted.db');
  expect(() => openDatabase(path, newsSchema)).toThrow('must be parted first');
  const library = openLibrary(path, { deliveries: join(folder, 'elsewhere.db') });
  library.close();
  expect(contents(path)).toMatchObject({ subscriptions: 3 });
});

test('a single file of the last schema has a fixture', () => {
  expect(singleFileSchema.steps.at(-1)?.version).toBe(9);
});
