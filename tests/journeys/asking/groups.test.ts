import { expect, test } from 'vitest';
import { world } from '../world.ts';

test('a member looks a person up in a group: short, as a reply, with more in private', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { members: [ann], admins: [bob] });
  const said = ann.in(group).says(`/who@${w.telegram.username} Lavrov`);
  const answer = await ann.in(group).reads();
  expect(answer.reply_to).toBe(said.message_id);
  expect(answer.text).toContain('Lavrov');
  expect(answer.text).toContain('4 articles');
  expect(answer.text.split('\n').filter(line => line.trim() !== '').length).toBeLessThanOrEqual(10);
  await ann.in(group).presses('More in a private chat');
  const whole = await ann.reads();
  expect(whole.text).toContain('Often mentioned with');
  expect(whole.text.length).toBeGreaterThan(answer.text.length);
});

test('what is not meant for it leaves the bot silent in a group', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { members: [ann], admins: [bob] });
  ann.in(group).says('Lavrov said it again');
  ann.in(group).says('/who@another_bot Lavrov');
  ann.in(group).says('/roll 20');
  ann.in(group).says('/latest');
  await ann.in(group).reads();
  await w.quiet();
  expect(ann.in(group).unread()).toEqual([]);
});

test('in a forum the answer comes in the topic where it was asked for', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const forum = w.telegram.group('Forum', { forum: true, admins: [bob], bot: 'absent' });
  bob.in(forum).adds('bot');
  expect((await bob.in(forum).reads()).text).toContain('Hello!');
  const topic = bob.in(forum).opensTopic('Sanctions');
  bob.in(forum, topic).says('/timeline');
  expect(await bob.in(forum, topic).reads()).toMatchObject({ message_thread_id: topic.id });
  await w.quiet();
  expect(bob.in(forum).unread()).toEqual([]);
});

test('a member may not subscribe the group, an administrator may, an anonymous one too', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { members: [ann], admins: [bob] });
  ann.in(group).says('/subscribe');
  expect((await ann.in(group).reads()).text).toContain('Only administrators');
  bob.in(group).says('/subscribe');
  await bob.in(group).sees('What should the digest cover?');
  expect((await ann.in(group).presses('All news ›')).text).toContain('Only administrators');
  await bob.in(group).presses('All news ›');
  const question = await bob.in(group).sees('When should I send it?');
  bob.in(group).replies(question, 'weekends 10');
  await bob.in(group).presses('✓ Subscribe');
  await bob.in(group).sees('This group is subscribed. Its first digest arrives Sat 12 Jan, 10:00');
  ann.in(group).says('/subscriptions');
  await ann.in(group).sees('Sat and Sun at 10:00');
  expect((await ann.in(group).presses('Delete 1')).text).toContain('Only administrators');

  const other = w.telegram.group('Second', { members: [ann], admins: [bob] });
  bob.anonymously.in(other).says('/subscribe');
  await bob.in(other).presses('All news ›');
  await bob.in(other).presses('Every day 08:00');
  await bob.in(other).presses('✓ Subscribe');
  await bob.in(other).sees('This group is subscribed');
  await w.turnTo(Date.UTC(2030, 0, 7, 8));
  await bob.in(other).sees('Your first digest');
  await w.quiet();
  expect(group.chat().every(({ text }) => !text.includes('Your first digest'))).toBe(true);
});

test('an administrator asks in plain words for the group’s digest, a member is told who may', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { members: [ann], admins: [bob] });
  const wish = `@${w.telegram.username} send us news on Lavrov every weekday at 9`;
  bob.in(group).says('send us news on Lavrov every weekday at 9');
  ann.in(group).says(wish);
  expect((await ann.in(group).reads()).text).toContain('Only administrators');
  bob.in(group).says(wish);
  const check = await bob.in(group).sees('Does this look right?');
  expect(check.text).toMatch(/Topics: Sergei Lavrov\n.*Mon–Fri at 09:00/s);
  await bob.in(group).presses('✓ Subscribe');
  await bob.in(group).sees('This group is subscribed.');
  ann.in(group).says(`@${w.telegram.username} pause the digest`);
  expect((await ann.in(group).sees('This group’s subscription')).buttons.flat()).toContain('Pause 1');
  expect((await ann.in(group).presses('Pause 1')).text).toContain('Only administrators');
});

