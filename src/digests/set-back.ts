import { setImmediate as breath } from 'node:timers/promises';
import type { Subscription } from '../deliveries/subscriptions/subscriptions.ts';
import type { Library } from '../store.ts';
import { nextStrike, whenSomethingArrives } from './schedule.ts';

/** So many subscriptions at a time, with turns for others in between. */
const atATime = 100;
/** What is told at once is held back until the next local day or the end of quiet hours at most. */
const longestHeld = 2 * 86_400_000;

/**
 * After the clock was set back: what is due later than its schedule can have it from `now` on was planned by the
 * wrong time, and would keep somebody waiting for as long as that was ahead. It is due when the schedule next
 * strikes at which nothing was sent yet.
 * @param now milliseconds since the epoch
 */
export async function replanAfterSetBack(library: Library, now: number): Promise<void> {
  const { subscriptions, outbox } = library;

  async function dueOf(subscription: Subscription): Promise<number> {
    const { id, nextDue, atOnce } = subscription;
    if (atOnce) return nextDue - now > longestHeld ? whenSomethingArrives : nextDue;
    let due = nextStrike(subscription, now);
    while (due < nextDue && (await outbox.has(id, due))) due = nextStrike(subscription, due);
    return Math.min(due, nextDue);
  }

  for (let last = 0; ; await breath()) {
    const planned = await subscriptions.plannedAfter(now, whenSomethingArrives, atATime, last);
    for (const subscription of planned) {
      const nextDue = await dueOf(subscription);
      if (nextDue !== subscription.nextDue) await subscriptions.change(subscription.id, { nextDue });
    }
    if (planned.length < atATime) return;
    last = planned.at(-1)!.id;
  }
}
