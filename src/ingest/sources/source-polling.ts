import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Source } from '../../library/sources/types.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import { type PollParts, type PollReport, pollSource } from './poll-source.ts';

/** How many sources are asked at the same time; each host gets one request at a time. */
const mostAtOnce = 8;

export type SourcePolling = {
  /** Asks a source, unless it is being asked already; null if that failed, which is logged. */
  ask(source: Source): Promise<PollReport | null>;
  /** Asks what is due until nothing is; the next begins as soon as one is done. */
  askDue(): Promise<void>;
  /** Lets a round that is running ask what has become due by now, however long another source takes to answer. */
  tick(): void;
  /** What is being asked; none of it rejects. */
  running(): Promise<unknown>[];
};

/** Asks sources, several at once but none twice at the same time. */
export function createSourcePolling(parts: PollParts & { clock: Clock; log: Log }): SourcePolling {
  const { clock, log, isStopping } = parts;
  const { sources } = parts.library;
  const busy = new Map<number, Promise<PollReport | null>>();

  function ask(source: Source): Promise<PollReport | null> {
    const running = busy.get(source.id);
    if (running) return running;
    const asked = pollSource(source, clock.now(), parts)
      .catch(error => {
        if (!isStopping()) log.error({ error, source: source.id }, 'a source could not be asked');
        return null;
      })
      .finally(() => busy.delete(source.id));
    busy.set(source.id, asked);
    return asked;
  }

  /** Resolved by the next tick. */
  let ticked = Promise.withResolvers<'ticked'>();

  async function askDue(): Promise<void> {
    const tried = new Set<number>();
    while (!isStopping()) {
      ticked = Promise.withResolvers();
      const tick = ticked.promise;
      const due = await sources.due(clock.now(), mostAtOnce + tried.size + busy.size);
      const next = due.filter(({ id }) => !busy.has(id) && !tried.has(id)).slice(0, mostAtOnce - busy.size);
      for (const source of next) {
        // One that can't be stored stays due: it has its turn again at the next tick.
        tried.add(source.id);
        // Answers have their turn before each request.
        await yieldToEventLoop();
        void ask(source);
      }
      const idle = Promise.resolve('idle');
      const first = await Promise.race([tick, ...(busy.size === 0 ? [idle] : busy.values())]);
      if (first === 'ticked') tried.clear();
      else if (first === 'idle') return;
    }
  }

  return { ask, askDue, tick: () => ticked.resolve('ticked'), running: () => [...busy.values()] };
}
