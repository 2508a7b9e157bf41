import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setImmediate as breath } from 'node:timers/promises';
import { type Clock, stillClock } from '../../../src/system/clock.ts';

/** So many rounds of the event loop without anything to do count as rest. */
const quietRounds = 6;

/**
 * A clock on which only waiting takes time: it stands still while anything is being done in this process, and
 * leaps to the moment at which the next sleeper wakes. What it measures does not depend on the machine.
 */
export function passingClock(start: number) {
  const clock = stillClock(start);
  const dues = new Set<{ due: number }>();
  const underWay = new Set<unknown>();
  let parked = 0;

  const sleep: Clock['sleep'] = async (ms, signal) => {
    const sleeper = { due: clock.now() + ms };
    dues.add(sleeper);
    try {
      await clock.sleep(ms, signal);
    } finally {
      dues.delete(sleeper);
    }
  };
  const sleepAtServer: Clock['sleep'] = async (ms, signal) => {
    parked += 1;
    try {
      await sleep(ms, signal);
    } finally {
      parked -= 1;
    }
  };
  const created = (message: unknown) => underWay.add((message as { request: unknown }).request);
  const ended = (message: unknown) => underWay.delete((message as { request: unknown }).request);
  const channels = {
    'undici:request:create': created,
    'undici:request:trailers': ended,
    'undici:request:error': ended,
  };
  for (const [name, listener] of Object.entries(channels)) subscribe(name, listener);

  /** Resolves when every call that was made is on its way on this clock, and nobody does anything else. */
  async function quiet(): Promise<void> {
    for (let rounds = 0; rounds < quietRounds; rounds += 1) {
      await breath();
      if (underWay.size !== parked) rounds = -1;
    }
  }

  return {
    /** For the bot. */
    clock: { ...clock, sleep },
    /** For the server of its calls, each of which sleeps once at a time on its way. */
    serverClock: { ...clock, sleep: sleepAtServer },
    /** Goes from one moment at which somebody wakes to the next, until `over`. */
    async pass(over: () => boolean): Promise<void> {
      for (;;) {
        await quiet();
        if (over()) return;
        const next = Math.min(...[...dues].map(({ due }) => due));
        if (!Number.isFinite(next)) throw new Error('nobody waits for anything any more');
        clock.turnTo(Math.max(next, clock.now()));
      }
    },
    /** Lets time pass until `work` is done; gives what it gives. */
    async during<Result>(work: Promise<Result>): Promise<Result> {
      let done = false;
      const end = () => {
        done = true;
      };
      work.then(end, end);
      await this.pass(() => done);
      return work;
    },
    stop(): void {
      for (const [name, listener] of Object.entries(channels)) unsubscribe(name, listener);
    },
  };
}

export type PassingClock = ReturnType<typeof passingClock>;
