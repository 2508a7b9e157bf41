import { expect, test } from 'vitest';
import { call, start, telegramForTest } from './echo-bot.ts';
import { poll, texts, withThree } from './polls.ts';

type Member = { status: string };
type Told = {
  my_chat_member?: { old_chat_member: Member; new_chat_member: Member };
  message: Record<string, unknown>;
};

test('what is not acknowledged comes again; an offset acknowledges all below it', async () => {
  const { telegram } = await withThree();
  const first = await poll(telegram);
  expect(texts(first)).toEqual(['one', 'two', 'three']);
  expect(first.map(({ update_id }: { update_id: number }) => update_id - first[0].update_id)).toEqual([
    0, 1, 2,
  ]);
  expect(await poll(telegram)).toEqual(first);
  expect(texts(await poll(telegram, { offset: first[0].update_id + 1 }))).toEqual(['two', 'three']);
  expect(texts(await poll(telegram, { offset: first[0].update_id }))).toEqual(['two', 'three']);
  expect(telegram.pendingUpdates()).toBe(2);
});

test('a negative offset counts from the end and drops the rest', async () => {
  const { telegram } = await withThree();
  expect(texts(await poll(telegram, { offset: -1 }))).toEqual(['three']);
  expect(texts(await poll(telegram))).toEqual(['three']);
});

test('after a week without any, updates go on with another id, which no old offset hides', async () => {
  const { telegram, ann } = await withThree();
  const known = (await poll(telegram)).map(({ update_id }: { update_id: number }) => update_id);
  const offset = known.at(-1) + 1;
  await poll(telegram, { offset });
  telegram.turnTo(start + 7 * 24 * 3600_000);
  ann.says('long after');
  ann.says('and once more');
  const [later, last] = await poll(telegram, { offset });
  expect(later.message.text).toBe('long after');
  expect(later.update_id).not.toBe(offset);
  expect(last.update_id).toBe(later.update_id + 1);
  expect(texts(await poll(telegram, { offset: later.update_id + 1 }))).toEqual(['and once more']);
});

test('what was there before the bot asked for less still comes', async () => {
  const { telegram, ann } = await withThree();
  expect(texts(await poll(telegram, { allowed_updates: ['callback_query'] }))).toEqual([
    'one',
    'two',
    'three',
  ]);
  ann.says('four');
  expect(telegram.pendingUpdates()).toBe(3);
});

test('updates of members come only if asked for by name; the choice stays until it is changed', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const group = telegram.group('Debate', { admins: [bob], bot: 'administrator' });
  const kinds = async (parameters: object = {}) => {
    bob.in(group).adds(ann);
    ann.in(group).leaves();
    ann.says('hi');
    const updates = await poll(telegram, { ...parameters });
    await poll(telegram, { offset: updates.at(-1).update_id + 1, limit: 1 });
    return updates.map((update: object) => Object.keys(update)[1]);
  };
  expect(await kinds()).toEqual(['message', 'message', 'message']);
  await poll(telegram, { allowed_updates: ['chat_member'] });
  expect(await kinds()).toEqual(['chat_member', 'chat_member']);
  await poll(telegram, { allowed_updates: [] });
  expect(await kinds()).toEqual(['message', 'message', 'message']);
});

test('privacy mode: commands for it, answers to it and its name reach the bot, talk does not', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const group = telegram.group('Debate', { members: [ann], admins: [bob] });
  const { result: own } = await call(telegram, 'sendMessage', { chat_id: group.id, text: 'Ask me' });
  const here = ann.in(group);
  here.says('just talk');
  here.says('/who Lavrov');
  here.says(`/who@${telegram.username} Lavrov`);
  here.says('/who@other_bot Lavrov');
  here.says('please /who Lavrov');
  here.says(`what do you think, @${telegram.username}?`);
  here.replies(here.says('my own'), 'answered myself');
  here.replies(own.message_id, 'answered the bot');
  expect(texts(await poll(telegram))).toEqual([
    '/who Lavrov',
    `/who@${telegram.username} Lavrov`,
    `what do you think, @${telegram.username}?`,
    'answered the bot',
  ]);
  bob.in(group).promotes('bot');
  here.says('just talk');
  expect(texts(await poll(telegram, { offset: -1 }))).toEqual(['just talk']);
});

test('a nameless administrator writes in the name of the chat', async () => {
  const telegram = await telegramForTest();
  const bob = telegram.person('Bob');
  const group = telegram.group('Debate', { admins: [bob] });
  bob.anonymously.in(group).says('/subscribe');
  expect(await poll(telegram)).toMatchObject([
    {
      message: {
        from: { id: 1087968824, is_bot: true, username: 'GroupAnonymousBot' },
        sender_chat: { id: group.id, title: 'Debate', type: 'supergroup' },
      },
    },
  ]);
});

test('blocking, unblocking, joining and leaving are updates', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const group = telegram.group('Debate', { admins: [bob], bot: 'absent' });
  ann.starts();
  ann.blocks();
  ann.unblocks();
  bob.in(group).adds('bot');
  bob.in(group).promotes('bot');
  bob.in(group).removes('bot');
  const told = (await poll(telegram)).map((update: Told) =>
    update.my_chat_member
      ? `${update.my_chat_member.old_chat_member.status} > ${update.my_chat_member.new_chat_member.status}`
      : (update.message.text ?? Object.keys(update.message).at(-3)),
  );
  expect(told).toEqual([
    '/start',
    'member > kicked',
    'kicked > member',
    'left > member',
    'new_chat_members',
    'member > administrator',
    'administrator > kicked',
  ]);
});

test('edits of messages and posts in channels are updates of their own kinds', async () => {
  const telegram = await telegramForTest();
  const bob = telegram.person('Bob');
  const channel = telegram.group('News', { kind: 'channel', admins: [bob] });
  const written = bob.says('helo');
  bob.edits(written, 'hello');
  bob.in(channel).says('breaking');
  expect(await poll(telegram)).toMatchObject([
    { message: { text: 'helo' } },
    { edited_message: { text: 'hello', message_id: written.message_id } },
    { channel_post: { text: 'breaking', sender_chat: { id: channel.id } } },
  ]);
  await call(telegram, 'sendMessage', { chat_id: channel.id, text: 'by the bot' });
  expect((await bob.in(channel).reads()).text).toBe('by the bot');
});

test('ids of messages count through in private chats and groups, and on their own in supergroups', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const group = telegram.group('Debate', { members: [ann] });
  const ids = [ann.says('a'), bob.says('b'), ann.in(group).says('c'), ann.says('d')].map(
    ({ message_id }) => message_id,
  );
  expect(ids).toEqual([1, 2, 2, 3]);
});
