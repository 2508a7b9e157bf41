import { existsSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { type Database, openDatabase } from './database.ts';
import { LibraryError } from './library-error.ts';

/** A database is its file and, while it is written to, these beside it. */
const endings = ['', '-wal', '-shm'];

/**
 * Writes a consistent copy of the database to `file` while it is being used. The copy is checked before it
 * takes the place of a file that is there already.
 */
export async function backupTo(database: Database, file: string): Promise<void> {
  const partial = `${file}.partial`;
  await removeWithLog(partial);
  await database.backup(partial);
  checkDatabase(partial);
  await removeWithLog(file);
  await rename(partial, file);
}

/**
 * Puts the copy in `file` in the place of the database at `path`, which nobody may have open. What was
 * there is kept beside it as `….before-restore`.
 * @throws LibraryError if the file is no library of this program or one of a newer version, or if the
 *   database is in use
 */
export async function restoreFrom(file: string, path: string): Promise<void> {
  const partial = `${path}.partial`;
  await removeWithLog(partial);
  await copyFile(file, partial);
  try {
    checkDatabase(partial);
  } catch (error) {
    await removeWithLog(partial);
    // It is the file that was named in which something is wrong, not its copy.
    if (!(error instanceof LibraryError)) throw error;
    throw new LibraryError(error.kind, error.message.replaceAll(partial, file), error.fix, error);
  }
  if (existsSync(path)) {
    refuseInUse(path);
    await removeWithLog(`${path}.before-restore`);
    // Together with its log, without opening it: what is to be replaced may be damaged.
    for (const ending of endings)
      if (existsSync(path + ending)) await rename(path + ending, `${path}.before-restore${ending}`);
  }
  await removeWithLog(path);
  await rename(partial, path);
}

/** @throws LibraryError while another connection has the database open */
function refuseInUse(path: string): void {
  const database = new Sqlite(path, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('begin exclusive; rollback');
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code))) return;
    throw new LibraryError(
      'busy',
      `${path} is in use by another process`,
      'Stop the bot, then restore.',
      error,
    );
  } finally {
    database.close();
  }
}

/** Opens a database and reads every page of it. */
function checkDatabase(path: string): void {
  const database = openDatabase(path);
  try {
    const flaws = database.pragma('integrity_check', { simple: true });
    if (flaws !== 'ok') throw new Error(`${path} is damaged: ${flaws}`);
  } finally {
    database.close();
  }
}

async function removeWithLog(path: string): Promise<void> {
  for (const ending of endings) await rm(`${path}${ending}`, { force: true });
}
