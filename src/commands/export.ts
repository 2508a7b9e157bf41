import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from './cli/open.ts';

const kinds = ['articles', 'people', 'organizations', 'places', 'stories', 'quotes', 'timeline'] as const;

/**
 * `export KIND [--about TEXT] [--limit N]`: JSON Lines on stdout. `export timeline --key N`: the N most important
 * days, the most important first, in the same shape.
 */
export async function exportRows(args: Arguments, io: CommandIo): Promise<number> {
  const kind = kinds.find(each => each === args.positionals[0]);
  if (!kind || args.positionals.length > 1) throw new UsageError('name one kind of rows');
  const about = args.text('about');
  const limit = args.count('limit');
  const key = args.count('key');
  const period = { from: dayOption(args, 'from'), to: dayOption(args, 'to') };
  if (key !== undefined && kind !== 'timeline') throw new UsageError('--key is for the timeline');
  if (key === undefined && (period.from ?? period.to) !== undefined)
    throw new UsageError('--from and --to need --key');
  const { database } = readConfig(io.environment, io.folder);
  await withLibrary(database, async library => {
    const rows =
      key === undefined ? library.export(kind, { about, limit }) : keyDates(library, key, about, period);
    for await (const row of rows) await writeLine(io.out, JSON.stringify(row));
  });
  return exitCodes.ok;
}

async function* keyDates(
  library: Parameters<Parameters<typeof withLibrary>[1]>[0],
  count: number,
  about: string | undefined,
  { from, to }: { from: string | undefined; to: string | undefined },
): AsyncGenerator<Record<string, unknown>> {
  const person = about === undefined ? undefined : (await library.people.find(about)).fits[0]?.id;
  const subject = person === undefined ? { ...(about && { words: about }) } : { person };
  const filter = { ...subject, ...(from && { from }), ...(to && { to }) };
  const { items } = await library.timeline.keyDates(filter, count);
  for (const { date, basis, text, evidence, people } of items)
    yield {
      date,
      precision: 'day',
      basis,
      text,
      articles: evidence.map(({ article }) => article.id),
      people: people.map(({ id }) => id),
    };
}

function dayOption(args: Arguments, name: 'from' | 'to'): string | undefined {
  const day = args.text(name);
  if (day !== undefined && !/^\d{4}(-\d{2}){0,2}$/.test(day))
    throw new UsageError(`--${name} ${day} is not a date: write 2024-07-01, 2024-07 or 2024`);
  return day;
}
