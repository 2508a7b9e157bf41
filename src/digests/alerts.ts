import { type Alert, alertsFor } from '../monitoring/alerts.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { ChatMessages } from './chat-messages.ts';

const day = 86_400_000;
/** Problems that may pass by themselves, as after a restart, are reported after this long, in milliseconds. */
const settleTime = 10 * 60_000;

/**
 * Checks whether something needs attention, and queues a notification for each admin: at most one a day, and only
 * for those who have started the bot. Gives whether one was queued.
 */
export function createAlerts(parts: {
  library: Library;
  messagesOf: ChatMessages;
  clock: Clock;
  admins: readonly number[];
}): () => Promise<boolean> {
  const { library, messagesOf, clock, admins } = parts;
  const seen = new Map<string, number>();

  /** Those that do not pass, or have not. */
  function persistent(alerts: Alert[]): Alert[] {
    const now = clock.monotonic();
    for (const messageKey of seen.keys())
      if (!alerts.some(alert => alert.messageKey === messageKey)) seen.delete(messageKey);
    for (const { messageKey } of alerts) if (!seen.has(messageKey)) seen.set(messageKey, now);
    return alerts.filter(({ messageKey, passing }) => !passing || now - seen.get(messageKey)! >= settleTime);
  }

  return async () => {
    const now = clock.now();
    const listening = (await library.notifications.admins()).filter(id => admins.includes(id));
    if (listening.length === 0) return false;
    const overview = await library.status.at(now);
    const alerts = persistent(alertsFor(overview, await library.diskUsage(), now));
    if (alerts.length === 0) return false;
    let added = false;
    for (const id of listening) {
      const last = await library.notifications.latest(`admin ${id} `);
      // One from further ahead was noted by a clock that was wrong.
      if (last !== null && Math.abs(now - last) < day) continue;
      const messages = await messagesOf(id);
      const lines = alerts.map(({ messageKey, args }) => `• ${messages.say(messageKey, args)}`);
      const text = [messages.say('trouble'), ...lines, messages.say('trouble-more')].join('\n');
      if (await library.notifications.add({ key: `admin ${id} ${now}`, chatId: id, text }, now)) added = true;
    }
    return added;
  };
}
