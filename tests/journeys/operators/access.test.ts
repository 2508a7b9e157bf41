import { expect, test } from 'vitest';
import type { Person, startLocalTelegram } from '../../../src/local-telegram/local-telegram.ts';
import { world } from '../world.ts';

type Telegram = Awaited<ReturnType<typeof startLocalTelegram>>;
type Access = 'open' | 'invite' | 'list';

/** A bot with one who runs it and a door. */
async function guarded(access: Access) {
  let olga: ReturnType<Telegram['person']>;
  const w = await world({
    owner: telegram => {
      olga = telegram.person('Olga');
      return { admins: [olga.user.id], access };
    },
  });
  return { w, olga: olga!, ann: w.telegram.person('Ann'), bob: w.telegram.person('Bob') };
}

test('an invitation lets in one person, once, and only for its time', async () => {
  const { w, olga, ann, bob } = await guarded('invite');
  ann.says('/who Lavrov');
  const turnedAway = await ann.reads();
  expect(turnedAway.text).toContain('ask the operator');
  expect(turnedAway.text).toContain(String(ann.user.id));
  olga.says('/invite');
  const link = /https:\S+/.exec((await olga.sees('valid for 7 days and lets in 1 person')).text)![0];
  ann.opens(link);
  await ann.sees('Welcome!');
  ann.says('/who Lavrov');
  await ann.sees('4 articles');
  ann.opens(link);
  await ann.sees('I’ve read');
  bob.opens(link);
  await bob.sees('already been used');

  olga.says('/invite 5 2');
  const late = /https:\S+/.exec((await olga.sees('valid for 2 days and lets in up to 5 people')).text)![0];
  await w.turnTo(w.clock.now() + 2 * 86_400_000 + 1);
  bob.opens(late);
  await bob.sees('has expired');
  olga.says('/invite 0');
  await olga.sees('/invite 10 30');
  olga.says('/access');
  await olga.sees('Admitted: 1 person, 0 groups. Banned: 0.');
});

test('a list has those whom an administrator names, and their digests rest until then', async () => {
  const { w, olga, ann } = await guarded('list');
  olga.says('/invite');
  await olga.sees('only answers users you add');
  olga.says('/allow Ann');
  await olga.sees('Who? Send the ID, for example /allow 12345');
  olga.says(`/allow ${ann.user.id}`);
  await olga.sees('can use this bot now');
  ann.says('/latest');
  await ann.sees('Latest news');
  // Nobody else learns that there are such commands.
  ann.says('/ban 1');
  await ann.sees('I don’t know');
  await w.restart();
  ann.says('/latest');
  await ann.sees('Latest news');
});

test('strangers are answered a few times, then no more for a while', async () => {
  const { w, ann } = await guarded('list');
  for (let nth = 0; nth < 6; nth += 1) ann.says('let me in');
  await w.quiet();
  expect(ann.unread()).toHaveLength(3);
  // What is about themselves they may ask.
  ann.says('/privacy');
  await ann.sees('What I store about you');
});

test('a banned person is not answered, and an unban ends that', async () => {
  const { w, olga, ann } = await guarded('open');
  const group = w.telegram.group('Debate', { members: [ann, olga] });
  const said = ann.in(group).says(`/latest@${w.telegram.username}`);
  await ann.in(group).sees('Latest news');
  olga.in(group).replies(said, '/ban');
  await olga.in(group).sees(`${ann.user.id} is banned`);
  ann.in(group).says(`/latest@${w.telegram.username}`);
  ann.says('/latest');
  ann.says('/start');
  await w.quiet();
  expect(ann.unread()).toEqual([]);
  olga.says(`/ban ${olga.user.id}`);
  await olga.sees('Remove the ID from ADMINS first');
  olga.says(`/unban ${ann.user.id}`);
  await olga.sees('is unbanned');
  ann.says('/latest');
  await ann.sees('Latest news');
});

test('questions over the limit are counted in the one reply that speaks of it', async () => {
  const w = await world({ owner: () => ({ limits: { person: 2, group: 3 } }) });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  for (let nth = 0; nth < 5; nth += 1) ann.says('/topics');
  const group = w.telegram.group('Debate', { members: [ann, bob] });
  for (let nth = 0; nth < 4; nth += 1) bob.in(group).says(`/topics@${w.telegram.username}`);
  await w.quiet();
  const notice = await ann.sees('Too many requests');
  const count = ann.chat().length;
  await w.turnTo(w.clock.now() + 60_000);
  await w.quiet();
  const shown = () => ann.chat().find(({ message_id }) => message_id === notice.message_id)!.text;
  expect(shown()).toBe(
    '3 questions were over the limit (2 a minute) and weren’t answered. You can ask again now.',
  );
  expect(ann.chat()).toHaveLength(count);
  await bob.in(group).sees('2 questions were over the limit (2 a minute)');

  for (let nth = 0; nth < 3; nth += 1) ann.says('/topics');
  await w.quiet();
  w.clock.turnTo(w.clock.now() + 60_000);
  ann.says('/latest');
  await ann.sees('1 question was over the limit');
});

