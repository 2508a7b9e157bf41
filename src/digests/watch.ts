import type { Clock } from '../clock.ts';
import type { Library } from '../library/library.ts';
import type { Messages } from '../rendering/messages.ts';
import { troublesOf } from '../troubles.ts';

const day = 86_400_000;
/** Notes that were told are kept this long. */
const keep = 30 * day;

/**
 * Puts a note in line for each of those who run the bot when something needs them: at most one a day, and only
 * for those who have begun to talk to the bot.
 */
export async function watch(parts: {
  library: Library;
  messages: Messages;
  clock: Clock;
  admins: readonly number[];
}): Promise<void> {
  const { library, messages, clock, admins } = parts;
  const now = clock.now();
  await library.notes.purge(now - keep);
  const listening = (await library.notes.here()).filter(id => admins.includes(id));
  if (listening.length === 0) return;
  const troubles = troublesOf(await library.overview.at(now), await library.space(), now);
  if (troubles.length === 0) return;
  const lines = troubles.map(({ say, args }) => `• ${messages.say(say, args)}`);
  const text = [messages.say('trouble'), ...lines, messages.say('trouble-more')].join('\n');
  for (const id of listening) {
    const last = await library.notes.latest(`admin ${id} `);
    if (last === null || now - last >= day)
      await library.notes.add({ key: `admin ${id} ${now}`, chatId: id, text }, now);
  }
}
