import { expect, test } from 'vitest';
import { call, telegramForTest } from '../echo-bot.ts';

async function scene() {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  ann.starts();
  const group = telegram.group('Debate', { members: [ann], admins: [bob] });
  const channel = telegram.group('News', { kind: 'channel', admins: [bob] });
  return { telegram, ann, bob, group, channel };
}

test('a message is pinned, which the bot gets an update of, and unpinned', async () => {
  const { telegram, ann } = await scene();
  const { result } = await call(telegram, 'sendMessage', { chat_id: ann.chat_id, text: 'keep me' });
  const here = { chat_id: ann.chat_id, message_id: result.message_id };
  expect(await call(telegram, 'pinChatMessage', here)).toMatchObject({ result: true });
  const told = (await call(telegram, 'getUpdates', { offset: -1 })).result[0].message;
  expect(told).toMatchObject({
    from: { id: telegram.botId },
    pinned_message: { message_id: result.message_id, text: 'keep me' },
  });
  expect(await call(telegram, 'unpinChatMessage', here)).toMatchObject({ result: true });
  expect(await call(telegram, 'unpinChatMessage', here)).toMatchObject({
    status: 400,
    description: 'Bad Request: message to unpin not found',
  });
});

test('without an id the newest is unpinned; all can be at once', async () => {
  const { telegram, ann } = await scene();
  const here = { chat_id: ann.chat_id };
  const ids: number[] = [];
  for (const text of ['one', 'two', 'three']) {
    const { result } = await call(telegram, 'sendMessage', { ...here, text });
    ids.push(result.message_id);
    await call(telegram, 'pinChatMessage', { ...here, message_id: result.message_id });
  }
  const unpin = (more = {}) => call(telegram, 'unpinChatMessage', { ...here, ...more });
  await unpin();
  expect((await unpin({ message_id: ids[2] })).ok).toBe(false);
  await call(telegram, 'unpinAllChatMessages', here);
  expect((await unpin({ message_id: ids[0] })).ok).toBe(false);
  expect((await unpin()).description).toBe('Bad Request: message to unpin not found');
});

test('what is not there can’t be pinned', async () => {
  const { telegram, ann } = await scene();
  expect(await call(telegram, 'pinChatMessage', { chat_id: ann.chat_id, message_id: 4711 })).toMatchObject({
    status: 400,
    description: 'Bad Request: message to pin not found',
  });
});

test('in a group and in a channel it takes a right', async () => {
  const { telegram, bob, group, channel } = await scene();
  for (const [room, right] of [
    [group, 'can_pin_messages'],
    [channel, 'can_edit_messages'],
  ] as const) {
    const { message_id } = bob.in(room).says('hello');
    const pin = () => call(telegram, 'pinChatMessage', { chat_id: room.id, message_id });
    expect(await pin()).toMatchObject({
      status: 400,
      description: 'Bad Request: not enough rights to manage pinned messages in the chat',
    });
    bob.in(room).promotes('bot', { [right]: true });
    expect(await pin()).toMatchObject({ result: true });
  }
});
