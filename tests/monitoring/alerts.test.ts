import { expect, test } from 'vitest';
import { alertsFor, minFreeSpace } from '../../src/monitoring/alerts.ts';
import { loadMessages } from '../../src/rendering/messages.ts';
import type { Overview } from '../../src/store.ts';

const now = Date.UTC(2030, 0, 7);
const hour = 3_600_000;
const well: Overview = {
  articles: 5,
  subscriptions: { active: 1, paused: 0, suspended: 0 },
  due: { count: 1, oldest: now - hour + 1, next: now },
  parts: { waiting: 3, held: 5, sending: 1, unknown: 19, failed: 7 },
  oldestPart: now - hour + 1,
  lastDay: { sent: 9, failed: 0, failedUpdates: 0 },
  waitingUpdates: 4,
};
const room = { used: 1, free: minFreeSpace };

test('nothing is wrong while all is within bounds', () => {
  expect(alertsFor(well, room, now)).toEqual([]);
  expect(alertsFor(well, null, now)).toEqual([]);
});

test.each([
  ['trouble-disk', well, { used: 1, free: minFreeSpace - 1 }],
  ['trouble-dead', { ...well, lastDay: { ...well.lastDay, failed: 1 } }, room],
  ['trouble-unknown', { ...well, parts: { ...well.parts, unknown: 20 } }, room],
  ['trouble-due', { ...well, due: { ...well.due, oldest: now - hour } }, room],
  ['trouble-waiting', { ...well, oldestPart: now - hour }, room],
  ['trouble-updates', { ...well, lastDay: { ...well.lastDay, failedUpdates: 1 } }, room],
])('%s is told', (say, overview, space) => {
  const troubles = alertsFor(overview, space, now);
  expect(troubles.map(trouble => trouble.messageKey)).toEqual([say]);
  expect(loadMessages().say(say, troubles[0]!.args)).not.toContain('{');
});
