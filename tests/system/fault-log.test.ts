import { expect, test } from 'vitest';
import { stillClock } from '../../src/system/clock.ts';
import { createFaultLog } from '../../src/system/fault-log.ts';

test('a fault that comes again and again is one warning a minute, which counts the others', () => {
  const clock = stillClock(0);
  const lines: unknown[] = [];
  const log = {
    warn: (facts: unknown, message?: unknown) => void lines.push([clock.now(), message, facts]),
    debug: () => {},
  };
  const logFault = createFaultLog(log as Parameters<typeof createFaultLog>[0], clock);
  for (let second = 0; second < 150; second += 10) {
    clock.turnTo(second * 1000);
    logFault({ second }, 'updates could not be fetched');
  }
  logFault({ chat: 1 }, 'a chat could not be served');
  expect(lines).toEqual([
    [0, 'updates could not be fetched', { second: 0 }],
    [60_000, 'updates could not be fetched', { second: 60, omitted: 5 }],
    [120_000, 'updates could not be fetched', { second: 120, omitted: 5 }],
    [140_000, 'a chat could not be served', { chat: 1 }],
  ]);
});
