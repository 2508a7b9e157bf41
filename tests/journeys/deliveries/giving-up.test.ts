import { expect, test } from 'vitest';
import { openLibrary } from '../../../src/store.ts';
import { putInLine } from '../../library/in-line.ts';
import { day, digestsIn, due, hour, marked, subscribed, type World } from '../subscribers.ts';
import { news } from '../world.ts';

const refusal = { code: 400, description: "Bad Request: can't parse entities: entity beyond the end" };

/** Turns the clock on for as long as messages of unknown fate wait for their next try. */
async function untilSettled(w: World) {
  for (;;) {
    await w.quiet();
    const { planned = 0, sending = 0, unknown = 0 } = await w.library.outbox.counts();
    if (planned + sending + unknown === 0) return;
    w.clock.turnTo(w.clock.now() + hour);
  }
}

test('what stayed unknown five times is part of the next digest, which is marked', async () => {
  const { w, ann, digests } = await subscribed();
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: 'reset-before' });
  await w.turnTo(due);
  await untilSettled(w);
  const { failed = 0, sent = 0 } = await w.library.outbox.counts();
  expect({ failed: failed > 0, sent }).toEqual({ failed: true, sent: 0 });
  undo();
  await w.turnTo(due + day);
  await untilSettled(w);
  expect(digests().map(({ text }) => text.startsWith(marked))).toEqual([true]);
  await w.turnTo(due + 2 * day);
  await w.quiet();
  expect(digests()).toHaveLength(1);
});

test('what Telegram refuses in any form is part of the next digest, without a mark', async () => {
  const { w, ann, digests } = await subscribed();
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: refusal });
  await w.turnTo(due);
  await untilSettled(w);
  undo();
  await w.turnTo(due + day);
  await untilSettled(w);
  expect(digests().map(({ text }) => text.startsWith(marked))).toEqual([false]);
});

test('one message of unknown fate is enough for the next digest to be marked', async () => {
  const { w, ann, digests } = await subscribed();
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, times: 5, with: 'reset-before' });
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: refusal });
  await w.turnTo(due);
  await untilSettled(w);
  expect((await w.library.status.parts()).length).toBeGreaterThan(1);
  undo();
  await w.turnTo(due + day);
  await untilSettled(w);
  expect(digests().map(({ text }) => text.startsWith(marked))).toEqual([true]);
});

test('where one message fails and another arrives, nothing is sent twice', async () => {
  const { w, ann } = await subscribed();
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, times: 2, with: refusal });
  await w.turnTo(due);
  await untilSettled(w);
  const counts = await w.library.outbox.counts();
  expect(counts.failed).toBe(1);
  expect(counts.sent).toBeGreaterThan(0);
  const before = ann.chat().length;
  await w.turnTo(due + day);
  await untilSettled(w);
  expect(ann.chat()).toHaveLength(before);
});

test('an owner who wants nothing repeated gets it given up and reported', async () => {
  const { w, ann, digests } = await subscribed({ owner: () => ({ repeatUnknown: false }) });
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: 'reset-after' });
  await w.turnTo(due);
  await untilSettled(w);
  undo();
  expect(digests().map(({ text }) => text.startsWith(marked))).toEqual([false]);
  const given = await w.library.status.parts();
  expect(given.map(({ state, attempts }) => `${state} after ${attempts}`)).toEqual(
    given.map(() => 'failed after 1'),
  );
  // What it told counts as told: only what is new comes the next day.
  await w.arrives(news.harbour);
  await w.turnTo(due + day);
  const next = await ann.sees('Port of Velmora');
  await w.quiet();
  expect(next.text.startsWith(marked)).toBe(false);
  expect(digestsIn(ann)).toHaveLength(1);
});

test('an owner who wants nothing repeated gets that also after a crash', async () => {
  const { w, digests } = await subscribed({ owner: () => ({ repeatUnknown: false }) });
  await w.restart(async () => {
    const library = openLibrary(w.file);
    const [subscription] = await library.subscriptions.due(due, 1);
    const { id, chatId } = subscription!;
    const texts = [JSON.stringify({ text: 'Hello', entities: [] })];
    await putInLine(library, id, { due, texts, now: due, told: 5 });
    await library.outbox.begin((await library.outbox.next(chatId, due))!, due);
    library.close();
  });
  await untilSettled(w);
  expect(await w.library.status.parts()).toMatchObject([
    { state: 'failed', reason: 'the program ended while it was being sent' },
  ]);
  expect(digests()).toEqual([]);
});
