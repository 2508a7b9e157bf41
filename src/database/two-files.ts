import { existsSync, renameSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { extractDeliveries, holdsDeliveries } from './bundle.ts';
import { applicationIdOf, type Database, type DatabaseOptions, openDatabase, schemaOf } from './database.ts';
import { moveDatabase, removeDatabase, syncFolder } from './files.ts';
import { lockInstance } from './instance-lock.ts';
import { deliveriesSchema } from './migrations/deliveries/index.ts';
import { takeOver } from './migrations/deliveries/take-over.ts';
import { newestVersion, type Schema } from './migrations/migration.ts';
import { newsSchema, singleFileSchema } from './migrations/news/index.ts';

/** "Comt": deliveries that were copied from a single file which still holds them too. */
const unfinished: Schema = { ...deliveriesSchema, applicationId: 0x436f6d74 };

/** The file of the deliveries that belong to the news file at `path`: `NAME.deliveries.db` next to `NAME.db`. */
export function deliveriesPath(path: string): string {
  return path === ':memory:' ? path : `${path.replace(/\.db$/, '')}.deliveries.db`;
}

/**
 * Parts a single file into news and deliveries: a database from before there were two files, or a backup that was
 * put in its place. Nothing is done for one that is in two files already.
 *
 * While the single file holds the deliveries, they count and those in the other file do not: a copy from an
 * unfinished attempt, recognized by its mark, is made again, and a file without the mark is moved aside. The mark
 * goes once the news file has let go of them, so that a crash at any point is resumed at the next start.
 * @throws LibraryError while a bot is running on the file
 */
export function partSingleFile(path: string, deliveries: string, options: DatabaseOptions): void {
  if (path === ':memory:') return;
  const held = heldIn(path);
  if (held === null) {
    finish(deliveries);
    return;
  }
  const release = lockInstance(path);
  try {
    const locked = { ...options, locked: true };
    // A copy of what was there is kept, as of before the first of the steps.
    const found = schemaAt(path);
    const news = held === 'tables' ? openDatabase(path, singleFileSchema, locked) : openRaw(path);
    moveAside(deliveries);
    const partial = `${deliveries}.partial`;
    removeDatabase(partial);
    if (held === 'tables') copyTables(path, partial);
    else extractDeliveries(news, partial, unfinished.applicationId);
    renameSync(partial, deliveries);
    syncFolder(deliveries);
    if (held === 'bundle') news.exec('drop table bundled_deliveries');
    news.close();
    if (held === 'tables') {
      const parted = { ...locked, isParted: true };
      const isCopied = found < newestVersion(singleFileSchema);
      openDatabase(path, newsSchema, isCopied ? { ...parted, copy: null } : parted).close();
    }
    finish(deliveries);
  } finally {
    release();
  }
}

/** How the file at `path` holds deliveries: as the tables of an old schema, as a bundled file, or not at all. */
function heldIn(path: string): 'tables' | 'bundle' | null {
  if (!existsSync(path)) return null;
  let database: Database | undefined;
  try {
    database = openRaw(path);
    if (applicationIdOf(database) !== newsSchema.applicationId) return null;
    if (holdsDeliveries(database)) return 'bundle';
    const version = schemaOf(database);
    return version > 0 && version <= newestVersion(singleFileSchema) ? 'tables' : null;
  } catch {
    // What is wrong with the file is said when it is opened to be used.
    return null;
  } finally {
    database?.close();
  }
}

function schemaAt(path: string): number {
  const database = openRaw(path);
  try {
    return schemaOf(database);
  } finally {
    database.close();
  }
}

function openRaw(path: string): Database {
  const database = new Sqlite(path, { timeout: 10_000 });
  database.pragma('synchronous = FULL');
  return database;
}

/** Copies the deliveries of the single file at `path` to a new file, in one transaction of that one. */
function copyTables(path: string, to: string): void {
  const target = openDatabase(to, unfinished);
  try {
    target.prepare('attach ? as old').run(path);
    target.transaction(() => {
      for (const { table, columns, select } of takeOver)
        target.exec(`insert into main.${table} (${columns}) ${select}`);
    })();
    target.exec('detach old');
  } finally {
    // The last connection writes the log into the file.
    target.close();
  }
}

/** Deliveries from an unfinished attempt are removed, others are kept under another name. */
function moveAside(path: string): void {
  if (!existsSync(path)) return;
  if (isUnfinished(path)) removeDatabase(path);
  else moveDatabase(path, `${path}.before-restore`);
}

/** Whether the file at `path` has the mark; not for one that cannot be read. */
function isUnfinished(path: string): boolean {
  let database: Database | undefined;
  try {
    database = openRaw(path);
    return applicationIdOf(database) === unfinished.applicationId;
  } catch {
    // What is wrong with the file is said when it is opened to be used.
    return false;
  } finally {
    database?.close();
  }
}

/** Takes the mark off deliveries that nothing else holds any more. */
function finish(path: string): void {
  if (!existsSync(path) || !isUnfinished(path)) return;
  const database = openRaw(path);
  database.pragma(`application_id = ${deliveriesSchema.applicationId}`);
  database.close();
}
