import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Person } from '../../src/local-telegram/local-telegram.ts';
import { stillClock } from '../../src/system/clock.ts';
import { storyAbout } from '../ingest/sources/stage.ts';
import {
  type FeedServer,
  type Reply,
  rssOf,
  startFeedServer,
  type TestItem,
} from '../sources/feed-server.ts';
import { day, due, hour, subscribe, type World } from './subscribers.ts';
import { world } from './world.ts';

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer(stillClock(0));
});
afterAll(() => server.close());

/** A bot run by Olga, to whom she has written, and Ann, who is subscribed to everything. */
async function owned(watch: string | null = null) {
  const people: Record<string, Person> = {};
  const w = await world({
    seeds: false,
    owner: telegram => {
      for (const name of ['Olga', 'Ann']) people[name] = telegram.person(name);
      const { resolve, isAllowed } = server;
      return {
        admins: [people.Olga!.user.id],
        ingest: { fetch: { resolve, isAllowed, isOnline: () => true }, watch },
      };
    },
  });
  const [olga, ann] = [people.Olga!, people.Ann!];
  for (const person of [olga, ann]) {
    person.starts();
    await person.reads();
  }
  await subscribe(w, ann.chat_id);
  return { w, olga, ann };
}

const html = { 'content-type': 'text/html' };
const rss = { 'content-type': 'application/rss+xml' };
const itemOf = (place: string, at: number): TestItem => ({
  guid: place,
  title: `${place} rebuilds its bridge`,
  text: storyAbout(place).repeat(3),
  at,
});

/** A site whose front page names two feeds. */
function playSite(host: string, items: () => TestItem[] | null) {
  const link = (path: string, title: string) =>
    `<link rel="alternate" type="application/rss+xml" title="${title}" href="${path}">`;
  server.play(host, ({ path }) => {
    const now = items();
    if (now === null) return { status: 500 };
    if (path === '/') {
      const head = `${link('/news', 'Oden Courier')}${link('/sport', 'Oden Sport')}`;
      return {
        headers: html,
        body: `<html><head><title>Oden Courier</title>${head}</head><body></body></html>`,
      };
    }
    if (path === '/news') return { headers: rss, body: rssOf(now).replace('>Test<', '>Oden Courier<') };
    if (path === '/sport')
      return { headers: rss, body: rssOf([itemOf('Sport', now[0]!.at!)]).replace('>Test<', '>Oden Sport<') };
    return { status: 404 };
  });
}

async function daysPass(w: World, count: number, from: number) {
  for (let at = from + 2 * hour; at <= from + count * day; at += 2 * hour) {
    await w.turnTo(at);
    await w.quiet();
  }
}

test('an operator sends a site, picks a feed, and a subscriber gets its news; it dies and comes back', async () => {
  const { w, olga, ann } = await owned();
  let items: TestItem[] | null = [itemOf('Oden', w.clock.now() - 2 * hour)];
  playSite('courier.example', () => items);
  olga.says(server.url('courier.example', '/'));
  const found = await olga.sees('A feed: “Oden Courier”, 1 item, the newest 2 hours ago');
  expect(found.text).toContain('One more feed on this page:\n\n• A feed: “Oden Sport”, 1 item');
  await olga.presses('Add Oden Courier');
  await olga.sees('Added: “Oden Courier”. I’m fetching its articles now.');
  await w.quiet();
  expect(await w.library.articles.count()).toBe(1);

  await w.turnTo(due);
  await w.quiet();
  expect((await ann.sees('Oden rebuilds its bridge')).text).toContain('Oden Courier');
  olga.says('/sources');
  const list = await olga.sees('1 source');
  expect(list.text).toMatch(/Oden Courier · 1 article in 7 days · working · last success 7 Jan, \d\d:\d\d/);
  ann.says('/sources');
  expect((await ann.sees('My articles are from:')).text).toContain('• Oden Courier · 1 article');

  const before = w.clock.now();
  items = null;
  await daysPass(w, 4, before);
  const notes = () => olga.chat().filter(({ text }) => /source (?:has stopped|is back)/.test(text));
  expect(notes().map(({ text }) => text)).toEqual([
    'A source has stopped answering. I keep trying.\n• Oden Courier: the server had an internal error\n/sources lists them all.',
  ]);
  items = [itemOf('Vale', w.clock.now())];
  await daysPass(w, 2, w.clock.now());
  expect(notes().length).toBe(2);
  expect(notes()[1]!.text).toContain('A source is back:\n• Oden Courier');
  expect(await w.library.articles.count()).toBe(2);
}, 60_000);

