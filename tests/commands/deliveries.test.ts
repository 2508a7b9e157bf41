import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/store.ts';
import { putInLine } from '../library/in-line.ts';
import { communique, scratch } from './cli.ts';

const hour = 3_600_000;

const deliveries = (file: string, ...args: string[]) =>
  communique(scratch(), ['deliveries', ...args], { environment: { DATABASE: file } });

/** A library in which something is due, waits, was sent, is unknown, was given up, and rests. */
async function everything() {
  const file = join(scratch(), 'library.db');
  const library = openLibrary(file);
  const now = Date.now();
  const due = now - hour;
  for (const chatId of [1, 2, 3]) {
    const more = { threadId: null, userId: 1, topics: [], people: [], weekdays: [1], times: ['08:00'] };
    await library.subscriptions.add({
      origin: `${chatId}`,
      chatId,
      zone: 'UTC',
      nextDue: due,
      created: 0,
      ...more,
    });
  }
  const plan = (subscription: number, count: number) =>
    putInLine(library, subscription, { due, texts: Array<string>(count).fill('{}'), now });
  const { outbox } = library;
  await plan(1, 4);
  await outbox.sent((await outbox.next(1, now))!.id, 99, now);
  const dying = (await outbox.next(1, now))!;
  await outbox.begin(dying, now);
  await outbox.fail(dying.id, 'Bad Request: text is strange', now, 'refused');
  const lost = (await outbox.next(1, now))!;
  await outbox.begin(lost, now);
  await outbox.markUnknown(lost.id, 'socket hang up', now);
  await plan(2, 1);
  await library.subscriptions.suspend(2, now, {
    reason: 'Forbidden: bot was blocked by the user',
    retry: null,
  });
  library.close();
  return { file, iso: (moment: number) => new Date(moment).toISOString(), due, now };
}

test('it counts all and names what did not arrive, with the reasons', async () => {
  const { file, iso, due } = await everything();
  const { code, out } = await deliveries(file);
  expect(code).toBe(0);
  const counts = Object.fromEntries(
    [...out.matchAll(/^(\w+(?: \w+)?) +(\d+) /gm)].map(([, name, count]) => [name, Number(count)]),
  );
  expect(counts).toEqual({ due: 1, waiting: 1, held: 1, sending: 0, sent: 1, unconfirmed: 1, 'given up': 1 });
  expect(out).toContain(`subscription 3, chat 3, since ${iso(due)}`);
  expect(out).toContain(`chat 1, due ${iso(due)}, part 2, 1 try: Bad Request: text is strange`);
  expect(out).toContain(`chat 1, due ${iso(due)}, part 3, 1 try: socket hang up`);
  expect(out).toMatch(/on hold:\n {2}chat 2, since .*: Forbidden: bot was blocked by the user/);
});

test('--json gives one object with everything', async () => {
  const { file, iso, due, now } = await everything();
  const { code, out } = await deliveries(file, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    counts: { due: 1, waiting: 1, held: 1, sending: 0, unknown: 1, dead: 1, sentLastDay: 1, deadLastDay: 1 },
    due: [{ subscription: 3, chat: 3, due: iso(due) }],
    parts: [
      { chat: 1, part: 2, state: 'dead', reason: 'Bad Request: text is strange', attempts: 1 },
      { chat: 1, part: 3, state: 'unknown', reason: 'socket hang up' },
      { chat: 1, part: 4, state: 'waiting', held: false, reason: null },
      { chat: 2, part: 1, state: 'waiting', held: true },
    ],
    resting: [{ chat: 2, since: iso(now), reason: 'Forbidden: bot was blocked by the user' }],
  });
});

test('without a database it says so', async () => {
  const { code, err } = await deliveries(join(scratch(), 'nothing.db'));
  expect(code).toBe(1);
  expect(err).toContain('no database at');
});
