import { expect, test } from 'vitest';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { longNews, news, world } from '../world.ts';

const monday = (hour: number, minute = 0) => Date.UTC(2030, 0, 7, hour, minute);
const day = 24 * 3_600_000;
type World = Awaited<ReturnType<typeof world>>;

async function subscribed(w: World, person: Person, when = 'every day 8') {
  person.says('/subscribe');
  await person.presses('All news ›');
  await w.quiet();
  person.says(when);
  await person.presses('✓ Subscribe');
  await person.sees('subscribed.');
  await w.quiet();
}

const only = async (w: World, person: Person) => (await w.library.subscriptions.ofChat(person.chat_id))[0]!;

test('three taps to a first digest', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.presses('All news ›');
  await ann.presses('Every day 08:00');
  await ann.presses('✉ Subscribe and send one now');
  await ann.sees('Your first digest is on its way.');
  await ann.sees('Your first digest, with the latest');
  expect((await only(w, ann)).nextDue).toBe(monday(8));
});

test('a change that is cancelled leads back to what there is to change', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  await subscribed(w, ann);
  ann.says('/Subscriptions');
  await ann.presses('Settings 1');
  await ann.presses('Quiet hours');
  await ann.presses('✕ Cancel');
  await ann.sees('Cancelled. Nothing was changed.');
  await ann.presses('Length: short');
  await ann.sees('All news');
  await w.quiet();
  expect((await only(w, ann)).length).toBe('full');
});

test('everything of a subscription is changed by buttons, one by one', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  await subscribed(w, ann);
  ann.says('/subscriptions');
  await ann.presses('Settings 1');
  for (const label of [
    'Length: short',
    'Max. stories: 10',
    'Sound: on',
    'Link previews: off',
    'If nothing new: stay silent',
  ]) {
    await ann.presses(label);
    await w.quiet();
  }
  await ann.presses('Topics');
  await w.quiet();
  ann.says('"nuclear doctrine", sanctions');
  await ann.sees('Selected: Sanctions, "nuclear doctrine".');
  await ann.presses('Done ›');
  await w.quiet();
  await ann.presses('Schedule');
  await w.quiet();
  ann.says('weekdays 7:30 and 18');
  await ann.sees('Mon–Fri at 07:30, 18:00 (UTC)');
  await w.quiet();
  await ann.presses('Time zone');
  await w.quiet();
  ann.says('Lisbon');
  await ann.sees('Mon–Fri at 07:30, 18:00 (Europe/Lisbon)');
  await w.quiet();
  await ann.presses('Quiet hours');
  await w.quiet();
  ann.says('from 23 to 6');
  await ann.sees('quiet 23:00–06:00');
  await w.quiet();
  await ann.presses('Excluded words');
  await w.quiet();
  ann.says('football, "world cup"');
  await w.quiet();
  await ann.presses('✓ football');
  await w.quiet();
  await ann.presses('Done ›');
  await ann.sees('Excluded words: "world cup"');
  await w.quiet();
  await ann.presses('Excluded sources');
  await w.quiet();
  ann.says('Nobody’s Gazette');
  await ann.sees('I don’t have any articles from “Nobody’s Gazette”.');
  const { source } = (await w.library.news.sources())[0]!;
  await ann.presses(source);
  await w.quiet();
  await ann.presses('Done ›');
  await ann.sees(`Excluded sources: ${source}`);
  expect(await only(w, ann)).toMatchObject({
    words: ['"nuclear doctrine"'],
    topics: ['sanctions'],
    without: ['"world cup"'],
    withoutSources: [source],
    length: 'full',
    most: 20,
    silent: true,
    previews: true,
    sayNothing: true,
    weekdays: [1, 2, 3, 4, 5],
    times: ['07:30', '18:00'],
    zone: 'Europe/Lisbon',
    quiet: { from: '23:00', to: '06:00' },
    nextDue: monday(7, 30),
  });
});

test('it is sent now if there is anything to tell, silently and with previews if that was wished', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  await subscribed(w, ann);
  ann.says('/subscriptions');
  await ann.presses('Settings 1');
  await ann.presses('✉ Send now');
  await ann.sees('Nothing new since the last digest; next: Mon 7 Jan, 08:00');
  await w.arrives(news.harbour);
  await ann.presses('‹ Back');
  await w.quiet();
  await ann.presses('Sound: on');
  await w.quiet();
  await ann.presses('Link previews: off');
  await w.quiet();
  await ann.presses('✉ Send now');
  await ann.sees('Your digest is on its way, with 1 story.');
  await ann.sees('Your first digest, with');
  await w.quiet();
  const sent = w.telegram.callsOf('sendMessage').at(-1)!;
  expect(sent.parameters).toMatchObject({
    disable_notification: true,
    link_preview_options: { is_disabled: false },
  });
  expect((await only(w, ann)).nextDue).toBe(monday(8));
});

