import { type Trouble, troublesOf } from '../monitoring/alerts.ts';
import type { Messages } from '../rendering/messages.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';

const day = 86_400_000;
/** What may pass by itself, as after a restart, is told when it has been there this long, in milliseconds. */
const patience = 10 * 60_000;

/**
 * Looks whether something needs those who run the bot, and puts a note in line for each of them: at most one a
 * day, and only for those who have begun to talk to the bot. Gives whether there is a note to be told.
 */
export function createWatch(parts: {
  library: Library;
  messages: Messages;
  clock: Clock;
  admins: readonly number[];
}): () => Promise<boolean> {
  const { library, messages, clock, admins } = parts;
  const seen = new Map<string, number>();

  /** Those that do not pass, or have not. */
  function lasting(troubles: Trouble[]): Trouble[] {
    const now = clock.monotonic();
    for (const key of seen.keys())
      if (!troubles.some(trouble => trouble.messageKey === key)) seen.delete(key);
    for (const { messageKey } of troubles) if (!seen.has(messageKey)) seen.set(messageKey, now);
    return troubles.filter(({ messageKey, passing }) => !passing || now - seen.get(messageKey)! >= patience);
  }

  return async () => {
    const now = clock.now();
    const listening = (await library.notifications.admins()).filter(id => admins.includes(id));
    if (listening.length === 0) return false;
    const overview = await library.status.at(now);
    const troubles = lasting(troublesOf(overview, await library.diskUsage(), now));
    if (troubles.length === 0) return false;
    const lines = troubles.map(({ messageKey, args }) => `• ${messages.say(messageKey, args)}`);
    const text = [messages.say('trouble'), ...lines, messages.say('trouble-more')].join('\n');
    let added = false;
    for (const id of listening) {
      const last = await library.notifications.latest(`admin ${id} `);
      // One from further ahead was noted by a clock that was wrong.
      if (last !== null && Math.abs(now - last) < day) continue;
      if (await library.notifications.add({ key: `admin ${id} ${now}`, chatId: id, text }, now)) added = true;
    }
    return added;
  };
}
