import { expect, test } from 'vitest';
import { longNews, news, world } from '../world.ts';

const monday = (hour: number, minute = 0) => Date.UTC(2030, 0, 7, hour, minute);
const day = 24 * 3_600_000;

test('a subscriber is guided through a subscription, gets the newest once, then only what is new', async () => {
  const w = await world({ start: monday(3) });
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  expect((await ann.reads()).text).toContain('What should the digest cover?');
  await ann.presses('All news ›');
  await ann.sees('When should I send it?');

  ann.says('whenever');
  expect((await ann.reads()).text).toContain('I don’t understand that schedule');
  ann.says('every day 9');
  expect((await ann.reads()).text).toContain('Time zone: UTC (now 03:00)');
  await ann.presses('Change time zone');
  await ann.sees('What’s your time zone');
  ann.says('Zzyzxville');
  await ann.sees('I don’t know a place or UTC offset called “Zzyzxville”');
  await ann.presses('‹ Back');
  await w.quiet();
  await ann.presses('‹ Back');
  await w.quiet();
  ann.says('every day 8:00');
  await w.quiet();
  await ann.presses('Change time zone');
  await w.quiet();
  ann.says('Kyiv');
  const check = await ann.sees('Does this look right?');
  expect(check.text).toContain('daily at 08:00 (Europe/Kyiv)');
  expect(check.text).toContain('Time zone: Europe/Kyiv (now 05:00)');
  expect(check.text).toContain('Preview – you’re not subscribed yet');
  await ann.presses('✓ Subscribe');
  await ann.sees('You’re subscribed. Your first digest arrives Mon 7 Jan, 08:00 (Europe/Kyiv)');

  await w.turnTo(monday(5, 59));
  await w.quiet();
  expect(ann.chat().filter(({ text }) => text.includes('Your first digest,'))).toEqual([]);
  while (ann.unread().length > 0) await ann.reads();
  await w.turnTo(monday(6));
  const first = await ann.reads();
  expect(first.text).toContain('Your first digest');
  expect(first.text).toMatch(/\d stories from \d articles/);
  await w.quiet();
  for (const { text } of ann.unread()) expect(text).not.toContain('Your first digest');
  while (ann.unread().length > 0) await ann.reads();

  for (const article of Object.values(news)) await w.arrives(article);
  await w.turnTo(monday(6) + day);
  const second = await ann.reads();
  for (const { title } of Object.values(news)) expect(second.text).toContain(title);
  expect(second.text).not.toContain('Blinken');
  await ann.presses('More on 1', second);
  const opened = await ann.sees(
    ({ message_id, text }) => message_id === second.message_id && text.includes('[1]'),
  );
  expect(opened.buttons.flat()).toContain('‹ Back to the digest');
  await ann.presses('‹ Back to the digest', opened);
  await ann.sees(({ message_id, text }) => message_id === second.message_id && text === second.text);

  await w.turnTo(monday(6) + 2 * day);
  await w.quiet();
  expect(ann.unread()).toEqual([]);
});

test('a digest holds only what was subscribed to', async () => {
  const w = await world({ seeds: false });
  await w.arrives(news.harbour);
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.reads();
  ann.says('Ines Caloway');
  await ann.sees('Selected: Ines Calloway.');
  await ann.presses('Done ›');
  await ann.presses('Every day 08:00');
  await ann.presses('✓ Subscribe');
  await w.quiet();
  await w.arrives(news.budget);
  await w.turnTo(monday(8));
  await ann.sees('Port of Velmora');
  await w.quiet();
  for (const { text } of ann.chat()) expect(text).not.toContain('Parliament votes down');
});

test('a digest is on an organization or a place as well as on a person, under any of its names', async () => {
  const w = await world({ seeds: false });
  await w.arrives({
    id: 'talks',
    title: 'NATO and Kyiv talk about drones',
    publishedAt: '2030-01-06',
    text: 'NATO and Kyiv talk about drones\n\nOfficials of the North Atlantic Treaty Organization (NATO) met in Kyiv on Sunday to talk about drones.',
  });
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.reads();
  ann.says('Nato, Kiev');
  await ann.sees(/Selected: N.+, Kyiv\./);
  await ann.presses('Done ›');
  await ann.presses('Every day 08:00');
  await ann.presses('✓ Subscribe');
  await w.quiet();
  await w.arrives({
    id: 'visit',
    title: 'A minister travels',
    publishedAt: '2030-01-07',
    text: 'A minister travels\n\nThe minister of agriculture left for Kyiv on Monday with forty crates of seed.',
  });
  await w.arrives(news.budget);
  await w.turnTo(monday(8));
  await ann.sees('A minister travels');
  await w.quiet();
  for (const { text } of ann.chat()) expect(text).not.toContain('Parliament votes down');
});