test('paused for days, it goes on with what came meanwhile; deleted, it can be taken back', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  await w.arrives(news.harbour);
  await subscribed(w, ann);
  await w.turnTo(monday(8));
  await ann.sees('Port of Velmora');
  ann.says('/subscriptions');
  await ann.presses('Pause 1');
  await ann.sees('· paused');
  await w.arrives(news.budget);
  await w.turnTo(monday(8) + day);
  await w.quiet();
  await ann.presses('Resume 1');
  await ann.sees('next: Wed 9 Jan, 08:00');
  await w.turnTo(monday(8) + 2 * day);
  await ann.sees('Parliament votes down');
  await w.quiet();
  expect(ann.chat().filter(({ text }) => text.includes('Port of Velmora closed'))).toHaveLength(1);

  ann.says('/subscriptions');
  await ann.presses('Delete 1');
  await ann.sees('Deleted: All news');
  await w.arrives(news.vaccine);
  await w.turnTo(monday(8) + 3 * day);
  await w.quiet();
  expect(await w.library.subscriptions.count()).toBe(0);
  await ann.presses('↩ Undo');
  await ann.sees('next: Fri 11 Jan, 08:00');
  await w.turnTo(monday(8) + 4 * day);
  await ann.sees('Health ministry orders');

  ann.says('/subscriptions');
  await w.quiet();
  await ann.presses('Pause 1');
  await w.quiet();
  await ann.presses('Delete 1');
  await w.quiet();
  await ann.presses('↩ Undo');
  await w.quiet();
  expect(await only(w, ann)).toMatchObject({ state: 'paused' });
});

test('a chat has four subscriptions, each with its own digest; more than allowed are refused', async () => {
  const w = await world({ seeds: false, owner: () => ({ mostSubscriptions: 4 }) });
  const ann = w.telegram.person('Ann');
  for (const article of [news.harbour, news.vaccine, news.budget]) await w.arrives(article);
  const wishes = [
    '"measles vaccine"',
    '"northern railway"',
    'Ines Calloway',
    '"single vote" , "loading crane"',
  ];
  for (const [number, wish] of wishes.entries()) {
    ann.says('/subscribe');
    await w.quiet();
    ann.says(wish);
    await ann.sees(/^Selected|Selected: /);
    await w.quiet();
    await ann.presses('Done ›');
    await w.quiet();
    ann.says(`${8 + number}:00`);
    await w.quiet();
    await ann.presses('✓ Subscribe');
    await w.quiet();
  }
  ann.says('/subscribe');
  await ann.sees('This chat already has 4 subscriptions');
  const before = ann.chat().length;
  for (let hour = 8; hour < 12; hour += 1) {
    await w.turnTo(monday(hour));
    await w.quiet();
  }
  const told = ann
    .chat()
    .slice(before)
    .map(({ text }) => [
      text.includes('Health ministry orders'),
      text.includes('Parliament votes down'),
      text.includes('Port of Velmora closed'),
    ]);
  expect(told).toEqual([
    [true, false, false],
    [false, true, false],
    [false, false, true],
    [false, true, true],
  ]);
  ann.says('/subscriptions');
  expect((await ann.sees('Your 4 subscriptions')).buttons).toHaveLength(4);
});

test('what a digest does not tell in words is counted, shown on request, and so is why', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  await subscribed(w, ann);
  const [subscription] = await w.library.subscriptions.ofChat(ann.chat_id);
  await w.library.subscriptions.change(subscription!.id, { most: 3, length: 'headlines' });
  for (const article of longNews) await w.arrives(article);
  await w.turnTo(monday(8));
  const digest = await ann.sees('3 more matching stories');
  const titles = longNews.map(({ title }) => title);
  const told = titles.filter(title => digest.text.includes(title));
  expect(told).toHaveLength(3);
  await ann.presses('3 more stories ›');
  const rest = await ann.sees('4–6 of 6');
  expect(
    titles
      .filter(title => rest.text.includes(title))
      .concat(told)
      .sort(),
  ).toEqual(titles.toSorted());
  await ann.presses('Why these?');
  const why = await ann.sees('Why these stories?');
  expect(why.text).toContain('6 matching stories. Ranked by how many articles and outlets');
  expect(why.text).toMatch(/^1\. .+ — 1 source · published 7 Jan 2030$/m);
});
