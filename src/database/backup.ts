import { existsSync, realpathSync, renameSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { bundleDeliveries, extractDeliveries, holdsDeliveries } from './bundle.ts';
import { applicationIdOf, type Database, schemaOf } from './database.ts';
import { keepAside, removeDatabase, syncFile, syncFolder } from './files.ts';
import { LibraryError } from './library-error.ts';
import { deliveriesSchema } from './migrations/deliveries/index.ts';
import { newestVersion } from './migrations/migration.ts';
import { newsSchema, singleFileSchema } from './migrations/news/index.ts';
import { codeOf, translateError } from './translate-errors.ts';
import { deliveriesPath, partSingleFile } from './two-files.ts';

/**
 * Writes one consistent copy of the news at `path` and their deliveries to `file` while both are being used. The
 * copy is checked before it replaces an existing file.
 *
 * The deliveries are copied first, the news after them: the news then holds every article up to which something
 * was delivered, and what came in between counts as not delivered yet. People merged in between are forwarded,
 * deliveries of articles removed in between are void.
 */
export async function writeBackup(path: string, deliveries: string, file: string): Promise<void> {
  const partial = `${file}.partial`;
  const second = `${file}.deliveries.partial`;
  for (const each of [partial, second]) removeDatabase(each);
  try {
    await copyDatabase(deliveries, second);
    await copyDatabase(path, partial);
    bundleDeliveries(partial, second);
    checkBackup(partial);
    syncFile(partial);
    removeDatabase(file);
    await rename(partial, file);
    syncFolder(file);
  } finally {
    for (const each of [partial, second]) removeDatabase(each);
  }
}

/**
 * Puts the backup in `file` in the place of the news at `path` and their deliveries, which must not be in use.
 * What was there is kept next to it as `….before-restore`.
 * @throws LibraryError if the file is not a backup of this program or is one of a newer version, or if the
 *   database is in use
 */
export async function restoreBackup(file: string, path: string): Promise<void> {
  const [news, deliveries] = [linked(path), linked(deliveriesPath(path))];
  const partial = `${news}.partial`;
  removeDatabase(partial);
  await copyFile(file, partial);
  try {
    checkBackup(partial);
  } catch (error) {
    removeDatabase(partial);
    // It is the file that was named in which something is wrong, not its copy.
    const known = translateError(error, partial);
    if (!(known instanceof LibraryError)) throw known;
    throw new LibraryError(known.kind, known.message.replaceAll(partial, file), known.fix, known);
  }
  syncFile(partial);
  if (existsSync(news)) {
    refuseInUse(news);
    keepAside(news, `${news}.before-restore`);
  }
  renameSync(partial, news);
  syncFolder(news);
  // Parted at once; if this is interrupted, the next start goes on with it.
  partSingleFile(news, deliveries, {});
}

/** The file that a symbolic link leads to: the file is replaced, the link stays. */
function linked(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** A copy of one state of the database, whatever is written to it meanwhile. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const database = new Sqlite(from, { timeout: 10_000 });
  try {
    // An open read transaction keeps its snapshot, so that the copying need not begin again after each write.
    database.exec('begin');
    database.prepare('select count(*) from sqlite_schema').get();
    await database.backup(to).catch(error => {
      // It is the copy that can't be written.
      throw translateError(error, to);
    });
    database.exec('rollback');
  } catch (error) {
    throw translateError(error, from);
  } finally {
    database.close();
  }
}

/** @throws LibraryError while another connection has the database open */
function refuseInUse(path: string): void {
  const database = new Sqlite(path, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('begin exclusive; rollback');
  } catch (error) {
    // What else is wrong with it does not matter: it is about to be replaced.
    if (!/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return;
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

/** @throws LibraryError unless the file is a whole backup that this version can use */
function checkBackup(path: string): void {
  const database = new Sqlite(path);
  try {
    checkWhole(database, path);
    const version = schemaOf(database);
    const isBundle = holdsDeliveries(database);
    if (applicationIdOf(database) !== newsSchema.applicationId)
      throw new LibraryError('foreign-database', `${path} is not a backup`, usage);
    if (version > newestVersion(newsSchema))
      throw new LibraryError(
        'newer-schema',
        `${path} was written by a newer version of this program (schema ${version})`,
        'Install the newer version to restore it.',
      );
    if (!isBundle && version > newestVersion(singleFileSchema))
      throw new LibraryError('no-database', `${path} holds the news without the deliveries`, usage);
    if (isBundle) checkBundled(database, path);
  } finally {
    database.close();
  }
}

const usage = 'Name a file that the command backup has written.';

function checkBundled(database: Database, path: string): void {
  const partial = `${path}.deliveries`;
  removeDatabase(partial);
  try {
    extractDeliveries(database, partial, deliveriesSchema.applicationId);
    const deliveries = new Sqlite(partial);
    try {
      checkWhole(deliveries, path);
    } finally {
      deliveries.close();
    }
  } finally {
    removeDatabase(partial);
  }
}

/** Reads every page of a database. */
function checkWhole(database: Database, path: string): void {
  const flaws = database.pragma('integrity_check', { simple: true });
  if (flaws !== 'ok')
    throw new LibraryError('no-database', `${path} is damaged: ${flaws}`, 'Use another backup.');
}
