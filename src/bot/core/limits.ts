import type { Clock } from '../../system/clock.ts';

/** How many questions a minute are answered; 0 sets no limit. */
export type Limits = { person: number; group: number };

/** `say`: too many, and not told so yet. `hush`: too many, and told. `seconds` until the next is answered. */
export type LimitVerdict = { go: 'on' } | { go: 'say' | 'hush'; seconds: number };

const minute = 60_000;
/** Windows that are over are swept out when there are so many. */
const sweepAt = 10_000;

/** Counts one more of `key`, of which `most` a minute are answered. */
export type Limiter = (key: string, most: number) => LimitVerdict;

type Window = { began: number; taken: number; told: boolean };

/**
 * Counts questions a minute by who asks them. Kept in memory: after a restart everybody begins anew.
 */
export function createLimiter(clock: Clock): Limiter {
  const windows = new Map<string, Window>();
  const isOver = (window: Window) => clock.monotonic() - window.began >= minute;
  const sweep = () => {
    for (const [key, window] of windows) if (isOver(window)) windows.delete(key);
  };
  return (key, most) => {
    if (most === 0) return { go: 'on' };
    if (windows.size >= sweepAt) sweep();
    const found = windows.get(key);
    const window = found && !isOver(found) ? found : { began: clock.monotonic(), taken: 0, told: false };
    windows.set(key, window);
    window.taken += 1;
    if (window.taken <= most) return { go: 'on' };
    const go = window.told ? 'hush' : 'say';
    window.told = true;
    return { go, seconds: Math.max(1, Math.ceil((window.began + minute - clock.monotonic()) / 1000)) };
  };
}
