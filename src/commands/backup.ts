import { existsSync } from 'node:fs';
import { restoreFrom } from '../database/backup.ts';
import { readConfig } from '../system/config.ts';
import { exits, Failure, UsageError } from './failure.ts';
import { type Surroundings, withLibrary, writeLine } from './open.ts';

/** `backup FILE`: a consistent copy, also while the bot runs. */
export async function backup([file, ...more]: string[], around: Surroundings): Promise<number> {
  if (!file || more.length > 0) throw new UsageError('backup FILE: name the file for the copy');
  const { database } = readConfig(around.environment, around.folder);
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
  await restoreFrom(file, database);
  await writeLine(around.out, `${file} restored to ${database}`);
  return exits.done;
}
