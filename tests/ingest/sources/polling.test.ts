import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { answer } from '../../../src/answers/asking/registry.ts';
import { scratchFolder } from '../../library/scratch.ts';
import { rssOf, type TestItem } from '../../sources/feed-server.ts';
import { day, hour, stage, storyAbout } from './stage.ts';

const world = stage(scratchFolder());
const { clock } = world;

function play(host: string, items: TestItem[]) {
  world.server.play(host, () => ({ body: rssOf(items), headers: { 'content-type': 'application/rss+xml' } }));
}
const itemOf = (place: string, more: Partial<TestItem> = {}): TestItem => ({
  guid: place,
  title: `${place} rebuilds its bridge`,
  text: storyAbout(place).repeat(3),
  at: clock.now() - hour,
  ...more,
});

test('a feed’s items become articles, each once, and an edit replaces its article', async () => {
  const { ingest, library, turn } = world.opened();
  const items = [itemOf('Oden'), itemOf('Vale')];
  play('one.example', items);
  const { source } = await ingest.add({ kind: 'feed', name: 'one', url: world.server.url('one.example') });
  await turn(0);
  expect(await library.articles.count()).toBe(2);
  expect(await library.sources.get(source.id)).toMatchObject({ name: 'Test' });
  const [first] = (await library.articles.latest({ limit: 5, offset: 0 })).items;
  expect(first).toMatchObject({ source: 'Test', title: expect.stringContaining('rebuilds its bridge') });
  expect((await library.people.find('Ines Kolbe')).fits.length).toBe(1);
  await turn(2 * day);
  expect(await library.articles.count()).toBe(2);

  const head = await library.news.head();
  items[0] = { ...items[0]!, text: items[0]!.text!.replaceAll('four million', 'five million') };
  await turn(2 * day);
  expect(await library.articles.count()).toBe(2);
  expect(await library.news.head()).toBe(head);
  const texts = await Promise.all(
    (await library.sources.articles(source.id, 5)).map(
      async id => (await library.articles.get(id))!.reading.text,
    ),
  );
  expect(texts.filter(text => text.includes('five million')).length).toBe(1);
  expect((await library.sources.figures(clock.now() - 7 * day)).get(source.id)).toMatchObject({ recent: 2 });
});

test('an edit that says mostly something new arrives anew; what is old when first seen is archived', async () => {
  const { ingest, library, turn } = world.opened();
  const items = [
    itemOf('Oden', { text: 'Breaking: the council of Oden is meeting.' }),
    itemOf('Karst', { at: clock.now() - 30 * day }),
  ];
  play('two.example', items);
  await ingest.add({ kind: 'feed', name: 'two', url: world.server.url('two.example') });
  await turn(0);
  const head = await library.news.head();
  const { items: fresh } = await library.news.stories({
    after: 0,
    upTo: head,
    filter: { topics: [], people: [], words: [], without: [], withoutSources: [] },
    limit: 10,
  });
  expect(fresh.flatMap(story => story.fresh.map(({ title }) => title))).toEqual(['Oden rebuilds its bridge']);
  items[0] = itemOf('Oden');
  await turn(2 * day);
  expect(await library.news.head()).toBeGreaterThan(head);
  expect(await library.articles.count()).toBe(2);
});

test('a teaser is completed by its page; a page that can’t be had leaves the teaser, marked', async () => {
  const { ingest, library, turn } = world.opened();
  const host = 'teasers.example';
  const teaser = (name: string) =>
    itemOf(name, { text: `The council of ${name} has voted …`, link: world.server.url(host, `/${name}`) });
  const feed = rssOf([teaser('Oden'), teaser('Vale')]);
  world.server.play(host, ({ path }) => {
    if (path === '/feed') return { body: feed };
    if (path === '/Vale') return { status: 403 };
    return {
      headers: { 'content-type': 'text/html' },
      body: `<html><head><title>Oden rebuilds its bridge</title></head><body><article><h1>Oden rebuilds its bridge</h1>${storyAbout('Oden')}</article></body></html>`,
    };
  });
  const { source } = await ingest.add({ kind: 'feed', name: 'teasers', url: world.server.url(host) });
  await turn(0);
  const items = await library.sources.items(source.id);
  expect(items.map(({ guid, teaser }) => [guid, teaser]).sort()).toEqual([
    ['Oden', false],
    ['Vale', true],
  ]);
  const shown = async (guid: string) =>
    JSON.stringify(
      await answer(
        library,
        { kind: 'article', article: `#${items.find(item => item.guid === guid)!.article}` },
        { page: 1, chat: 'private' },
      ),
    );
  expect(await shown('Vale')).toContain('article-teaser');
  expect(await shown('Oden')).not.toContain('article-teaser');
  const found = await library.search.articles('"four million crowns"', { limit: 5, offset: 0 });
  expect(found.items.length).toBe(1);
  expect((await library.people.find('Ines Kolbe')).fits.length).toBe(1);
});

