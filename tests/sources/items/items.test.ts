import { expect, test } from 'vitest';
import type { FeedItem } from '../../../src/sources/feeds/feed.ts';
import { articleOfItem, isTeaser, needsPage, pageIsBetter } from '../../../src/sources/items/item-article.ts';
import { itemDates } from '../../../src/sources/items/item-dates.ts';
import { type KnownItem, matchItems } from '../../../src/sources/items/match.ts';

const item = (more: Partial<FeedItem>): FeedItem => ({
  id: null,
  url: null,
  title: null,
  publishedAt: null,
  updatedAt: null,
  author: null,
  text: null,
  html: null,
  ...more,
});

test('an article’s link has nothing in it that only tracks its readers', () => {
  const urlOf = (url: string) =>
    articleOfItem(item({ url, title: 'A', text: 'x' }), { key: 'a', source: 'The Vale', now: 0 })!.url;
  expect(urlOf('https://v.example/a?id=7&at_medium=RSS&utm_source=x#top')).toBe(
    'https://v.example/a?id=7#top',
  );
  expect(urlOf('https://v.example/a?b=%20c')).toBe('https://v.example/a?b=%20c');
  expect(urlOf('tag:v.example,a')).toBe('tag:v.example,a');
});

/** What a feed's fetches bring, one after the other: what is new or edited in each. */
function fetches(...feeds: Partial<FeedItem>[][]): string[][] {
  let known: KnownItem[] = [];
  return feeds.map(feed => {
    const matched = matchItems(feed.map(item), known);
    const keys = new Set(matched.map(each => each.known.key));
    known = [...known.filter(({ key }) => !keys.has(key)), ...matched.map(each => each.known)];
    return matched
      .filter(({ change }) => change !== 'same')
      .map(each => `${each.change} ${each.item.title ?? each.item.text}`);
  });
}

test('knows an item by its guid, whatever else of it changes', () => {
  const a = { id: 'a', url: 'https://v.example/a', title: 'A', text: 'x' };
  expect(
    fetches(
      [a],
      [a],
      [{ ...a, text: 'y' }],
      [{ ...a, title: 'A, corrected' }],
      [{ ...a, title: 'A, corrected', url: 'https://v.example/moved' }],
    ),
  ).toEqual([['new A'], [], ['edited A'], ['edited A, corrected'], []]);
});

test('sees no edit in other markup, counters of it or parameters that only track', () => {
  const a = { id: 'a', url: 'https://v.example/a?utm_source=rss', title: 'A', html: '<p>One <b>two</b></p>' };
  expect(
    fetches(
      [a],
      [
        {
          ...a,
          url: 'https://www.v.example/a/?utm_source=x',
          html: '<div>One two<script>n=2</script></div>',
        },
      ],
    ),
  ).toEqual([['new A'], []]);
});

test('distinguishes items that share a guid, in one feed and over time', () => {
  const n = (title: string) => ({ id: 'same', url: `https://v.example/${title}`, title });
  expect(fetches([n('A'), n('B')], [n('B'), n('A'), n('C')], [n('C')])).toEqual([
    ['new A', 'new B'],
    ['new C'],
    [],
  ]);
  const noAddress = (title: string) => ({ id: 'same', title });
  expect(fetches([noAddress('A'), noAddress('B')], [noAddress('B'), noAddress('A')])).toEqual([
    ['new A', 'new B'],
    [],
  ]);
});

test('knows an item without a guid by its address, or by its words where all have the same', () => {
  const a = { url: 'https://v.example/a', title: 'A' };
  expect(fetches([a], [{ ...a, title: 'A!' }])).toEqual([['new A'], ['edited A!']]);
  const front = (title: string) => ({ url: 'https://v.example/', title });
  expect(fetches([front('A'), front('B')], [front('C'), front('A'), front('B')])).toEqual([
    ['new A', 'new B'],
    ['new C'],
  ]);
  expect(fetches([{ text: 'One.' }, { text: 'Two.' }], [{ text: 'Two.' }, { text: 'Three.' }])).toEqual([
    ['new One.', 'new Two.'],
    ['new Three.'],
  ]);
});

test('knows an item whose guid was changed by its address and title', () => {
  const a = { id: 'old', url: 'https://v.example/a', title: 'A' };
  expect(fetches([a], [{ ...a, id: 'new' }], [{ ...a, id: 'new' }])).toEqual([['new A'], [], []]);
});

test('knows an item whose guid or address is another one at each visit', () => {
  const item = (n: number, title = 'A') => ({ id: `g${n}`, title, text: 'The same words.' });
  expect(fetches([item(1)], [item(2)], [item(3), item(4)])).toEqual([['new A'], [], ['new A']]);
  const visited = (n: number) => ({
    id: `g${n}`,
    url: `https://v.example/a;jsessionid=${n}?id=1&sid=${n}`,
    title: 'A',
  });
  expect(fetches([visited(1)], [visited(2)], [visited(3)])).toEqual([['new A'], [], []]);
  // Another page of the same title and teaser is another article.
  const daily = (n: number) => ({ ...item(n, 'Morning briefing'), url: `https://v.example/day?id=${n}` });
  expect(fetches([daily(1)], [daily(2)])).toEqual([['new Morning briefing'], ['new Morning briefing']]);
});

