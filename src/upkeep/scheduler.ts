import type { Clock, Moment } from '../system/clock.ts';
import type { Log } from '../system/log.ts';

export type Scheduler = {
  /** Does what is done every minute; never rejects. */
  tick(): Promise<void>;
  /** When a minute's work was last finished; at first, when the scheduler was made. */
  lastTick(): Moment;
  /** Ends a running tick after its upkeep; later ticks do no more than that either. */
  stop(): void;
  /** Resolves when no upkeep is running. */
  idle(): Promise<void>;
};

/** What is done every minute: upkeep first, as digests go by what it finds out about the clock, one at a time. */
export function createScheduler(
  clock: Clock,
  log: Log,
  work: { upkeep(): Promise<void>; minute(): Promise<void> },
): Scheduler {
  const moment = () => ({ wall: clock.now(), monotonic: clock.monotonic() });
  let lastTick = moment();
  let stopping = false;
  let upkeep: Promise<void> = Promise.resolve();
  return {
    async tick(): Promise<void> {
      try {
        upkeep = upkeep.catch(() => {}).then(work.upkeep); // reported to the caller of that one
        await upkeep;
        if (stopping) return;
        await work.minute();
        lastTick = moment();
      } catch (error) {
        log.error({ error }, 'the scheduler failed; trying again in a minute');
      }
    },
    lastTick: () => lastTick,
    stop: () => {
      stopping = true;
    },
    idle: () => upkeep.catch(() => {}),
  };
}
