import { expect, test } from 'vitest';
import type { Group, LocalTelegram, Person } from '../../../src/local-telegram/local-telegram.ts';
import { call, telegramForTest } from '../echo-bot.ts';
import { pixel, upload } from '../upload.ts';

type Scene = {
  telegram: LocalTelegram;
  ann: Person;
  bob: Person;
  group: Group;
  basic: Group;
  channel: Group;
};

async function scene(): Promise<Scene> {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  ann.starts();
  return {
    telegram,
    ann,
    bob,
    group: telegram.group('Debate', { forum: true, members: [ann], admins: [bob], username: 'debate' }),
    basic: telegram.group('Small', { kind: 'group', members: [ann], admins: [bob] }),
    channel: telegram.group('News', { kind: 'channel', members: [ann], admins: [bob] }),
  };
}

type Case = [
  what: string,
  happens: (scene: Scene) => Record<string, unknown> | undefined,
  code: number,
  description: string,
];

const cases: Case[] = [
  ['no chat', () => ({ chat_id: '' }), 400, 'Bad Request: chat_id is empty'],
  ['a chat nobody knows', () => ({ chat_id: 4711 }), 400, 'Bad Request: chat not found'],
  ['a public name nobody has', () => ({ chat_id: '@nobody' }), 400, 'Bad Request: chat not found'],
  [
    'somebody who never started the bot',
    ({ bob }) => ({ chat_id: bob.chat_id }),
    403,
    "Forbidden: bot can't initiate conversation with a user",
  ],
  [
    'somebody who blocked it',
    ({ ann }) => {
      ann.blocks();
      return { chat_id: ann.chat_id };
    },
    403,
    'Forbidden: bot was blocked by the user',
  ],
  [
    'somebody who is no more',
    ({ ann }) => {
      ann.deactivates();
      return { chat_id: ann.chat_id };
    },
    403,
    'Forbidden: user is deactivated',
  ],
  [
    'a supergroup that threw it out',
    ({ bob, group }) => {
      bob.in(group).removes('bot');
      return { chat_id: group.id };
    },
    403,
    'Forbidden: bot was kicked from the supergroup chat',
  ],
  [
    'a group that threw it out',
    ({ bob, basic }) => {
      bob.in(basic).removes('bot');
      return { chat_id: basic.id };
    },
    403,
    'Forbidden: bot was kicked from the group chat',
  ],
  [
    'a channel that threw it out',
    ({ bob, channel }) => {
      bob.in(channel).removes('bot');
      return { chat_id: channel.id };
    },
    403,
    'Forbidden: bot was kicked from the channel chat',
  ],
  [
    'a supergroup it is not in',
    ({ telegram }) => ({ chat_id: telegram.group('Elsewhere', { bot: 'absent' }).id }),
    403,
    'Forbidden: bot is not a member of the supergroup chat',
  ],
  [
    'a channel it is not in',
    ({ telegram }) => ({ chat_id: telegram.group('Elsewhere', { kind: 'channel', bot: 'absent' }).id }),
    403,
    'Forbidden: bot is not a member of the channel chat',
  ],
  [
    'a channel where it may not post',
    ({ bob, channel }) => {
      bob.in(channel).demotes('bot');
      return { chat_id: channel.id };
    },
    400,
    'Bad Request: need administrator rights in the channel chat',
  ],
  [
    'a group that was deleted',
    ({ basic }) => {
      basic.vanishes();
      return { chat_id: basic.id };
    },
    403,
    'Forbidden: the group chat was deleted',
  ],
  [
    'a group where it may not write',
    ({ bob, group }) => {
      bob.in(group).mutes('bot');
      return { chat_id: group.id };
    },
    400,
    'Bad Request: not enough rights to send text messages to the chat',
  ],
  [
    'a topic that never was',
    ({ group }) => ({ chat_id: group.id, message_thread_id: 4711 }),
    400,
    'Bad Request: message thread not found',
  ],
  [
    'the General topic by its number',
    ({ group }) => ({ chat_id: group.id, message_thread_id: 1 }),
    400,
    'Bad Request: message thread not found',
  ],
  [
    'a closed topic',
    ({ bob, group }) => {
      const topic = bob.in(group).opensTopic('Sanctions');
      bob.in(group).closes(topic);
      return { chat_id: group.id, message_thread_id: topic.id };
    },
    400,
    'Bad Request: TOPIC_CLOSED',
  ],
  [
    'a deleted topic',
    ({ bob, group }) => {
      const topic = bob.in(group).opensTopic('Sanctions');
      bob.in(group).deletes(topic);
      return { chat_id: group.id, message_thread_id: topic.id };
    },
    400,
    'Bad Request: TOPIC_DELETED',
  ],
];

