import type { Timekeeping } from '../database/timekeeping.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { maxRetention, observeClock, safelyBefore } from './clock-record.ts';

const day = 86_400_000;
/** How often the record of the clock is stored, and how often old data is removed, in milliseconds. */
const recordInterval = 10 * 60_000;
const cleanUpInterval = 3_600_000;

/**
 * Looks after the clock and the library on every tick: records and logs when wall time has jumped, and removes what
 * is old.
 * @param parts.onSetBack called when the clock was set back, before anything else is done by it
 * @returns to be called on every tick, one call at a time
 */
export function createUpkeep(parts: {
  library: Library;
  clock: Clock;
  log: Log;
  onSetBack(): Promise<void>;
}): () => Promise<void> {
  const { library, clock, log, onSetBack } = parts;
  let record: Timekeeping | null = null;
  let looked: number | null = null;
  let kept = Number.NEGATIVE_INFINITY;
  let cleaned = Number.NEGATIVE_INFINITY;

  return async () => {
    const at = clock.monotonic();
    const before = record ?? (await library.timekeeping.get());
    const look = observeClock(before, clock.now(), looked === null ? null : Math.round(at - looked));
    record = look.record;
    looked = at;
    if (look.jump !== 0) {
      log.warn({ jump: look.jump }, 'the clock was set: digests go by its new time, and nothing is deleted');
      if (look.jump < 0) await onSetBack();
    }
    if (look.jump !== 0 || at - kept >= recordInterval) {
      await library.timekeeping.keep(record);
      kept = at;
    }
    await library.keptQuestions.date(record.seen);
    if (at - cleaned < cleanUpInterval) return;
    cleaned = at;
    await cleanUp(library, record);
  };
}

/** What is kept for a limited time: for how long, in milliseconds, and how it is removed. */
const rules: { keep: number; remove(library: Library, before: number): Promise<unknown> }[] = [
  // Subscriptions that were deleted, and those of chats that never came back.
  { keep: 30 * day, remove: ({ subscriptions }, before) => subscriptions.removeRested(before) },
  { keep: 30 * day, remove: ({ outbox }, before) => outbox.purge(before) },
  { keep: 30 * day, remove: ({ notes }, before) => notes.purge(before) },
  // Only the IDs of updates, so that one delivered again is recognized.
  { keep: 14 * day, remove: ({ inbox }, before) => inbox.purge(before) },
  // Dialogs that were abandoned.
  { keep: 30 * day, remove: ({ inbox }, before) => inbox.purgeConversations(before) },
  { keep: maxRetention, remove: ({ keptQuestions }, before) => keptQuestions.purge(before) },
  { keep: maxRetention, remove: ({ asked }, before) => asked.purge(before) },
  // They have an expiry of their own.
  { keep: 0, remove: ({ guests }, before) => guests.dropInvitations(before) },
];

/** Removes what has certainly been kept for long enough, whatever the clock shows now. */
async function cleanUp(library: Library, record: Timekeeping): Promise<void> {
  for (const { keep, remove } of rules) {
    const before = safelyBefore(record, keep);
    if (before !== null) await remove(library, before);
  }
}
