import type { Ingest } from '../../ingest/sources/ingest.ts';
import type { PollReport } from '../../ingest/sources/poll-source.ts';
import type { Source } from '../../library/sources/types.ts';
import { loadMessages } from '../../rendering/messages.ts';
import { addressToFetch, webAddress } from '../../sources/fetch/address.ts';
import type { Library } from '../../store.ts';
import type { Arguments } from '../cli/arguments.ts';
import { exitCodes, Failure, UsageError } from '../cli/exit-codes.ts';
import { type CommandIo, writeLine } from '../cli/open.ts';

/** What a subcommand works with; `rest` is what follows its name. */
export type Given = { ingest: Ingest; library: Library; args: Arguments; rest: string[] };

/** The source that is meant by a number, a name or an address. */
export async function sourceNamed(library: Library, words: string[]): Promise<Source> {
  const named = words.join(' ').trim();
  if (named === '') throw new UsageError('name a source by its number, name or address');
  const all = await library.sources.list();
  const same = all.filter(
    ({ id, name, url }) =>
      String(id) === named ||
      name.toLowerCase() === named.toLowerCase() ||
      url === named ||
      [webAddress(named), addressToFetch(named)].includes(url),
  );
  if (same.length === 1) return same[0]!;
  if (same.length > 1)
    throw new Failure(`several sources are called ${named}: ${same.map(({ id }) => id).join(', ')}`);
  throw new Failure(`no source ${named}; \`sources list\` lists them all`);
}

/** Says what came of asking a source; the exit code is 1 if it could not be read, 2 if an item was refused. */
export async function reportOn(source: Source, report: PollReport | null, io: CommandIo): Promise<number> {
  if (report === null) throw new Failure(`${source.name} could not be asked; the log says why`);
  const { outcome, cause, added, edited, problems } = report;
  if (outcome === 'failed') {
    await writeLine(io.err, `${source.name}: ${loadMessages().say(`cause-${cause}`)}`);
    return exitCodes.failed;
  }
  await writeLine(
    io.out,
    `${source.name}: ${outcome === 'unchanged' ? 'unchanged' : `${added} new, ${edited} edited, ${problems.length} refused`}`,
  );
  for (const { title, reason } of problems)
    await writeLine(io.err, `${source.name}: ${title ?? 'an item without a title'}: ${reason}`);
  return problems.length > 0 ? exitCodes.refused : exitCodes.ok;
}