test('a forum topic that subscribed gets its digest there, and one that is gone in General', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const forum = w.telegram.group('Forum', { forum: true, admins: [bob] });
  const [kept, gone] = [bob.in(forum).opensTopic('Kept'), bob.in(forum).opensTopic('Gone')];
  for (const topic of [kept, gone]) {
    bob.in(forum, topic).says('/subscribe');
    const here = bob.in(forum, topic);
    await here.presses('All news ›');
    await here.presses('Every day 08:00');
    await here.presses('✓ Subscribe');
    await here.sees('subscribed.');
  }
  await w.quiet();
  bob.in(forum).deletes(gone);
  await w.turnTo(Date.UTC(2030, 0, 7, 8));
  expect((await bob.in(forum, kept).sees('Your first digest')).message_thread_id).toBe(kept.id);
  await bob.in(forum).sees('Your first digest');
});

test('/subscriptions in a forum names the topic of each', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const forum = w.telegram.group('Forum', { forum: true, admins: [bob] });
  for (const name of ['Economy', 'Football']) {
    const here = bob.in(forum, bob.in(forum).opensTopic(name));
    here.says('/subscribe');
    await here.presses('All news ›');
    await here.presses('Every day 08:00');
    await here.presses('✓ Subscribe');
    await here.sees('subscribed.');
  }
  bob.in(forum).says('/subscriptions');
  const { text } = await bob.in(forum).sees('This group’s 2 subscriptions');
  expect(text).toMatch(
    /1\. All news · Forum topic: Economy · daily[\s\S]*2\. All news · Forum topic: Football · daily/,
  );
});

test('a forum topic that is renamed has its new name in /subscriptions, also for a later subscription', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const forum = w.telegram.group('Forum', { forum: true, admins: [bob] });
  const topic = bob.in(forum).opensTopic('Economy');
  const here = bob.in(forum, topic);
  const subscribe = async (what: string) => {
    here.says('/subscribe');
    await here.presses(what);
    await here.presses(what === 'Energy' ? 'Done ›' : 'Every day 08:00');
    if (what === 'Energy') await here.presses('Every day 08:00');
    await here.presses('✓ Subscribe');
    await here.sees('subscribed.');
    await w.quiet();
  };
  await subscribe('All news ›');
  bob.in(forum).renames(topic, 'Money');
  await w.quiet();
  expect(here.chat().at(-1)!.from).toBe('Bob');
  await subscribe('Energy');
  bob.in(forum).says('/subscriptions');
  const { text } = await bob.in(forum).sees('This group’s 2 subscriptions');
  expect(text).toMatch(
    /1\. All news · Forum topic: Money · daily[\s\S]*2\. Energy · Forum topic: Money · daily/,
  );
});

test('a group that becomes a supergroup keeps its subscription', async () => {
  const w = await world();
  const bob = w.telegram.person('Bob');
  const group = w.telegram.group('Small', { kind: 'group', admins: [bob] });
  const here = bob.in(group);
  here.says('/subscribe');
  await here.presses('All news ›');
  await here.presses('Every day 08:00');
  await here.presses('✓ Subscribe');
  await here.sees('subscribed.');
  await w.quiet();
  const upgraded = bob.in(group).upgrades();
  await w.quiet();
  await w.turnTo(Date.UTC(2030, 0, 7, 8));
  await bob.in(upgraded).sees('Your first digest');
});

test('the bot’s name alone is answered with what can be asked', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const group = w.telegram.group('Debate', { members: [ann] });
  ann.in(group).says(`@${w.telegram.username}`);
  expect((await ann.in(group).reads()).text).toContain('Ask me, for example: /who');
  ann.in(group).says(`@${w.telegram.username} and who is Blinken?`);
  await ann.in(group).sees(/^Antony Blinken/);
});

