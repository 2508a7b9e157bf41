import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { Trouble } from '../../../src/local-telegram/local-telegram.ts';
import { loadTranslations } from '../../../src/rendering/messages.ts';
import { createLog } from '../../../src/system/log.ts';
import { digestsIn, due, here, hour, marked, statesIn, subscribe, subscribed } from '../subscribers.ts';
import { news, world } from '../world.ts';

const answered: [string, Trouble][] = [
  ['the reply is lost after it was accepted', 'reset-after'],
  ['the reply breaks off', 'truncated'],
  ['the connection dies before it was accepted', 'reset-before'],
  ['a proxy answers with a page', 'bad-gateway'],
  ['Telegram has a fault', { code: 500, description: 'Internal Server Error: restart' }],
];

test.each(answered)('%s: sent again, marked, until Telegram has answered', async (_, trouble) => {
  const { w, ann, digests } = await subscribed();
  const arrives = trouble === 'reset-after' || trouble === 'truncated';
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, times: 1, with: trouble });
  await w.turnTo(due);
  await w.quiet();
  w.clock.turnTo(w.clock.now() + 60_000);
  await ann.sees(marked);
  await w.quiet();
  expect(digests()).toHaveLength(arrives ? 2 : 1);
  expect(digests().map(({ text }) => text.startsWith(marked))).toEqual(arrives ? [false, true] : [true]);
  expect(await w.library.outbox.counts()).toMatchObject({ sent: expect.any(Number) });
});

test('what stays unknown five times is given up, and what comes after it is not', async () => {
  const { w, ann } = await subscribed();
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: 'reset-before' });
  await w.turnTo(due);
  const open = async () => {
    const { planned = 0, sending = 0, unknown = 0 } = await w.library.outbox.counts();
    return planned + sending + unknown;
  };
  while ((await open()) > 0) {
    await w.quiet();
    w.clock.turnTo(w.clock.now() + hour);
  }
  const counts = await w.library.outbox.counts();
  expect(counts).not.toHaveProperty('sending');
  expect(counts.failed).toBeGreaterThan(0);
  expect((w.telegram.callsOf('sendMessage').length - 1) % 5).toBe(0);
  undo();
});

test('a text that Telegram does not take comes without its form', async () => {
  const { w, ann, digests } = await subscribed();
  w.telegram.fails({
    method: 'sendMessage',
    chat: ann.chat_id,
    times: 1,
    with: { code: 400, description: "Bad Request: can't parse entities: entity beyond the end" },
  });
  await w.turnTo(due);
  await ann.sees('Your first digest');
  await w.quiet();
  expect(digests()[0]!.entities.filter(({ type }) => type === 'bold')).toEqual([]);
});

test.each(['Forbidden: bot was blocked by the user', 'Forbidden: user is deactivated'])(
  '%s: the subscription rests, others are served',
  async description => {
    const { w, ann } = await subscribed();
    const bob = await here(w, 'Bob');
    await subscribe(w, bob.chat_id);
    w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: { code: 403, description } });
    await w.turnTo(due);
    await bob.sees('Your first digest');
    await w.quiet();
    expect(await statesIn(w, ann.chat_id)).toEqual(['suspended']);
    expect(w.telegram.callsOf('sendMessage').filter(call => call.error)).toHaveLength(1);
  },
);

test('a group that takes the right to write from the bot gets its digest when it gives it back', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const group = w.telegram.group('Quiet', { admins: [bob] });
  await subscribe(w, group.id);
  bob.in(group).mutes('bot');
  await w.turnTo(due);
  await w.quiet();
  expect(await statesIn(w, group.id)).toEqual(['suspended']);
  bob.in(group).demotes('bot');
  await w.quiet();
  await w.turnTo(due + 60_000);
  await bob.in(group).sees('Your first digest');
});

test('a forum whose General is closed too is not called again and again', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const forum = w.telegram.group('Forum', { forum: true, admins: [bob] });
  const topic = bob.in(forum).opensTopic('News');
  await subscribe(w, forum.id, { threadId: topic.id });
  bob.in(forum).closes(topic);
  bob.in(forum).closes(forum.room.topics.get(1)!);
  await w.turnTo(due);
  await w.quiet();
  const digests = () =>
    w.telegram
      .callsOf('sendMessage')
      .filter(({ parameters }) => String(parameters.text).includes('first digest'));
  expect(digests()).toHaveLength(2);
  await w.turnTo(due + hour);
  await w.quiet();
  expect(digests()).toHaveLength(2);
});

test('a group that was upgraded meanwhile gets its digest under its new id', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const group = w.telegram.group('Small', { kind: 'group', admins: [bob] });
  await subscribe(w, group.id);
  const upgraded = bob.in(group).upgrades();
  w.telegram.fails({
    method: 'sendMessage',
    chat: group.id,
    with: {
      code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      migrate_to_chat_id: upgraded.id,
    },
  });
  await w.turnTo(due);
  await bob.in(upgraded).sees('Your first digest');
  expect(await w.library.subscriptions.ofChat(upgraded.id)).toHaveLength(1);
});

test('the same tick twice sends nothing twice', async () => {
  const { w, ann, digests } = await subscribed();
  await w.turnTo(due);
  await w.turnTo(due + 1000);
  await ann.sees('Your first digest');
  await w.quiet();
  expect(digests()).toHaveLength(1);
});

