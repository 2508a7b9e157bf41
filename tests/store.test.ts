import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../src/database/database.ts';
import { deliveriesSchema } from '../src/database/migrations/deliveries/index.ts';
import { newsSchema } from '../src/database/migrations/news/index.ts';
import { deliveriesPath } from '../src/database/two-files.ts';
import { createDeliveries } from '../src/deliveries/deliveries.ts';
import type { NewSubscription } from '../src/deliveries/subscriptions/subscriptions.ts';
import { createLibrary } from '../src/library/library.ts';
import { compose, openLibrary } from '../src/store.ts';
import { article } from './campaigns/articles.ts';
import { usualSubscription } from './deliveries/usual-subscription.ts';
import { readingOf } from './library/reading-of.ts';
import { scratchFolder } from './library/scratch.ts';

const folder = scratchFolder();
const due = Date.UTC(2030, 0, 7, 8);
const hour = 3_600_000;
let number = 0;

/** News and deliveries on connections that know nothing of each other, joined as the program joins them. */
function rooms() {
  number += 1;
  const news = openDatabase(join(folder, `news-${number}.db`), newsSchema);
  const deliveries = openDatabase(join(folder, `elsewhere-${number}.db`), deliveriesSchema);
  onTestFinished(() => {
    news.close();
    deliveries.close();
  });
  return compose(createLibrary(news), createDeliveries(deliveries));
}

const subscription = (more: Partial<NewSubscription> = {}): NewSubscription => ({
  ...usualSubscription,
  origin: 'test',
  nextDue: due,
  created: 0,
  ...more,
});

const naming = (id: string, name: string) =>
  readingOf({
    id,
    text: `${name} spoke about ${id} at the harbour.`,
    people: [{ name }],
    events: [{ text: `${name} spoke about ${id} at the harbour.`, date: '2031-01-01', people: [name] }],
  });

async function personIn(all: ReturnType<typeof rooms>, id: string): Promise<string> {
  return [...(await all.articles.get(id))!.cast.values()][0]!.id;
}

/** Queues one message for a subscription about each list of articles. */
async function queue(all: ReturnType<typeof rooms>, id: number, about: string[][]) {
  const bodies = await all.outbox.keep(
    about.map(articles => ({ text: articles.join(), articles })),
    [],
    due,
  );
  await all.outbox.plan([
    { subscriptionId: id, due, nextDue: due + 24 * hour, deliveredUpTo: 9, bodies, now: due },
  ]);
}

test('people who are merged are found under the id that a subscription or a marker has kept', async () => {
  const all = rooms();
  for (const [id, name] of [
    ['a', 'Joko Lindowo'],
    ['b', 'Jokolin'],
    ['c', 'Karl Adler'],
  ] as const)
    await all.articles.add(naming(id, name), { now: 0 });
  const [a, b, c] = [await personIn(all, 'a'), await personIn(all, 'b'), await personIn(all, 'c')];
  await all.subscriptions.add(subscription({ people: [a, b, c] }));
  await all.readMarkers.note(1, `p${b}`, 2, 0);
  const joined = await all.people.join(a, b);
  const stays = joined.outcome === 'done' ? joined.id : '';
  const gone = stays === a ? b : a;
  const [followed] = await all.subscriptions.ofChat(1);
  expect(followed?.people).toEqual([...new Set([a, b, c].map(id => (id === gone ? stays : id)))]);
  expect(await all.readMarkers.last(1, [`p${stays}`])).toBe(2);
  const filter = { topics: [], people: [gone], words: [], without: [], withoutSources: [] };
  const { total } = await all.news.stories({ after: 0, upTo: 3, filter, limit: 9 });
  expect(total).toBe(2);
  // A button in an old message asks by the former id.
  const page = { limit: 9, offset: 0 };
  expect((await all.search.filtered({ person: gone }, page)).total).toBe(2);
  expect((await all.timeline.entries({ person: gone }, page)).total).toBe(2);
  expect((await all.people.get(gone))?.id).toBe(stays);
  // Joined once more: a chain is followed to its end.
  await all.people.join(stays, c);
  const [end] = await all.subscriptions.ofChat(1);
  expect(end?.people).toHaveLength(1);
});

