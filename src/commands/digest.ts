import { parseArgs } from 'node:util';
import { composeDigest, everything, type Interest } from '../digests/composer.ts';
import { loadMessages } from '../rendering/messages.ts';
import { renderPlain } from '../rendering/plain.ts';
import { readConfig } from '../system/config.ts';
import { exits, Failure, UsageError } from './failure.ts';
import { type Surroundings, withLibrary, writeLine } from './open.ts';

/** `digest --preview [--chat ID]`: what the next digests would say; sends nothing. */
export async function digest(args: string[], around: Surroundings): Promise<number> {
  const { values } = parseArgs({ args, options: { preview: { type: 'boolean' }, chat: { type: 'string' } } });
  if (!values.preview)
    throw new UsageError('digest --preview [--chat ID]: digests are sent by `start` alone');
  if (values.chat !== undefined && !/^-?\d+$/.test(values.chat))
    throw new UsageError(`--chat ${values.chat} is no chat's id`);
  const { database, zone } = readConfig(around.environment, around.folder);
  await withLibrary(database, async library => {
    const interests: Interest[] =
      values.chat === undefined
        ? [everything(zone)]
        : await library.subscriptions.ofChat(Number(values.chat));
    if (interests.length === 0) throw new Failure(`chat ${values.chat} has no subscription`);
    for (const interest of interests) {
      const { pages } = await composeDigest(library, interest, { now: Date.now(), preview: true });
      for (const page of pages) await writeLine(around.out, `${renderPlain(page, loadMessages())}\n`);
    }
  });
  return exits.done;
}