test('an operator with an empty library is offered the lists to start with; others are not', async () => {
  const { w, olga, ann } = await owned();
  olga.says('/start');
  await olga.sees('Or start with a list for a country:');
  await olga.presses('Topics ›');
  await olga.sees('Or start with a list for a topic:');
  ann.says('/start');
  await ann.sees('I haven’t read any articles yet.');
  await w.quiet();
  expect(ann.chat().some(({ text }) => text.includes('start with a list'))).toBe(false);
});

test('/sources says how the watched folder is doing', async () => {
  const watch = mkdtempSync(join(tmpdir(), 'watched-'));
  onTestFinished(() => rmSync(watch, { recursive: true }));
  const { olga, w } = await owned(watch);
  writeFileSync(join(watch, 'oden.txt'), storyAbout('Oden').replaceAll(/<[^>]+>/g, ''));
  for (const minutes of [1, 2, 3]) {
    await w.turnTo(w.clock.now() + minutes * 60_000);
    await w.quiet();
  }
  olga.says('/sources');
  const { text } = await olga.sees('Folder ');
  expect(text).toContain(`Folder ${watch} · `);
  expect(text).toContain('last file oden.txt');
}, 30_000);

test('one who doesn’t run the bot can’t add anything, and is told so', async () => {
  const { w, ann } = await owned();
  playSite('other.example', () => [itemOf('Oden', w.clock.now())]);
  ann.says(server.url('other.example', '/'));
  await ann.sees('Only my operators can add articles and sources.');
  ann.attaches('news.jsonl', '{"text":"x"}');
  await w.quiet();
  expect(ann.chat().filter(({ text }) => text.startsWith('Only my operators')).length).toBe(2);
  expect(server.seen.some(({ host }) => host === 'other.example')).toBe(false);
});

test('a source is paused, renamed, removed and brought back with buttons', async () => {
  const { w, olga } = await owned();
  playSite('managed.example', () => [itemOf('Oden', w.clock.now())]);
  olga.says(server.url('managed.example', '/news'));
  await olga.sees('A feed: “Oden Courier”');
  await olga.presses('Add as a source');
  await w.quiet();
  await olga.presses('Details');
  await olga.sees('1 article, 1 of the last 7 days');
  await olga.presses('Pause');
  await olga.sees('• paused');
  await olga.presses('Resume');
  await olga.sees('• working');
  await olga.presses('Rename');
  const question = await olga.sees('Reply to this message with a new name');
  olga.replies(question, 'The Courier');
  await olga.sees('The Courier\n• working');
  await olga.presses('Labels');
  olga.replies(await olga.sees('Reply to this message with labels'), 'local, politics,local');
  await olga.sees('• Labels: local, politics');
  await olga.presses('Language');
  const language = await olga.sees('Reply to this message with the language');
  olga.replies(language, 'the English one');
  await olga.sees('That isn’t a code for a language.');
  olga.replies(language, 'pt-br');
  await olga.sees('• Language: pt-BR');
  await olga.presses('Text');
  await olga.presses('From the page');
  await olga.sees('• Text: from the page');
  await olga.presses('Keep out of digests');
  await olga.sees('• Archive: not in digests');
  await olga.presses('Use in digests');
  await olga.sees('• Text: from the page');
  await olga.presses('Remove');
  await olga.sees('Remove “The Courier”? There is 1 article from it.');
  await olga.presses('Remove with its article');
  await olga.sees('“The Courier” is removed. Its articles are deleted in 10 minutes.');
  await olga.presses('Undo');
  await olga.sees('The Courier\n• working');
  await w.turnTo(w.clock.now() + hour);
  await w.quiet();
  expect(await w.library.articles.count()).toBe(1);
  await olga.presses('Remove');
  await olga.presses('Remove with its article');
  await olga.sees('“The Courier” is removed.');
  await w.quiet();
  await w.turnTo(w.clock.now() + hour);
  await w.quiet();
  expect(await w.library.articles.count()).toBe(0);
});

