import { expect, test } from 'vitest';
import { scratchFolder } from '../../library/scratch.ts';
import { rssOf, type TestItem } from '../../sources/feed-server.ts';
import { day, hour, stage, storyAbout } from './stage.ts';

const world = stage(scratchFolder());
const { clock } = world;

/** A feed of one teaser whose page answers as `page` says at the moment. */
async function opened(host: string, page: { status: number; headers?: Record<string, string> }) {
  const { ingest, library, turn } = world.opened();
  const item: TestItem = {
    guid: 'Oden',
    title: 'Oden rebuilds its bridge',
    text: 'A bridge for Oden, after years of waiting …',
    link: world.server.url(host, '/Oden'),
    at: clock.now() - hour,
  };
  const items = [item];
  world.server.play(host, ({ path }) => {
    if (path === '/feed') return { body: rssOf(items) };
    const article = `<article><h1>Oden rebuilds its bridge</h1>${storyAbout('Oden')}</article>`;
    return page.status === 200
      ? { headers: { 'content-type': 'text/html' }, body: `<html><body>${article}</body></html>` }
      : page;
  });
  const { source } = await ingest.add({ kind: 'feed', name: host, url: world.server.url(host) });
  await turn(0);
  const state = async () => {
    const [row] = await library.sources.items(source.id);
    const stored = row!.article === null ? null : await library.articles.get(row!.article);
    return { teaser: row!.teaser, text: stored?.reading.text ?? '' };
  };
  const asked = () =>
    world.server.seen.filter(each => each.host === host && each.path === '/Oden').map(({ at }) => at);
  return { ingest, library, source, turn, items, state, asked };
}

test('a page that could not be fetched is fetched later, and completes the article in its place', async () => {
  const page = { status: 503 };
  const { library, turn, state, asked } = await opened('late.example', page);
  expect(await state()).toMatchObject({ teaser: true });
  const [head, withdrawn] = [await library.news.head(), await library.news.newestWithdrawal()];
  page.status = 200;
  await turn(2 * hour);
  expect(await state()).toEqual({ teaser: false, text: expect.stringContaining('four million crowns') });
  // It is the same article, not news; and what the teaser said isn't withdrawn.
  expect(await library.articles.count()).toBe(1);
  expect(await library.news.head()).toBe(head);
  expect(await library.news.newestWithdrawal()).toBe(withdrawn);
  const times = asked().length;
  for (let at = 0; at < 10; at++) await turn(day);
  expect(asked().length).toBe(times);
});

test('a page is fetched again less and less often, at most five times', async () => {
  const { turn, state, asked } = await opened('never.example', { status: 500 });
  for (let at = 0; at < 10 * day; at += hour) await turn(hour);
  const times = asked();
  const waits = times.slice(1).map((at, n) => Math.floor((at - times[n]!) / hour));
  expect(waits.length).toBe(5);
  for (const [n, least] of [1, 4, 12, 24, 72].entries()) {
    expect(waits[n]).toBeGreaterThanOrEqual(least);
    expect(waits[n]).toBeLessThanOrEqual(least * 1.1 + 1);
  }
  expect(await state()).toMatchObject({ teaser: true });
});

test.each([
  ['one that is gone is not', { status: 410 }, 0],
  [
    'one for which the server names a time is not before',
    { status: 429, headers: { 'retry-after': '86400' } },
    1,
  ],
])('%s fetched again', async (_, page, times) => {
  const { turn, asked } = await opened(`p${page.status}.example`, page);
  for (let at = 0; at < 23 * hour; at += hour) await turn(hour);
  expect(asked().length).toBe(1);
  for (let at = 0; at < 4 * hour; at += hour) await turn(hour);
  expect(asked().length).toBe(1 + times);
});

test('an edit doesn’t turn a whole article back into a teaser; a paused or removed source is left alone', async () => {
  const page = { status: 200 };
  const { ingest, library, source, turn, items, state, asked } = await opened('edited.example', page);
  expect(await state()).toMatchObject({ teaser: false });
  page.status = 503;
  items[0] = { ...items[0]!, text: 'A new bridge for Oden, after nine years of waiting …' };
  await turn(2 * day);
  expect(await state()).toEqual({ teaser: false, text: expect.stringContaining('four million crowns') });
  await ingest.sources.change(source.id, { paused: true });
  const times = asked().length;
  await turn(2 * day);
  expect(asked().length).toBe(times);
  await ingest.sources.change(source.id, { paused: false });
  await turn(hour);
  expect(asked().length).toBe(times + 1);
  await library.articles.remove((await library.sources.articles(source.id, 1))[0]!);
  page.status = 200;
  await turn(5 * day);
  expect(await library.articles.count()).toBe(0);
});
