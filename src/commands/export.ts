import { parseArgs } from 'node:util';
import { readConfig } from '../system/config.ts';
import { exits, UsageError } from './failure.ts';
import { type Surroundings, withLibrary, writeLine } from './open.ts';

const kinds = ['articles', 'people', 'stories', 'quotes', 'timeline'] as const;

/** `export KIND [--about TEXT] [--limit N]`: JSON Lines on stdout. */
export async function exporting(args: string[], around: Surroundings): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { about: { type: 'string' }, limit: { type: 'string' } },
  });
  const kind = kinds.find(each => each === positionals[0]);
  if (!kind || positionals.length > 1)
    throw new UsageError(`export ${kinds.join('|')} [--about TEXT] [--limit N]`);
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0))
    throw new UsageError('--limit must be a whole number from 1');
  const { database } = readConfig(around.environment, around.folder);
  await withLibrary(database, async library => {
    for await (const row of library.export(kind, { about: values.about, limit }))
      await writeLine(around.out, JSON.stringify(row));
  });
  return exits.done;
}
