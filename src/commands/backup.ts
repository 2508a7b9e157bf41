import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { openLibrary } from '../library/library.ts';
import { exits, Failure, UsageError } from './failure.ts';
import { type Surroundings, withLibrary, writeLine } from './open.ts';

/** `backup FILE`: a consistent copy, also while the bot runs. */
export async function backup([file, ...more]: string[], around: Surroundings): Promise<number> {
  if (!file || more.length > 0) throw new UsageError('backup FILE: name the file for the copy');
  const { database } = readConfig(around.environment, around.folder);
  if (!existsSync(database)) throw new Failure(`there is no database ${database} to copy`);
  if (existsSync(file)) throw new Failure(`${file} is there already: name a new file, or delete it first`);
  await withLibrary(database, library => library.backup(file));
  await writeLine(around.out, `${database} copied to ${file}`);
  return exits.done;
}

/** `restore FILE`: puts a copy back; the database that was there is kept beside it. */
export async function restore([file, ...more]: string[], around: Surroundings): Promise<number> {
  if (!file || more.length > 0) throw new UsageError('restore FILE: name the copy');
  const { database } = readConfig(around.environment, around.folder);
  if (!existsSync(file)) throw new Failure(`there is no file ${file}`);
  const fresh = `${database}.restoring`;
  copyFileSync(file, fresh);
  try {
    openLibrary(fresh).close();
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  if (existsSync(database)) {
    // Opening and closing folds what stands in the write-ahead log into the file itself.
    openLibrary(database).close();
    renameSync(database, `${database}.before-restore`);
  }
  for (const ending of ['-wal', '-shm']) {
    rmSync(database + ending, { force: true });
    rmSync(fresh + ending, { force: true });
  }
  renameSync(fresh, database);
  await writeLine(around.out, `${file} restored to ${database}`);
  return exits.done;
}
