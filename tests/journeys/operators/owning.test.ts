import { expect, test } from 'vitest';
import { day, due, here, hour, subscribe, type World } from '../subscribers.ts';
import { world } from '../world.ts';

const refusal = { code: 400, description: 'Bad Request: MESSAGE_TEXT_STRANGE' };

/** A bot run by Olga and Otto, of whom only Olga talks to it, and Ann, who has subscribed. */
async function owned() {
  const people: Record<string, ReturnType<World['telegram']['person']>> = {};
  const w = await world({
    owner: telegram => {
      for (const name of ['Olga', 'Otto', 'Ann']) people[name] = telegram.person(name);
      return { admins: [people.Olga!.user.id, people.Otto!.user.id] };
    },
  });
  const [olga, otto, ann] = [people.Olga!, people.Otto!, people.Ann!];
  for (const person of [olga, ann]) {
    person.starts();
    await person.reads();
  }
  await subscribe(w, ann.chat_id);
  return { w, olga, otto, ann };
}

const warnings = (person: { chat(): { text: string }[] }) =>
  person.chat().filter(({ text }) => text.startsWith('Attention needed:'));

/** All of Ann's digest is refused. */
async function failing(w: World, ann: { chat_id: number }) {
  const { undo } = w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, with: refusal });
  await w.turnTo(due);
  await w.quiet();
  undo();
}

test('those who run the bot are offered their commands, others are not', async () => {
  const { w, olga, ann } = await owned();
  const offered = async (chat: number) => {
    const scope = encodeURIComponent(JSON.stringify({ type: 'chat', chat_id: chat }));
    const url = `${w.telegram.apiRoot}/bot${w.telegram.token}/getMyCommands?scope=${scope}`;
    const { result } = (await (await fetch(url)).json()) as { result: { command: string }[] };
    return result.map(({ command }) => command);
  };
  await expect
    .poll(() => offered(olga.chat_id))
    .toEqual(expect.arrayContaining(['who', 'help', 'status', 'invite', 'ban']));
  expect(await offered(ann.chat_id)).toEqual([]);
  await w.quiet();
});

test('/status tells the operators that all is well, and what is waiting', async () => {
  const { w, olga } = await owned();
  olga.says('/status');
  const { text } = await olga.reads();
  expect(text).toContain('Everything is running normally.');
  expect(text).toContain('5 articles');
  expect(text).toContain('Subscriptions: 1 active, 0 paused, 0 on hold');
  expect(text).toContain('Digests: 0 due now, next Mon 7 Jan, 08:00');
  expect(text).toContain('Incoming: 0 to answer');
  expect(text).toMatch(/Database: \d+ MB; disk: [\d,]+ MB free/);
  await w.quiet();
});

test('/status says what was given up, in Telegram’s words', async () => {
  const { w, olga, ann } = await owned();
  await failing(w, ann);
  await w.turnTo(due + hour);
  olga.says('/status');
  const { text } = await olga.sees('Latest delivery problems');
  expect(text).toMatch(/\d digest messages? couldn’t be delivered/);
  expect(text).toContain(`Chat ${ann.chat_id}, due Mon 7 Jan, 08:00, given up:`);
  expect(text).toContain('MESSAGE_TEXT_STRANGE');
});

test('for others, and in a group, /status is a command like any that there is not', async () => {
  const { w, olga, ann } = await owned();
  ann.says('/status');
  ann.says('/statue');
  const [first, second] = [await ann.reads(), await ann.reads()];
  expect(first.text.replaceAll('status', 'statue')).toBe(second.text);
  const group = w.telegram.group('Debate', { members: [ann], admins: [olga] });
  olga.in(group).says('/status');
  await w.quiet();
  expect(olga.in(group).unread()).toEqual([]);
});

test('operators who have started the bot hear once a day at most that something needs them', async () => {
  const { w, olga, otto, ann } = await owned();
  // She ran the bot once.
  await w.library.notifications.addAdmin(ann.chat_id, due - hour);
  await failing(w, ann);
  await w.turnTo(due + hour);
  await olga.sees('/status shows details');
  for (const later of [2, 5, 20]) {
    await w.turnTo(due + later * hour);
    await w.quiet();
  }
  expect(warnings(olga)).toHaveLength(1);
  expect(warnings(ann)).toHaveLength(0);
  expect(w.telegram.callsOf('sendMessage').some(call => call.parameters.chat_id === otto.chat_id)).toBe(
    false,
  );
  // What was given up the day before is not told again.
  await w.turnTo(due + 2 * day);
  await w.quiet();
  expect(warnings(olga)).toHaveLength(1);
});

test('one who has blocked the bot is not written to', async () => {
  const { w, olga, ann } = await owned();
  olga.blocks();
  await w.quiet();
  await failing(w, ann);
  await w.turnTo(due + hour);
  await w.quiet();
  expect(
    w.telegram.callsOf('sendMessage').filter(call => call.parameters.chat_id === olga.chat_id),
  ).toHaveLength(1);
});

test('a chat that gets nothing for an hour is reported, one that waits a little is not', async () => {
  const { w, olga, ann } = await owned();
  const flooded = { code: 429, description: 'Too Many Requests: retry after 9000', retry_after: 9000 };
  w.telegram.fails({ method: 'sendMessage', chat: ann.chat_id, times: 1, with: flooded });
  await w.turnTo(due);
  await w.quiet();
  await w.turnTo(due + hour / 2);
  await w.quiet();
  expect(warnings(olga)).toHaveLength(0);
  await w.turnTo(due + 2 * hour);
  await w.quiet();
  expect(warnings(olga)).toHaveLength(0);
  await w.turnTo(due + 2 * hour + 600_000);
  expect((await olga.sees('Attention needed')).text).toMatch(/waiting (up to )?2 h to be sent/);
});

test('a note that was being sent when the program ended is not sent twice', async () => {
  const { w } = await owned();
  const bob = await here(w, 'Bob');
  await w.library.notifications.add({ key: 'test', chatId: bob.chat_id, text: 'A word from the bot' }, due);
  await w.library.notifications.settle({ key: 'test', chatId: bob.chat_id }, 'sending', due);
  await w.restart();
  await w.turnTo(due - hour);
  await w.quiet();
  expect(bob.chat().some(({ text }) => text === 'A word from the bot')).toBe(false);
});
