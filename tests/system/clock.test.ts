import { expect, test } from 'vitest';
import { runningClock, stillClock } from '../../src/system/clock.ts';

test('a still clock stands still until it is turned, and wakes what is due, earliest first', async () => {
  const clock = stillClock(1000);
  const woken: string[] = [];
  const late = clock.sleep(20).then(() => woken.push('late'));
  const early = clock.sleep(10).then(() => woken.push('early'));
  clock.turnTo(1009);
  await clock.sleep(0);
  expect(woken).toEqual([]);
  clock.turnTo(1500);
  await Promise.all([late, early]);
  expect(woken).toEqual(['early', 'late']);
  expect(clock.now()).toBe(1500);
  expect(() => clock.turnTo(1400)).toThrow(RangeError);
});

test('a sleeper can be called off, before and meanwhile', async () => {
  const clock = stillClock(0);
  const off = new AbortController();
  const slept = clock.sleep(10, off.signal);
  off.abort(new Error('enough'));
  await expect(slept).rejects.toThrow('enough');
  await expect(clock.sleep(10, off.signal)).rejects.toThrow('enough');
});

test('a running clock goes by itself and can be turned ahead', async () => {
  const clock = runningClock();
  const before = clock.now();
  let turns = 0;
  const end = clock.onTurn(() => {
    turns += 1;
  });
  const slept = clock.sleep(3_600_000);
  clock.turnTo(before + 7_200_000);
  await slept;
  end();
  clock.turnTo(clock.now() + 1000);
  expect(turns).toBe(1);
  await clock.sleep(1);
  expect(clock.now()).toBeGreaterThanOrEqual(before + 7_201_000);
});
