import { createIngest } from '../../ingest/sources/ingest.ts';
import { createRestingReaders } from '../../ingest/sources/resting-readers.ts';
import { loadMessages } from '../../rendering/messages.ts';
import { systemClock } from '../../system/clock.ts';
import { readConfig } from '../../system/config.ts';
import { createLog } from '../../system/log.ts';
import type { Arguments } from '../cli/arguments.ts';
import { exitCodes, Failure, UsageError } from '../cli/exit-codes.ts';
import {
  type CommandIo,
  ownKnowledgeFolder,
  ownPath,
  withLibrary,
  withNewLibrary,
  writeLine,
} from '../cli/open.ts';
import { settingsIn } from '../cli/source-settings.ts';
import { add } from './add.ts';
import { folderAsJson, folderLines, sourceAsJson, sourceDetails, sourceLine } from './in-words.ts';
import { exportFile, importFile } from './lists.ts';
import { type Given, reportOn, sourceNamed } from './subcommand.ts';

const week = 7 * 86_400_000;

const subcommands: Record<string, (given: Given, io: CommandIo) => Promise<number>> = {
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

/** Changes what is set for a source. */
async function set({ ingest, library, args, rest }: Given, io: CommandIo): Promise<number> {
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

async function list({ ingest, library, args, rest }: Given, io: CommandIo): Promise<number> {
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

async function show({ library, args, rest }: Given, io: CommandIo): Promise<number> {
  const source = await sourceNamed(library, rest);
  const figures = (await library.sources.figures(systemClock.now() - week)).get(source.id);
  const lines = args.has('json')
    ? [JSON.stringify(sourceAsJson(source, figures))]
    : sourceDetails(source, figures);
  for (const line of lines) await writeLine(io.out, line);
  return exitCodes.ok;
}

async function check({ ingest, library, rest }: Given, io: CommandIo): Promise<number> {
  const asked = rest.length > 0 ? [await sourceNamed(library, rest)] : await library.sources.list();
  let exit: number = exitCodes.ok;
  for (const source of asked.filter(({ dueAt }) => dueAt !== null))
    exit = Math.max(exit, await reportOn(source, await ingest.check(source.id), io));
  return exit;
}

async function setPaused({ ingest, library, rest }: Given, io: CommandIo, paused: boolean): Promise<number> {
  const source = await sourceNamed(library, rest);
  await ingest.sources.change(source.id, { paused });
  await writeLine(io.out, `${source.name} ${paused ? 'is paused' : 'goes on'}`);
  return exitCodes.ok;
}

/** How many are removed before the next are looked up: a source may have a million. */
const articlesAtOnce = 500;

async function remove({ ingest, library, args, rest }: Given, io: CommandIo): Promise<number> {
  const source = await sourceNamed(library, rest);
  let removed = 0;
  while (args.has('articles')) {
    const ids = await library.sources.articles(source.id, articlesAtOnce);
    if (ids.length === 0) break;
    for (const id of ids) removed += Number(await library.articles.remove(id));
  }
  await ingest.sources.remove(source.id, systemClock.now(), { withArticles: args.has('articles') });
  await ingest.sources.erase(source.id);
  const articles = removed === 1 ? '1 article' : `${removed} articles`;
  await writeLine(
    io.out,
    `${source.name} is removed${args.has('articles') ? ` with ${articles}` : '; its articles stay'}`,
  );
  return exitCodes.ok;
}
