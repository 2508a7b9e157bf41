import { expect, test } from 'vitest';
import { digestsIn, due, here, subscribe } from '../subscribers.ts';
import { world } from '../world.ts';

/** A basic group with an administrator who talks to the bot. */
async function smallGroup() {
  const w = await world();
  const bob = await here(w, 'Bob');
  return { w, bob, group: w.telegram.group('Small', { kind: 'group', admins: [bob] }) };
}

test('an answer to a group that has become a supergroup meanwhile comes there', async () => {
  const { w, bob, group } = await smallGroup();
  await subscribe(w, group.id);
  const next = w.telegram.group('Large', { admins: [bob] });
  const moved = {
    code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    migrate_to_chat_id: next.id,
  };
  w.telegram.fails({ method: 'sendMessage', chat: group.id, with: moved });
  bob.in(group).says(`/latest@${w.telegram.username}`);
  await bob.in(next).sees('Latest news');
  await w.quiet();
  expect(await w.library.subscriptions.ofChat(group.id)).toEqual([]);
  expect(await w.library.subscriptions.ofChat(next.id)).toHaveLength(1);
});

test('whichever of the two messages of an upgrade is seen, everything moves, and what waits is sent there', async () => {
  const { w, bob, group } = await smallGroup();
  await subscribe(w, group.id);
  w.telegram.fails({
    method: 'sendMessage',
    chat: group.id,
    times: 1,
    with: { code: 429, description: 'Too Many Requests: retry after 600', retry_after: 600 },
  });
  await w.turnTo(due);
  await w.quiet();
  const upgraded = bob.in(group).upgrades();
  await w.quiet();
  await w.turnTo(due + 60_000);
  await bob.in(upgraded).sees('Your first digest');
  await w.quiet();
  expect(digestsIn(bob.in(upgraded))).toHaveLength(1);
  expect(await w.library.subscriptions.ofChat(group.id)).toEqual([]);
});

test('parts that were left when a group was upgraded come there in their order', async () => {
  const { w, bob, group } = await smallGroup();
  await subscribe(w, group.id);
  w.telegram.fails({
    method: 'sendMessage',
    chat: group.id,
    after: 1,
    times: 1,
    with: { code: 429, description: 'Too Many Requests: retry after 30', retry_after: 30 },
  });
  await w.turnTo(due);
  await w.quiet();
  const upgraded = bob.in(group).upgrades();
  await w.turnTo(due + 60_000);
  await w.quiet();
  const partsIn = (room: typeof group) =>
    bob
      .in(room)
      .chat()
      .flatMap(({ text }) => /\((\d\/\d)\)/.exec(text)?.[1] ?? []);
  expect(partsIn(group)).toEqual(['1/4']);
  expect(partsIn(upgraded)).toEqual(['2/4', '3/4', '4/4']);
});

test('a conversation that was begun before the upgrade goes on after it', async () => {
  const { w, bob, group } = await smallGroup();
  bob.in(group).says('/subscribe');
  const question = await bob.in(group).reads();
  await w.quiet();
  const upgraded = bob.in(group).upgrades();
  await w.quiet();
  expect(await w.library.inbox.conversation(`chat ${group.id} topic 0`)).toBeNull();
  expect(await w.library.inbox.conversation(`chat ${upgraded.id} topic 0`)).not.toBeNull();
  bob.in(upgraded).says('/cancel');
  await bob.in(upgraded).sees('Cancelled');
  expect(question.text).not.toBe('');
});
