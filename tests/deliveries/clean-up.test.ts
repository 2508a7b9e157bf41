import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { deliveriesSchema } from '../../src/database/migrations/deliveries/index.ts';
import { createDeliveries, type Deliveries } from '../../src/deliveries/deliveries.ts';
import { createShownAnswers } from '../../src/deliveries/shown-answers.ts';
import { scratchFolder } from '../library/scratch.ts';

const folder = scratchFolder();
const old = 1000;
let number = 0;

/** Deliveries with `count` old rows of every kind that is kept for a time only. */
async function withOldRows(count: number) {
  number += 1;
  const database = openDatabase(join(folder, `old-${number}.db`), deliveriesSchema);
  onTestFinished(() => void database.close());
  const all = createDeliveries(database);
  const { inbox, subscriptions, outbox } = all;
  const usual = { threadId: null, topics: [], people: [], weekdays: [1], times: ['08:00'], zone: 'UTC' };
  for (let id = 1; id <= count; id += 1) {
    await inbox.receive([{ updateId: id, queue: `chat ${id}`, body: '{}' }], old);
    await inbox.finish(id, [{ key: `chat ${id}`, state: '{}' }], old);
    await all.readMarkers.note(id, 'p1', 1, old);
    await all.sentAnswers.note(id, 1, [2], old);
    await all.shownAnswers.note({ place: [id, 2], chatId: id, body: '{}', asked: null }, ['a'], 0, old);
    await all.storedQueries.keep([`query ${id}`]);
    await all.notifications.add({ key: `n${id}`, chatId: id, text: 'Hello' }, old);
    await all.notifications.settle({ key: `n${id}`, chatId: id }, 'sent', old);
    await all.accessList.invite(1, old);
    const { id: subscription } = await subscriptions.add({
      origin: `o${id}`,
      chatId: id,
      userId: id,
      nextDue: old,
      created: old,
      ...usual,
    });
    const bodies = await outbox.keep([{ text: '{}', articles: [] }], [], old);
    await outbox.plan([
      { subscriptionId: subscription, due: old, nextDue: 2 * old, deliveredUpTo: 1, bodies, now: old },
    ]);
    await outbox.sent((await outbox.next(id, old))!.id, 1, old);
    await subscriptions.suspend(id, old);
  }
  await all.storedQueries.date(old);
  return { all, database };
}

const purges: [string, string, (all: Deliveries, limit: number) => Promise<boolean>][] = [
  ['updates', 'inbox', ({ inbox }, limit) => inbox.purge(old + 1, limit)],
  ['conversations', 'conversations', ({ inbox }, limit) => inbox.purgeConversations(old + 1, limit)],
  ['read markers', 'read_markers', ({ readMarkers }, limit) => readMarkers.purge(old + 1, limit)],
  ['answers', 'sent_answers', ({ sentAnswers }, limit) => sentAnswers.purge(old + 1, limit)],
  ['shown answers', 'shown_answers', ({ shownAnswers }, limit) => shownAnswers.purge(old + 1, limit)],
  ['stored queries', 'stored_queries', ({ storedQueries }, limit) => storedQueries.purge(old + 1, limit)],
  ['notifications', 'notifications', ({ notifications }, limit) => notifications.purge(old + 1, limit)],
  ['invitations', 'invitations', ({ accessList }, limit) => accessList.purgeInvitations(old, limit)],
  ['messages', 'outbox', ({ outbox }, limit) => outbox.purge(old + 1, limit)],
  ['subscriptions', 'subscriptions', ({ subscriptions }, limit) => subscriptions.purge(old + 1, limit)],
];

test.each(purges)(
  'old %s are deleted in pieces of the size asked for, down to none',
  async (_, table, purge) => {
    const { all, database } = await withOldRows(5);
    const left = () => database.prepare(`select count(*) from ${table}`).pluck().get();
    expect(left()).toBe(5);
    expect(await purge(all, 2)).toBe(true);
    expect(left()).toBe(3);
    expect(await purge(all, 2)).toBe(true);
    expect(await purge(all, 2)).toBe(false);
    expect(left()).toBe(0);
  },
);

test('of more shown answers than are kept, the oldest go while others are noted', async () => {
  const database = openDatabase(join(folder, 'shown.db'), deliveriesSchema);
  onTestFinished(() => void database.close());
  const shown = createShownAnswers(database, 50);
  for (let id = 1; id <= 400; id += 1)
    await shown.note({ place: [id, 1], chatId: id, body: '{}', asked: null }, ['a'], 0, id);
  const left = database.prepare('select chat_id from shown_answers order by sent').pluck().all();
  expect(left).toEqual(Array.from({ length: 50 }, (_, at) => 351 + at));
});

test('what is not old enough stays', async () => {
  const { all, database } = await withOldRows(2);
  expect(await all.inbox.purge(old, 10)).toBe(false);
  expect(await all.subscriptions.purge(old, 10)).toBe(false);
  expect(await all.outbox.purge(old, 10)).toBe(false);
  expect(database.prepare('select count(*) from outbox').pluck().get()).toBe(2);
});
