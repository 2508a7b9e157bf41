import type { BotContext } from './context.ts';

/** Before the number of any call to Telegram. */
const nth = -1;

/**
 * What `find` gave when an update was handled first. An update that is handled again after a crash may have had its
 * effect already: from what was there before, it has the same effect again.
 * @param find gives what JSON can hold
 */
export async function asFirstFound<Found>(ctx: BotContext, find: () => Promise<Found>): Promise<Found> {
  const { inbox } = ctx.services.library;
  const update = ctx.update.update_id;
  const kept = await inbox.reply(update, nth, 'found');
  if (kept !== null) return JSON.parse(kept) as Found;
  const found = await find();
  await inbox.keepReply(update, nth, 'found', JSON.stringify(found));
  return found;
}
