import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase, schemaOf } from '../../src/library/database.ts';
import { LibraryError } from '../../src/library/library-error.ts';
import { migrations } from '../../src/library/migrations/index.ts';
import { scratchFolder } from './scratch.ts';

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

test('sets safe writing on every connection, not only on the first', () => {
  openDatabase(file('settings.db')).close();
  const again = openDatabase(file('settings.db'));
  expect(again.pragma('synchronous', { simple: true })).toBe(2);
  expect(again.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(again.pragma('journal_mode', { simple: true })).toBe('wal');
  again.close();
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
