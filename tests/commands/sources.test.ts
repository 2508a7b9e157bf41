import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stillClock } from '../../src/system/clock.ts';
import { storyAbout } from '../ingest/sources/stage.ts';
import { type FeedServer, rssOf, startFeedServer } from '../sources/feed-server.ts';
import { communique, scratch } from './cli.ts';

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer(stillClock(Date.now()));
  const feed = rssOf([
    { guid: 'a', title: 'Oden rebuilds its bridge', text: storyAbout('Oden').repeat(3), at: Date.now() },
  ]);
  const page = `<html><head><title>Oden</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body><article><h1>The bridge of Oden</h1>${storyAbout('Oden')}</article></body></html>`;
  const plain = `<html><head><title>Plain</title></head><body>${storyAbout('Oden')}</body></html>`;
  const html = { 'content-type': 'text/html' };
  server.play('127.0.0.1', ({ path }) => {
    if (path === '/feed') return { body: feed, headers: { 'content-type': 'application/rss+xml' } };
    if (path === '/') return { body: page, headers: html };
    return { status: 404 };
  });
  server.play('localhost', ({ path }) =>
    path === '/plain' ? { body: plain, headers: html } : { status: 404 },
  );
});
afterAll(() => server.close());

const environment = { ALLOW_PRIVATE: 'yes' };

test('an export names what it leaves out, and can be imported', async () => {
  const folder = scratch();
  const run = (...args: string[]) => communique(folder, ['sources', ...args], { environment });
  await run('add', server.url('127.0.0.1', '/feed').replace('//', '//ann:s3cret@'), '--name', 'Guarded');
  await run('add', server.url('localhost', '/plain'), '--page', '--name', 'Plain');
  const exported = await run('export', 'all.opml');
  expect(exported.err).toBe(
    'without the passwords and keys in their addresses: Guarded; add these by hand\n',
  );
  expect(readFileSync(join(folder, 'all.opml'), 'utf8')).not.toContain('s3cret');
  await run('remove', 'Plain');
  expect((await run('import', 'all.opml')).out).toContain('added');
  expect((await run('show', 'Plain')).out).toMatch(/kind +page/);
  expect(await run('export', 'nowhere/all.opml')).toMatchObject({
    code: 1,
    err: 'there is no folder nowhere\n',
  });
  expect((await run('pause')).err).toContain('Usage: communique sources pause SOURCE\n');
  expect((await run('frobnicate')).err).toContain(
    'say what to do: add, list, show, check, set, pause, resume, remove, import, export. `communique sources --help`',
  );
}, 60_000);

test('a site’s address adds its feed, which is listed, checked, paused, exported and removed', async () => {
  const folder = scratch();
  const site = server.url('127.0.0.1', '/');
  const run = (...args: string[]) => communique(folder, ['sources', ...args], { environment });
  const added = await run('add', site, '--label', 'local');
  expect(added).toMatchObject({ code: 0, err: '' });
  expect(added.out).toContain('added as number 1: Test\nTest: 1 new, 0 edited, 0 refused');
  expect(await run('add', site)).toMatchObject({ code: 1, err: expect.stringContaining('number 1') });

  const [listed] = (await run('list', '--json')).out.trim().split('\n');
  expect(JSON.parse(listed!)).toMatchObject({
    id: 1,
    name: 'Test',
    labels: ['local'],
    state: 'well',
    articles: 1,
    articlesInSevenDays: 1,
  });
  expect((await run('list')).out).toMatch(/1 {2}Test {2}1 in 7 days {2}last success .* UTC {2}working/);
  expect((await run('show', 'test')).out).toContain(server.url('127.0.0.1', '/feed'));
  expect(await run('check')).toMatchObject({ code: 0, out: 'Test: 0 new, 0 edited, 0 refused\n' });
  expect((await run('pause', '1')).code).toBe(0);
  expect((await run('show', '1')).out).toMatch(/state +paused/);
  expect((await run('resume', '1')).code).toBe(0);

  const set = await run('set', '1', '--label', 'a, b', '--language', 'en-gb', '--text', 'page', '--archive');
  expect(set.out).toMatch(/labels +a, b\n[\s\S]*language +en-GB\ntext from +page\narchive +yes/);
  expect((await run('set', '1', '--label', '-', '--live')).out).not.toMatch(/labels|archive/);
  expect(await run('set', '1')).toMatchObject({ code: 64, err: expect.stringContaining('--label') });
  expect(await run('set', '1', '--language', 'English')).toMatchObject({ code: 64 });

  expect((await run('export', 'feeds.opml')).code).toBe(0);
  expect(readFileSync(join(folder, 'feeds.opml'), 'utf8')).toContain('/feed"');
  expect((await run('remove', '1', '--articles')).out).toContain('with 1 article\n');
  expect((await run('list')).err).toContain('sources add');
  expect((await run('import', 'feeds.opml')).out).toBe('1 added, 0 already known, 0 refused\n');
  const exported = (await communique(folder, ['export', 'articles'])).out;
  expect(exported).toBe('');
}, 120_000);

test('an address without its scheme is found where the server has no TLS, one with https: is not', async () => {
  const run = (...args: string[]) => communique(scratch(), ['sources', ...args], { environment });
  const site = server.url('127.0.0.1', '/').replace('http://', '');
  expect(await run('add', site)).toMatchObject({ code: 0, out: expect.stringContaining('number 1: Test') });
  const refused = { code: 1, err: expect.stringContaining('no secure connection') };
  expect(await run('add', `https://${site}`)).toMatchObject(refused);
  expect(await run('add', site.replace('/', '/nothing/'))).toMatchObject(refused);
}, 60_000);

test('what can’t be a source is refused with what to do', async () => {
  const folder = scratch();
  const run = (...args: string[]) => communique(folder, ['sources', ...args], { environment });
  const plain = server.url('localhost', '/plain');
  expect(await run('add', plain)).toMatchObject({ code: 1, err: expect.stringContaining('--page') });
  expect(await run('add', server.url('127.0.0.1', '/none'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('nothing at this address (404)'),
  });
  const refused = await communique(folder, ['sources', 'add', plain]);
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('ALLOW_PRIVATE') });
  expect((await run('add', plain, '--page', '--name', 'Plain')).out).toContain('Plain: 1 new');
  expect(await run('show', 'nothing')).toMatchObject({
    code: 1,
    err: expect.stringContaining('sources list'),
  });
  writeFileSync(join(folder, 'no.opml'), 'no list');
  expect(await run('import', 'no.opml')).toMatchObject({ code: 1, err: expect.stringContaining('OPML') });
  expect(await run('fly')).toMatchObject({ code: 64 });
  expect(await run('add', plain, '--text', 'all')).toMatchObject({ code: 64 });
}, 120_000);
