import { existsSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { type Database, openDatabase } from './database.ts';

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
 * @throws LibraryError if the file is no library of this program, or one of a newer version
 */
export async function restoreFrom(file: string, path: string): Promise<void> {
  const partial = `${path}.partial`;
  await removeWithLog(partial);
  await copyFile(file, partial);
  try {
    checkDatabase(partial);
  } catch (error) {
    await removeWithLog(partial);
    throw error;
  }
  if (existsSync(path)) {
    // Opening and closing it alone writes its log into the file.
    openDatabase(path).close();
    await removeWithLog(`${path}.before-restore`);
    await rename(path, `${path}.before-restore`);
  }
  await removeWithLog(path);
  await rename(partial, path);
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
  for (const ending of ['', '-wal', '-shm']) await rm(`${path}${ending}`, { force: true });
}