test('takes an item that comes twice once, and gives each a key that lasts', () => {
  const a = { id: 'a', title: 'A' };
  expect(fetches([a, a])).toEqual([['new A']]);
  const key = (known: KnownItem[]) => matchItems([item(a)], known)[0]!.known.key;
  const [first] = matchItems([item(a)], []);
  expect(key([first!.known])).toBe(first!.known.key);
  expect(key([])).toBe(first!.known.key);
});

test('believes no day that is still to come, and none of 1970', () => {
  const now = Date.UTC(2026, 2, 10, 12);
  const dates = (publishedAt: string | null, updatedAt: string | null = null) =>
    itemDates({ publishedAt, updatedAt }, now);
  expect(dates('2026-03-09', '2026-03-10T08:00:00Z')).toEqual({
    publishedAt: '2026-03-09',
    updatedAt: '2026-03-10T08:00:00Z',
  });
  expect(dates('2026-03-10T20:00:00Z')).toEqual({ publishedAt: '2026-03-10T12:00:00Z', updatedAt: null });
  expect(dates('2027-03-10')).toEqual({ publishedAt: null, updatedAt: null });
  expect(dates('1970-01-01T00:00:00Z', '2026-03-01')).toEqual({ publishedAt: '2026-03-01', updatedAt: null });
  expect(dates('2026-03-09', '2026-03-01')).toEqual({ publishedAt: '2026-03-09', updatedAt: null });
  expect(dates(null)).toEqual({ publishedAt: null, updatedAt: null });
});

test('distinguishes a teaser from a full text', () => {
  const sentences = (count: number) =>
    'The council voted on the new harbour wall on Tuesday. '.repeat(count).trim();
  expect(isTeaser(item({ text: sentences(2) }))).toBe(true);
  expect(isTeaser(item({ text: sentences(40) }))).toBe(false);
  expect(isTeaser(item({ html: `<p>${sentences(40)}</p><p>… <a href="/x">Read more</a></p>` }))).toBe(true);
  expect(
    isTeaser(
      item({ text: sentences(1), html: `<p>${sentences(12)}</p><p>The post A appeared first on Vale.</p>` }),
    ),
  ).toBe(false);
  expect(isTeaser(item({ text: `${sentences(30)} […]` }))).toBe(true);
  expect(isTeaser(item({ text: null }))).toBe(true);
  const url = 'https://v.example/a';
  expect(needsPage(item({ url, text: 'Short.' }), 'auto')).toBe(true);
  expect(needsPage(item({ url, text: 'Short.' }), 'feed')).toBe(false);
  expect(needsPage(item({ url, text: sentences(40) }), 'page')).toBe(true);
  expect(needsPage(item({ url: null, text: 'Short.' }), 'auto')).toBe(false);
  expect(pageIsBetter('Short.', sentences(20), '<html></html>')).toBe(true);
  expect(pageIsBetter(sentences(3), sentences(4), '<p>Subscribe to continue reading</p>')).toBe(false);
  expect(pageIsBetter(sentences(3), sentences(2), '')).toBe(false);
  expect(pageIsBetter('Short.', null, '')).toBe(false);
});

test('makes an article of an item', () => {
  const known = { key: 'k', source: 'Vale Courier', now: Date.UTC(2026, 2, 10) };
  const whole = item({
    url: 'https://v.example/a',
    title: 'A',
    author: 'Ann',
    publishedAt: '2026-03-09',
    html: '<p>It â€œwasâ€\u009d late.</p>',
  });
  expect(articleOfItem(whole, known)).toEqual({
    id: 'k',
    text: '',
    html: '<p>It “was” late.</p>',
    title: 'A',
    author: 'Ann',
    url: 'https://v.example/a',
    publishedAt: '2026-03-09',
    source: 'Vale Courier',
    teaser: true,
  });
  expect(articleOfItem(item({ text: 'Words.' }), known)).toMatchObject({ text: 'Words.', derived: true });
  expect(articleOfItem(item({}), known)).toBeNull();
  // A picture, or the title again with the outlet's name, is no text of its own.
  const title = 'Vale votes - Tarn Tribune';
  for (const html of ['<img src="a.jpg">', '<a href="/a">Vale votes</a>&nbsp;<font>Tarn Tribune</font>'])
    expect(articleOfItem(item({ title, html, text: 'x', outlet: 'Tarn Tribune' }), known)).toMatchObject({
      text: title,
      source: 'Tarn Tribune',
      derived: true,
    });
});
