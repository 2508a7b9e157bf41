import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sourcesAsList } from '../ingest/sources/import-list.ts';
import { createIngest, type Ingest } from '../ingest/sources/ingest.ts';
import type { PollReport } from '../ingest/sources/poll-source.ts';
import { createRestingReaders } from '../ingest/sources/resting-readers.ts';
import type { NewSource, Source } from '../library/sources/types.ts';
import { loadMessages } from '../rendering/messages.ts';
import type { Discovered } from '../sources/discovery/discover.ts';
import { addressToFetch, addressWithoutSecrets, webAddress } from '../sources/fetch/address.ts';
import { adviceKey } from '../sources/fetch/advice.ts';
import { writeOpml } from '../sources/opml/opml.ts';
import type { Library } from '../store.ts';
import { systemClock } from '../system/clock.ts';
import { readConfig } from '../system/config.ts';
import { createLog } from '../system/log.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, Failure, UsageError } from './cli/exit-codes.ts';
import {
  type CommandIo,
  ownKnowledgeFolder,
  ownPath,
  withLibrary,
  withNewLibrary,
  writeLine,
} from './cli/open.ts';
import { settingsIn } from './cli/source-settings.ts';
import { folderAsJson, folderLines, sourceAsJson, sourceDetails, sourceLine } from './sources-list.ts';

const week = 7 * 86_400_000;

type Subcommand = (
  given: { ingest: Ingest; library: Library; args: Arguments; rest: string[] },
  io: CommandIo,
) => Promise<number>;

const subcommands: Record<string, Subcommand> = {
  add,
  list,
  show,
  check,
  set,
  pause: (given, io) => setPaused(given, io, true),
  resume: (given, io) => setPaused(given, io, false),
  remove,
  import: importFile,
  export: exportFile,
};

/** `sources add|list|show|check|set|pause|resume|remove|import|export`: where articles come from by themselves. */
export async function sources(args: Arguments, io: CommandIo): Promise<number> {
  const [name = '', ...rest] = args.positionals;
  const run = Object.hasOwn(subcommands, name) ? subcommands[name]! : null;
  if (run === null) throw new UsageError(`say what to do: ${Object.keys(subcommands).join(', ')}`);
  const config = readConfig(io.environment, io.folder);
  const { database, allowPrivate, logLevel, watch, readingLimits: limits } = config;
  const open = name === 'add' || name === 'import' ? withNewLibrary : withLibrary;
  return open(database, async library => {
    const ingest = createIngest({
      library,
      clock: systemClock,
      log: createLog(logLevel),
      readers: createRestingReaders({ knowledge: ownKnowledgeFolder, limits }, systemClock.monotonic),
      fetch: { allowPrivate },
      packs: ownPath('data/packs'),
      watch,
    });
    try {
      return await run({ ingest, library, args, rest }, io);
    } finally {
      await ingest.stop();
    }
  });
}

async function add({ ingest, args, rest }: Parameters<Subcommand>[0], io: CommandIo): Promise<number> {
  const [address, ...more] = rest;
  if (address === undefined || more.length > 0) throw new UsageError('name one address');
  const { name, renamed, ...settings } = settingsIn(args);
  const wanted = args.has('page') ? pageAt(address) : chosenFrom(await ingest.find(address), address);
  const { source, isNew } = await ingest.add({
    ...wanted,
    ...(name === undefined ? {} : { name, renamed }),
    ...settings,
  });
  if (!isNew) throw new Failure(`that source is here already: number ${source.id}, ${source.name}`);
  await writeLine(io.out, `added as number ${source.id}: ${source.name}`);
  return reportOn(source, await ingest.check(source.id), io);
}

/** Changes what is set for a source. */
async function set(
  { ingest, library, args, rest }: Parameters<Subcommand>[0],
  io: CommandIo,
): Promise<number> {
  const source = await sourceNamed(library, rest);
  const changes = settingsIn(args);
  if (Object.keys(changes).length === 0)
    throw new UsageError('say what to change: --name, --label, --language, --text, --archive or --live');
  if (changes.textFrom !== undefined && source.kind !== 'feed')
    throw new Failure(`${source.name} is not a feed, so --text does not apply`);
  await ingest.sources.change(source.id, changes);
  for (const line of sourceDetails((await library.sources.get(source.id))!)) await writeLine(io.out, line);
  return exitCodes.ok;
}

function pageAt(address: string): NewSource {
  const url = addressToFetch(address);
  if (url === null) throw new Failure(`${address} is not a web address`);
  return { kind: 'page', name: new URL(url).hostname.replace(/^www\./, ''), url };
}

