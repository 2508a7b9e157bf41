import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Library } from '../store.ts';

const day = 86_400_000;
/** Sent messages, and subscriptions of chats that never came back, are kept this long. */
const keep = 30 * day;
/** Rows deleted in one transaction, so that an update never waits for long. */
const atATime = 500;

/** Deletes what is no longer needed at `now` (milliseconds since the epoch), in small transactions with turns for others in between. */
export async function cleanUp(library: Library, now: number): Promise<void> {
  const { inbox, notifications, outbox, subscriptions } = library;
  const pieces: (() => Promise<boolean>)[] = [
    async () => (await subscriptions.purge(now - keep, atATime)) === atATime,
    () => outbox.purge(now - keep, atATime),
    () => notifications.purge(now - keep, atATime),
    () => inbox.purge(now, atATime),
  ];
  for (const piece of pieces) while (await piece()) await yieldToEventLoop();
}
