import { existsSync } from 'node:fs';
import { restoreBackup } from '../database/backup.ts';
import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, Failure, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from './cli/open.ts';

/** `backup FILE`: a consistent copy, also while the bot runs. */
export async function backup({ positionals }: Arguments, io: CommandIo): Promise<number> {
  const file = onlyFile(positionals, 'name the file for the copy');
  const { database } = readConfig(io.environment, io.folder);
  if (existsSync(file)) throw new Failure(`${file} already exists: choose another name, or delete it first`);
  await withLibrary(database, library => library.backup(file));
  await writeLine(io.out, `${database} copied to ${file}`);
  return exitCodes.ok;
}

/** `restore FILE`: puts a copy back; the database that was there is kept next to it. */
export async function restore({ positionals }: Arguments, io: CommandIo): Promise<number> {
  const file = onlyFile(positionals, 'name the backup');
  const { database } = readConfig(io.environment, io.folder);
  if (!existsSync(file)) throw new Failure(`no such file: ${file}`);
  await restoreBackup(file, database);
  await writeLine(io.out, `${file} restored to ${database}`);
  return exitCodes.ok;
}

function onlyFile([file, ...more]: string[], request: string): string {
  if (!file || more.length > 0) throw new UsageError(request);
  return file;
}
