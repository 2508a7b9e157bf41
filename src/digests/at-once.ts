import { setImmediate as breath } from 'node:timers/promises';
import type { Library } from '../store.ts';
import { afterQuiet, nextDay, startOfDay, whenSomethingArrives } from './schedule.ts';

/** So many in one transaction, with turns for others in between. */
const atATime = 100;

/**
 * Makes those digests due that wait for something to arrive, where something has: now, at the end of quiet
 * hours, or on the next local day where as many were sent today as were asked for.
 * @param now milliseconds since the epoch
 */
export async function armAtOnce(library: Library, now: number): Promise<void> {
  const head = await library.news.head();
  for (let armed = atATime; armed === atATime; await breath())
    armed = await library.subscriptions.scheduleWaiting(
      head,
      whenSomethingArrives,
      atATime,
      ({ zone, quiet, atOnce }, toldSince) => {
        const full = toldSince(startOfDay(zone, now)) >= (atOnce ?? 1);
        return afterQuiet(quiet, zone, full ? nextDay(zone, now) : now);
      },
    );
}
