import { parseArgs } from 'node:util';
import { type LoadCounts, loadPaths } from '../ingest/load.ts';
import { bytesAt } from '../sources/bytes-at.ts';
import { readConfig } from '../system/config.ts';
import { exits, UsageError } from './failure.ts';
import { loadProgress } from './load-progress.ts';
import { type Surroundings, withNewLibrary, withReaders, writeLine } from './open.ts';

/** On a terminal the line is written anew at most this often, in milliseconds. */
const shownEvery = 200;
/** Elsewhere a line is added each time so many articles are done. */
const toldEvery = 100;

/** `load PATH… [--archive]`: reads files and folders into the library. */
export async function load(args: string[], around: Surroundings): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { archive: { type: 'boolean' } },
  });
  if (positionals.length === 0)
    throw new UsageError('load PATH… [--archive]: name at least one file or folder');
  const { database } = readConfig(around.environment, around.folder);
  const shown = await display(positionals, around);
  const counts = await withNewLibrary(database, library =>
    withReaders(readers =>
      loadPaths(library, readers, positionals, {
        now: Date.now(),
        archive: values.archive ?? false,
        ...shown,
      }),
    ),
  );
  shown.clear();
  await writeLine(
    around.out,
    `${counts.loaded} loaded, ${counts.known} already known, ${counts.refused} refused`,
  );
  return counts.refused > 0 ? exits.refused : exits.done;
}

/** What is seen while it loads: on a terminal one line that changes, elsewhere lines now and then. */
async function display(paths: string[], { err }: Surroundings) {
  const progress = loadProgress(await bytesAt(paths), Date.now());
  const isTerminal = err.isTTY ?? false;
  let last = 0;
  const clear = () => {
    if (isTerminal && last > 0) err.write('\r\x1b[K');
  };
  const isDue = ({ loaded, known, refused }: LoadCounts) =>
    isTerminal ? Date.now() - last >= shownEvery : (loaded + known + refused) % toldEvery === 0;
  return {
    clear,
    onBytes: progress.read,
    onRefused(line: string): void {
      clear();
      err.write(`${line}\n`);
    },
    onProgress(counts: LoadCounts): void {
      if (!isDue(counts)) return;
      last = Date.now();
      const line = progress.line(counts, last, isTerminal);
      err.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
  };
}
