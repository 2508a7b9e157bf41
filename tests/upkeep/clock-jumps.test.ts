import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { deliveriesPath } from '../../src/database/two-files.ts';
import { createLog } from '../../src/system/log.ts';
import { day, due, here, hour, statesIn, subscribe, subscribed } from '../journeys/subscribers.ts';
import { news, world } from '../journeys/world.ts';
import { passingWorld } from './passing-world.ts';

const second = 1000;
const minute = 60 * second;

const jumps = [
  ['3 minutes back', -3 * minute],
  ['3 hours back', -3 * hour],
  ['40 days ahead', 40 * day],
] as const;

test.each(jumps)(
  'the clock jumps %s and returns: newcomers are answered within a second',
  async (_, wrongBy) => {
    const w = await passingWorld(due - 2 * hour);
    await w.newcomer('Known before');
    await w.pass(minute);
    for (const now of [wrongBy, 0, wrongBy, 0]) {
      w.setWrongBy(now);
      const before = await w.newcomers(5);
      await w.pass(minute);
      const after = await w.newcomers(5);
      expect(Math.max(...before, ...after)).toBeLessThanOrEqual(second);
    }
  },
);

/** Every row that an age-based rule may take out, by its table and key. */
function kept(file: string): string[] {
  const database = new Sqlite(deliveriesPath(file), { readonly: true });
  const keys = {
    subscriptions: 'id',
    outbox: 'id',
    message_bodies: 'id',
    inbox: 'update_id',
    conversations: 'key',
    stored_queries: 'key',
    read_markers: 'about',
    sent_answers: 'question',
    shown_answers: 'place',
    notifications: 'key',
    invitations: 'code',
  };
  const rows = Object.entries(keys).flatMap(([table, key]) =>
    (database.prepare(`select ${key} from ${table}`).pluck().all() as unknown[]).map(
      row => `${table} ${row}`,
    ),
  );
  database.close();
  return rows;
}

test.each(jumps)(
  'the clock jumps %s, stays wrong for hours and returns: nothing is deleted',
  async (_, wrongBy) => {
    const { w, ann } = await subscribed({ owner: () => ({ admins: [] }) });
    const { library } = w;
    const bob = await here(w, 'Bob');
    const gone = await subscribe(w, bob.chat_id);
    await library.subscriptions.remove(gone.id, w.clock.now());
    await library.accessList.invite(1, w.clock.now() + 7 * day);
    await library.notifications.add({ key: 'test', chatId: ann.chat_id, text: '📌' }, w.clock.now());
    await library.storedQueries.keep(['a long question']);
    await library.readMarkers.note(ann.chat_id, 'p1', 1, w.clock.now());
    bob.says('/subscribe');
    await bob.reads();
    await w.turnTo(due);
    await w.quiet();
    const before = kept(w.file);
    expect(new Set(before.map(row => row.split(' ')[0])).size).toBe(9);
    for (let hours = 1; hours <= 12; hours += 1) {
      w.setWrongBy(hours % 6 < 3 ? wrongBy : 0);
      await w.turnTo(due + hours * hour);
      if (hours % 4 === 0) await w.restart();
      await w.quiet();
    }
    w.setWrongBy(0);
    await w.turnTo(due + 2 * day);
    await w.turnTo(due + 4 * day);
    await w.quiet();
    expect(kept(w.file)).toEqual(expect.arrayContaining(before));
  },
);

test('what was written while the clock was far behind is not taken for old', async () => {
  const { w, ann } = await subscribed();
  await w.turnTo(due);
  await w.turnTo(due + 2 * day);
  w.setWrongBy(-10_000 * day);
  ann.blocks();
  await w.turnTo(due + 2 * day + hour);
  await w.quiet();
  w.setWrongBy(0);
  for (let days = 3; days <= 31; days += 2) await w.turnTo(due + days * day);
  expect(await statesIn(w, ann.chat_id)).toEqual(['suspended']);
});