/** The source to add from what was found at an address. */
function chosenFrom(found: Discovered, address: string): NewSource {
  const shown = addressWithoutSecrets(address);
  if (found.kind === 'failed') {
    const messages = loadMessages();
    const advice = adviceKey(found.cause);
    const why = messages.say(`cause-${found.cause}`);
    throw new Failure(`${shown} can’t be used: ${why}${advice === null ? '' : `. ${messages.say(advice)}`}`);
  }
  if (found.kind === 'list')
    throw new Failure(`${shown} is a list of feeds: save it to a file and use \`sources import FILE\``);
  const [first, ...others] = found.feeds;
  if (!first)
    throw new Failure(
      `no feed was found at ${shown}: add the page itself with --page, and it is read again when it changes`,
    );
  if (others.length > 0)
    throw new Failure(
      `there are ${found.feeds.length + found.more} feeds on that page; name one of them:\n${found.feeds
        .map(({ url, title }) => `  ${addressWithoutSecrets(url)}  ${title ?? ''}`.trimEnd())
        .join('\n')}`,
    );
  const { url, title, feed } = first;
  const name = title ?? new URL(url).hostname;
  return { kind: 'feed', name, url, home: feed.home, language: feed.language };
}

async function list(
  { ingest, library, args, rest }: Parameters<Subcommand>[0],
  io: CommandIo,
): Promise<number> {
  if (rest.length > 0) throw new UsageError('list takes no name');
  const all = await library.sources.list();
  const figures = await library.sources.figures(systemClock.now() - week);
  const messages = loadMessages();
  for (const source of all)
    await writeLine(
      io.out,
      args.has('json')
        ? JSON.stringify(sourceAsJson(source, figures.get(source.id)))
        : sourceLine(source, figures.get(source.id), messages),
    );
  const folder = await ingest.folder();
  if (folder)
    for (const line of args.has('json')
      ? [JSON.stringify(folderAsJson(folder))]
      : folderLines(folder, messages))
      await writeLine(io.out, line);
  if (all.length === 0 && !folder && !args.has('json'))
    await writeLine(io.err, 'no sources yet: `sources add ADDRESS` adds one');
  return exitCodes.ok;
}

async function show({ library, args, rest }: Parameters<Subcommand>[0], io: CommandIo): Promise<number> {
  const source = await sourceNamed(library, rest);
  const figures = (await library.sources.figures(systemClock.now() - week)).get(source.id);
  const lines = args.has('json')
    ? [JSON.stringify(sourceAsJson(source, figures))]
    : sourceDetails(source, figures);
  for (const line of lines) await writeLine(io.out, line);
  return exitCodes.ok;
}

async function check({ ingest, library, rest }: Parameters<Subcommand>[0], io: CommandIo): Promise<number> {
  const asked = rest.length > 0 ? [await sourceNamed(library, rest)] : await library.sources.list();
  let exit: number = exitCodes.ok;
  for (const source of asked.filter(({ dueAt }) => dueAt !== null))
    exit = Math.max(exit, await reportOn(source, await ingest.check(source.id), io));
  return exit;
}

/** Says what came of asking a source; the exit code is 1 if it could not be read, 2 if an item was refused. */
async function reportOn(source: Source, report: PollReport | null, io: CommandIo): Promise<number> {
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

async function setPaused(
  { ingest, library, rest }: Parameters<Subcommand>[0],
  io: CommandIo,
  paused: boolean,
): Promise<number> {
  const source = await sourceNamed(library, rest);
  await ingest.sources.change(source.id, { paused });
  await writeLine(io.out, `${source.name} ${paused ? 'is paused' : 'goes on'}`);
  return exitCodes.ok;
}

async function remove(
  { ingest, library, args, rest }: Parameters<Subcommand>[0],
  io: CommandIo,
): Promise<number> {
  const source = await sourceNamed(library, rest);
  let removed = 0;
  if (args.has('articles'))
    for (const id of await library.sources.articles(source.id, Number.MAX_SAFE_INTEGER))
      removed += Number(await library.articles.remove(id));
  await ingest.sources.remove(source.id, systemClock.now(), { withArticles: args.has('articles') });
  await ingest.sources.erase(source.id);
  const articles = args.has('articles') ? ` with ${removed} articles` : '; its articles stay';
  await writeLine(io.out, `${source.name} is removed${articles}`);
  return exitCodes.ok;
}

async function importFile({ ingest, rest }: Parameters<Subcommand>[0], io: CommandIo): Promise<number> {
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

async function exportFile({ library, rest }: Parameters<Subcommand>[0], io: CommandIo): Promise<number> {
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

/** The source that is meant by a number, a name or an address. */
async function sourceNamed(library: Library, words: string[]): Promise<Source> {
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