test('files, lists and pages are read once or added, as the operator says', async () => {
  const { w, olga } = await owned();
  const article = {
    id: 'one',
    text: 'Oden rebuilds its bridge\n\nThe council of Oden voted on Monday to rebuild it.',
  };
  olga.attaches('news.jsonl', `${JSON.stringify(article)}\n{"id":"two"}\n`);
  await olga.sees('A file of articles: news.jsonl, 1 kB');
  await olga.presses('Read its articles');
  expect((await olga.sees('1 read, 0 already known, 1 refused')).text).toContain('news.jsonl:2');

  playSite('listed.example', () => [itemOf('Vale', w.clock.now())]);
  const outline = (path: string) =>
    `<outline text="${path}" xmlUrl="${server.url('listed.example', path)}"/>`;
  olga.attaches(
    'feeds.opml',
    `<opml version="2.0"><head/><body>${outline('/news')}${outline('/sport')}</body></opml>`,
  );
  await olga.sees('A list of feeds: feeds.opml');
  await olga.presses('Add all');
  await olga.sees('2 added, 0 already there, 0 without a usable address.');
  await w.turnTo(w.clock.now() + hour);
  await w.quiet();
  expect(await w.library.articles.count()).toBe(3);

  server.play('plain.example', ({ path }) =>
    path === '/story'
      ? {
          headers: html,
          body: `<html><head><title>Karst</title></head><body><article><h1>Karst</h1>${storyAbout('Karst')}</article></body></html>`,
        }
      : { status: 404 },
  );
  olga.says(server.url('plain.example', '/story'));
  await olga.sees('A page: “Karst”. I found no feed there.');
  await olga.presses('Read this page once');
  await olga.sees('I’ve read it.');
  await olga.presses('Open the article');
  await olga.sees('The council of Karst voted');
  olga.says(server.url('plain.example', '/nothing'));
  await olga.sees('there is nothing at this address (404)');
});