test('what is old enough is deleted although the program is restarted often', async () => {
  const { w, ann } = await subscribed();
  ann.blocks();
  await w.quiet();
  await w.turnTo(due + 31 * day);
  await w.turnTo(due + 31 * day + 13 * hour);
  await w.restart();
  await w.turnTo(due + 31 * day + 20 * hour);
  expect(await statesIn(w, ann.chat_id)).toEqual(['suspended']);
  await w.restart();
  await w.turnTo(due + 31 * day + 26 * hour);
  expect(await statesIn(w, ann.chat_id)).toEqual([]);
});

test.each([
  ['while the bot runs', false],
  ['while the bot is down', true],
])('a clock 40 days ahead is set right %s: the next digest comes on the next day', async (_, restarts) => {
  const { w, ann } = await subscribed();
  await w.turnTo(due);
  await ann.sees('Your first digest');
  w.setWrongBy(40 * day);
  await w.turnTo(due + hour);
  await w.quiet();
  const setRight = () => w.setWrongBy(0);
  if (restarts) await w.restart(setRight);
  else setRight();
  await w.turnTo(due + 2 * hour);
  const [subscription] = await w.library.subscriptions.ofChat(ann.chat_id);
  expect(subscription!.nextDue).toBe(due + day);
});

test('a clock set back over the time of a digest that was sent does not send it again', async () => {
  const w = await world();
  const ann = await here(w, 'Ann');
  await subscribe(w, ann.chat_id, { sayNothing: true });
  await w.turnTo(due + minute);
  await ann.sees('Your first digest');
  await w.quiet();
  const before = ann.chat().length;
  w.setWrongBy(-3 * hour);
  for (const later of [1, 2, 3, 4]) await w.turnTo(due + later * hour);
  await w.quiet();
  expect(ann.chat()).toHaveLength(before);
  expect((await w.library.subscriptions.ofChat(ann.chat_id))[0]!.nextDue).toBe(due + day);
});

test('a digest that is due at a moment for which one was sent before is not lost', async () => {
  const w = await world({ seeds: false });
  const ann = await here(w, 'Ann');
  const { id } = await subscribe(w, ann.chat_id);
  await w.arrives(news.harbour);
  await w.turnTo(due);
  await ann.sees('Calloway');
  await w.arrives(news.vaccine);
  // As a wrong clock may have left it.
  await w.library.subscriptions.change(id, { nextDue: due });
  await w.turnTo(due + minute);
  await ann.sees('Oduya');
});

test('a mute group is tried again within a day, even if its retry was noted by a clock 40 days ahead', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const group = w.telegram.group('Quiet', { admins: [bob] });
  const { undo } = w.telegram.fails({
    method: 'sendMessage',
    chat: group.id,
    with: { code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
  });
  w.setWrongBy(40 * day);
  await subscribe(w, group.id, { nextDue: due + 40 * day });
  await w.turnTo(due);
  await w.quiet();
  expect(await statesIn(w, group.id)).toEqual(['suspended']);
  undo();
  w.setWrongBy(0);
  await w.turnTo(due + day);
  await w.quiet();
  expect(await statesIn(w, group.id)).toEqual(['active']);
});

test.each([
  ['61 s back', -61 * second, 1],
  ['50 s ahead', 50 * second, 0],
  ['2 days ahead', 2 * day, 1],
])('a jump of %s is logged if it is more than a minute', async (_, wrongBy, times) => {
  const lines: string[] = [];
  const log = createLog('warn', { write: line => void lines.push(line) });
  const w = await world({ seeds: false, owner: () => ({ log }) });
  await w.turnTo(due);
  w.setWrongBy(wrongBy);
  await w.turnTo(due + minute);
  await w.turnTo(due + 2 * minute);
  expect(lines.filter(line => line.includes(`"jump":${wrongBy}`))).toHaveLength(times);
  // Being away is no jump.
  await w.restart(() => w.clock.turnTo(due + 3 * day));
  await w.turnTo(due + 4 * day);
  expect(lines.filter(line => line.includes('"jump"'))).toHaveLength(times);
});
