import { expect, test } from 'vitest';
import { startEchoBot, telegramForTest } from './echo-bot.ts';

test('a person writes in private, reads, presses a button and sees the message edited', async () => {
  const telegram = await telegramForTest();
  await startEchoBot(telegram);
  const ann = telegram.person('Ann');
  const said = ann.says('  hello  ');
  const answer = await ann.reads();
  expect(answer).toMatchObject({
    text: 'You said: hello',
    buttons: [['Turn', 'Private']],
    reply_to: said.message_id,
  });
  expect(await ann.presses('Turn')).toEqual({ text: 'Turned' });
  expect((await ann.sees('olleh')).edited).toBe(true);
  expect(ann.unread()).toEqual([]);
  expect(telegram.slips).toEqual([]);
});

test('a link button into the bot starts it in private with its payload', async () => {
  const telegram = await telegramForTest();
  await startEchoBot(telegram);
  const ann = telegram.person('Ann');
  const group = telegram.group('Debate', { members: [ann] });
  ann.in(group).says(`/now@${telegram.username}`);
  await ann.in(group).presses('Private');
  expect((await ann.reads()).text).toBe('You said: /start abc');
});

test('two people in a group read for themselves, and in private no one else does', async () => {
  const telegram = await telegramForTest();
  await startEchoBot(telegram);
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const group = telegram.group('Debate', { members: [ann], admins: [bob] });
  ann.in(group).says('/more news');
  expect((await ann.in(group).reads()).text).toBe('Here: news');
  expect((await bob.in(group).reads()).text).toBe('Here: news');
  expect(ann.chat()).toEqual([]);
});

test('answers in a forum stay in their topic', async () => {
  const telegram = await telegramForTest();
  await startEchoBot(telegram);
  const bob = telegram.person('Bob');
  const forum = telegram.group('Forum', { forum: true, admins: [bob], bot: 'absent' });
  bob.in(forum).adds('bot');
  expect((await bob.in(forum).reads()).text).toBe('Hello all');
  const topic = bob.in(forum).opensTopic('Sanctions');
  bob.in(forum, topic).says('/more');
  expect(await bob.in(forum, topic).reads()).toMatchObject({
    text: 'Here: nothing',
    message_thread_id: topic.id,
  });
  expect(bob.in(forum).unread()).toEqual([]);
});

test('a wait that finds nothing says who waited for what, and what was there', async () => {
  const telegram = await telegramForTest({ patience: 50 });
  const ann = telegram.person('Ann');
  ann.says('hello?');
  await expect(ann.reads()).rejects.toThrow(/Ann waited in the private chat.*\n.*Ann: hello\?/s);
});

test('idle comes when all updates are acknowledged and answered', async () => {
  const telegram = await telegramForTest();
  await startEchoBot(telegram);
  const ann = telegram.person('Ann');
  for (let number = 0; number < 5; number++) ann.says(`message ${number}`);
  await telegram.idle();
  expect(ann.unread()).toHaveLength(5);
  expect(telegram.pendingUpdates()).toBe(0);
});

test('members only write where they are, and administrators alone without a name', async () => {
  const telegram = await telegramForTest();
  const [ann, bob] = [telegram.person('Ann'), telegram.person('Bob')];
  const group = telegram.group('Debate', { members: [ann] });
  expect(() => bob.in(group).says('hi')).toThrow('Bob is not a member of Debate');
  expect(() => ann.anonymously.in(group).says('hi')).toThrow('Ann is no administrator of Debate');
  expect(() => ann.opens('not a payload')).toThrow('64 of A-Z');
});