test('a command is answered although the program ended many times while it waited for its turn', async () => {
  const w = await world();
  const ann = await here(w, 'Ann');
  w.telegram.fails({
    method: 'sendMessage',
    chat: ann.chat_id,
    with: { code: 429, description: 'Too Many Requests: retry after 3600', retry_after: 3600 },
    times: 6,
  });
  ann.says('/who Lavrov');
  for (let ends = 0; ends < 6; ends += 1) {
    await w.telegram.idle();
    await w.restart(() => w.clock.turnTo(w.clock.now() + hour));
  }
  await ann.sees('Latest quotes');
  expect(ann.chat().filter(({ from }) => from === 'bot')).toHaveLength(2);
});

test('what waits for its turn is not sent to anyone who has unsubscribed meanwhile', async () => {
  const { w, ann, digests } = await subscribed();
  w.telegram.fails({
    method: 'sendMessage',
    chat: ann.chat_id,
    times: 1,
    with: { code: 429, description: 'Too Many Requests: retry after 30', retry_after: 30 },
  });
  await w.turnTo(due);
  await w.quiet();
  const [subscription] = await w.library.subscriptions.ofChat(ann.chat_id);
  await w.library.subscriptions.remove(subscription!.id);
  w.clock.turnTo(w.clock.now() + 60_000);
  await w.quiet();
  expect(digests()).toEqual([]);
});

test('a digest of several messages makes one sound; a silent one makes none', async () => {
  const { w, ann } = await subscribed();
  const bea = await here(w, 'Bea');
  await subscribe(w, bea.chat_id, { silent: true });
  const before = w.telegram.callsOf('sendMessage').length;
  await w.turnTo(due);
  await w.quiet();
  const sounds = (chat: number) =>
    w.telegram
      .callsOf('sendMessage')
      .slice(before)
      .filter(({ parameters }) => parameters.chat_id === chat)
      .map(({ parameters }) => parameters.disable_notification !== true);
  expect(sounds(ann.chat_id).length).toBeGreaterThan(1);
  expect(sounds(ann.chat_id).filter(Boolean)).toHaveLength(1);
  expect(sounds(ann.chat_id)[0]).toBe(true);
  expect(sounds(bea.chat_id).filter(Boolean)).toEqual([]);
});

test('a damaged reading spoils its own article alone: a digest comes without it, and the log names it', async () => {
  const lines: string[] = [];
  const w = await world({
    seeds: false,
    owner: () => ({ log: createLog('error', { write: line => void lines.push(line) }) }),
  });
  const ann = await here(w, 'Ann');
  await subscribe(w, ann.chat_id);
  for (const article of Object.values(news)) await w.arrives(article);
  const database = new Sqlite(w.file);
  onTestFinished(() => void database.close());
  const harbour = `article = (select key from articles where id = 'harbour')`;
  const whole = database.prepare(`select json from readings where ${harbour}`).pluck().get();
  database.prepare(`update readings set json = '{' where ${harbour}`).run();
  await w.turnTo(due);
  await w.quiet();
  const digest = digestsIn(ann)
    .map(({ text }) => text)
    .join('\n');
  expect(digest).toContain('“No child should fall ill for want of a vaccine”');
  expect(lines.map(line => JSON.parse(line).article)).toEqual(['harbour']);
  for (const [asked, answered] of [
    ['crane', 'Port of Velmora closed'],
    ['/who Calloway', 'Ines Calloway'],
    ['/story crane', 'Port of Velmora closed'],
    ['/timeline', 'Timeline'],
  ] as const) {
    ann.says(asked);
    await ann.sees(answered);
    await w.quiet();
  }
  expect(lines).toHaveLength(1);
  ann.says('/article #harbour');
  await ann.sees('my stored reading of article harbour is damaged');
  await w.quiet();
  expect(ann.chat().at(-1)!.text).toContain(
    '`remove article harbour` on the server, then load the article again',
  );
  expect(ann.chat().some(({ text }) => text.includes('Something went wrong'))).toBe(false);
  expect(lines.map(line => JSON.parse(line).msg)).toEqual([
    expect.anything(),
    'an update could not be handled',
  ]);
  database.prepare(`update readings set json = ? where ${harbour}`).run(whole);
});

test.each(['short', 'full'] as const)(
  'nothing in the words of the news can be tapped in a %s digest',
  async length => {
    // Words that look like names and addresses are no words of the bot's.
    const w = await world({ seeds: false, owner: () => ({ translations: loadTranslations() }) });
    const ann = await here(w, 'Ann');
    await subscribe(w, ann.chat_id, { length });
    const text = news.harbour.text
      .replace('We will reopen', 'We (@harbour, t.me/harbour) will reopen')
      .replace('A loading crane', 'A crane of @velmora');
    await w.arrives({ ...news.harbour, text });
    await w.turnTo(due);
    await w.quiet();
    const [digest] = digestsIn(ann);
    const codes = digest!.entities.filter(({ type }) => type === 'code');
    const inert = codes.map(({ offset, length: size }) => digest!.text.slice(offset, offset + size));
    expect(inert).toEqual(digest!.text.match(/@\w+|t\.me\/\w+/g));
  },
);
