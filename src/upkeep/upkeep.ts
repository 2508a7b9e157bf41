import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ClockRecord } from '../deliveries/timekeeping.ts';
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
  let record: ClockRecord | null = null;
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
    await library.storedQueries.date(record.seen);
    if (at - cleaned < cleanUpInterval) return;
    cleaned = at;
    await cleanUp(library, record);
  };
}

/** Rows deleted in one transaction, before other work gets its turn. */
const batchSize = 500;

/**
 * What is kept for a limited time: for how long, in milliseconds, and how it is deleted. `purge` deletes a batch and
 * says whether more is left.
 */
const rules: { keep: number; purge(library: Library, before: number): Promise<boolean> }[] = [
  // Subscriptions that were deleted, and those of chats that never came back.
  { keep: 30 * day, purge: ({ subscriptions }, before) => subscriptions.purge(before, batchSize) },
  { keep: 30 * day, purge: ({ reportedQuotes }, before) => reportedQuotes.purge(before, batchSize) },
  { keep: 30 * day, purge: ({ outbox }, before) => outbox.purge(before, batchSize) },
  { keep: 30 * day, purge: ({ notifications }, before) => notifications.purge(before, batchSize) },
  // Only the IDs of updates, so that one delivered again is recognized.
  { keep: 14 * day, purge: ({ inbox }, before) => inbox.purge(before, batchSize) },
  // Dialogs that were abandoned.
  { keep: 30 * day, purge: ({ inbox }, before) => inbox.purgeConversations(before, batchSize) },
  { keep: maxRetention, purge: ({ storedQueries }, before) => storedQueries.purge(before, batchSize) },
  { keep: maxRetention, purge: ({ readMarkers }, before) => readMarkers.purge(before, batchSize) },
  // Telegram lets a message be edited for two days.
  { keep: 2 * day, purge: ({ sentAnswers }, before) => sentAnswers.purge(before, batchSize) },
  // After that, an answer has long scrolled away.
  { keep: 2 * day, purge: ({ shownAnswers }, before) => shownAnswers.purge(before, batchSize) },
  // They have an expiry of their own.
  { keep: 0, purge: ({ accessList }, before) => accessList.purgeInvitations(before, batchSize) },
];

/** Deletes what has certainly been kept for long enough, whatever the clock shows now. */
async function cleanUp(library: Library, record: ClockRecord): Promise<void> {
  for (const { keep, purge } of rules) {
    const before = safelyBefore(record, keep);
    while (before !== null && (await purge(library, before))) await yieldToEventLoop();
  }
}
