import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
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
  const folder = dirname(file);
  if (!isFolder(folder)) throw new Failure(`there is no folder ${folder}: create it, or name another`);
  await withLibrary(database, library => library.backup(file));
  await writeLine(io.out, `${database} copied to ${file}`);
  return exitCodes.ok;
}

/** `restore FILE`: puts a copy back; the database that was there is kept next to it. */
export async function restore({ positionals }: Arguments, io: CommandIo): Promise<number> {
  const file = onlyFile(positionals, 'name the backup');
  const { database } = readConfig(io.environment, io.folder);
  if (!existsSync(file)) throw new Failure(`no such file: ${file}`);
  if (isFolder(file)) throw new Failure(`${file} is a folder: name a file that backup has written`);
  await restoreBackup(file, database);
  await writeLine(io.out, `${file} restored to ${database}`);
  return exitCodes.ok;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function onlyFile([file, ...more]: string[], request: string): string {
  if (!file || more.length > 0) throw new UsageError(request);
  return file;
}
