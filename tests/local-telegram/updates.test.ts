import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import type { LocalTelegram } from '../../src/local-telegram/index.ts';
import { call, start, startEchoBot, telegramForTest } from './echo-bot.ts';

type Member = { status: string };
type Told = {
  my_chat_member?: { old_chat_member: Member; new_chat_member: Member };
  message: Record<string, unknown>;
};

const texts = (result: { message?: { text?: string } }[]) => result.map(({ message }) => message?.text);

async function poll(telegram: LocalTelegram, parameters: Record<string, unknown> = {}) {
  return (await call(telegram, 'getUpdates', parameters)).result;
}

async function withThree() {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  for (const text of ['one', 'two', 'three']) ann.says(text);
  return { telegram, ann };
}

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

test('limit gives the oldest; nonsense means a hundred', async () => {
  const { telegram } = await withThree();
  expect(texts(await poll(telegram, { limit: 1 }))).toEqual(['one']);
  expect(await poll(telegram, { limit: 0 })).toHaveLength(3);
});

test('a long poll is answered when something comes', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const answer = poll(telegram, { timeout: 30 });
  await telegram.idle();
  ann.says('hello');
  expect(texts(await answer)).toEqual(['hello']);
});

test('a long poll ends by the clock that was handed in', async () => {
  const telegram = await telegramForTest();
  const answer = poll(telegram, { timeout: 30 });
  await telegram.idle();
  telegram.turnTo(start + 30_000);
  expect(await answer).toEqual([]);
});

test('of two pollers the older is turned away', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const older = call(telegram, 'getUpdates', { timeout: 30 });
  await telegram.idle();
  const newer = poll(telegram, { timeout: 30 });
  expect(await older).toEqual({
    status: 409,
    ok: false,
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  ann.says('hello');
  expect(texts(await newer)).toEqual(['hello']);
});

test('a conflict that follows another within 3 seconds is told 3 seconds later', async () => {
  const telegram = await telegramForTest();
  const waiting = async (timeout: number) => {
    const polling = call(telegram, 'getUpdates', { timeout });
    await telegram.idle();
    return { polling };
  };
  const first = await waiting(50);
  const second = await waiting(50);
  expect((await first.polling).status).toBe(409);
  let told = false;
  void second.polling.then(() => {
    told = true;
  });
  const third = await waiting(1);
  telegram.turnTo(start + 2999);
  await third.polling;
  await call(telegram, 'getMe');
  expect(told).toBe(false);
  telegram.turnTo(start + 3000);
  expect((await second.polling).status).toBe(409);
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

test('a poll lasts 50 seconds at most, and brings 100 updates at most', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const answer = poll(telegram, { timeout: 600 });
  await telegram.idle();
  telegram.turnTo(start + 50_000);
  expect(await answer).toEqual([]);
  for (let number = 0; number < 101; number++) ann.says(String(number));
  expect(await poll(telegram, { limit: 1000 })).toHaveLength(100);
});

test('polling again within half a second with the same offset brings one update only', async () => {
  const { telegram } = await withThree();
  expect(await poll(telegram)).toHaveLength(3);
  telegram.turnTo(start + 400);
  expect(await poll(telegram)).toHaveLength(1);
  telegram.turnTo(start + 1000);
  expect(await poll(telegram)).toHaveLength(3);
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

test('a second bot ends the first one', async () => {
  const telegram = await telegramForTest();
  await startEchoBot(telegram);
  await telegram.idle();
  await startEchoBot(telegram);
  await telegram.idle();
  expect(telegram.callsOf('getUpdates').some(({ error }) => error?.code === 409)).toBe(true);
});

test('polling again at once with the same offset is slowed down', async () => {
  const { telegram } = await withThree();
  const last = (await poll(telegram)).at(-1).update_id;
  await poll(telegram, { offset: last + 1 });
  telegram.turnTo(start + 1000);
  const slowed = poll(telegram, { offset: last + 1 });
  await telegram.idle();
  telegram.turnTo(start + 4000);
  expect(await slowed).toEqual([]);
});

test('updates nobody came for in a day are gone', async () => {
  const { telegram } = await withThree();
  telegram.turnTo(start + 24 * 3600_000 + 1);
  expect(await poll(telegram)).toEqual([]);
});

test('a bot killed in the middle gets its updates again', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  ann.says('one');
  const script = `fetch(process.argv[1]).then(r => r.json()).then(({ result }) => { console.log(result.length); setInterval(() => {}, 1e6); });`;
  const child = spawn(process.execPath, [
    '-e',
    script,
    `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=30`,
  ]);
  await new Promise(resolve => child.stdout.once('data', resolve));
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  expect(texts(await poll(telegram))).toEqual(['one']);
});

test('a poller that hangs up stands in nobody’s way', async () => {
  const telegram = await telegramForTest();
  const ann = telegram.person('Ann');
  const hangUp = new AbortController();
  const url = `${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=30`;
  const left = fetch(url, { signal: hangUp.signal });
  await telegram.idle();
  hangUp.abort();
  await expect(left).rejects.toThrow();
  ann.says('hello');
  expect(texts(await poll(telegram))).toEqual(['hello']);
});

test('members are not told of unless asked for by name; the choice stays until it is changed', async () => {
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

test('blocking, unblocking, coming and going are told', async () => {
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

test('edits of messages and posts in channels are told as such', async () => {
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
