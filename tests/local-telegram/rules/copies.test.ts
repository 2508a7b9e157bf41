import { expect, test } from 'vitest';
import type { Group, LocalTelegram, Person } from '../../../src/local-telegram/local-telegram.ts';
import { call, telegramForTest } from '../echo-bot.ts';
import { pixel, upload } from '../upload.ts';

type Scene = { telegram: LocalTelegram; ann: Person; bob: Person; group: Group; here: { chat_id: number } };

async function scene(): Promise<Scene> {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  ann.starts();
  const group = telegram.group('Debate', { members: [ann], admins: [bob] });
  return { telegram, ann, bob, group, here: { chat_id: ann.chat_id } };
}

async function three({ telegram, group }: Scene) {
  const ids: number[] = [];
  for (const text of ['one', 'two', 'three']) {
    ids.push((await call(telegram, 'sendMessage', { chat_id: group.id, text })).result.message_id);
  }
  return { from_chat_id: group.id, message_ids: ids, message_id: ids[0] };
}

test('a copy has the words and their form, but no trace of where it comes from', async () => {
  const set = await scene();
  const { message_id } = set.ann.in(set.group).says('hello', {
    entities: [{ type: 'bold', offset: 0, length: 5 }],
  });
  const { result } = await call(set.telegram, 'copyMessage', {
    ...set.here,
    from_chat_id: set.group.id,
    message_id,
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
  });
  const copy = await set.ann.reads();
  expect(result).toEqual({ message_id: copy.message_id });
  expect(copy).toMatchObject({
    text: 'hello',
    from: 'bot',
    buttons: [['a']],
    entities: [{ type: 'bold', offset: 0, length: 5 }],
  });
  expect(copy.post).not.toHaveProperty('forward_origin');
});

test('a forwarded message says who wrote it first, also when it is forwarded again', async () => {
  const set = await scene();
  const { message_id } = set.ann.in(set.group).says('hello');
  const from = { from_chat_id: set.group.id, message_id };
  const { result: first } = await call(set.telegram, 'forwardMessage', { ...set.here, ...from });
  expect(first).toMatchObject({
    text: 'hello',
    from: { id: set.telegram.botId },
    forward_origin: { type: 'user', sender_user: { first_name: 'Ann' } },
  });
  const again = { from_chat_id: set.ann.chat_id, message_id: first.message_id };
  const { result: second } = await call(set.telegram, 'forwardMessage', { ...set.here, ...again });
  expect(second.forward_origin).toEqual(first.forward_origin);
});

test('what comes from a channel names the channel and its post', async () => {
  const set = await scene();
  const channel = set.telegram.group('News', { kind: 'channel', admins: [set.bob] });
  const { message_id } = set.bob.in(channel).says('breaking');
  const wish = { ...set.here, from_chat_id: channel.id, message_id };
  expect((await call(set.telegram, 'forwardMessage', wish)).result.forward_origin).toMatchObject({
    type: 'channel',
    chat: { id: channel.id },
    message_id,
  });
});

for (const method of ['copyMessages', 'forwardMessages']) {
  test(`${method} passes over what is not there`, async () => {
    const set = await scene();
    const { message_ids, from_chat_id } = await three(set);
    const wish = { ...set.here, from_chat_id, message_ids: [...message_ids, 4711] };
    expect((await call(set.telegram, method, wish)).result).toHaveLength(3);
    expect(set.ann.unread().map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });
}

test('an album stays one when it is copied, and can lose its captions', async () => {
  const set = await scene();
  const media = ['one', 'two'].map(name => ({ type: 'photo', media: `attach://${name}`, caption: name }));
  const files = { one: { bytes: pixel, name: 'a.png' }, two: { bytes: pixel, name: 'b.png' } };
  const album = await upload(set.telegram, 'sendMediaGroup', { chat_id: set.group.id, media }, files);
  const message_ids = album.result.map(({ message_id }: { message_id: number }) => message_id);
  const wish = { ...set.here, from_chat_id: set.group.id, message_ids, remove_caption: true };
  await call(set.telegram, 'copyMessages', wish);
  const copies = set.ann.unread().map(({ post }) => post);
  expect(copies).toHaveLength(2);
  expect(copies[0]!.media_group_id).toBe(copies[1]!.media_group_id);
  expect(copies[0]!.media_group_id).not.toBe(album.result[0].media_group_id);
  expect(copies.map(({ caption }) => caption)).toEqual([undefined, undefined]);
});

const refusals: [
  method: string,
  what: string,
  wish: (set: Scene, from: Awaited<ReturnType<typeof three>>) => object,
  description: string,
][] = [
  ['copyMessage', 'nothing', () => ({ message_id: 4711 }), 'message to copy not found'],
  ['forwardMessage', 'nothing', () => ({ message_id: 4711 }), 'message to forward not found'],
  ['copyMessages', 'nothing', () => ({ message_ids: [4711] }), 'there are no messages to forward'],
  ['forwardMessages', 'nothing', () => ({ message_ids: [4711] }), 'there are no messages to forward'],
  ['copyMessages', 'no ids', () => ({ message_ids: [] }), 'message identifiers are not specified'],
  [
    'forwardMessages',
    '101 ids',
    () => ({ message_ids: Array.from({ length: 101 }, (_, index) => index + 1) }),
    'too many message identifiers specified',
  ],
  [
    'copyMessages',
    'ids out of order',
    (_, { message_ids }) => ({ message_ids: [...message_ids].reverse() }),
    'message identifiers must be in a strictly increasing order',
  ],
  ['copyMessage', 'a chat nobody knows', () => ({ from_chat_id: 4711 }), 'chat not found'],
  ['copyMessage', 'no chat', () => ({ from_chat_id: '' }), 'from_chat_id is empty'],
  ['copyMessage', 'who came', set => ({ message_id: serviceMessage(set) }), "message can't be copied"],
  ['forwardMessage', 'who came', set => ({ message_id: serviceMessage(set) }), "message can't be forwarded"],
];

function serviceMessage({ telegram, bob, group }: Scene): number {
  bob.in(group).adds(telegram.person('Cleo'));
  return group.chat().at(-1)!.message_id;
}

for (const [method, what, wish, description] of refusals) {
  test(`${method} of ${what}: ${description}`, async () => {
    const set = await scene();
    const from = await three(set);
    const { message_id, message_ids, from_chat_id } = from;
    const named = method.endsWith('s') ? { message_ids } : { message_id };
    const asked = { ...set.here, from_chat_id, ...named, ...wish(set, from) };
    expect(await call(set.telegram, method, asked)).toEqual({
      status: 400,
      ok: false,
      error_code: 400,
      description: `Bad Request: ${description}`,
    });
    expect(set.ann.unread()).toEqual([]);
  });
}

test('a message that is protected can’t be forwarded', async () => {
  const { telegram, ann, here } = await scene();
  const { result } = await call(telegram, 'sendMessage', { ...here, text: 'hush', protect_content: true });
  expect(result.has_protected_content).toBe(true);
  const wish = { ...here, from_chat_id: ann.chat_id, message_id: result.message_id };
  expect(await call(telegram, 'forwardMessage', wish)).toMatchObject({
    description: "Bad Request: message has protected content and can't be forwarded",
  });
});
