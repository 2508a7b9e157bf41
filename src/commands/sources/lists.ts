import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sourcesAsList } from '../../ingest/sources/import-list.ts';
import type { Ingest } from '../../ingest/sources/ingest.ts';
import type { Source } from '../../library/sources/types.ts';
import { loadMessages } from '../../rendering/messages.ts';
import { addressWithoutSecrets } from '../../sources/fetch/address.ts';
import { writeOpml } from '../../sources/opml/opml.ts';
import { exitCodes, Failure, UsageError } from '../cli/exit-codes.ts';
import { type CommandIo, writeLine } from '../cli/open.ts';
import type { Given } from './subcommand.ts';

/** `sources import FILE|PACK`: adds the feeds of a list. */
export async function importFile({ ingest, rest }: Given, io: CommandIo): Promise<number> {
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0) throw new UsageError('name one file with a list of feeds');
  if (!existsSync(file)) return importPack(ingest, file, io);
  const opml = await ingest.listIn(await readFile(file));
  if (opml === null)
    throw new Failure(
      `${file} is not a list of feeds; OPML files can be imported, and texts with one address a line`,
    );
  const { added, known, refused } = await ingest.importList(opml);
  for (const { url, title } of refused)
    await writeLine(io.err, `${title ?? url}: ${addressWithoutSecrets(url)} is not a web address`);
  await writeLine(io.out, `${added.length} added, ${known.length} already known, ${refused.length} refused`);
  return refused.length > 0 ? exitCodes.refused : exitCodes.ok;
}

/** A pack that comes with the program, such as `Ukraine` or `Science`. */
async function importPack(ingest: Ingest, name: string, io: CommandIo): Promise<number> {
  const result = await ingest.addPack(name);
  if (result === null) {
    const names = (await ingest.packs()).map(pack => pack.name).join(', ');
    throw new Failure(`no file and no pack ${name}. The packs are: ${names}`);
  }
  const messages = loadMessages();
  for (const { name: feed, cause } of result.skipped)
    await writeLine(io.err, `skipped ${feed}: ${messages.say(`cause-${cause}`)}`);
  const { added, known, skipped } = result;
  await writeLine(io.out, `${added.length} added, ${known.length} already known, ${skipped.length} skipped`);
  return skipped.length > 0 ? exitCodes.refused : exitCodes.ok;
}

/** `sources export [FILE]`: writes the list of the sources, as OPML. */
export async function exportFile({ library, rest }: Given, io: CommandIo): Promise<number> {
  const [file, ...more] = rest;
  if (more.length > 0) throw new UsageError('name one file');
  const all = await library.sources.list();
  const opml = writeOpml(sourcesAsList(all));
  if (file === undefined) await writeLine(io.out, opml);
  else if (!existsSync(dirname(file))) throw new Failure(`there is no folder ${dirname(file)}`);
  else await writeFile(file, `${opml}\n`);
  for (const line of leftOut(all)) await writeLine(io.err, line);
  return exitCodes.ok;
}

/** What an export doesn't contain. */
function leftOut(sources: readonly Source[]): string[] {
  const named = (some: readonly Source[]) => some.map(({ name }) => name).join(', ');
  const channels = sources.filter(({ kind }) => kind === 'channel');
  const secret = sources.filter(({ kind, url }) => kind !== 'channel' && addressWithoutSecrets(url) !== url);
  return [
    ...(channels.length > 0
      ? [
          `left out, as a list has no place for channels: ${named(channels)}; forward a post of each to the bot`,
        ]
      : []),
    ...(secret.length > 0
      ? [`without the passwords and keys in their addresses: ${named(secret)}; add these by hand`]
      : []),
  ];
}
