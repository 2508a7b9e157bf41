import type { TurnableClock } from '../../system/clock.ts';

/**
 * A clock that stops on its way at every moment at which something falls due, so that what is turned past
 * happens at its time and not late.
 * @param soonest when the next thing is due, milliseconds since the epoch; null for nothing
 * @param tick does what is due at the clock's time
 */
export function steppingClock(
  clock: TurnableClock,
  soonest: () => Promise<number | null>,
  tick: () => Promise<void>,
): TurnableClock {
  const turnTo = async (moment: number): Promise<void> => {
    for (let last = Number.NEGATIVE_INFINITY; ; ) {
      const due = await soonest();
      // What is still due after it was ticked cannot be done now and must not hold the clock.
      if (due === null || due > moment || due <= last) break;
      last = due;
      clock.turnTo(Math.max(due, clock.now()));
      await tick();
    }
    clock.turnTo(Math.max(moment, clock.now()));
    await tick();
  };
  let turning = Promise.resolve();
  return {
    ...clock,
    turnTo: moment => {
      if (moment < clock.now()) throw new RangeError('a clock is only ever turned ahead');
      turning = turning.then(() => turnTo(moment));
    },
  };
}
