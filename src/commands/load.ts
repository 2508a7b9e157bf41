import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { exits, UsageError } from './failure.ts';
import type { LoadCounts } from './loading.ts';
import { ownKnowledge, type Surroundings, withNewLibrary, writeLine } from './open.ts';

const progressEvery = 200;

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
  // The reader's language model takes a second to come up: not before it is known that there is something to read.
  const { loadPaths } = await import('./loading.ts');
  const counts = await withNewLibrary(database, library =>
    loadPaths(library, ownKnowledge(), positionals, {
      now: Date.now(),
      archive: values.archive ?? false,
      onRefused: line => void around.err.write(`${line}\n`),
      ...(around.err.isTTY ? { onProgress: progress(around) } : {}),
    }),
  );
  if (around.err.isTTY) around.err.write('\r\x1b[K');
  await writeLine(
    around.out,
    `${counts.loaded} loaded, ${counts.known} already known, ${counts.refused} refused`,
  );
  return counts.refused > 0 ? exits.refused : exits.done;
}

/** Shows, on a terminal, how far the work is and how fast it goes. */
function progress(around: Surroundings): (counts: LoadCounts) => void {
  const start = Date.now();
  let shown = 0;
  return ({ loaded, known, refused }) => {
    const now = Date.now();
    if (now - shown < progressEvery) return;
    shown = now;
    const done = loaded + known + refused;
    const rate = done / Math.max(0.001, (now - start) / 1000);
    const bar = '█'.repeat(Math.min(30, Math.floor(Math.log2(done + 1) * 2)));
    around.err.write(`\r\x1b[K${bar} ${done} articles, ${rate.toFixed(1)} a second, ${refused} refused`);
  };
}
