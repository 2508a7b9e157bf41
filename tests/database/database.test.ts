import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../src/database/backup.ts';
import { type DatabaseOptions, openDatabase, schemaOf } from '../../src/database/database.ts';
import { guarded } from '../../src/database/guard.ts';
import { lockInstance } from '../../src/database/instance-lock.ts';
import { LibraryError } from '../../src/database/library-error.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import type { Migration } from '../../src/database/migrations/migration.ts';
import { newsSchema } from '../../src/database/migrations/news/index.ts';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { createInbox } from '../../src/deliveries/inbox.ts';
import { openLibrary } from '../../src/store.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();
/** A schema of the tests' own. */
const schemaWith = (...steps: Migration[]) => ({ applicationId: 1, steps });
const openNews = (path: string, options?: DatabaseOptions) => openDatabase(path, newsSchema, options);
const file = (name: string) => join(folder, name);

function refusalOf(act: () => unknown): LibraryError {
  try {
    act();
  } catch (error) {
    if (error instanceof LibraryError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

test('writes safely on every connection, however often the database is opened again, copied and restored', async () => {
  const path = file('settings.db');
  const settings = () => {
    const database = openNews(path);
    const of = (name: string) => database.pragma(name, { simple: true });
    const found = [of('synchronous'), of('foreign_keys'), of('journal_mode')];
    database.close();
    return found;
  };
  for (let time = 0; time < 3; time += 1) expect(settings()).toEqual([2, 1, 'wal']);
  const library = openLibrary(path);
  await library.backup(file('settings-copy.db'));
  library.close();
  await restoreBackup(file('settings-copy.db'), path);
  expect(settings()).toEqual([2, 1, 'wal']);
});

test('numbers the steps of each schema without a gap', () => {
  for (const { steps } of [newsSchema, deliveriesSchema])
    expect(steps.map(step => step.version)).toEqual(steps.map((_, at) => at + 1));
});

test('refuses a database of a newer schema and leaves it as it is', () => {
  const path = file('newer.db');
  openNews(path).close();
  const raw = new Sqlite(path);
  raw.pragma('user_version = 999');
  raw.close();
  const refusal = refusalOf(() => openNews(path));
  expect(refusal.kind).toBe('newer-schema');
  expect(refusal.fix).toMatch(/newer version/);
  const after = new Sqlite(path);
  expect(after.pragma('user_version', { simple: true })).toBe(999);
  after.close();
});

test('copies a database before it changes its schema', () => {
  const path = file('older.db');
  const step = { version: 1, name: 'first', sql: 'create table kept (word text)' };
  const old = openDatabase(path, schemaWith(step));
  old.exec("insert into kept values ('before')");
  old.close();
  const backupFolder = file('copies');
  const next = { version: 2, name: 'second', sql: 'drop table kept' };
  const migrated = openDatabase(path, schemaWith(step, next), { backupFolder });
  expect(schemaOf(migrated)).toBe(2);
  migrated.close();
  const [copy] = readdirSync(backupFolder);
  const kept = new Sqlite(join(backupFolder, copy!));
  expect(kept.prepare('select word from kept').pluck().get()).toBe('before');
  kept.close();
});

test('takes back a step that fails', () => {
  const path = file('failing.db');
  const step = { version: 1, name: 'first', sql: 'create table kept (word text)' };
  openDatabase(path, schemaWith(step)).close();
  const broken = { version: 2, name: 'broken', sql: 'create table half (word text); select nonsense(' };
  expect(() => openDatabase(path, schemaWith(step, broken))).toThrow();
  const raw = new Sqlite(path);
  expect(raw.pragma('user_version', { simple: true })).toBe(1);
  expect(raw.prepare("select count(*) from sqlite_master where name = 'half'").pluck().get()).toBe(0);
  raw.close();
});

test.each([
  [
    'no database',
    'no-database',
    (path: string) => writeFileSync(path, 'just some words, long enough to be read'.repeat(40)),
  ],
  ['a folder', 'unwritable', (path: string) => mkdirSync(path)],
  [
    'the database of another program',
    'foreign-database',
    (path: string) => {
      const other = new Sqlite(path);
      other.exec('create table bookmarks (address text)');
      other.close();
    },
  ],
])('says what is wrong with %s, and what to do', (name, kind, make) => {
  const path = file(`wrong-${kind}`);
  make(path);
  const refusal = refusalOf(() => openNews(path));
  expect(refusal.kind, name).toBe(kind);
  expect(refusal.message).toContain(path);
  expect(refusal.fix).toMatch(/\.$/);
});

test('says so when the folder cannot be made', () => {
  writeFileSync(file('in-the-way'), '');
  const refusal = refusalOf(() => openNews(join(file('in-the-way'), 'library.db')));
  expect(refusal.kind).toBe('unwritable');
  expect(existsSync(join(folder, 'in-the-way'))).toBe(true);
  expect(refusalOf(() => openNews('/proc/nowhere/deep/library.db')).kind).toBe('unwritable');
});

test('a full disk is reported in a sentence, and what was written before stays', async () => {
  const path = file('full.db');
  const database = openDatabase(path, deliveriesSchema);
  const pages = database.pragma('page_count', { simple: true }) as number;
  database.pragma(`max_page_count = ${pages + 20}`);
  const told: LibraryError[] = [];
  const onBroken = (error: LibraryError) => told.push(error);
  const inbox = guarded(createInbox(database), { path, patience: 0, onBroken });
  let kept = 0;
  const fill = async () => {
    for (;;) {
      await inbox.receive([{ updateId: kept + 1, queue: 'chat 1', body: 'x'.repeat(3000) }], 0);
      kept += 1;
    }
  };
  await expect(fill()).rejects.toMatchObject({
    kind: 'full',
    message: `${path} cannot be written, as the disk is full`,
    fix: expect.stringContaining('Make room'),
  });
  expect(told).toHaveLength(1);
  database.close();
  const again = openDatabase(path, deliveriesSchema);
  expect(await createInbox(again).waiting()).toHaveLength(kept);
  expect(kept).toBeGreaterThan(5);
  again.close();
});

test('a database that another process is writing to is refused in a sentence', async () => {
  const path = file('locked.db');
  openLibrary(path).close();
  const holder = fork(new URL('../library/holder.ts', import.meta.url), [path, 'lock']);
  await once(holder, 'message');
  const refusal = refusalOf(() => openLibrary(path, { patience: 20 }));
  expect(refusal).toMatchObject({
    kind: 'busy',
    message: `${deliveriesPath(path)} is in use by another process`,
  });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  openLibrary(path).close();
});

test('the schema is not changed under a bot of an older version', () => {
  const path = file('running.db');
  const step = { version: 1, name: 'first', sql: 'create table kept (word text)' };
  openDatabase(path, schemaWith(step)).close();
  const release = lockInstance(path);
  const next = { version: 2, name: 'second', sql: 'drop table kept' };
  expect(refusalOf(() => openDatabase(path, schemaWith(step, next))).kind).toBe('busy');
  release();
  const migrated = openDatabase(path, schemaWith(step, next));
  expect(schemaOf(migrated)).toBe(2);
  migrated.close();
});
