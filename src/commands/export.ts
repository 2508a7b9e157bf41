import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from './cli/open.ts';

const kinds = ['articles', 'people', 'organizations', 'places', 'stories', 'quotes', 'timeline'] as const;

/** `export KIND [--about TEXT] [--limit N]`: JSON Lines on stdout. */
export async function exportRows(args: Arguments, io: CommandIo): Promise<number> {
  const kind = kinds.find(each => each === args.positionals[0]);
  if (!kind || args.positionals.length > 1) throw new UsageError('name one kind of rows');
  const options = { about: args.text('about'), limit: args.count('limit') };
  const { database } = readConfig(io.environment, io.folder);
  await withLibrary(database, async library => {
    for await (const row of library.export(kind, options)) await writeLine(io.out, JSON.stringify(row));
  });
  return exitCodes.ok;
}
