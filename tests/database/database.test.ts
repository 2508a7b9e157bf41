import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { restoreFrom } from '../../src/database/backup.ts';
import { openDatabase, schemaOf } from '../../src/database/database.ts';
import { claim } from '../../src/database/instance-lock.ts';
import { LibraryError } from '../../src/database/library-error.ts';
import { migrations } from '../../src/database/migrations/index.ts';
import { watched } from '../../src/database/translate-errors.ts';
import { inboxOf } from '../../src/deliveries/inbox.ts';
import { openLibrary } from '../../src/store.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();
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
    const database = openDatabase(path);
    const of = (name: string) => database.pragma(name, { simple: true });
    const found = [of('synchronous'), of('foreign_keys'), of('journal_mode')];
    database.close();
    return found;
  };
  for (let time = 0; time < 3; time += 1) expect(settings()).toEqual([2, 1, 'wal']);
  const library = openLibrary(path);
  await library.backup(file('settings-copy.db'));
  library.close();
  await restoreFrom(file('settings-copy.db'), path);
  expect(settings()).toEqual([2, 1, 'wal']);
});

test('numbers the steps of the schema without a gap', () => {
  expect(migrations.map(step => step.version)).toEqual(migrations.map((_, at) => at + 1));
});

test('refuses a database of a newer schema and leaves it as it is', () => {
  const path = file('newer.db');
  openDatabase(path).close();
  const raw = new Sqlite(path);
  raw.pragma('user_version = 999');
  raw.close();
  const refusal = refusalOf(() => openDatabase(path));
  expect(refusal.kind).toBe('newer-schema');
  expect(refusal.fix).toMatch(/newer version/);
  const after = new Sqlite(path);
  expect(after.pragma('user_version', { simple: true })).toBe(999);
  after.close();
});

test('copies a database before it changes its schema', () => {
  const path = file('older.db');
  const step = { version: 1, name: 'first', sql: 'create table kept (word text)' };
  const old = openDatabase(path, { steps: [step] });
  old.exec("insert into kept values ('before')");
  old.close();
  const backupFolder = file('copies');
  const next = { version: 2, name: 'second', sql: 'drop table kept' };
  const migrated = openDatabase(path, { steps: [step, next], backupFolder });
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
  openDatabase(path, { steps: [step] }).close();
  const broken = { version: 2, name: 'broken', sql: 'create table half (word text); select nonsense(' };
  expect(() => openDatabase(path, { steps: [step, broken] })).toThrow();
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
  const refusal = refusalOf(() => openDatabase(path));
  expect(refusal.kind, name).toBe(kind);
  expect(refusal.message).toContain(path);
  expect(refusal.fix).toMatch(/\.$/);
});

test('says so when the folder cannot be made', () => {
  writeFileSync(file('in-the-way'), '');
  const refusal = refusalOf(() => openDatabase(join(file('in-the-way'), 'library.db')));
  expect(refusal.kind).toBe('unwritable');
  expect(existsSync(join(folder, 'in-the-way'))).toBe(true);
  expect(refusalOf(() => openDatabase('/proc/nowhere/deep/library.db')).kind).toBe('unwritable');
});

test('a full disk is told in a sentence, and what was written before stays', async () => {
  const path = file('full.db');
  const database = openDatabase(path);
  const pages = database.pragma('page_count', { simple: true }) as number;
  database.pragma(`max_page_count = ${pages + 20}`);
  const told: LibraryError[] = [];
  const inbox = watched(inboxOf(database), path, error => told.push(error));
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
  const again = openLibrary(path);
  expect(await again.inbox.waiting()).toHaveLength(kept);
  expect(kept).toBeGreaterThan(5);
  again.close();
});

test('a database that another process is writing to is refused in a sentence', async () => {
  const path = file('locked.db');
  openDatabase(path).close();
  const holder = fork(new URL('../library/holder.ts', import.meta.url), [path, 'lock']);
  await once(holder, 'message');
  const refusal = refusalOf(() => openDatabase(path, { patience: 20 }));
  expect(refusal).toMatchObject({ kind: 'busy', message: `${path} is in use by another process` });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  openDatabase(path).close();
});

test('the schema is not changed under a bot of an older version', () => {
  const path = file('running.db');
  const step = { version: 1, name: 'first', sql: 'create table kept (word text)' };
  openDatabase(path, { steps: [step] }).close();
  const release = claim(path);
  const next = { version: 2, name: 'second', sql: 'drop table kept' };
  expect(refusalOf(() => openDatabase(path, { steps: [step, next] })).kind).toBe('busy');
  release();
  const migrated = openDatabase(path, { steps: [step, next] });
  expect(schemaOf(migrated)).toBe(2);
  migrated.close();
});
