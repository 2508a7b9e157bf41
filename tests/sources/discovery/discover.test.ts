import { afterAll, beforeAll, expect, test } from 'vitest';
import { discover } from '../../../src/sources/discovery/discover.ts';
import type { Fetcher } from '../../../src/sources/fetch/fetcher.ts';
import { createParser } from '../../../src/sources/parsing/parser.ts';
import { runningClock } from '../../../src/system/clock.ts';
import { type FeedServer, fetcherFrom, type Reply, rssOf, startFeedServer } from '../feed-server.ts';

const clock = runningClock();
const parser = createParser();
let server: FeedServer;
let fetcher: Fetcher;
beforeAll(async () => {
  server = await startFeedServer(clock);
  fetcher = fetcherFrom(server, clock);
});
afterAll(() => Promise.all([fetcher.close(), parser.close(), server.close()]));

let sites = 0;
/** A site with these pages, and what is found from the first of them. */
async function found(pages: Record<string, Reply>) {
  const host = `site${++sites}.example`;
  server.play(host, ({ path }) => pages[path] ?? { status: 404 });
  const discovered = await discover(server.url(host, Object.keys(pages)[0]), { fetcher, parser });
  if (discovered.kind !== 'feeds') return discovered;
  const short = (url: string) => url.replace(server.url(host, ''), '');
  return {
    feeds: discovered.feeds.map(({ url, how, feed }) => `${how} ${short(url)} ${feed.items.length}`),
    page: discovered.page?.title ?? null,
    more: discovered.more,
  };
}
const feed = (title: string): Reply => ({ body: rssOf([{ title, link: `https://v.example/${title}` }]) });
const page = (head: string, body = ''): Reply => ({
  headers: { 'content-type': 'text/html' },
  body: `<html><head><title>Vale</title>${head}</head><body>${body}</body></html>`,
});
const declared = (...paths: string[]) =>
  paths.map(path => `<link rel="alternate" type="application/rss+xml" href="${path}">`).join('');

test('an address may be a feed, also one that has moved', async () => {
  expect(await found({ '/f': feed('A') })).toEqual({ feeds: ['given /f 1'], page: null, more: 0 });
  expect(await found({ '/f': { status: 301, headers: { location: '/g' } }, '/g': feed('A') })).toMatchObject({
    feeds: ['given /g 1'],
  });
});

test('an address may be a list of feeds', async () => {
  const body = '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/f"/></body></opml>';
  expect(await found({ '/l.opml': { body } })).toMatchObject({
    kind: 'list',
    list: { feeds: [{ url: 'https://a.example/f' }] },
  });
});

const headlines = (count: number, between: string) =>
  Array.from(
    { length: count },
    (_, n) => `<h2><a href="/${n}">The council of Vale votes ${n} times</a></h2><p>${between}</p>`,
  ).join('');

test('a list of articles is no page to read, but may have feeds', async () => {
  const list = headlines(9, 'A teaser of what the council did on Monday.');
  expect(await found({ '/': page('', list) })).toMatchObject({ kind: 'failed', cause: 'list-page' });
  expect(await found({ '/': page(declared('/f'), list), '/f': feed('A') })).toEqual({
    feeds: ['declared /f 1'],
    page: null,
    more: 0,
  });
  const story = 'The council of Vale voted to rebuild the bridge. '.repeat(20);
  const [article, longer] = ['<meta property="og:type" content="article">', `<div>${story}</div>`];
  for (const read of [
    page('', longer + list),
    page(article, list),
    page('', headlines(7, '')),
    page('', headlines(9, story)),
  ])
    expect(await found({ '/': read })).toMatchObject({ page: 'Vale' });
});

test('a page that is empty without its scripts, or says that there is nothing, is none', async () => {
  const app =
    '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/a.js"></script>';
  const gone = '<h1>Oops! This page can’t be found.</h1><p>Try the search.</p>';
  const [of404, ofSite] = ['<title>404 - Vale News</title>', '<title>Seite nicht gefunden | Vale</title>'];
  const outcomes: [string, string][] = [
    [`<title>Vale</title>${app}`, 'needs-script'],
    [`<title>Vale</title><app-root>Loading …</app-root><script src="/a.js"></script>`, 'needs-script'],
    [`${of404}<p>Sorry.</p>`, 'missing'],
    [`${ofSite}<p>Leider.</p>`, 'missing'],
    [`<title>Vale</title>${gone.replace('can’t be', 'could not be')}`, 'missing'],
  ];
  for (const [body, cause] of outcomes)
    expect(await found({ '/': { headers: { 'content-type': 'text/html' }, body } })).toMatchObject({ cause });
  const pages = [
    `<h1>404 men sign up as firefighters</h1><p>${'They came from Vale. '.repeat(40)}</p>`,
    `${app}<p>${'The council of Vale voted on Monday to rebuild it. '.repeat(6)}</p>`,
  ];
  for (const body of pages) expect(await found({ '/': page('', body) })).toMatchObject({ page: 'Vale' });
  expect(await found({ '/': page(declared('/f'), app), '/f': feed('A') })).toMatchObject({
    feeds: ['declared /f 1'],
    page: null,
  });
});

