import type { Api } from 'grammy';
import type { Library } from '../store.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import type { Link } from '../telegram/link.ts';
import type { Pacer } from '../telegram/pacer.ts';
import type { ChatMessages } from './chat-messages.ts';
import { type PlannerParts, planDue } from './planner.ts';
import { scheduleEventDigests } from './rescheduling.ts';
import { createSender } from './sender.ts';

export type Digests = {
  /** Composes what is due at the clock's time and sends what is planned. Called every minute. */
  tick(): Promise<void>;
  /** After a start: what was being sent when the program ended may have arrived already. */
  recover(): Promise<void>;
  /** Resolves when nothing is being composed or sent. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Subscriptions' digests: the database is asked each time what is due, so that a restart, a late tick or a clock
 * change loses nothing.
 */
export function createDigests(parts: {
  api: Api;
  library: Library;
  messagesOf: ChatMessages;
  /** The library as readers of a language see it. */
  libraryFor: PlannerParts['libraryFor'];
  clock: Clock;
  pacer: Pacer;
  link: Link;
  log: Log;
  /** Whether what may have arrived is sent again, marked; true by default. */
  repeatUnknown?: boolean;
  encoders: PlannerParts['encoders'];
  onUnauthorized(error: unknown): void;
}): Digests {
  const { library, clock, log } = parts;
  const { outbox } = library;
  parts.api.config.use(parts.pacer.observe);
  const sender = createSender(parts);
  let ticking: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let stopping = false;

  async function work(): Promise<void> {
    const now = clock.now();
    await scheduleEventDigests(library, now);
    await planDue(parts, now, { stopping: () => stopping, onPlanned: sender.wake });
    if (stopping) return;
    sender.wake();
  }

  function tick(): Promise<void> {
    if (!ticking) {
      ticking = work().finally(() => {
        ticking = null;
      });
      return ticking;
    }
    // The one under way looks at an earlier moment: what has fallen due since then waits for another.
    next ??= ticking
      .catch(() => {}) // reported to the caller of that one
      .then(() => {
        next = null;
        return tick();
      });
    return next;
  }

  return {
    tick,
    recover: async () => {
      const unknown = await outbox.recover(clock.now());
      if (unknown > 0)
        log.warn(
          { parts: unknown },
          'parts were being sent when the program ended: they are sent again, marked',
        );
      sender.wake();
    },
    idle: async () => {
      while (next ?? ticking) await (next ?? ticking)?.catch(() => {});
      await sender.idle();
    },
    stop: async () => {
      stopping = true;
      while (next ?? ticking) await (next ?? ticking)?.catch(() => {});
      await sender.stop();
    },
  };
}