test('a digest about a removed article is void before anything of it was sent, and is due again at once', async () => {
  const all = rooms();
  for (const n of [1, 2]) await all.articles.add(article(n), { now: 0 });
  const { id } = await all.subscriptions.add(subscription({ deliveredUpTo: 0 }));
  await queue(all, id, [['item-1'], ['item-2']]);
  await all.articles.remove('item-1');
  expect(await all.outbox.next(1, due)).toBeNull();
  expect(await all.subscriptions.get(id)).toMatchObject({ deliveredUpTo: 0, nextDue: due });
  expect(await all.outbox.counts()).toEqual({ failed: 2 });
});

test('of a digest that was begun, only the message about a removed article is void', async () => {
  const all = rooms();
  for (const n of [1, 2, 3]) await all.articles.add(article(n), { now: 0 });
  const { id } = await all.subscriptions.add(subscription({ deliveredUpTo: 0 }));
  await queue(all, id, [['item-1'], ['item-2'], ['item-3']]);
  const first = (await all.outbox.next(1, due))!;
  await all.outbox.begin(first, due);
  await all.outbox.sent(first.id, 1, due);
  await all.articles.remove('item-2');
  expect(await all.outbox.next(1, due)).toMatchObject({ part: 3, articles: ['item-3'] });
  expect(await all.subscriptions.get(id)).toMatchObject({ deliveredUpTo: 9 });
});

test('the figures of the status are those of both', async () => {
  const all = rooms();
  await all.articles.add(article(1), { now: 0 });
  await all.subscriptions.add(subscription());
  expect(await all.status.at(due)).toMatchObject({ articles: 1, subscriptions: { active: 1 } });
});

test('a cursor that is ahead of the news is set back to the newest article when a bot begins', async () => {
  const library = openLibrary(join(folder, 'ahead.db'));
  onTestFinished(() => library.close());
  await library.articles.add(article(1), { now: 0 });
  const { id } = await library.subscriptions.add(subscription({ deliveredUpTo: 99 }));
  const unlock = await library.lock();
  expect(await library.subscriptions.get(id)).toMatchObject({ deliveredUpTo: 1 });
  await unlock();
});

test('the bot’s own connection does not write news', async () => {
  const file = join(folder, 'reading.db');
  const library = openLibrary(file, { readNews: true });
  onTestFinished(() => library.close());
  await expect(library.articles.add(article(1), { now: 0 })).rejects.toThrow(/opened for writing/);
  await library.subscriptions.add(subscription());
  expect(await library.subscriptions.count()).toBe(1);
});

test.each([
  ['news', 'held the articles'],
  ['deliveries', 'held the subscriptions and deliveries'],
] as const)('an emptied file of the %s is refused, with what to do', async (which, held) => {
  number += 1;
  const path = join(folder, `emptied-${number}.db`);
  openLibrary(path).close();
  const file = which === 'news' ? path : deliveriesPath(path);
  for (const each of ['', '-wal', '-shm']) rmSync(`${file}${each}`, { force: true });
  writeFileSync(file, '');
  expect(() => openLibrary(path)).toThrow(
    expect.objectContaining({ message: expect.stringContaining(held) }),
  );
  expect(statSync(file).size).toBe(0);
});

test('a damaged stored reading is reported by its article, with what to do', async () => {
  number += 1;
  const path = join(folder, `damaged-${number}.db`);
  const library = openLibrary(path);
  onTestFinished(() => library.close());
  await library.articles.add(naming('one', 'Ines Calloway'), { now: 0 });
  await library.articles.add(naming('two', 'Tobias Lindqvist'), { now: 0 });
  const news = openDatabase(path, newsSchema);
  news.exec(
    `update readings set json = substr(json, 1, 40) where article = (select key from articles where id = 'one')`,
  );
  news.close();
  await expect(library.articles.get('one')).rejects.toThrow(/article one is damaged: .*`remove article one`/);
  expect((await library.articles.get('two'))!.reading.text).toContain('Lindqvist');
});

test('a name with a letter of another script within a word is another person’s, and is merged with no one', async () => {
  const all = rooms();
  // The second has a Cyrillic “а”, the fourth a Greek “ο”.
  for (const [at, name] of ['Ines Calloway', 'Ines Cаlloway', 'Ines Calloway', 'Ines Callοway'].entries())
    await all.articles.add(naming(`mixed-${at}`, name), { now: 0 });
  const ids = await Promise.all([0, 1, 2, 3].map(at => personIn(all, `mixed-${at}`)));
  expect(ids[2]).toBe(ids[0]);
  expect(new Set(ids).size).toBe(3);
});