test('a question in plain words is answered in the middle of the steps, which stay open', async () => {
  const w = await world({ seeds: false });
  await w.arrives(news.harbour);
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  expect((await ann.reads()).text).toContain('What should the digest cover?');
  for (const question of ['What did Ines Calloway say?', 'Що сказала Ines Calloway?']) {
    ann.says(question);
    const answered = await ann.reads();
    expect(answered.text).toContain('Ines Calloway');
    expect(answered.text).not.toContain('What should the digest cover?');
  }
  ann.says('Ines Calloway?');
  await ann.sees('Selected: Ines Calloway.');
  await ann.presses('Done ›');
  ann.says('every day at 9?');
  await ann.sees('daily at 09:00');
});

test('a conversation goes on after a restart, step back included', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.presses('All news ›');
  await ann.sees('When should I send it?');
  await w.quiet();
  await w.restart();
  ann.says('weekdays 7:30');
  await ann.presses('Change time zone');
  await ann.sees('What’s your time zone');
  await w.quiet();
  await w.restart(() => {
    ann.says('New York');
  });
  await ann.sees('Mon–Fri at 07:30 (America/New_York)');
  await ann.presses('✓ Subscribe');
  await ann.sees('subscribed.');
  expect(await w.library.subscriptions.ofChat(ann.chat_id)).toMatchObject([
    { weekdays: [1, 2, 3, 4, 5], times: ['07:30'], zone: 'America/New_York', state: 'active' },
  ]);
});

test('a digest that was interrupted between two parts goes on after a restart, each part once', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  await subscribeToEverything(ann);
  const [own] = await w.library.subscriptions.ofChat(ann.chat_id);
  await w.library.subscriptions.change(own!.id, { length: 'full' });
  for (const article of longNews) await w.arrives(article);
  w.telegram.fails({
    method: 'sendMessage',
    chat: ann.chat_id,
    after: 1,
    times: 1,
    with: { code: 429, description: 'Too Many Requests: retry after 600', retry_after: 600 },
  });
  await w.turnTo(monday(8));
  await ann.sees('(1/');
  await w.quiet();
  expect(ann.chat().filter(({ text }) => /\(\d\/\d\)/.test(text))).toHaveLength(1);
  await w.restart(() => w.clock.turnTo(w.clock.now() + 700_000));
  await ann.sees('(2/');
  await w.quiet();
  const parts = ann.chat().flatMap(({ text }) => /\((\d)\/(\d)\)/.exec(text)?.slice(1, 3) ?? []);
  const all = Number(parts[1]);
  expect(all).toBeGreaterThan(1);
  expect(parts).toEqual(Array.from({ length: all }, (_, i) => [String(i + 1), String(all)]).flat());
});

test('subscriptions are seen, paused, resumed and deleted', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/subscriptions');
  expect((await ann.reads()).text).toContain('No subscriptions here.');
  await subscribeToEverything(ann);
  ann.says('/subscriptions');
  await ann.sees('1. All news · daily at 08:00 (UTC)');
  await ann.presses('Pause 1');
  await ann.sees('paused');
  await w.turnTo(monday(8));
  await w.quiet();
  expect(ann.chat().at(-1)!.text).toContain('paused');
  await ann.presses('Resume 1');
  await ann.sees('next: Tue 8 Jan, 08:00');
  await ann.presses('Delete 1');
  await ann.sees('Deleted: All news');
  await w.quiet();
  await w.turnTo(monday(8) + day);
  await w.quiet();
  expect(ann.chat().at(-1)!.text).toContain('No subscriptions here.');
});

test('/cancel ends the dialog: its buttons go, and one that is tapped all the same says so', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  const asked = await ann.reads();
  ann.says('/who Lavrov');
  await ann.sees('Latest quotes');
  ann.says('/cancel');
  await ann.sees('Cancelled.');
  await w.quiet();
  expect(ann.chat().find(({ message_id }) => message_id === asked.message_id)!.buttons).toEqual([]);
  expect((await ann.forges('c|g.1.0.done', asked).answered()).text).toContain('This dialog has ended');
  ann.says('/cancel');
  await ann.sees('Nothing to cancel');
  expect(await w.library.subscriptions.count()).toBe(0);
});

test('a subscriber who blocks the bot gets nothing, and gets digests again once they come back', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  await subscribeToEverything(ann);
  await w.quiet();
  ann.blocks();
  await w.quiet();
  await w.turnTo(monday(8));
  await w.quiet();
  expect(w.telegram.callsOf('sendMessage').filter(call => call.error)).toEqual([]);
  ann.unblocks();
  await w.quiet();
  await w.turnTo(monday(8) + 60_000);
  await ann.sees('Your first digest');
});

async function subscribeToEverything(
  person: ReturnType<Awaited<ReturnType<typeof world>>['telegram']['person']>,
) {
  person.says('/subscribe');
  await person.presses('All news ›');
  await person.presses('Every day 08:00');
  await person.presses('✓ Subscribe');
  await person.sees('subscribed.');
}