test('what cannot be read is refused in words, with what to do, and never as an error', async () => {
  const { w, olga, ann } = await owned();
  const form = '<form><input type="password"></form>';
  const paid = '<script type="application/ld+json">{"isAccessibleForFree": false}</script>';
  const page = (body: string) => ({
    headers: html,
    body: `<html><head><title>T</title></head>${body}</html>`,
  });
  const pages: Record<string, Reply> = {
    // Its name, which nobody typed, has no letters that could be the bot's.
    '/feed': { headers: rss, body: rssOf([itemOf('Oden', w.clock.now())]).replace('Test', '24/7') },
    '/account/login': page(form),
    '/guarded': page(form),
    '/paid': page(`<article>${paid}<p>The council of Oden voted on Monday to rebuild it.</p></article>`),
    // Its form to log in at is on every page.
    '/news': page(`${form}<article>${storyAbout('Oden').repeat(3)}</article>`),
    '/plan.pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4 stream' },
    '/map': { headers: { 'content-type': 'image/png' }, body: '\x89PNG' },
  };
  server.play('odd.example', ({ path }) => pages[path] ?? { status: 404 });
  const url = (path: string) => server.url('odd.example', path);
  const bot = w.telegram.username;
  const says = async (text: string, answer: string) => {
    olga.says(text);
    return olga.sees(answer);
  };
  for (const path of ['/account/login', '/guarded']) {
    const { text, buttons } = await says(
      url(path),
      'I can’t read this page itself: the site requires a login.',
    );
    expect(text).toContain(`I found this one at odd.example:${server.port}/feed.`);
    expect(buttons.flat()).not.toContain('Read this page once');
  }
  for (const [path, outcome] of [
    ['/paid', 'I’ve read what is free of it; the rest is for those who pay.'],
    ['/news', 'I’ve read it.'],
  ] as const) {
    await says(url(path), 'A feed: “24/7”');
    await olga.presses('Read this page once');
    await olga.sees(outcome);
    await w.quiet();
  }
  for (const path of ['/plan.pdf', '/map']) await says(url(path), `${path}: it is a file of another kind`);
  await says('ftp://odd.example/feed', 'I can’t read ftp://odd.example/feed: that isn’t a web address.');
  await says(`feed://odd.example:${server.port}/feed`, 'I can’t read odd.example');
  for (const link of ['https://t.me/oden_news', 't.me/oden_news/12'])
    await says(link, `Add me (@${bot}) to “oden_news” as an administrator`);
  await says(`/sources ${url('/feed')}`, 'A feed: “24/7”, 1 item');
  await says(`${url('/plan.pdf')} ${url('/map')}`, '/map: it is a file of another kind');
  await says(Array.from({ length: 6 }, (_, nth) => url(`/${nth}`)).join('\n'), 'That’s 6 links.');
  olga.attaches('plan.pdf', '%PDF-1.4');
  await olga.sees('I can’t read plan.pdf: I read articles from .jsonl');
  olga.attaches('big.jsonl', new Uint8Array(20_000_001));
  await olga.sees('big.jsonl is too large for a bot to get from Telegram');
  olga.attaches('blank.jsonl', ' \n');
  await olga.presses('Read its articles');
  await olga.sees('There are no articles in blank.jsonl.');
  ann.attaches('plan.pdf', '%PDF-1.4');
  await ann.sees('I can only read text.');
});

test('two files of one name are two articles, and one sent again is known', async () => {
  const { w, olga } = await owned();
  const send = async (place: string, outcome: string) => {
    const before = olga.chat().length;
    olga.attaches('article.txt', storyAbout(place).replaceAll(/<[^>]+>/g, ''));
    await olga.presses('Read its articles');
    await w.quiet();
    expect(olga.chat().slice(before).at(-1)!.text).toContain(outcome);
  };
  await send('Oden', '1 read, 0 already known, 0 refused');
  await send('Vale', '1 read, 0 already known, 0 refused');
  await send('Vale', '0 read, 1 already known, 0 refused');
  expect(await w.library.articles.count()).toBe(2);
});

test('a channel’s posts are taken once an operator forwards one and the bot runs the channel', async () => {
  const { w, olga } = await owned();
  const channel = w.telegram.group('Bulletin', { kind: 'channel', admins: [olga], bot: 'absent' });
  const text =
    'The mayor of Karst resigned\n\n“I have done what I could for Karst,” said Mayor Tomas Brandt on Monday.';
  const post = olga.in(channel).says(text);
  olga.forwards(post);
  await olga.sees('A post from the channel “Bulletin”');
  await olga.presses('Add all posts of Bulletin');
  await olga.sees('I only see a channel’s posts as its administrator.');
  olga.in(channel).adds('bot', 'administrator');
  olga.forwards(post);
  await olga.presses('Add all posts of Bulletin');
  await olga.sees('Added: “Bulletin”. From now on I’ll read its posts.');
  const second = olga
    .in(channel)
    .says(text.replaceAll('Karst', 'Vale').replaceAll('Tomas Brandt', 'Ines Kolbe'));
  await w.quiet();
  expect((await w.library.people.find('Ines Kolbe')).fits.length).toBe(1);
  olga
    .in(channel)
    .edits(second, text.replaceAll('Karst', 'Vale').replaceAll('Tomas Brandt', 'Petra Lindqvist'));
  await w.quiet();
  expect((await w.library.people.find('Petra Lindqvist')).fits.length).toBe(1);
  expect(await w.library.articles.count()).toBe(1);
});