test('wrong invitation codes are limited like all else', async () => {
  let olga: Person | undefined;
  const w = await world({
    owner: telegram => {
      olga = telegram.person('Olga');
      return { admins: [olga.user.id], access: 'invite', limits: { person: 3, group: 0 } };
    },
  });
  const ann = w.telegram.person('Ann');
  for (let nth = 0; nth < 6; nth += 1) ann.opens(`i${String(nth).repeat(16)}`);
  await w.quiet();
  expect(ann.unread().map(({ text }) => text.slice(0, 17))).toEqual([
    'This invitation h',
    'This invitation h',
    'This invitation h',
    'Too many requests',
  ]);
});

test('a ban suspends what was set up for groups too, and no return of the group brings it back', async () => {
  const { w, olga, ann } = await guarded('invite');
  olga.says(`/allow ${ann.user.id}`);
  const group = w.telegram.group('Debate', { admins: [ann, olga] });
  await w.library.accessList.admit(group.id, w.clock.now());
  await w.quiet();
  const { id } = await w.library.subscriptions.add({
    origin: 'test',
    chatId: group.id,
    threadId: null,
    userId: ann.user.id,
    topics: [],
    people: [],
    weekdays: [1],
    times: ['08:00'],
    zone: 'UTC',
    nextDue: w.clock.now() + 3_600_000,
    created: w.clock.now(),
  });
  const state = async () => (await w.library.subscriptions.get(id))?.state;
  olga.says(`/ban ${ann.user.id}`);
  await olga.sees('including 1 set up for a group or channel');
  expect(await state()).toBe('suspended');
  olga.in(group).says(`/latest@${w.telegram.username}`);
  const latest = await olga.in(group).sees('Latest news');
  await w.quiet();
  olga.in(group).removes('bot');
  olga.in(group).adds('bot');
  await w.quiet();
  expect(await state()).toBe('suspended');
  // A tap of theirs ends its waiting mark, and nothing else.
  expect(await ann.in(group).forges('a|1|/latest', latest).answered()).toEqual({});
  olga.says(`/unban ${ann.user.id}`);
  await olga.sees('is unbanned');
  expect(await state()).toBe('active');
});

test('a group belongs to the list when someone of the list adds the bot; else the bot leaves', async () => {
  const { w, olga, ann, bob } = await guarded('invite');
  const closed = w.telegram.group('Closed', { admins: [ann], members: [bob], bot: 'absent' });
  ann.in(closed).adds('bot');
  const farewell = await ann.in(closed).sees('I’m leaving');
  expect(farewell.text).toContain(String(closed.id));
  await w.quiet();
  ann.in(closed).says(`/latest@${w.telegram.username}`);
  await w.quiet();
  expect(
    ann
      .in(closed)
      .unread()
      .filter(({ text }) => text.includes('Latest news')),
  ).toEqual([]);

  const open = w.telegram.group('Open', { admins: [olga], members: [bob], bot: 'absent' });
  olga.in(open).adds('bot');
  await olga.in(open).sees('Hello!');
  bob.in(open).says(`/latest@${w.telegram.username}`);
  await bob.in(open).sees('Latest news');
});

test('too many questions get one kind word, then an answer again when the minute is over', async () => {
  const w = await world({ owner: () => ({ limits: { person: 3, group: 4 } }) });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  for (let nth = 0; nth < 6; nth += 1) ann.says('/topics');
  await w.quiet();
  const texts = ann.unread().map(({ text }) => text);
  expect(texts).toHaveLength(4);
  expect(texts[3]).toMatch(/Too many requests \(limit 3 a minute\)\. Try again in \d+ s\./);
  await w.turnTo(w.clock.now() + 60_000);
  ann.says('/topics');
  await w.quiet();
  expect(ann.chat().at(-1)!.text).toContain('Topics');

  const group = w.telegram.group('Debate', { members: [ann, bob] });
  const ask = `/topics@${w.telegram.username}`;
  await w.turnTo(w.clock.now() + 60_000);
  for (const person of [ann, bob, ann, bob, ann, bob]) person.in(group).says(ask);
  ann.in(group).says('and now for something else');
  await w.quiet();
  const inGroup = bob
    .in(group)
    .unread()
    .filter(({ from }) => from === 'bot');
  expect(inGroup.map(({ text }) => /in this group \(limit/.exec(text)?.[0])).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'in this group (limit',
  ]);
});