test('takes the feeds that a page declares and that can be read, each once', async () => {
  const pages = {
    '/': page(declared('/a', '/b', '/broken', '/a-again')),
    '/a': feed('A'),
    '/b': feed('B'),
    '/a-again': feed('A'),
  };
  expect(await found(pages)).toEqual({ feeds: ['declared /a 1', 'declared /b 1'], page: 'Vale', more: 0 });
  const many = Array.from({ length: 8 }, (_, n) => `/${n}`);
  const all = { '/': page(declared(...many)), ...Object.fromEntries(many.map(path => [path, feed(path)])) };
  expect(await found(all)).toMatchObject({ feeds: { length: 5 }, more: 3 });
});

test('else what its anchors look like, else the usual places', async () => {
  const linked = {
    '/news/x.html': page(declared('/gone'), '<a href="/s/1">RSS feed</a>'),
    '/s/1': feed('A'),
  };
  expect(await found(linked)).toMatchObject({ feeds: ['linked /s/1 1'] });
  expect(await found({ '/news/': page(''), '/news/rss.xml': feed('A') })).toMatchObject({
    feeds: ['usual /news/rss.xml 1'],
  });
  expect(await found({ '/news/x': page(''), '/feed': feed('A') })).toMatchObject({
    feeds: ['usual /feed 1'],
  });
});

test('else the sitemap of news that robots.txt names, that an index lists, or at a usual place', async () => {
  const news: Reply = {
    body: '<urlset xmlns:news="n"><url><loc>/n/1</loc><news:news><news:title>A</news:title></news:news></url></urlset>',
  };
  const index = (...paths: string[]): Reply => ({
    body: `<sitemapindex>${paths.map(path => `<sitemap><loc>${path}</loc></sitemap>`).join('')}</sitemapindex>`,
  });
  const robots: Reply = { body: 'User-agent: *\nSitemap: /all.xml\nsitemap: /news/now.xml\n' };
  const named = { '/': page(''), '/robots.txt': robots, '/news/now.xml': news };
  expect(await found(named)).toMatchObject({ feeds: ['usual /news/now.xml 1'] });
  const listed = {
    '/a': page(''),
    '/sitemap.xml': index('/pages.xml', '/s/news-1.xml'),
    '/s/news-1.xml': news,
  };
  expect(await found(listed)).toMatchObject({ feeds: ['usual /s/news-1.xml 1'] });
  expect(await found({ '/': page(''), '/news-sitemap.xml': news })).toMatchObject({
    feeds: ['usual /news-sitemap.xml 1'],
  });
  // What an index lists may be anything, itself too.
  const endless = index('/news/loop.xml', ...Array.from({ length: 50 }, (_, nth) => `/news/${nth}.xml`));
  const loop = { '/': page(''), '/sitemap.xml': endless, '/news/loop.xml': endless };
  expect(await found(loop)).toMatchObject({ feeds: [] });
  const asked = server.seen.filter(
    ({ path, host }) => path.startsWith('/news/') && host === `site${sites}.example`,
  );
  expect(asked.length).toBeLessThan(7);
});

test('says that there is none, and why nothing could be had', async () => {
  expect(await found({ '/': page('') })).toEqual({ feeds: [], page: 'Vale', more: 0 });
  expect(await found({ '/': { status: 403, headers: { 'cf-mitigated': 'challenge' } } })).toEqual({
    kind: 'failed',
    cause: 'challenge',
  });
  expect(await found({ '/': page('', '<form><input name="p" type="password"></form>') })).toMatchObject({
    kind: 'failed',
    cause: 'login-wall',
  });
  expect(await found({ '/x': { body: Buffer.from([0, 1, 2, 3]) } })).toMatchObject({
    kind: 'failed',
    cause: 'not-a-feed',
  });
  expect(await discover('http://nowhere.invalid/', { fetcher, parser })).toEqual({
    kind: 'failed',
    cause: 'dns',
  });
});
