import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { everyMinute } from '../../src/upkeep/minute.ts';

const minute = 60_000;
const hour = 60 * minute;

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2030, 0, 7, 8) }));
afterEach(() => vi.useRealTimers());

test.each([
  ['is right', 0],
  ['is set back by three hours', -3 * hour],
  ['is set ahead by forty days', 960 * hour],
  ['comes from 1970 to the present', 20_000 * 24 * hour],
])('the minutes go on while the clock %s', async (_, jump) => {
  let ticks = 0;
  const stop = everyMinute(() => {
    ticks += 1;
  });
  await vi.advanceTimersByTimeAsync(3 * minute);
  expect(ticks).toBe(3);
  vi.setSystemTime(Date.now() + jump);
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(ticks).toBeGreaterThanOrEqual(12);
  expect(ticks).toBeLessThanOrEqual(14);
  await stop();
  const ended = ticks;
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(ticks).toBe(ended);
});
