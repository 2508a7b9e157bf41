import { setImmediate as breath } from 'node:timers/promises';
import type { Subscription } from '../deliveries/subscriptions.ts';
import type { Library } from '../store.ts';
import { awaitingNews, nextRun } from './schedule.ts';

/** So many subscriptions at a time, with turns for others in between. */
const batchSize = 100;
/** What is told at once is held back until the next local day or the end of quiet hours at most. */
const maxHold = 2 * 86_400_000;

/**
 * After the clock was set back: what is due later than its schedule can have it from `now` on was planned by the
 * wrong time, and would keep somebody waiting for as long as that was ahead. It is due when the schedule next
 * strikes at which nothing was sent yet.
 * @param now milliseconds since the epoch
 */
export async function rescheduleAfterSetBack(library: Library, now: number): Promise<void> {
  const { subscriptions, outbox } = library;

  async function dueOf(subscription: Subscription): Promise<number> {
    const { id, nextDue, atOnce } = subscription;
    if (atOnce) return nextDue - now > maxHold ? awaitingNews : nextDue;
    let due = nextRun(subscription, now);
    while (due < nextDue && (await outbox.has(id, due))) due = nextRun(subscription, due);
    return Math.min(due, nextDue);
  }

  for (let last = 0; ; await breath()) {
    const planned = await subscriptions.plannedAfter(now, awaitingNews, batchSize, last);
    for (const subscription of planned) {
      const nextDue = await dueOf(subscription);
      if (nextDue !== subscription.nextDue) await subscriptions.change(subscription.id, { nextDue });
    }
    if (planned.length < batchSize) return;
    last = planned.at(-1)!.id;
  }
}