test('a search in the news gives articles of their outlets, even if they are only titles', async () => {
  const { ingest, library, turn } = world.opened();
  const link = (words: string) => `&lt;a href="https://news.invalid/1"&gt;${words}&lt;/a&gt;`;
  const found = (words: string, outlet: string) =>
    `<item><guid>${outlet}</guid><link>https://news.invalid/1</link><title>${words} - ${outlet}</title><description>${link(words)} ${outlet}</description><source url="https://x.invalid">${outlet}</source></item>`;
  world.server.play('search.example', () => ({
    body: `<rss version="2.0"><channel><title>Oden - Search</title>${found('Oden votes on its bridge', 'Vale Courier')}${found('Mayor calls bridge a disgrace', 'Tarn Tribune')}</channel></rss>`,
  }));
  await ingest.add({ kind: 'feed', name: 'search', url: world.server.url('search.example') });
  await turn(0);
  const { items } = await library.articles.latest({ limit: 5, offset: 0 });
  expect(items.map(({ title, source }) => `${title}: ${source}`).sort()).toEqual([
    'Mayor calls bridge a disgrace: Tarn Tribune',
    'Oden votes on its bridge: Vale Courier',
  ]);
});

test('a plain text is read as one, with its lines', async () => {
  const { ingest, library } = world.opened();
  const body = `PORT OF VALE CLOSES BERTH NINE\n\nVale, 4 May 2031\n\nThe port of Vale will close berth nine on Monday for repairs that are expected to last until March.\n\n"We know what this means," said its director, Olaf Prien, 5 < 6.\n`;
  world.server.play('plain.example', () => ({
    body,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  }));
  const read = await ingest.readPage(world.server.url('plain.example', '/release.txt'));
  if (!('id' in read)) throw new Error(read.outcome);
  const { reading } = (await library.articles.get(read.id))!;
  expect(reading).toMatchObject({
    title: 'PORT OF VALE CLOSES BERTH NINE',
    published: { date: '2031-05-04' },
  });
  expect(reading.text.split('\n\n')).toHaveLength(2);
});

