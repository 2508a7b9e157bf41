import { expect, test } from 'vitest';
import { addressLines } from '../../../src/sources/opml/address-lines.ts';
import { type OpmlFeed, parseOpml, writeOpml } from '../../../src/sources/opml/opml.ts';

const feedsIn = (text: string) => {
  const found = parseOpml(text);
  if ('reason' in found) throw new Error(found.reason);
  return found;
};

const list = `<?xml version="1.0"?><opml version="1.0"><head><title>Mine &amp; yours</title></head><body>
  <outline text="Top &quot;one&quot;" xmlUrl="https://a.example/f?x=1&amp;y=2" type="rss" htmlUrl="https://a.example/"/>
  <outline title="Europe"><outline text="Nordic"><outline title="B &lt;3" xmlUrl="https://b.example/rss" description="d" language="sv"/></outline>
  <outline text="C" xmlurl="https://c.example/rss"/></outline>
  <outline text="Europe again"><outline text="C" xmlUrl="https://c.example/rss"/></outline>
  <outline text="a note"/></body></opml>`;

test('reads titles and folders, nested ones too', () => {
  expect(feedsIn(list)).toEqual({
    title: 'Mine & yours',
    feeds: [
      { url: 'https://a.example/f?x=1&y=2', title: 'Top "one"', home: 'https://a.example/', folders: [] },
      {
        url: 'https://b.example/rss',
        title: 'B <3',
        home: null,
        folders: ['Europe', 'Nordic'],
        description: 'd',
        language: 'sv',
      },
      { url: 'https://c.example/rss', title: 'C', home: null, folders: ['Europe'] },
      { url: 'https://c.example/rss', title: 'C', home: null, folders: ['Europe again'] },
    ],
  });
});

test('writes what it has read, so that reading it again gives the same', () => {
  const read = feedsIn(list);
  expect(feedsIn(writeOpml(read))).toEqual(read);
});

test('keeps a page as the link that it is, and takes no other links', () => {
  const page = { url: 'https://a.example/press', isPage: true, title: 'Press', home: null, folders: ['A'] };
  const written = writeOpml({ title: 'T', feeds: [page as OpmlFeed] });
  expect(written).toMatch(/<outline text="Press" type="link".* url="https:\/\/a.example\/press"/);
  expect(written).not.toContain('xmlUrl');
  expect(feedsIn(written).feeds).toEqual([page]);
  expect(feedsIn(written.slice(0, written.indexOf('</outline>'))).feeds).toEqual([page]);
  const bookmark = '<outline text="B" type="link" url="https://b.example/"/>';
  expect(feedsIn(`<opml version="2.0"><body>${bookmark}</body></opml>`).feeds).toEqual([]);
});

test('writes no name, password or key of an address', () => {
  const feed = { title: null, home: null, folders: [] };
  const written = writeOpml({
    title: 'T',
    feeds: [
      { ...feed, url: 'https://ann:s3cret@a.example/feed' },
      { ...feed, url: 'https://a.example/feed?id=4&access_token=s3cret' },
    ],
  });
  expect(written).not.toMatch(/s3cret|ann/);
  expect(written).toContain('https://a.example/feed?id=4&amp;access_token=…');
});

test('saves the feeds of a list that is cut off, and says what is no list', () => {
  const { feeds } = feedsIn(list.slice(0, list.indexOf('<outline text="Europe again"') + 20));
  expect(feeds.map(({ url }) => url)).toEqual([
    'https://a.example/f?x=1&y=2',
    'https://b.example/rss',
    'https://c.example/rss',
  ]);
  const unescaped = list.replace('description="d"', 'description="<p>said "no" & left</p>"');
  expect(feedsIn(unescaped).feeds).toHaveLength(4);
  expect(feedsIn(unescaped).feeds[1]).toMatchObject({
    url: 'https://b.example/rss',
    folders: ['Europe', 'Nordic'],
  });
  expect(parseOpml('')).toEqual({ reason: 'empty' });
  expect(parseOpml('<html></html>')).toEqual({ reason: 'not-a-feed' });
});

test('reads lines of addresses, with tags or names, and no text that only has links in it', () => {
  const linesOf = (text: string) =>
    addressLines(Buffer.from(text))?.feeds.map(({ url, title, labels = [] }) => [url, title, ...labels]);
  expect(
    linesOf(
      '# mine\r\nhttps://a.example/rss\r\n\r\nhttps://b.example/rss?x=1&y=2 "~The B" local "city hall"\nhttps://c.example/ !\n',
    ),
  ).toEqual([
    ['https://a.example/rss', null],
    ['https://b.example/rss?x=1&y=2', 'The B', 'local', 'city hall'],
    ['https://c.example/', null],
  ]);
  expect(linesOf('Name,URL\n"Oden Courier",https://oden.example/rss\nVale;https://vale.example/f')).toEqual([
    ['https://oden.example/rss', 'Oden Courier'],
    ['https://vale.example/f', 'Vale'],
  ]);
  for (const text of [
    '',
    '# nothing',
    'The council of Oden voted.\nhttps://oden.example/vote',
    'https://oden.example/vote says that the council has voted on Monday to rebuild it.',
    'https://oden.example/vote\nThe council of Oden voted on Monday.',
    'Read more about the new address of the council.',
  ])
    expect(linesOf(text), text).toBeUndefined();
});
