import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ClockRecord } from '../deliveries/timekeeping.ts';
import type { Library } from '../store.ts';
import { longestKept, surelyBefore } from './clock-record.ts';

const day = 86_400_000;
/** Rows deleted in one transaction, so that an update never waits for long. */
const atATime = 500;

/**
 * What is kept for a time and then deleted: for how long, in milliseconds, and how. `purge` deletes a piece of it
 * and says whether more is left.
 */
const rules: { keep: number; purge(library: Library, before: number): Promise<boolean> }[] = [
  // Subscriptions that were deleted, and those of chats that never came back.
  { keep: 30 * day, purge: ({ subscriptions }, before) => subscriptions.purge(before, atATime) },
  { keep: 30 * day, purge: ({ outbox }, before) => outbox.purge(before, atATime) },
  { keep: 30 * day, purge: ({ notifications }, before) => notifications.purge(before, atATime) },
  // Nothing but the ids of updates, to recognize one that is delivered again.
  { keep: 14 * day, purge: ({ inbox }, before) => inbox.purge(before, atATime) },
  // Conversations that were not continued.
  { keep: 30 * day, purge: ({ inbox }, before) => inbox.purgeConversations(before, atATime) },
  { keep: longestKept, purge: ({ storedQueries }, before) => storedQueries.purge(before, atATime) },
  { keep: longestKept, purge: ({ readMarkers }, before) => readMarkers.purge(before, atATime) },
  // They say themselves when they expire.
  { keep: 0, purge: ({ accessList }, before) => accessList.purgeInvitations(before, atATime) },
];

/** Deletes what has surely been kept for long enough, whatever the clock shows now, with turns for others in between. */
export async function cleanUp(library: Library, record: ClockRecord): Promise<void> {
  for (const { keep, purge } of rules) {
    const before = surelyBefore(record, keep);
    while (before !== null && (await purge(library, before))) await yieldToEventLoop();
  }
}