test('a page is read again when it says something else', async () => {
  const { ingest, library, turn } = world.opened();
  let place = 'Oden';
  world.server.play('page.example', () => ({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<html><body><p>${clock.now()} visitors</p><article><h1>The bridge</h1>${storyAbout(place)}</article></body></html>`,
  }));
  const url = world.server.url('page.example', '/bridge');
  const { source } = await ingest.add({ kind: 'page', name: 'Bridge', url });
  await turn(0);
  expect(await library.articles.count()).toBe(1);
  place = 'Vale';
  await turn(2 * day);
  const [id] = await library.sources.articles(source.id, 10);
  expect((await library.articles.get(id!))!.reading.text).toContain('council of Vale');
  expect(await library.articles.count()).toBe(1);
});

test('a source that is erased while it is being read leaves nothing behind', async () => {
  const { ingest, library } = world.opened();
  play(
    'erased.example',
    ['Oden', 'Vale', 'Karst', 'Abeln', 'Brisk', 'Corvo'].map(place => itemOf(place)),
  );
  const { source } = await ingest.add({ kind: 'feed', name: 'x', url: world.server.url('erased.example') });
  ingest.tick();
  while ((await library.articles.count()) < 2) await yieldToEventLoop();
  // As the command line does it, from another process.
  for (const id of await library.sources.articles(source.id, 100)) await library.articles.remove(id);
  await library.sources.remove(source.id, clock.now(), { withArticles: true });
  await library.sources.erase(source.id);
  await ingest.idle();
  expect(await library.articles.count()).toBe(0);
});

test('failure, and the return, are written down for the owner', async () => {
  const { ingest, library, turn } = world.opened();
  let status = 200;
  const items = [itemOf('Oden')];
  world.server.play('ill.example', () => (status === 200 ? { body: rssOf(items) } : { status }));
  const { source } = await ingest.add({ kind: 'feed', name: 'ill', url: world.server.url('ill.example') });
  await turn(0);
  status = 500;
  for (let at = 0; at < 4 * day; at += hour) await turn(hour);
  expect((await library.sources.unreported()).events).toMatchObject([
    { source: source.id, name: 'Test', kind: 'failing', cause: 'server-error' },
  ]);
  status = 200;
  for (let at = 0; at < 2 * day; at += hour) await turn(hour);
  expect((await library.sources.unreported()).events.map(({ kind }) => kind)).toEqual([
    'failing',
    'came-back',
  ]);
  expect(await library.articles.count()).toBe(1);
});

test('a removed source takes its articles along once it can’t be brought back', async () => {
  const { ingest, library, turn } = world.opened();
  play('gone.example', [itemOf('Oden'), itemOf('Vale')]);
  const { source } = await ingest.add({ kind: 'feed', name: 'gone', url: world.server.url('gone.example') });
  await turn(0);
  await ingest.sources.remove(source.id, clock.now(), { withArticles: true });
  await turn(60_000);
  expect(await library.articles.count()).toBe(2);
  await turn(hour);
  expect(await library.articles.count()).toBe(0);
  expect(await ingest.sources.restore(source.id)).toBe(false);
});

test('an article that was removed here is not brought back by an edit', async () => {
  const { ingest, library, turn } = world.opened();
  const items = [itemOf('Oden')];
  play('down.example', items);
  const { source } = await ingest.add({ kind: 'feed', name: 'down', url: world.server.url('down.example') });
  await turn(0);
  const [id] = await library.sources.articles(source.id, 1);
  await library.articles.remove(id!);
  for (const price of ['five', 'six']) {
    items[0] = { ...items[0]!, text: items[0]!.text!.replace(/\w+ million/g, `${price} million`) };
    await turn(2 * day);
  }
  items.push(itemOf('Vale'));
  await turn(2 * day);
  expect(
    (await library.sources.items(source.id)).map(({ guid, article }) => [guid, article !== null]),
  ).toEqual(
    expect.arrayContaining([
      ['Oden', false],
      ['Vale', true],
    ]),
  );
  expect(await library.articles.count()).toBe(1);
});

/** A server that answers its first request only when it is released. */
function playHeld(host: string, path: string, items: TestItem[]) {
  const held = Promise.withResolvers<void>();
  let isFirst = true;
  const asked = Promise.withResolvers<void>();
  world.server.play(host, seen => {
    if (seen.path !== path || !isFirst) return { body: rssOf(items) };
    isFirst = false;
    asked.resolve();
    return { raw: response => void held.promise.then(() => response.end(rssOf(items))) };
  });
  return { asked: asked.promise, release: held.resolve };
}

test('a source that becomes due while another is slow is asked at the next tick', async () => {
  const { ingest, library } = world.opened();
  const slow = playHeld('slow.example', '/feed', [itemOf('Oden')]);
  await ingest.add({ kind: 'feed', name: 'slow', url: world.server.url('slow.example') });
  ingest.tick();
  await slow.asked;
  play('quick.example', [itemOf('Vale')]);
  await ingest.add({ kind: 'feed', name: 'quick', url: world.server.url('quick.example') });
  ingest.tick();
  while ((await library.articles.count()) === 0) await yieldToEventLoop();
  slow.release();
  await ingest.idle();
  expect(await library.articles.count()).toBe(2);
});

test('a source whose try ends in failure when it is due again is asked in the same round', async () => {
  const { ingest, library, turn } = world.opened();
  const held = playHeld('pair.example', '/sport', [itemOf('Oden')]);
  for (const path of ['/news', '/sport'])
    await ingest.add({ kind: 'feed', name: path, url: world.server.url('pair.example', path) });
  ingest.tick();
  await held.asked;
  // It takes longer than any server may: the request is given up.
  await turn(hour);
  const failures = (await library.sources.list()).map(({ polling }) => polling);
  expect(failures.filter(polling => JSON.parse(polling ?? '{}').failures === 0)).toHaveLength(2);
  held.release();
});

test('a check asks at once and says what came', async () => {
  const { ingest } = world.opened();
  play('check.example', [itemOf('Oden')]);
  const { source } = await ingest.add({ kind: 'feed', name: 'c', url: world.server.url('check.example') });
  expect(await ingest.check(source.id)).toMatchObject({ outcome: 'fetched', added: 1, edited: 0 });
  expect(await ingest.check(source.id)).toMatchObject({ added: 0 });
  world.server.play('check.example', () => ({ status: 410 }));
  expect(await ingest.check(source.id)).toMatchObject({ outcome: 'failed', cause: 'gone' });
  expect(await ingest.check(source.id + 99)).toBeNull();
});