for (const [what, happens, code, description] of cases) {
  test(`nothing can be sent to ${what}`, async () => {
    const set = await scene();
    const to = happens(set);
    expect(await call(set.telegram, 'sendMessage', { text: 'hi', ...to })).toEqual({
      status: code,
      ok: false,
      error_code: code,
      description,
    });
  });
}

test('the error that a muted bot gets names each kind of message', async () => {
  const { telegram, bob, group } = await scene();
  bob.in(group).mutes('bot');
  const files = { file: { bytes: pixel, name: 'a.png' } };
  for (const [method, field, kind] of [
    ['sendPhoto', 'photo', 'photos'],
    ['sendDocument', 'document', 'documents'],
  ] as const) {
    const wish = { chat_id: group.id, [field]: 'attach://file' };
    expect((await upload(telegram, method, wish, files)).description).toBe(
      `Bad Request: not enough rights to send ${kind} to the chat`,
    );
  }
});

test('a group that became a supergroup names its new id, and says so in both chats', async () => {
  const { telegram, bob, basic } = await scene();
  await call(telegram, 'getUpdates', { offset: -1 });
  const next = bob.in(basic).upgrades();
  expect(await call(telegram, 'sendMessage', { chat_id: basic.id, text: 'hi' })).toEqual({
    status: 400,
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: next.id },
  });
  const { result } = await call(telegram, 'getUpdates', {});
  expect(result.slice(-2)).toMatchObject([
    { message: { chat: { id: basic.id, type: 'group' }, migrate_to_chat_id: next.id } },
    { message: { chat: { id: next.id, type: 'supergroup' }, migrate_from_chat_id: basic.id } },
  ]);
  expect(await call(telegram, 'sendMessage', { chat_id: next.id, text: 'hi' })).toMatchObject({ ok: true });
});

test('a message to a topic stays in it, as does the answer to one of its messages', async () => {
  const { telegram, ann, bob, group } = await scene();
  const topic = bob.in(group).opensTopic('Sanctions');
  const { message_id } = ann.in(group, topic).says('/who');
  for (const where of [{ message_thread_id: topic.id }, { reply_parameters: { message_id } }]) {
    const { result } = await call(telegram, 'sendMessage', { chat_id: group.id, text: 'hi', ...where });
    expect(result).toMatchObject({ message_thread_id: topic.id, is_topic_message: true });
  }
});

test('a public chat is found by its name', async () => {
  const { telegram, group } = await scene();
  expect(await call(telegram, 'getChat', { chat_id: '@Debate' })).toMatchObject({
    result: { id: group.id, type: 'supergroup', is_forum: true, title: 'Debate' },
  });
});

test('members are reported as what they are', async () => {
  const { telegram, ann, bob, group } = await scene();
  const status = async (user_id: number) =>
    (await call(telegram, 'getChatMember', { chat_id: group.id, user_id })).result?.status;
  expect([await status(ann.user.id), await status(bob.user.id), await status(telegram.botId)]).toEqual([
    'member',
    'creator',
    'member',
  ]);
  ann.in(group).leaves();
  expect(await status(ann.user.id)).toBe('left');
});

const memberRefusals: [method: string, parameters: (scene: Scene) => object, description: string][] = [
  ['getChatMember', ({ group }) => ({ chat_id: group.id, user_id: 4711 }), 'Bad Request: user not found'],
  ['getChatMember', ({ group }) => ({ chat_id: group.id }), 'Bad Request: invalid user_id specified'],
  [
    'getChatAdministrators',
    ({ ann }) => ({ chat_id: ann.chat_id }),
    'Bad Request: there are no administrators in the private chat',
  ],
  [
    'leaveChat',
    ({ ann }) => ({ chat_id: ann.chat_id }),
    "Bad Request: chat member status can't be changed in private chats",
  ],
  [
    'sendChatAction',
    ({ ann }) => ({ chat_id: ann.chat_id, action: 'dancing' }),
    'Bad Request: wrong parameter action in request',
  ],
];

for (const [method, parameters, description] of memberRefusals) {
  test(`${method}: ${description}`, async () => {
    const set = await scene();
    expect(await call(set.telegram, method, { ...parameters(set) })).toMatchObject({
      status: 400,
      description,
    });
  });
}
