import { readConfig } from '../../system/config.ts';
import type { Arguments } from '../cli/arguments.ts';
import { exitCodes, Failure, UsageError } from '../cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from '../cli/open.ts';

/**
 * `quotes retract ID`: takes a quote back for good. A running bot corrects the digests that it has sent with it;
 * `/status` lists the quotes that readers reported, with their IDs.
 */
export async function quotes(args: Arguments, io: CommandIo): Promise<number> {
  const [subcommand, ...words] = args.positionals;
  const id = words.join(' ');
  if (subcommand !== 'retract' || id === '') throw new UsageError('say which quote to retract');
  const { database } = readConfig(io.environment, io.folder);
  const text = await withLibrary(database, async library => {
    const done = await library.quotes.retract(id);
    if (done.outcome === 'unknown')
      throw new Failure(
        `no quote has the ID ${id}; it is the article's ID, @ and the quote's first offset: a17@1204`,
      );
    await library.reportedQuotes.settle(id);
    return done.text;
  });
  await writeLine(io.out, `retracted: “${text}”`);
  return exitCodes.ok;
}
