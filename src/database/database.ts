import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Connection } from './connection.ts';
import { lockInstance } from './instance-lock.ts';
import { LibraryError } from './library-error.ts';
import { newestVersion, type Schema } from './migrations/migration.ts';
import { translateError } from './translate-errors.ts';

export type Database = Sqlite.Database;

export type DatabaseOptions = {
  /** Where the copy goes that is made before a migration; next to the database if not given. */
  backupFolder?: string;
  /** How long another connection's lock is waited for, in milliseconds; 10 s if not given. */
  patience?: number;
  /** How much of the file is kept in memory, in megabytes; 8 if not given. */
  cacheMegabytes?: number;
  /** After how many changed pages they are written from the log to the file; 8,000 if not given. */
  checkpointPages?: number;
  /** The caller holds the instance lock already, so that a migration need not take it. */
  locked?: boolean;
  /** Whether what an older file held besides has been copied elsewhere; see `Schema.oldest`. */
  isParted?: boolean;
  /** Nothing is written to the file, not even a migration; it must exist and have the newest schema. */
  readOnly?: boolean;
  /** Whether nothing is to be written through this connection: then others may be writing without a pause. */
  onlyReads?: boolean;
  /** Makes the copy before a migration: of this file alone if not given, none if null. */
  copy?: ((database: Database, file: string) => void) | null;
};

/** How long the lock of another connection is waited for if nothing else is said, in milliseconds. */
export const usualPatience = 10_000;

/**
 * Opens the database in the file at `path` (created with its folder if it does not exist; `:memory:` works too)
 * and migrates it to `schema`. Every connection is opened here, as these settings belong to the connection and
 * not to the file.
 * @throws LibraryError with a `fix` for the owner
 */
export function openDatabase(path: string, schema: Schema, options: DatabaseOptions = {}): Database {
  if (options.readOnly) return openReadOnly(path, schema);
  let database: Database | undefined;
  try {
    if (path !== ':memory:') makeFolder(dirname(path));
    database = new Connection(path, { timeout: Math.min(options.patience ?? usualPatience, usualPatience) });
    database.pragma('foreign_keys = ON');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    // Changed pages reach the file in larger batches, as most of them change again soon.
    database.pragma(`wal_autocheckpoint = ${options.checkpointPages ?? 8000}`);
    database.pragma('journal_size_limit = 67108864');
    database.pragma(`cache_size = -${(options.cacheMegabytes ?? 8) * 1024}`);
    database.pragma('temp_store = MEMORY');
    migrateTo(database, path, schema, options);
    return database;
  } catch (error) {
    database?.close();
    throw translateError(error, path);
  }
}

function openReadOnly(path: string, schema: Schema): Database {
  let database: Database | undefined;
  try {
    database = new Connection(path, { readonly: true, fileMustExist: true });
    database.pragma('temp_store = MEMORY');
    refuseForeign(database, path, schema);
    const found = schemaOf(database);
    if (found > newestVersion(schema)) throw newerSchema(path, found, schema);
    if (found < newestVersion(schema))
      throw new LibraryError(
        'older-schema',
        `${path} was written by an older version of this program`,
        'Start the bot or run `load` once, which converts it; a backup is made first.',
      );
    return database;
  } catch (error) {
    database?.close();
    throw translateError(error, path);
  }
}

/**
 * A connection that only reads leaves an empty log behind. Another connection, as the last one, removes it when it is
 * closed; with nothing in the log, the file itself stays as it is.
 */
export function removeEmptyLog(path: string): void {
  if (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size !== 0) return;
  const database = new Sqlite(path, { fileMustExist: true });
  database.prepare('select count(*) from sqlite_schema').get();
  database.close();
}

function newerSchema(path: string, found: number, schema: Schema): LibraryError {
  return new LibraryError(
    'newer-schema',
    `${path} was written by a newer version of this program (schema ${found}, this one knows ${newestVersion(schema)})`,
    'Install the newer version, or restore a backup made by this one.',
  );
}

/** The version of the schema that a database has; 0 for an empty one. */
export function schemaOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

/** The `application_id` of a database's header. */
export function applicationIdOf(database: Database): number {
  return database.pragma('application_id', { simple: true }) as number;
}

function migrateTo(database: Database, path: string, schema: Schema, options: DatabaseOptions): void {
  const newest = newestVersion(schema);
  const found = schemaOf(database);
  refuseForeign(database, path, schema);
  if (found > newest) throw newerSchema(path, found, schema);
  if (found === newest) {
    // Reading alone would not reveal that the file cannot be written to.
    if (!options.onlyReads) database.exec('begin immediate; rollback');
    return;
  }
  if (found === 0) {
    migrate(database, schema);
    return;
  }
  if (found < (schema.oldest ?? 0) && !options.isParted)
    throw new Error(`${path} holds deliveries too (schema ${found}): they must be parted first`);
  // A running bot of the older version would go on using the old schema.
  const release = options.locked ? () => {} : lockInstance(path);
  try {
    if (path !== ':memory:' && options.copy !== null) copyBefore(database, path, options);
    migrate(database, schema);
  } finally {
    release();
  }
}

function migrate(database: Database, schema: Schema): void {
  const newest = newestVersion(schema);
  // Rebuilding a table must not act on the rows that refer to it.
  database.pragma('foreign_keys = OFF');
  database
    .transaction(() => {
      // Another process may have been faster.
      const from = schemaOf(database);
      for (const step of schema.steps) if (step.version > from) database.exec(step.sql);
      database.pragma(`application_id = ${schema.applicationId}`);
      if (from < newest) database.pragma(`user_version = ${newest}`);
    })
    .immediate();
  database.pragma('foreign_keys = ON');
}

/** Node's own recursive way never ends where the system creates no folders, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function refuseForeign(database: Database, path: string, { applicationId }: Schema): void {
  const id = applicationIdOf(database);
  const tables = database.prepare('select count(*) from sqlite_schema').pluck().get() as number;
  if (id === applicationId || (id === 0 && schemaOf(database) === 0 && tables === 0)) return;
  throw new LibraryError(
    'foreign-database',
    `${path} is not such a database: another program, or another part of this one, has written it`,
    'Name another file for the database.',
  );
}

/** Writes a compact copy of a database to a new file. */
export function copyInto(database: Database, file: string): void {
  database.prepare('vacuum into ?').run(file);
}

function copyBefore(database: Database, path: string, options: DatabaseOptions): void {
  const folder = options.backupFolder ?? dirname(path);
  makeFolder(folder);
  const copy = join(folder, `${basename(path)}.schema-${schemaOf(database)}.backup`);
  const partial = `${copy}.partial`;
  rmSync(partial, { force: true });
  if (options.copy) options.copy(database, partial);
  else copyInto(database, partial);
  renameSync(partial, copy);
}
