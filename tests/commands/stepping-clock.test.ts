import { expect, test } from 'vitest';
import { steppingClock } from '../../src/commands/start/stepping-clock.ts';
import { stillClock } from '../../src/system/clock.ts';

test('what falls due on the way is done at its time, what cannot be done holds nothing up', async () => {
  const clock = stillClock(0);
  const due = [10, 20, 20, 95];
  const done: number[] = [];
  const stepping = steppingClock(
    clock,
    async () => due[0] ?? null,
    async () => {
      if (due[0] !== 20 && due[0]! <= clock.now()) due.shift();
      done.push(clock.now());
    },
  );
  const turned = new Promise<void>(resolve => {
    clock.onTurn(() => clock.now() === 50 && resolve());
  });
  stepping.turnTo(50);
  await turned;
  expect(done.slice(0, 2)).toEqual([10, 20]);
  expect(() => stepping.turnTo(1)).toThrow(RangeError);
});
