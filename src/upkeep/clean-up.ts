import type { Timekeeping } from '../database/timekeeping.ts';
import type { Library } from '../store.ts';
import { maxRetention, safelyBefore } from './clock-record.ts';

const day = 86_400_000;

/** What is kept for a time and then taken out: for how long, in milliseconds, and how. */
const rules: { keep: number; remove(library: Library, before: number): Promise<unknown> }[] = [
  // Subscriptions that were deleted, and those of chats that never came back.
  { keep: 30 * day, remove: ({ subscriptions }, before) => subscriptions.removeRested(before) },
  { keep: 30 * day, remove: ({ outbox }, before) => outbox.purge(before) },
  { keep: 30 * day, remove: ({ notes }, before) => notes.purge(before) },
  // Nothing but the numbers of updates, so that one delivered again is known.
  { keep: 14 * day, remove: ({ inbox }, before) => inbox.purge(before) },
  // Guides that nobody has gone on with.
  { keep: 30 * day, remove: ({ inbox }, before) => inbox.purgeConversations(before) },
  { keep: maxRetention, remove: ({ keptQuestions }, before) => keptQuestions.purge(before) },
  { keep: maxRetention, remove: ({ asked }, before) => asked.purge(before) },
  // They say themselves when they end.
  { keep: 0, remove: ({ guests }, before) => guests.dropInvitations(before) },
];

/** Takes out what has surely been kept for long enough, whatever the clock shows now. */
export async function cleanUp(library: Library, record: Timekeeping): Promise<void> {
  for (const { keep, remove } of rules) {
    const before = safelyBefore(record, keep);
    if (before !== null) await remove(library, before);
  }
}
