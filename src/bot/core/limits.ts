import type { Clock } from '../../system/clock.ts';

/** How many questions a minute are answered; 0 sets no limit. */
export type Limits = { person: number; group: number };

/**
 * `over`: too many; `seconds` until the next is answered, `isFirst` if nothing has been said about it yet in this
 * minute.
 */
export type LimitVerdict = { outcome: 'allowed' } | { outcome: 'over'; isFirst: boolean; seconds: number };

/** The message that says that the limit was reached. */
export type LimitNotice = { chat: number; message: number };

/** A minute that has ended with `count` questions unanswered, of which the message `notice` speaks. */
export type Overrun = { count: number; max: number; notice: LimitNotice };

export type Limiter = {
  /** Counts one more of `key`, of which `max` a minute are answered. */
  take(key: string, max: number): LimitVerdict;
  /** Remembers the message in which `key` was said to be over its limit. */
  noticed(key: string, notice: LimitNotice): void;
  /** The minutes that have ended over the limit since the last call. */
  endedOverruns(): Overrun[];
};

const minute = 60_000;
/** Windows that are over are swept out once there are this many. */
const sweepAt = 10_000;

type Window = { began: number; taken: number; max: number; notice: LimitNotice | null };

/** Counts the questions that each person asks in a minute. In memory: after a restart everyone starts afresh. */
export function createLimiter(clock: Clock): Limiter {
  const windows = new Map<string, Window>();
  const withNotice = new Set<Window>();
  const isOver = (window: Window) => clock.monotonic() - window.began >= minute;
  const sweep = () => {
    for (const [key, window] of windows) if (isOver(window)) windows.delete(key);
  };
  return {
    take(key, max) {
      if (max === 0) return { outcome: 'allowed' };
      if (windows.size >= sweepAt) sweep();
      const found = windows.get(key);
      const window =
        found && !isOver(found) ? found : { began: clock.monotonic(), taken: 0, max, notice: null };
      windows.set(key, window);
      window.taken += 1;
      if (window.taken <= max) return { outcome: 'allowed' };
      const seconds = Math.max(1, Math.ceil((window.began + minute - clock.monotonic()) / 1000));
      return { outcome: 'over', isFirst: window.taken === max + 1, seconds };
    },
    noticed(key, notice) {
      const window = windows.get(key);
      if (!window) return;
      window.notice = notice;
      withNotice.add(window);
    },
    endedOverruns() {
      const ended = [...withNotice].filter(isOver);
      for (const window of ended) withNotice.delete(window);
      return ended.map(({ taken, max, notice }) => ({ count: taken - max, max, notice: notice! }));
    },
  };
}
