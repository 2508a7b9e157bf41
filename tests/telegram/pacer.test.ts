import { expect, test } from 'vitest';
import { stillClock } from '../../src/clock.ts';
import { createPacer, Stopped, usualPace } from '../../src/telegram/pacer.ts';

/** Runs the clock until all of `calls` were let go; gives for each the second in which it was. */
async function seconds(clock: ReturnType<typeof stillClock>, calls: Promise<void>[]): Promise<number[]> {
  const start = clock.now();
  const at: number[] = [];
  const noted = calls.map((call, i) => call.then(() => void (at[i] = (clock.now() - start) / 1000)));
  let open = true;
  const all = Promise.all(noted).then(() => (open = false));
  while (open) {
    await new Promise(resolve => setImmediate(resolve));
    if (open) clock.turnTo(clock.now() + 50);
  }
  await all;
  return at;
}

test('a private chat gets a short burst, then one a second', async () => {
  const clock = stillClock(0);
  const pacer = createPacer(clock);
  const at = await seconds(
    clock,
    Array.from({ length: 6 }, () => pacer.turn(5, 'answer')),
  );
  expect(at.slice(0, 3)).toEqual([0, 0, 0]);
  expect(at.slice(3).map(Math.round)).toEqual([1, 2, 3]);
});

test('a group gets no more than 20 in any minute', async () => {
  const clock = stillClock(0);
  const pacer = createPacer(clock);
  const at = await seconds(
    clock,
    Array.from({ length: 60 }, () => pacer.turn(-7, 'digest')),
  );
  for (const from of at)
    expect(at.filter(second => second >= from && second < from + 60).length).toBeLessThanOrEqual(20);
});

test('all chats together stay below the rate of all', async () => {
  const clock = stillClock(0);
  const pacer = createPacer(clock);
  const at = await seconds(
    clock,
    Array.from({ length: 200 }, (_, chat) => pacer.turn(chat + 1, 'digest')),
  );
  for (const from of at) {
    const within = at.filter(second => second >= from && second < from + 1).length;
    expect(within).toBeLessThanOrEqual(Math.ceil(usualPace.overall * 1.25) + 1);
  }
  expect(Math.max(...at)).toBeLessThan(200 / usualPace.overall + 1);
});

test('answers go before digests', async () => {
  const clock = stillClock(0);
  const pacer = createPacer(clock);
  const digests = Array.from({ length: 100 }, (_, chat) => pacer.turn(chat + 1, 'digest'));
  const answers = Array.from({ length: 5 }, (_, chat) => pacer.turn(chat + 1000, 'answer'));
  const at = await seconds(clock, [...answers, ...digests]);
  expect(Math.max(...at.slice(0, 5))).toBeLessThan(0.3);
});

test('a pause that Telegram asks for holds its chat alone', async () => {
  const clock = stillClock(0);
  const pacer = createPacer(clock);
  pacer.flooded(5, 30);
  const at = await seconds(clock, [pacer.turn(5, 'answer'), pacer.turn(6, 'digest')]);
  expect(at).toEqual([30, 0]);
});

test('once it is stopped, nobody is let go', async () => {
  const clock = stillClock(0);
  const pacer = createPacer(clock);
  pacer.flooded(5, 30);
  const waiting = pacer.turn(5, 'answer');
  pacer.stop();
  await expect(waiting).rejects.toBeInstanceOf(Stopped);
  await expect(pacer.turn(6, 'answer')).rejects.toBeInstanceOf(Stopped);
});
