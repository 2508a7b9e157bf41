/**
 * Time as a dependency: everything that waits, or asks what time it is, is handed one of these, so that a
 * test or the local Telegram's page can turn it by hand.
 */
export type Clock = {
  /** Wall time in milliseconds since the epoch, for schedules and for dates shown. It may jump either way. */
  now(): number;
  /**
   * Milliseconds since some moment, for everything that is measured: paces, pauses, limits. It never jumps,
   * and means nothing to another process or after a restart.
   */
  monotonic(): number;
  /**
   * Resolves once `monotonic()` has moved on by `ms` milliseconds. Rejects with `signal.reason` as soon as
   * `signal` is aborted.
   */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** One moment as both clocks show it, in milliseconds. */
export type Moment = { wall: number; monotonic: number };

/** A clock that can be turned ahead. */
export type TurnableClock = Clock & {
  /**
   * Lets time pass until a moment in milliseconds since the epoch and wakes every sleeper due by then,
   * earliest first. Throws a RangeError for a moment before `now()`.
   */
  turnTo(moment: number): void;
  /** Calls `listener` after every turn; the function returned ends this. */
  onTurn(listener: () => void): () => void;
};

/** Node's timers fire at once when asked to wait longer than this. */
const maxTimer = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = runningClock();

/** A clock that stays at `start` (milliseconds since the epoch) until it is turned: for tests. */
export function stillClock(start: number): TurnableClock {
  return turnableClock({ wall: () => start, steady: () => 0 }, false);
}

/** The machine's clock, which can also be turned ahead: for the demo. */
export function runningClock(): TurnableClock {
  return turnableClock({ wall: () => Date.now(), steady: () => performance.now() }, true);
}

function turnableClock(read: { wall(): number; steady(): number }, runs: boolean): TurnableClock {
  type Sleeper = { due: number; wake: () => void };
  const sleepers = new Set<Sleeper>();
  const listeners = new Set<() => void>();
  let ahead = 0;
  let timer: NodeJS.Timeout | undefined;

  const now = () => read.wall() + ahead;
  const monotonic = () => read.steady() + ahead;

  const arm = () => {
    clearTimeout(timer);
    if (!runs || sleepers.size === 0) return;
    const next = Math.min(...[...sleepers].map(sleeper => sleeper.due));
    timer = setTimeout(wakeDue, Math.min(Math.max(0, Math.ceil(next - monotonic())), maxTimer));
  };

  const wakeDue = () => {
    const due = [...sleepers].filter(sleeper => sleeper.due <= monotonic()).sort((a, b) => a.due - b.due);
    for (const sleeper of due) sleeper.wake();
    arm();
  };

  return {
    now,
    monotonic,
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
          due: monotonic() + Math.max(0, ms),
          wake: () => {
            leave();
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', onAbort, { once: true });
        if (sleeper.due <= monotonic()) sleeper.wake();
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
