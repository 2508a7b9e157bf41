import { expect, test } from 'vitest';
import { day, due, hour, subscribed, type World } from '../subscribers.ts';
import { news } from '../world.ts';

test('a digest missed by some hours comes late and says so; one missed by days is part of the next', async () => {
  const { w, ann } = await subscribed();
  await w.turnTo(due + 3 * hour);
  const late = await ann.sees('Your first digest');
  expect(late.text).toContain('Late (due 08:00): it couldn’t be sent earlier.');
  await w.quiet();
  const before = ann.chat().length;
  await w.turnTo(due + 4 * day + hour);
  await w.quiet();
  expect(ann.chat()).toHaveLength(before);
  expect((await w.library.subscriptions.ofChat(ann.chat_id))[0]!.nextDue).toBe(due + 5 * day);
});

test('of two that were missed, the one by more than a day is left out, the other comes late and covers both', async () => {
  const { w, ann, digests } = await subscribed();
  await w.turnTo(due + day + 60_000);
  await ann.sees('Your first digest');
  await w.quiet();
  expect(digests()).toHaveLength(1);
  expect(digests()[0]!.text).not.toContain('couldn’t be sent earlier');
  expect((await w.library.subscriptions.ofChat(ann.chat_id))[0]!.nextDue).toBe(due + 2 * day);
});

test('a weekly digest missed by two days comes late with its day; by more than half a week, with the next', async () => {
  const weekly = { weekdays: [1] };
  const nextDue = async (w: World, chatId: number) =>
    (await w.library.subscriptions.ofChat(chatId))[0]!.nextDue;
  const { w, ann } = await subscribed({}, weekly);
  await w.turnTo(due + 2 * day);
  expect((await ann.sees('Your first digest')).text).toContain(
    'Late (due Mon 7 Jan, 08:00): it couldn’t be sent earlier.',
  );
  expect(await nextDue(w, ann.chat_id)).toBe(due + 7 * day);
  await w.arrives(news.harbour);
  await w.turnTo(due + 7 * day + 4 * day);
  await w.quiet();
  expect(ann.chat().filter(({ text }) => text.includes('crane'))).toEqual([]);
  await w.turnTo(due + 14 * day);
  expect((await ann.sees('crane')).text).not.toContain('Late');
  expect(await nextDue(w, ann.chat_id)).toBe(due + 21 * day);
});
