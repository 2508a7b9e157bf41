import { expect, test } from 'vitest';
import { day, digestsIn, due, here, hour, statesIn, subscribe, subscribed, waited } from '../subscribers.ts';
import { world } from '../world.ts';

const blocked = { code: 403, description: 'Forbidden: bot was blocked by the user' };
const mute = { code: 400, description: 'Bad Request: not enough rights to send text messages to the chat' };

test('what people missed while they had blocked the bot comes when they are back, and says that it is late', async () => {
  const { w, ann, digests } = await subscribed();
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, times: 1, with: blocked });
  await w.turnTo(due);
  await w.quiet();
  ann.blocks();
  await w.quiet();
  await w.turnTo(due + hour);
  await w.quiet();
  expect(digests()).toEqual([]);
  ann.unblocks();
  await w.quiet();
  await w.turnTo(due + 2 * hour);
  await ann.sees('Your first digest');
  await w.quiet();
  expect(digests().map(({ text }) => text.startsWith(waited))).toEqual([true]);
});

test.each([
  ['a message', (ann: { says(text: string): unknown }) => ann.says('Lavrov')],
  ['a command', (ann: { says(text: string): unknown }) => ann.says('/latest')],
])('%s of theirs wakes a chat of which Telegram told nothing', async (_, speak) => {
  const { w, ann } = await subscribed();
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, times: 1, with: blocked });
  await w.turnTo(due);
  await w.quiet();
  expect(await statesIn(w, ann.chat_id)).toEqual(['suspended']);
  speak(ann);
  await w.quiet();
  expect(await statesIn(w, ann.chat_id)).toEqual(['active']);
  await w.turnTo(due + hour);
  await ann.sees(waited);
});

test('a person who writes is active again, also where nothing says why they were on hold', async () => {
  const { w, ann } = await subscribed();
  await w.library.subscriptions.suspend(ann.chat_id, w.clock.now());
  ann.says('/latest');
  await w.quiet();
  expect(await statesIn(w, ann.chat_id)).toEqual(['active']);
});

test('a message that Telegram takes wakes only what rests for its refusal', async () => {
  const { w, ann } = await subscribed();
  const { subscriptions } = w.library;
  await subscriptions.suspend(ann.chat_id, w.clock.now());
  await subscriptions.markReachable(ann.chat_id);
  expect(await statesIn(w, ann.chat_id)).toEqual(['suspended']);
  await subscriptions.suspend(ann.chat_id, w.clock.now(), { reason: mute.description, retry: null });
  await subscriptions.markReachable(ann.chat_id);
  expect(await statesIn(w, ann.chat_id)).toEqual(['active']);
});

test('a chat that never comes back is taken out after 30 days', async () => {
  const { w, ann } = await subscribed();
  ann.blocks();
  await w.quiet();
  await w.turnTo(due + 29 * day);
  expect(await statesIn(w, ann.chat_id)).toEqual(['suspended']);
  // One look at the clock is not enough.
  await w.turnTo(due + 31 * day);
  expect(await statesIn(w, ann.chat_id)).toEqual(['suspended']);
  await w.turnTo(due + 32 * day);
  expect(await statesIn(w, ann.chat_id)).toEqual([]);
});

test('a question whose answer no one can get is no failure, and is not tried again', async () => {
  const { w, ann } = await subscribed();
  const before = w.telegram.callsOf('sendMessage').length;
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: blocked });
  ann.says('/latest');
  await w.quiet();
  expect(w.telegram.callsOf('sendMessage')).toHaveLength(before + 1);
  expect(await statesIn(w, ann.chat_id)).toEqual(['suspended']);
  expect((await w.library.status.at(w.clock.now())).lastDay.failedUpdates).toBe(0);
});

/** A group whose digest Bob has set up, who talks to the bot in private too. */
async function quietGroup(options: { forum?: boolean } = {}) {
  const w = await world();
  const bob = await here(w, 'Bob');
  const group = w.telegram.group('Quiet', { admins: [bob], ...options });
  return { w, bob, group };
}

test('without the right to write, the person who set it up hears of it once, and the group is tried once a day', async () => {
  const { w, bob, group } = await quietGroup();
  await subscribe(w, group.id, { userId: bob.user.id });
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: group.id, with: mute });
  const calls = () => w.telegram.callsOf('sendMessage').filter(call => call.parameters.chat_id === group.id);
  await w.turnTo(due);
  await bob.sees('I can no longer post in “Quiet”');
  await w.quiet();
  await w.turnTo(due + 23 * hour);
  await w.quiet();
  expect(calls()).toHaveLength(1);
  for (const later of [1, 2]) {
    await w.turnTo(due + later * day + hour);
    await w.quiet();
    expect(calls()).toHaveLength(1 + later);
  }
  undo();
  await w.turnTo(due + 3 * day + 2 * hour);
  await bob.in(group).sees(waited);
  await w.quiet();
  expect(await statesIn(w, group.id)).toEqual(['active']);
  expect(bob.chat().filter(({ text }) => text.includes('I can no longer post'))).toHaveLength(1);
  expect(digestsIn(bob.in(group))).toHaveLength(1);
});

test('an answer that a group takes wakes it', async () => {
  const { w, bob, group } = await quietGroup();
  await subscribe(w, group.id);
  w.telegram.fails({ method: 'sendMessage', chat: group.id, times: 1, with: mute });
  await w.turnTo(due);
  await w.quiet();
  expect(await statesIn(w, group.id)).toEqual(['suspended']);
  bob.in(group).says(`/latest@${w.telegram.username}`);
  await bob.in(group).reads();
  await w.quiet();
  expect(await statesIn(w, group.id)).toEqual(['active']);
});

test('a General that is opened again wakes its forum', async () => {
  const { w, bob, group } = await quietGroup({ forum: true });
  await subscribe(w, group.id);
  const general = group.room.topics.get(1)!;
  bob.in(group).closes(general);
  await w.turnTo(due);
  await w.quiet();
  expect(await statesIn(w, group.id)).toEqual(['suspended']);
  bob.in(group).reopens(general);
  await w.quiet();
  await w.turnTo(due + hour);
  await bob.in(group).sees(waited);
});

test('for a topic that is gone, General gets one note and each digest that came there', async () => {
  const { w, bob, group } = await quietGroup({ forum: true });
  const topic = bob.in(group).opensTopic('News');
  await subscribe(w, group.id, { threadId: topic.id });
  await subscribe(w, group.id, { threadId: topic.id, origin: 'test:second' });
  bob.in(group).closes(topic);
  await w.turnTo(due);
  await w.quiet();
  await bob.in(group).sees('the topic this digest was posted in is closed or deleted');
  await w.turnTo(due + day);
  await w.quiet();
  const texts = bob
    .in(group)
    .chat()
    .map(({ text }) => text);
  expect(texts.filter(text => text.includes('closed or deleted'))).toHaveLength(1);
  expect(texts.filter(text => text.includes('Your first digest'))).toHaveLength(2);
});

test('a digest of a chat that rests does not go to one that was banned meanwhile', async () => {
  const { w, ann, digests } = await subscribed();
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, times: 1, with: blocked });
  await w.turnTo(due);
  await w.quiet();
  await w.library.accessList.ban(ann.chat_id, w.clock.now());
  await w.library.subscriptions.suspend(ann.chat_id, w.clock.now());
  ann.says('/latest');
  await w.quiet();
  await w.turnTo(due + hour);
  await w.quiet();
  expect(digests()).toEqual([]);
});
