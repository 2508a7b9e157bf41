import type { ClockRecord } from '../deliveries/timekeeping.ts';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import { cleanUp } from './clean-up.ts';
import { lookedAt } from './clock-record.ts';

/** How often the record of the clock is written down, and how often is cleaned up, in milliseconds. */
const keptEvery = 10 * 60_000;
const cleanedEvery = 3_600_000;

/**
 * Looks after the clock and the library on every tick: notes and logs when wall time has jumped, and takes out
 * what is old.
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
    const look = lookedAt(before, clock.now(), looked === null ? null : Math.round(at - looked));
    record = look.record;
    looked = at;
    if (look.jump !== 0) {
      log.warn({ jump: look.jump }, 'the clock was set: digests go by its new time, and nothing is deleted');
      if (look.jump < 0) await onSetBack();
    }
    if (look.jump !== 0 || at - kept >= keptEvery) {
      await library.timekeeping.keep(record);
      kept = at;
    }
    await library.storedQueries.date(record.seen);
    if (at - cleaned < cleanedEvery) return;
    cleaned = at;
    await cleanUp(library, record);
  };
}
