import { expect, test } from 'vitest';
import type { SourceItem } from '../../src/library/sources/types.ts';
import { readingOf } from './reading-of.ts';
import { scratchFolder, scratchLibrary } from './scratch.ts';

const folder = scratchFolder();
const feed = { kind: 'feed', name: 'Vale Courier', url: 'https://vale.example/feed' } as const;
const item = (key: string, more: Partial<SourceItem> = {}): SourceItem => ({
  key,
  guid: key,
  url: null,
  title: `Title ${key}`,
  hash: `hash of ${key}`,
  article: null,
  problem: null,
  teaser: false,
  ...more,
});

test('a source is added once, asked when it is due, and not while it is paused', async () => {
  const { sources } = scratchLibrary(folder);
  const { source, isNew } = await sources.add({ ...feed, labels: ['local'], folders: ['News', 'Vale'] }, 100);
  expect(isNew).toBe(true);
  expect(source).toMatchObject({ ...feed, labels: ['local'], folders: ['News', 'Vale'], dueAt: 100 });
  expect(await sources.add(feed, 200)).toMatchObject({ isNew: false, source: { id: source.id } });
  await sources.add({ kind: 'channel', name: 'Posts', url: 'telegram:-1001' }, 100);
  expect((await sources.due(99, 10)).length).toBe(0);
  expect((await sources.due(100, 10)).map(({ id }) => id)).toEqual([source.id]);
  await sources.change(source.id, { paused: true, name: 'The Courier', renamed: true, labels: [] });
  expect(await sources.due(100, 10)).toEqual([]);
  expect(await sources.get(source.id)).toMatchObject({ name: 'The Courier', renamed: true, labels: [] });
  await sources.setPolling(source.id, { polling: '{}', dueAt: 500, url: 'https://vale.example/new' });
  expect(await sources.at('https://vale.example/new')).toMatchObject({ dueAt: 500, polling: '{}' });
  expect((await sources.list()).map(({ name }) => name)).toEqual(['Posts', 'The Courier']);
});

test('a removed source can be brought back as it was until it is erased', async () => {
  const { sources } = scratchLibrary(folder);
  const { source } = await sources.add(feed, 100);
  await sources.keepItems(source.id, [item('a')], 100);
  await sources.remove(source.id, 1000, { withArticles: true });
  expect(await sources.list()).toEqual([]);
  expect(await sources.due(5000, 10)).toEqual([]);
  expect(await sources.restore(source.id)).toBe(true);
  expect(await sources.restore(source.id)).toBe(false);
  expect((await sources.items(source.id)).length).toBe(1);
  await sources.remove(source.id, 1000, { withArticles: true });
  expect(await sources.removedBefore(1000)).toEqual([]);
  expect(await sources.removedBefore(1001)).toEqual([{ id: source.id, withArticles: true }]);
  await sources.erase(source.id);
  expect(await sources.restore(source.id)).toBe(false);
  expect(await sources.items(source.id)).toEqual([]);
});

test('what came from a source is counted, and its articles are found', async () => {
  const library = scratchLibrary(folder);
  const { sources, articles } = library;
  const { source } = await sources.add(feed, 100);
  await articles.add(readingOf({ id: 's1-a', text: 'The mill at Oden burned on Monday.' }), { now: 100 });
  await sources.keepItems(source.id, [item('a', { article: 's1-a', teaser: true }), item('b')], 100);
  await sources.keepItems(source.id, [item('c', { article: 's1-c' })], 200);
  await sources.keepItems(source.id, [item('c', { article: 's1-c', hash: 'edited' })], 300);
  expect((await sources.figures(150)).get(source.id)).toEqual({ articles: 2, recent: 1, lastArrival: 200 });
  expect(await sources.articles(source.id, 10)).toEqual(['s1-a']);
  expect(await sources.itemOf('s1-a')).toMatchObject({ source: source.id, key: 'a', teaser: true });
  expect(await sources.itemOf('other')).toBeNull();
  expect((await sources.items(source.id)).map(({ key, hash }) => [key, hash])).toEqual([
    ['a', 'hash of a'],
    ['b', 'hash of b'],
    ['c', 'edited'],
  ]);
});

test('what happened to a source is reported once', async () => {
  const { sources } = scratchLibrary(folder);
  const { source } = await sources.add(feed, 100);
  await sources.addEvents(source.id, [{ kind: 'failing', cause: 'dns' }], 200);
  const { events, lastReported } = await sources.unreported();
  expect(events).toMatchObject([{ source: source.id, name: 'Vale Courier', kind: 'failing', cause: 'dns' }]);
  expect(lastReported).toBeNull();
  await sources.setReported(
    events.map(({ id }) => id),
    300,
  );
  expect(await sources.unreported()).toEqual({ events: [], lastReported: 300 });
});

test('an edited article keeps its place, unless the edit is news', async () => {
  const { articles, news } = scratchLibrary(folder);
  const text = 'The mill at Oden burned on Monday. Nobody was hurt in the fire.';
  await articles.add(readingOf({ id: 'mill', text }), { now: 100 });
  const head = await news.head();
  const edited = readingOf({ id: 'mill', text: text.replace('Monday', 'Sunday') });
  expect(await articles.replace(edited, { now: 900, isNews: false })).toMatchObject({ outcome: 'loaded' });
  expect(await news.head()).toBe(head);
  expect((await articles.get('mill'))!.reading.text).toContain('Sunday');
  expect(await articles.replace(edited, { now: 900, isNews: false })).toMatchObject({ outcome: 'known' });
  expect(await articles.count()).toBe(1);
  const longer = readingOf({ id: 'mill', text: `${text} Engineer Tomas Brandt blamed a worn belt.` });
  await articles.replace(longer, { now: 900, isNews: true });
  expect(await news.head()).toBeGreaterThan(head);
  expect(await articles.replace(readingOf({ id: 'new', text }), { now: 1, isNews: false })).toMatchObject({
    outcome: 'loaded',
  });
});
