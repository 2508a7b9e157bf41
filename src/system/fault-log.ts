import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

/** Milliseconds between two lines with the same message. */
const interval = 60_000;

/** Logs a fault that may pass by itself: a warning, with what is known about it. */
export type FaultLog = (facts: Record<string, unknown>, message: string) => void;

/**
 * Faults come in swarms, as while a network is down: of the same message, one line a minute is logged. `omitted`
 * in the next one counts those left out.
 */
export function createFaultLog(log: Pick<Log, 'warn' | 'debug'>, clock: Pick<Clock, 'monotonic'>): FaultLog {
  const seen = new Map<string, { at: number; omitted: number }>();
  return (facts, message) => {
    const now = clock.monotonic();
    const last = seen.get(message);
    if (last && now - last.at < interval) {
      last.omitted += 1;
      return log.debug(facts, message);
    }
    seen.set(message, { at: now, omitted: 0 });
    log.warn(last?.omitted ? { ...facts, omitted: last.omitted } : facts, message);
  };
}