test('what several ask within minutes is posted once, and the others are pointed to it', async () => {
  const w = await world();
  const people = ['Ann', 'Bob', 'Cleo', 'Dan'].map(name => w.telegram.person(name));
  const [ann, bob, cleo, dan] = people as [(typeof people)[0], ...typeof people];
  const group = w.telegram.group('Debate', { members: people });
  const asks = (who: typeof ann, words: string) => who.in(group).says(`@${w.telegram.username} ${words}`);
  asks(ann, 'who is Lavrov');
  const answer = await ann.in(group).sees('4 articles');
  asks(bob!, 'who is Lavrov?');
  const pointed = await bob!.in(group).sees('answered a moment ago');
  expect(pointed.text).toMatch(/^Bob, /);
  expect(pointed.reply_to).toBe(answer.message_id);
  expect(pointed.text).not.toContain('Lavrov');

  // Who asked has the whole answer with a tap all the same.
  await bob!.in(group).presses('More in a private chat', pointed);
  expect((await bob!.reads()).text).toContain('Often mentioned with');

  // One that is edited into another question is answered in its place.
  const said = asks(cleo!, 'who is Lavrov');
  await cleo!.in(group).sees('Cleo, ');
  cleo!.in(group).edits(said, `@${w.telegram.username} who is Blinken`);
  await cleo!.in(group).sees(/^Antony Blinken/);

  // One that was deleted is given again, and so is one that lies further back.
  await fetch(`${w.telegram.apiRoot}/bot${w.telegram.token}/deleteMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: group.id, message_id: answer.message_id }),
  });
  const answered = (said: { message_id: number }) =>
    dan!.in(group).sees(({ from, reply_to }) => from === 'bot' && reply_to === said.message_id);
  expect((await answered(asks(dan!, 'who is Lavrov'))).text).toContain('4 articles');
  await w.quiet();
  await w.turnTo(w.clock.now() + 11 * 60_000);
  expect((await answered(asks(dan!, 'who is Lavrov'))).text).toContain('4 articles');
});

test('in forum topics each has its answer', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  const forum = w.telegram.group('Forum', { forum: true, admins: [ann] });
  for (const topic of [ann.in(forum).opensTopic('One'), ann.in(forum).opensTopic('Two')]) {
    ann.in(forum, topic).says(`/who@${w.telegram.username} Lavrov`);
    expect((await ann.in(forum, topic).reads()).text).toContain('4 articles');
  }
});

test('in an argument, what is said to the others is no part of the question, and a reply asks about their words', async () => {
  const w = await world({ seeds: false });
  await w.arrives({
    id: 'bridge',
    title: 'Bridge of Velm stays shut',
    publishedAt: '2030-01-05',
    text: 'Bridge of Velm stays shut\n\nMayor Ida Brontek resigned on Saturday. “The bridge was rotten,” Brontek said. Engineer Pavel Ostrum disagreed. “Every bolt was new,” Ostrum said.',
  });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { members: [ann, bob] });
  ann.in(group).says(`No way! @${w.telegram.username} did Brontek resign?`);
  await ann.in(group).sees(/^Mayor Ida Brontek resigned on Saturday/);
  const claim = bob.in(group).says('Brontek said every bolt was new');
  ann.in(group).replies(claim, `@${w.telegram.username} is that true?`);
  const checked = await ann.in(group).sees(/^I haven’t found any quotes by Ida Brontek on/);
  expect(checked.text).toMatch(/Said by someone else\n“Every bolt was new”\n— Pavel Ostrum/);
  const asked = bob.in(group).says('who is Ostrum');
  ann.in(group).replies(asked, `@${w.telegram.username}`);
  await ann.in(group).sees(/^Pavel Ostrum/);
});

test('a question in reply to an answer is answered without the bot’s name, and goes on from that answer', async () => {
  const w = await world();
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  const group = w.telegram.group('Debate', { members: [ann, bob] });
  ann.in(group).says(`/who@${w.telegram.username} Lavrov`);
  const answer = await ann.in(group).reads();
  bob.in(group).replies(answer, 'and Blinken?');
  await bob.in(group).sees(({ text }) => text.startsWith('Antony Blinken'));
  await w.quiet();
  const before = group.chat().length;
  bob.in(group).replies(answer, 'he always says that');
  await w.quiet();
  expect(group.chat()).toHaveLength(before + 1);
});
