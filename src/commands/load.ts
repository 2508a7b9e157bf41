import { articlesIn, type LoadCounts, loadPaths } from '../ingest/load.ts';
import { bytesAt } from '../sources/files.ts';
import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withNewLibrary, withReaders, writeLine } from './cli/open.ts';
import { loadProgress } from './load-progress.ts';

/** On a terminal, the line is redrawn at most this often, in milliseconds. */
const redrawInterval = 200;
/** Elsewhere, a line is added after this many articles. */
const articlesPerLine = 100;

/** `load PATH… [--archive]`: reads files and folders, and the standard input as `-`, into the library. */
export async function load(args: Arguments, io: CommandIo): Promise<number> {
  const paths = args.positionals;
  if (paths.length === 0) throw new UsageError('name at least one file or folder');
  const { database, readingLimits } = readConfig(io.environment, io.folder);
  const shown = await display(paths, io);
  const counts = await withNewLibrary(database, library =>
    withReaders(
      io,
      readers =>
        loadPaths(library, readers, paths, {
          now: Date.now(),
          archive: args.has('archive'),
          standardInput: io.input,
          ...shown,
        }),
      { limits: readingLimits },
    ),
  );
  shown.clear();
  await writeLine(
    io.out,
    [
      `${counts.loaded} loaded`,
      ...(counts.updated > 0 ? [`${counts.updated} updated`] : []),
      `${counts.known} already known`,
      `${counts.refused} refused`,
    ].join(', '),
  );
  return counts.refused > 0 ? exitCodes.refused : exitCodes.ok;
}

/** Shows progress: one line that is redrawn on a terminal, a line now and then elsewhere. */
async function display(paths: string[], { err }: CommandIo) {
  const progress = loadProgress(await bytesAt(paths), Date.now());
  const isTerminal = err.isTTY ?? false;
  let last = 0;
  const clear = () => {
    if (isTerminal && last > 0) err.write('\r\x1b[K');
  };
  const writeAbove = (line: string) => {
    clear();
    err.write(`${line}\n`);
  };
  const isDue = (counts: LoadCounts) =>
    isTerminal ? Date.now() - last >= redrawInterval : articlesIn(counts) % articlesPerLine === 0;
  return {
    clear,
    onBytes: progress.read,
    onRefused: writeAbove,
    onDoubt: writeAbove,
    onProgress(counts: LoadCounts): void {
      if (!isDue(counts)) return;
      last = Date.now();
      const line = progress.line(counts, last, isTerminal);
      err.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
  };
}
