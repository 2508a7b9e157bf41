import { expect, test } from 'vitest';
import { call, telegramForTest } from '../echo-bot.ts';

const markup = (button: object) => ({ keyboard: [[button]] });
const asksForChannel = {
  text: 'Pick',
  request_chat: {
    request_id: 7,
    chat_is_channel: true,
    user_administrator_rights: { can_post_messages: true },
    bot_administrator_rights: { can_post_messages: true },
    request_title: true,
  },
};

async function scene() {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  ann.starts();
  return { telegram, ann, bob, group: telegram.group('Debate', { members: [ann], admins: [bob] }) };
}

test.each([
  [{ text: 'Here', request_location: true }, 'Bad Request: location can be requested in private chats only'],
  [asksForChannel, 'Bad Request: chats can be requested in private chats only'],
  [{ text: ' ' }, 'Bad Request: keyboard button text must be non-empty'],
  [{}, 'Bad Request: can\'t parse keyboard button: Can\'t find field "text"'],
  [
    { text: 'x', request_chat: { chat_is_channel: true } },
    'Bad Request: can\'t parse keyboard button: Can\'t find field "request_id"',
  ],
])('in a group %j is refused', async (button, description) => {
  const { telegram, group } = await scene();
  const wish = { chat_id: group.id, text: 'x', reply_markup: markup(button) };
  expect(await call(telegram, 'sendMessage', wish)).toMatchObject({ status: 400, description });
});

test('a channel is offered to those who run it, and the bot is added with the rights it asks for', async () => {
  const { telegram, ann, bob } = await scene();
  bob.starts();
  const channel = telegram.group('News', {
    kind: 'channel',
    members: [ann],
    admins: [bob],
    bot: 'absent',
  });
  for (const { chat_id } of [ann, bob])
    await call(telegram, 'sendMessage', { chat_id, text: 'which?', reply_markup: markup(asksForChannel) });
  await expect(ann.picksChat(channel)).rejects.toThrow('is not offered to Ann');
  await bob.picksChat(channel);
  const { result } = await call(telegram, 'getUpdates', { offset: -2 });
  expect(result).toMatchObject([
    { my_chat_member: { new_chat_member: { status: 'administrator' } } },
    { message: { chat_shared: { request_id: 7, chat_id: channel.id, title: 'News' } } },
  ]);
  const asked = { chat_id: channel.id, user_id: bob.user.id };
  expect(await call(telegram, 'getChatMember', asked)).toMatchObject({ result: { status: 'creator' } });
  bob.in(channel).demotes('bot');
  expect(await call(telegram, 'getChatMember', asked)).toMatchObject({
    status: 400,
    description: 'Bad Request: member list is inaccessible',
  });
});

test('a keyboard stays until it is taken away; a place is sent with it or without', async () => {
  const { telegram, ann } = await scene();
  await call(telegram, 'sendMessage', {
    chat_id: ann.chat_id,
    text: 'x',
    reply_markup: markup(asksForChannel),
  });
  await call(telegram, 'sendMessage', {
    chat_id: ann.chat_id,
    text: 'x',
    reply_markup: { remove_keyboard: true },
  });
  const channel = telegram.group('News', { kind: 'channel', admins: [ann] });
  const quick = ann.picksChat(channel);
  await call(telegram, 'sendMessage', {
    chat_id: ann.chat_id,
    text: 'x',
    reply_markup: markup(asksForChannel),
  });
  await quick;
  ann.sharesPlace(50.45, 30.52);
  const { result } = await call(telegram, 'getUpdates', { offset: -1 });
  expect(result[0].message).toMatchObject({ location: { latitude: 50.45, longitude: 30.52 } });
});
