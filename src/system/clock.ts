/**
 * The time of day as a dependency: everything that waits, or asks what time it is, is handed one of these,
 * so that a test or the local Telegram's page can turn it by hand.
 */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Resolves once `now()` has moved on by `ms` milliseconds. Rejects with `signal.reason` as soon as
   * `signal` is aborted.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** A clock that can be turned ahead. */
export type TurnableClock = Clock & {
  /**
   * Moves to a moment in milliseconds since the epoch and wakes every sleeper due by then, earliest first.
   * Throws a RangeError for a moment before `now()`.
   */
  turnTo(moment: number): void;
  /** Calls `listener` after every turn; the function returned ends this. */
  onTurn(listener: () => void): () => void;
};

/** Node's timers fire at once when asked to wait longer than this. */
const longestTimer = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = runningClock();

/** A clock that stands still at `start` (milliseconds since the epoch) until it is turned: for tests. */
export function stillClock(start: number): TurnableClock {
  return turnableClock(() => start, false);
}

/** The machine's clock, which can also be turned ahead: for the demo. */
export function runningClock(): TurnableClock {
  return turnableClock(() => Date.now(), true);
}

function turnableClock(read: () => number, runs: boolean): TurnableClock {
  type Sleeper = { due: number; wake: () => void };
  const sleepers = new Set<Sleeper>();
  const listeners = new Set<() => void>();
  let ahead = 0;
  let timer: NodeJS.Timeout | undefined;

  const now = () => read() + ahead;

  const arm = () => {
    clearTimeout(timer);
    if (!runs || sleepers.size === 0) return;
    const next = Math.min(...[...sleepers].map(sleeper => sleeper.due));
    timer = setTimeout(wakeDue, Math.min(Math.max(0, next - now()), longestTimer));
  };

  const wakeDue = () => {
    const due = [...sleepers].filter(sleeper => sleeper.due <= now()).sort((a, b) => a.due - b.due);
    for (const sleeper of due) sleeper.wake();
    arm();
  };

  return {
    now,
    sleep: (ms, signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const leave = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', onAbort);
        };
        const onAbort = () => {
          leave();
          arm();
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          due: now() + Math.max(0, ms),
          wake: () => {
            leave();
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', onAbort, { once: true });
        if (sleeper.due <= now()) sleeper.wake();
        else arm();
      }),
    turnTo: moment => {
      if (moment < now()) throw new RangeError('a clock is only ever turned ahead');
      ahead += moment - now();
      wakeDue();
      for (const listener of listeners) listener();
    },
    onTurn: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
