import type { Transformer } from 'grammy';
import type { Clock } from '../system/clock.ts';
import { createFaultLog } from '../system/fault-log.ts';
import type { Log } from '../system/log.ts';
import { outcomeOf } from './outcome.ts';
import { isMethodScope, scopeOfCall } from './scopes.ts';

/** The pauses between two probes, in milliseconds, grow from the first to the longest. */
const firstPause = 1000;
const longestPause = 15_000;
/** An outage this soon after the last, in milliseconds, counts as the same one: its pauses go on growing. */
const relapseWithin = 60_000;

export type Link = {
  /** Whether Telegram cannot be reached: calls are held back until it can. */
  readonly down: boolean;
  /** Resolves once Telegram can be reached. Rejects with `signal.reason` as soon as `signal` is aborted. */
  up(signal?: AbortSignal): Promise<void>;
  /**
   * Waits for `ms` milliseconds after a failure, or until an outage ends, whichever comes first: what failed
   * may have failed because of it. Gives whether the outage's end came first. Rejects as `up` does.
   */
  pause(ms: number, signal?: AbortSignal): Promise<boolean>;
  /** Called whenever calls may be made again. */
  onUp(listener: () => void): void;
  /** A transformer for every Api: learns from its calls whether Telegram can be reached. */
  observe: Transformer;
  stop(): void;
};

/** A link on which nothing is ever held back: where calls do not go to Telegram. */
export const openLink: Pick<Link, 'down' | 'onUp' | 'observe'> = {
  down: false,
  onUp: () => {},
  observe: (call, method, payload, signal) => call(method, payload, signal),
};

/** `proven`: more than a suspicion, as no connection could be made or a probe has failed. */
type Outage = { proven: boolean; ended: AbortController };

/**
 * The way to Telegram, shared by all calls. What is its fault must not count against a chat: when no connection
 * can be made, or failures that may be anybody's come from several scopes with no success in between, all calls
 * wait while one probe after the other is sent. The first success of any call ends it for all.
 * @param parts.probe makes a call that changes nothing, through an Api with `observe`
 */
export function createLink(parts: {
  clock: Clock;
  log: Log;
  probe(signal: AbortSignal): Promise<unknown>;
  /** Called when Telegram can't be reached, and after each failed probe; true if that need not be logged. */
  onFailure?(error: unknown, pause: number): boolean;
}): Link {
  const { clock, log, probe } = parts;
  const logFault = createFaultLog(log, clock);
  const ended = new AbortController();
  const listeners = new Set<() => void>();
  const pausing = new Set<AbortController>();
  /** Places whose calls have failed in an unclear way since the last success. */
  const suspects = new Set<string>();
  let outage: Outage | null = null;
  let pause = firstPause;
  let upSince = Number.NEGATIVE_INFINITY;
  /** The outage that may not be over yet; null once it is known to be, or to have been none. */
  let last: Outage | null = null;

  function reached(scope: string): void {
    suspects.clear();
    if (outage) end(outage);
    // Where chats are reached, failures of some were their own.
    if (last && !last.proven && !isMethodScope(scope)) last = null;
  }

  function end({ proven, ended: over }: Outage): void {
    last = outage;
    outage = null;
    upSince = clock.monotonic();
    over.abort();
    log.info('Telegram can be reached again');
    // A mere suspicion says nothing about those that wait after failures of their own.
    if (proven) for (const cut of [...pausing]) cut.abort();
    for (const listener of [...listeners]) listener();
  }

  function failed(scope: string, error: unknown): void {
    const sure = error !== null && outcomeOf(error).means === 'unsent';
    const known = suspects.has(scope);
    const widespread = known ? suspects.size > 1 || isMethodScope(scope) : suspects.size > 0;
    suspects.add(scope);
    if (outage) outage.proven ||= sure;
    else if (sure || widespread) beginOutage(sure, error);
  }

  function beginOutage(sure: boolean, error: unknown): void {
    if (!last || clock.monotonic() - upSince > relapseWithin) pause = firstPause;
    outage = { proven: sure, ended: new AbortController() };
    if (!parts.onFailure?.(error, pause))
      logFault({ error, pause }, 'Telegram cannot be reached; trying again');
    void probeUntilOver(outage);
  }

  async function probeUntilOver(mine: Outage): Promise<void> {
    const signal = AbortSignal.any([mine.ended.signal, ended.signal]);
    while (!signal.aborted) {
      await clock.sleep(pause, signal).catch(() => {}); // over, or the program ends
      pause = Math.min(longestPause, pause * 2);
      if (!signal.aborted)
        await probe(signal).catch(error => {
          if (signal.aborted) return; // cut short
          mine.proven = true;
          if (!parts.onFailure?.(error, pause))
            log.debug({ error, pause }, 'Telegram still cannot be reached');
        });
    }
  }

  const onceUp = (signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        listeners.delete(go);
        signal?.removeEventListener('abort', giveUp);
      };
      const go = () => {
        leave();
        resolve();
      };
      const giveUp = () => {
        leave();
        reject(signal?.reason);
      };
      listeners.add(go);
      signal?.addEventListener('abort', giveUp, { once: true });
    });

  return {
    get down() {
      return outage !== null;
    },
    up: async signal => {
      signal?.throwIfAborted();
      if (outage) await onceUp(signal);
    },
    pause: async (ms, signal) => {
      const cut = new AbortController();
      pausing.add(cut);
      try {
        await clock.sleep(ms, signal ? AbortSignal.any([cut.signal, signal]) : cut.signal);
        return false;
      } catch (error) {
        if (!cut.signal.aborted || signal?.aborted) throw error;
        return true;
      } finally {
        pausing.delete(cut);
      }
    },
    onUp: listener => {
      listeners.add(listener);
    },
    observe: async (call, method, payload, signal) => {
      const scope = scopeOfCall(method, payload);
      try {
        const reply = await call(method, payload, signal);
        if (reply.ok || reply.error_code < 500) reached(scope);
        else failed(scope, null);
        return reply;
      } catch (error) {
        if (!signal?.aborted && !ended.signal.aborted) failed(scope, error);
        throw error;
      }
    },
    stop: () => ended.abort(),
  };
}
