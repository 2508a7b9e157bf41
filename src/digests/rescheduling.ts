import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Subscription } from '../deliveries/subscriptions/subscriptions.ts';
import type { Library } from '../store.ts';
import { afterQuiet, awaitingNews, nextDay, nextRun, startOfDay } from './schedule.ts';

/** How many subscriptions are changed in one transaction, before other work gets its turn. */
const batchSize = 100;
/** A digest for what has just arrived is held until the next local day or the end of quiet hours at most. */
const maxHold = 2 * 86_400_000;

/**
 * Makes the digests due that wait for news, if some has arrived: now, at the end of quiet hours, or on the next
 * local day if today's maximum has been sent.
 * @param now milliseconds since the epoch
 */
export async function scheduleEventDigests(library: Library, now: number): Promise<void> {
  const head = await library.news.head();
  for (let changed = batchSize; changed === batchSize; await yieldToEventLoop())
    changed = await library.subscriptions.scheduleWaiting(
      head,
      awaitingNews,
      batchSize,
      ({ zone, quiet, atOnce }, sentSince) => {
        const full = sentSince(startOfDay(zone, now)) >= (atOnce ?? 1);
        return afterQuiet(quiet, zone, full ? nextDay(zone, now) : now);
      },
    );
}

/**
 * After the clock was set back: a digest that is due later than its schedule allows from `now` on was planned by
 * the wrong time, and would be late by as much. It becomes due at the schedule's next run that hasn't been sent.
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

  for (let last = 0; ; await yieldToEventLoop()) {
    const planned = await subscriptions.plannedAfter(now, awaitingNews, batchSize, last);
    for (const subscription of planned) {
      const nextDue = await dueOf(subscription);
      if (nextDue !== subscription.nextDue) await subscriptions.change(subscription.id, { nextDue });
    }
    if (planned.length < batchSize) return;
    last = planned.at(-1)!.id;
  }
}
