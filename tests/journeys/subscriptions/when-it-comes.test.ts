import { expect, test } from 'vitest';
import type { Person } from '../../../src/local-telegram/local-telegram.ts';
import { readingOf } from '../../library/reading-of.ts';
import { longNews, news, world } from '../world.ts';

const monday = (hour: number, minute = 0) => Date.UTC(2030, 0, 7, hour, minute);
const hour = 3_600_000;
const day = 24 * hour;
type World = Awaited<ReturnType<typeof world>>;

/** Subscribes by typing when; then all that was said is read. */
async function subscribed(w: World, person: Person, when: string, what = '') {
  person.says('/subscribe');
  await person.sees('What should the digest cover?');
  if (what !== '') {
    person.says(what);
    await person.sees('Selected:');
    await w.quiet();
    await person.presses('Done ›');
  } else await person.presses('All news ›');
  await w.quiet();
  person.says(when);
  await w.quiet();
  await person.presses('✓ Subscribe');
  await person.sees('subscribed.');
  await w.quiet();
  while (person.unread().length > 0) await person.reads();
}

const setting = async (w: World, person: Person, change: object) => {
  const [subscription] = await w.library.subscriptions.ofChat(person.chat_id);
  await w.library.subscriptions.change(subscription!.id, change);
};

test('quiet hours that came with “at once” go when another time is chosen', async () => {
  const w = await world();
  const ann = w.telegram.person('Ann');
  ann.says('/subscribe');
  await ann.presses('All news ›');
  await ann.presses('As it happens');
  await ann.sees('quiet');
  ann.says('every day at 6:00');
  const check = await ann.sees(/daily at 06:00/);
  expect(check.text).not.toContain('quiet');
  await ann.presses('✓ Subscribe');
  await ann.sees('subscribed.');
  const [subscription] = await w.library.subscriptions.ofChat(ann.chat_id);
  expect(subscription).toMatchObject({ quiet: null, times: ['06:00'] });
});

const texts = (person: Person) => person.unread().map(({ text }) => text);

test('two times a day, each with what came since the one before', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  await subscribed(w, ann, 'every day 8:00 and 19:00');
  await w.arrives(news.harbour);
  await w.turnTo(monday(8));
  expect((await ann.reads()).text).toContain('Port of Velmora');
  await w.arrives(news.vaccine);
  await w.turnTo(monday(18, 59));
  await w.quiet();
  expect(ann.unread()).toEqual([]);
  await w.turnTo(monday(19));
  const evening = await ann.reads();
  expect(evening.text).toContain('Health ministry orders');
  expect(evening.text).not.toContain('Port of Velmora');
  await w.turnTo(monday(8) + day);
  await w.quiet();
  expect(ann.unread()).toEqual([]);
});

test('what falls due in quiet hours is held over midnight and comes at their end, with all of the night', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  await subscribed(w, ann, 'every day 23:30');
  await setting(w, ann, { quiet: { from: '22:00', to: '07:00' }, nextDue: monday(7) + day });
  await w.arrives(news.harbour);
  await w.turnTo(monday(23, 30));
  await w.turnTo(monday(6, 59) + day);
  await w.arrives(news.vaccine);
  await w.quiet();
  expect(ann.unread()).toEqual([]);
  await w.turnTo(monday(7) + day);
  const digest = await ann.reads();
  expect(digest.text).toContain('Port of Velmora');
  expect(digest.text).toContain('Health ministry orders');
  await w.quiet();
  expect((await w.library.subscriptions.ofChat(ann.chat_id))[0]!.nextDue).toBe(monday(7) + 2 * day);
});

