import { allNews, composeDigest, type Interest } from '../digests/composer.ts';
import { loadMessages } from '../rendering/messages.ts';
import { renderPlain } from '../rendering/plain.ts';
import { readConfig } from '../system/config.ts';
import type { Arguments } from './cli/arguments.ts';
import { exitCodes, Failure, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, withLibrary, writeLine } from './cli/open.ts';

/** `digest --preview [--chat ID]`: what the next digests would contain; sends nothing. */
export async function digest(args: Arguments, io: CommandIo): Promise<number> {
  if (!args.has('preview')) throw new UsageError('only previews can be printed; digests are sent by `start`');
  const chat = args.text('chat');
  if (chat !== undefined && !/^-?\d+$/.test(chat)) throw new UsageError(`--chat ${chat} is not a chat’s ID`);
  const { database, zone } = readConfig(io.environment, io.folder);
  await withLibrary(database, async library => {
    const interests: Interest[] =
      chat === undefined ? [allNews(zone)] : await library.subscriptions.ofChat(Number(chat));
    if (interests.length === 0) throw new Failure(`chat ${chat} has no subscriptions`);
    for (const interest of interests) {
      const { pages } = await composeDigest(library, interest, { now: Date.now(), preview: true });
      for (const page of pages) await writeLine(io.out, `${renderPlain(page, loadMessages())}\n`);
    }
  });
  return exitCodes.ok;
}
