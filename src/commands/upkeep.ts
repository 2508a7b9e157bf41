import { reread as rereadArticles } from '../ingest/sources/reread.ts';
import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withLibrary, withReaders, writeLine } from './cli/open.ts';

const day = 86_400_000;
/** Articles are removed in pieces of this many. */
const piece = 100;
/** Elsewhere than on a terminal, a line of progress is written after this many articles. */
const articlesPerLine = 100;

/** `reread [--all]`: reads stored articles again whose reader is older. */
export async function reread(args: Arguments, io: CommandIo): Promise<number> {
  if (args.positionals.length > 0) throw new UsageError('reread takes no name');
  const { database } = readConfig(io.environment, io.folder);
  const isTerminal = io.err.isTTY ?? false;
  const counts = await withLibrary(database, library =>
    withReaders(io, readers =>
      rereadArticles(library, readers, {
        all: args.has('all'),
        now: Date.now(),
        onRefused: (id, reason) => void io.err.write(`${id}: ${reason}\n`),
        onProgress: ({ reread, refused, total }) => {
          const line = `${reread + refused} of ${total}`;
          if (isTerminal) io.err.write(`\r\x1b[K${line}`);
          else if ((reread + refused) % articlesPerLine === 0) io.err.write(`${line}\n`);
        },
      }),
    ),
  );
  if (isTerminal) io.err.write('\r\x1b[K');
  await writeLine(io.out, `${counts.reread} read again, ${counts.refused} refused`);
  return counts.refused > 0 ? exitCodes.refused : exitCodes.ok;
}

/** `prune --older-than DAYS`: removes old articles, then gives their room back to the disk. */
export async function prune(args: Arguments, io: CommandIo): Promise<number> {
  const days = args.count('older-than');
  if (days === undefined || args.positionals.length > 0)
    throw new UsageError('say how old with --older-than DAYS');
  const before = new Date(Date.now() - days * day).toISOString().slice(0, 10);
  const { database } = readConfig(io.environment, io.folder);
  const removed = await withLibrary(database, async ({ articles, maintenance }) => {
    let count = 0;
    for (;;) {
      const ids = await maintenance.olderThan(before, piece);
      if (ids.length === 0) break;
      for (const id of ids) count += Number(await articles.remove(id));
    }
    if (count > 0) await maintenance.shrink();
    return count;
  });
  await writeLine(
    io.out,
    `${removed} ${removed === 1 ? 'article' : 'articles'} from before ${before} removed`,
  );
  return exitCodes.ok;
}
