import { expect, test } from 'vitest';
import { storyAbout } from '../../ingest/sources/stage.ts';
import { type Reply, rssOf } from '../../sources/feed-server.ts';
import { hour } from '../subscribers.ts';
import { html, itemOf, rss, sourcesScene } from './sources-scene.ts';

const { server, owned, playSite } = await sourcesScene();

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

test('a link to what is a source already shows how it is doing, and what is on a page of menus is no article', async () => {
  const { w, olga } = await owned();
  playSite('twice.example', () => [itemOf('Oden', w.clock.now())]);
  const link = server.url('twice.example', '/news');
  olga.says(link);
  await olga.presses('Add as a source');
  await w.quiet();
  olga.says(`please remove ${link}`);
  const shown = await olga.sees('working');
  expect(shown.buttons.flat()).toContain('Remove');
  olga.says(server.url('twice.example', '/'));
  const found = await olga.sees('“Oden Courier” is a source already.');
  expect(found.buttons.flat()).toContain('Add Oden Sport');
  expect(found.buttons.flat()).not.toContain('Add Oden Courier');
  await olga.presses('Oden Courier', found);
  await olga.sees('1 article, 1 of the last 7 days');

  server.play('menu.example', () => ({
    headers: html,
    body: '<html><head><title>Oden</title></head><body><header><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/login">Log in</a></li></ul></nav></header><main><h1>Oden</h1><p>Newsroom: +47 555 0100</p><p>Email: desk@menu.example</p></main></body></html>',
  }));
  olga.says(server.url('menu.example', '/desk'));
  await olga.presses('Read this page once', await olga.sees('A page: “Oden”.'));
  await olga.sees('there’s no article on this page');
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
    // Its name, which no one typed, has no letters that could be the bot's.
    '/feed': { headers: rss, body: rssOf([itemOf('Oden', w.clock.now())]).replace('Test', '24/7') },
    '/account/login': page(form),
    '/guarded': page(form),
    '/paid': page(`<article>${paid}<p>The council of Oden voted on Monday to rebuild it.</p></article>`),
    // Its form to log in at is on every page.
    '/news': page(`${form}<article>${storyAbout('Oden').repeat(3)}</article>`),
    '/plan.pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4 stream' },
    '/app': page('<div id="root"></div><script src="/a.js"></script>'),
    '/section': page(
      Array.from({ length: 9 }, (_, n) => `<h2><a href="/${n}">Oden votes on bridge ${n}</a></h2>`).join(''),
    ),
    '/map': { headers: { 'content-type': 'image/png' }, body: '\x89PNG' },
    '/elsewhere': { status: 302, headers: { location: 'mailto:desk@odd.example' } },
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
  // Nor is a page that is empty, or a list of articles, offered to be read.
  for (const path of ['/app', '/section'])
    expect((await says(url(path), 'A feed: “24/7”')).buttons.flat()).not.toContain('Read this page once');
  for (const [path, outcome] of [
    ['/paid', 'I’ve read what is free of it; the rest is for those who pay.'],
    ['/news', 'I’ve read it.'],
  ] as const) {
    await says(url(path), 'A feed: “24/7”');
    await olga.presses('Read this page once');
    await olga.sees(outcome);
    await w.quiet();
  }
  for (const path of ['/plan.pdf', '/map'])
    await says(
      url(path),
      `${path}: it is a file of another kind, not a page or a feed. Use a link to a page or a feed, or give me the text as a file.`,
    );
  await says(
    url('/nothing'),
    'there is nothing at this address (404). Open the site in a browser and use the address that it shows.',
  );
  await says('https://', 'I can’t read https://: that isn’t a web address.');
  await says(
    url('/elsewhere'),
    'it only redirects: in a circle, or to what is no web page. Open the site in a browser',
  );
  await says('ftp://odd.example/feed', 'I can’t read ftp://odd.example/feed: that isn’t a web address.');
  await says(`feed://odd.example:${server.port}/feed`, 'I can’t read odd.example');
  for (const link of ['https://t.me/oden_news', 't.me/oden_news/12'])
    await says(link, `Add me (@${bot}) to “oden_news” as an administrator`);
  // The same on a site without a feed.
  server.play('bare.example', ({ path }) =>
    ['/app', '/section'].includes(path) ? pages[path]! : { status: 404 },
  );
  await says(server.url('bare.example', '/app'), 'If you know the address of its feed, use that.');
  await says(server.url('bare.example', '/section'), 'Use a link to one of the articles, or to a feed.');
  await says(`/sources ${url('/feed')}`, 'A feed: “24/7”, 1 item');
  // The same feed, wherever its link was copied.
  for (const [tracked, outcome] of [
    ['', 'Added: “24/7”'],
    ['?utm_source=x&fbclid=y', '“24/7” is a source already'],
  ] as const) {
    await says(url(`/feed${tracked}`), 'A feed: “24/7”');
    await olga.presses('Add as a source');
    await olga.sees(outcome);
  }
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

test('a text with an address in each line is a list of feeds, and one without any feed is said to be', async () => {
  const { w, olga } = await owned();
  playSite('lines.example', () => [itemOf('Vale', w.clock.now())]);
  olga.attaches('urls.txt', ['/news', '/sport'].map(path => server.url('lines.example', path)).join('\n'));
  await olga.presses('Read its articles');
  await olga.sees('urls.txt is a list of addresses, not an article: 2 addresses.');
  await olga.presses('Add all');
  await olga.sees('2 added, 0 already there, 0 without a usable address.');
  await w.turnTo(w.clock.now() + hour);
  await w.quiet();
  expect(await w.library.articles.count()).toBe(2);
  for (const body of ['<outline text="News"/>', '<outline text="A" xmlUrl="https://a.exam', '']) {
    olga.attaches('cut.opml', `<opml version="2.0"><head/><body>${body}`);
    await olga.presses('Add all');
    await olga.sees(/^There are no feeds in cut\.opml, or it is cut off|^cut\.opml isn’t a list of feeds/);
    await w.quiet();
  }
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

test('the reason for a refusal, and what is doubted of dates, is said in the reader’s language', async () => {
  const { w, olga } = await owned();
  const bridge = {
    id: '1',
    text: 'Oden rebuilds its bridge\n\nThe council of Oden voted on Monday to rebuild it.',
  };
  const lines = [
    JSON.stringify(bridge),
    '[]',
    '{"text": " "}',
    JSON.stringify({
      ...bridge,
      text: 'Oden opens its fair\n\nA wheel of forty metres was put up at the market.',
    }),
  ];
  olga.says('/language Deutsch');
  await olga.sees('In diesem Chat schreibe ich Deutsch');
  await w.quiet();
  const read = async (name: string, content: string | Uint8Array) => {
    olga.attaches(name, content);
    await w.quiet();
    const offer = olga.chat().at(-1)!;
    await olga.presses(offer.buttons.flat()[0]!, offer);
    await w.quiet();
    return olga.chat().at(-1)!.text;
  };
  const text = await read('news.jsonl', lines.join('\n'));
  for (const [at, words] of [
    [2, 'das ist kein Artikel: „text“ fehlt'],
    [3, 'es enthält keinen Text'],
  ] as const)
    expect(text).toContain(`news.jsonl:${at}: ${words}`);
  expect(text).toContain('1: diese ID hat schon ein anderer Artikel');
  expect(await read('binary.txt', new Uint8Array(500))).toContain('binary.txt: das ist keine Textdatei');
  const menus = `<html><body>${'<nav><a href="/a">Home</a></nav>'.repeat(20)}</body></html>`;
  expect(await read('menus.html', menus)).toMatch(
    /menus\.html: (auf dieser Seite ist kein Artikel|es enthält keinen)/,
  );
  const dates = ['', '', '???', '2031-02-30', '2002/10/02', '2040-05-06'];
  const dated = dates.map((publishedAt, n) => ({
    id: `7-${n}`,
    text: `Oden opens pier ${n}\n\nThe council of Oden opened its ${n + 2}th pier on the river Brisk.`,
    publishedAt,
  }));
  const doubted = await read('dates.jsonl', dated.map(each => JSON.stringify(each)).join('\n'));
  for (const words of [
    '2 Artikel haben ein leeres Datum und gelten als undatiert (der erste: 7-0)',
    '7-2: Statt eines Datums steht dort „???“; der Artikel gilt als undatiert',
    '7-3: „2031-02-30“ ist kein Tag; der Artikel gilt als undatiert',
    '7-4: Das Datum „2002/10/02“ lese ich als 2. Okt. 2002',
    '7-5: Das Datum 2040-05-06 liegt mehr als zwei Tage in der Zukunft; der Artikel gilt als undatiert',
  ])
    expect(doubted).toContain(words);
});
