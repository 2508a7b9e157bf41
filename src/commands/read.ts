import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withReaders } from './cli/open.ts';
import { checkedDay } from './cli/published.ts';

/** `read [FILE|-] [--published DATE]`, `read --jsonl [FILE|-]` or `read --feed FILE…`: reads without storing. */
export async function read(args: Arguments, io: CommandIo): Promise<number> {
  if (args.has('feed')) return (await import('./read-feeds.ts')).readFeeds(args.positionals, io);
  if (args.positionals.length > 1) throw new UsageError('one file at a time');
  const path = args.positionals[0] ?? '-';
  const day = args.text('published');
  const published = day === undefined ? {} : { publishedAt: checkedDay(day) };
  const { readingLimits } = readConfig(io.environment, io.folder);
  // While the first thread starts, what takes articles out of files is loaded.
  return withReaders(
    io,
    async readers => {
      const { readLines, readOne } = await import('./read-articles.ts');
      return args.has('jsonl') ? readLines(path, readers, io) : readOne(path, published, readers, io);
    },
    { limits: readingLimits, early: true },
  );
}
