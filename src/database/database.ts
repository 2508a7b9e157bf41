import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { claim } from './instance-lock.ts';
import { LibraryError } from './library-error.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { explained } from './translate-errors.ts';

export type Database = Sqlite.Database;

export type DatabaseOptions = {
  /** Where the copy goes that is made before a migration; beside the database if not given. */
  backupFolder?: string;
  /** The schema's steps in order; the program's own if not given. */
  steps?: readonly Migration[];
  /** How long a connection waits for another one's write, in milliseconds; 10 s if not given. */
  patience?: number;
};

/** "Comq" in the file's header tells our databases from other programs'. */
const applicationId = 0x436f6d71;

const usualPatience = 10_000;

/**
 * Opens the database in the file at `path` (made with its folder if it is not there; `:memory:` works too)
 * and brings its schema up to date. Every connection to the library is opened here, as these settings
 * belong to the connection and not to the file.
 * @throws LibraryError with a `fix` for the owner
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  const steps = options.steps ?? migrations;
  let database: Database | undefined;
  try {
    if (path !== ':memory:') makeFolder(dirname(path));
    database = new Sqlite(path, { timeout: options.patience ?? usualPatience });
    database.pragma('foreign_keys = ON');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    // Written pages are carried over into the file in larger lots, as most are written again soon.
    database.pragma('wal_autocheckpoint = 8000');
    database.pragma('journal_size_limit = 67108864');
    database.pragma('cache_size = -65536');
    database.pragma('temp_store = MEMORY');
    bringUpToDate(database, path, steps, options.backupFolder ?? dirname(path));
    return database;
  } catch (error) {
    database?.close();
    throw explained(error, path);
  }
}

/** The number of the schema that a database has. */
export function schemaOf(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number;
}

function bringUpToDate(
  database: Database,
  path: string,
  steps: readonly Migration[],
  backupFolder: string,
): void {
  const newest = steps.at(-1)?.version ?? 0;
  const found = schemaOf(database);
  if (found > newest)
    throw new LibraryError(
      'newer-schema',
      `${path} was written by a newer version of this program (schema ${found}, this one knows ${newest})`,
      'Install the newer version, or restore a backup made by this one.',
    );
  refuseForeign(database, path, found);
  if (found === newest) {
    // Reading alone would not tell that the file cannot be written to.
    database.exec('begin immediate; rollback');
    return;
  }
  if (found === 0) {
    migrate(database, steps);
    return;
  }
  // A bot of the older version would go on with the old schema on a database of the new one.
  const release = claim(path);
  try {
    if (path !== ':memory:') copyBefore(database, path, found, backupFolder);
    migrate(database, steps);
  } finally {
    release();
  }
}

function migrate(database: Database, steps: readonly Migration[]): void {
  const newest = steps.at(-1)?.version ?? 0;
  database
    .transaction(() => {
      // Another process may have been quicker.
      const from = schemaOf(database);
      for (const step of steps) if (step.version > from) database.exec(step.sql);
      database.pragma(`application_id = ${applicationId}`);
      if (from < newest) database.pragma(`user_version = ${newest}`);
    })
    .immediate();
}

/** Node's own recursive way never ends where the system makes no folders, as under /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function refuseForeign(database: Database, path: string, schema: number): void {
  const id = database.pragma('application_id', { simple: true });
  const tables = database.prepare('select count(*) from sqlite_master').pluck().get() as number;
  if (id === applicationId || (id === 0 && schema === 0 && tables === 0)) return;
  throw new LibraryError(
    'foreign-database',
    `${path} is a database of another program`,
    'Name another file for the database.',
  );
}

function copyBefore(database: Database, path: string, schema: number, folder: string): void {
  makeFolder(folder);
  const copy = join(folder, `${basename(path)}.schema-${schema}.backup`);
  const partial = `${copy}.partial`;
  rmSync(partial, { force: true });
  database.prepare('vacuum into ?').run(partial);
  renameSync(partial, copy);
}