test('at once when something matches, no more often a day than wished: the rest comes next morning', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  const [bridge, ferry, school, dam, theatre] = longNews as [typeof news.harbour, ...(typeof news.harbour)[]];
  await w.arrives(bridge);
  await subscribed(w, ann, 'at once');
  await setting(w, ann, { atOnce: 2, without: ['strike'], sayNothing: true });
  await w.turnTo(monday(9));
  await w.quiet();
  expect(ann.unread()).toEqual([]);

  await w.arrives(ferry!);
  await w.turnTo(monday(9, 1));
  expect((await ann.reads()).text).toContain('Ferry company');
  await w.arrives(school!);
  await w.turnTo(monday(9, 2));
  await w.quiet();
  expect(ann.unread()).toEqual([]);
  await w.arrives(dam!);
  await w.turnTo(monday(10));
  expect((await ann.reads()).text).toContain('Engineers warn of cracks');
  await w.arrives(theatre!);
  for (const moment of [monday(11), monday(23, 59), monday(3) + day]) {
    await w.turnTo(moment);
    await w.quiet();
    expect(ann.unread()).toEqual([]);
  }
  // Whoever chose this in the conversation is not woken at midnight.
  await w.turnTo(monday(7) + day);
  expect((await ann.reads()).text).toContain('Theatre of Elster');
  await w.quiet();
  expect(ann.unread()).toEqual([]);
});

test('when nothing is new, nothing is said, or that nothing is new', async () => {
  const w = await world({ seeds: false });
  const [ann, bob] = [w.telegram.person('Ann'), w.telegram.person('Bob')];
  for (const person of [ann, bob]) await subscribed(w, person, 'every day 8');
  await setting(w, bob, { sayNothing: true });
  await w.turnTo(monday(8));
  expect((await bob.reads()).text).toBe('Nothing new.');
  await w.arrives(news.harbour);
  await w.turnTo(monday(8) + day);
  expect((await bob.reads()).text).toContain('Your first digest');
  await w.turnTo(monday(8) + 2 * day);
  expect((await bob.reads()).text).toBe('Nothing new.');
  await w.quiet();
  expect(texts(ann)).toEqual([expect.stringContaining('Port of Velmora')]);
});

test('excluded words and sources are in no digest, also where a topic fits', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  await subscribed(w, ann, 'every day 8', '"railway", "measles vaccine"');
  await setting(w, ann, { without: ['"loading crane"'] });
  for (const article of [news.harbour, news.vaccine, news.budget]) await w.arrives(article);
  await w.turnTo(monday(8));
  const { text } = await ann.reads();
  expect(text).toContain('Health ministry orders');
  expect(text).toContain('Parliament votes down');
  expect(text).not.toContain('Velmora');
});

test('a story sent before comes again as an update, with only what is new in it; six sources are one entry', async () => {
  const w = await world({ seeds: false });
  const ann = w.telegram.person('Ann');
  await subscribed(w, ann, 'every day 8');
  const collapse = (id: string, source: string, more = '') =>
    readingOf({
      id,
      source,
      published: '2030-01-07',
      title: 'Crane collapses at the port of Velmora',
      text: `A loading crane collapsed at the port of Velmora on Monday and stopped all ships from leaving.${more}`,
    });
  const add = async (reading: ReturnType<typeof collapse>) => {
    expect((await w.library.articles.add(reading, { now: w.clock.now() })).outcome).toBe('loaded');
  };
  for (const source of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) await add(collapse(source, source));
  await w.turnTo(monday(8));
  const first = await ann.reads();
  expect(first.text).toContain('One, Two, Three · and 3 more · 6 articles · 7 Jan 2030');
  expect(first.text.split('A loading crane collapsed').length).toBe(2);

  await add(collapse('again', 'Seven'));
  await w.turnTo(monday(8) + day);
  await w.quiet();
  expect(ann.unread()).toEqual([]);

  await add(
    collapse(
      'more',
      'Eight',
      ' The harbour master of Velmora resigned over the unchecked bolts of the crane.',
    ),
  );
  await w.turnTo(monday(8) + 2 * day);
  const update = await ann.reads();
  expect(update.text).toContain('Update: Crane collapses at the port of Velmora');
  expect(update.text).toContain('The harbour master of Velmora resigned');
  expect(update.text).not.toContain('stopped all ships');
  await ann.presses('Why these?');
  expect((await ann.sees('Why these stories?')).text).toContain('update to an earlier story');
});
