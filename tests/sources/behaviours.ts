import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Handler, Reply, Seen } from './feed-server.ts';
import { rssOf, type TestItem } from './feed-server.ts';

export const hour = 3_600_000;
export const day = 24 * hour;

/** When the test's world begins. */
export const start = Date.UTC(2026, 0, 1);
/** How many days it lasts. */
export const days = 45;

/** One of the ways in which a feed's server behaves, for better or worse. */
export type Behaviour = {
  handler: Handler;
  /** The path that it is asked for at first. */
  path?: string;
  /** In place of `NAME.example`. */
  host?: string;
  /** The titles that must have been taken in the end, each once; by default all that were ever published. */
  titles?: string[];
  /** The events for the owner, in order. */
  events?: string[];
  /** Moments between which it must not be asked. */
  closed?: { from: number; to: number }[];
};

/** The items that are published by a moment, one a day at six but on the last, the newest first; at most ten. */
function published(now: number, most = 10): TestItem[] {
  const count = Math.min(days - 1, Math.floor((now - start - 6 * hour) / day) + 1);
  return Array.from({ length: Math.min(most, Math.max(0, count) + most) }, (_, back) =>
    numbered(count - 1 - back),
  );
}

const numbered = (n: number): TestItem => ({
  guid: `item-${n}`,
  link: `https://news.example/${n}`,
  title: `Item ${n}`,
  text: `What happened on day ${n}.`,
  at: start + n * day + 6 * hour,
});

/** All titles from the ones on the first day's list to the last day's, which has no new one: a list may be asked for once a day. */
export const allTitles = Array.from({ length: 10 + days - 1 }, (_, n) => `Item ${n - 10}`);

const ok = (now: number): Reply => ({ body: rssOf(published(now)) });
const within = (now: number, from: number, to: number) => now >= start + from * day && now < start + to * day;
/** What a server answers between two days, and that it is well before and after. */
const trouble =
  (from: number, to: number, reply: (seen: Seen) => Reply): Handler =>
  seen =>
    within(seen.at, from, to) ? reply(seen) : ok(seen.at);
const failsAndReturns = { events: ['failing', 'came-back'] };

/** Moved to `/new`, which answers as ever. */
const moved =
  (status: number, location = '/new'): Handler =>
  ({ path, at }) =>
    path === '/feed' ? { status, headers: { location } } : ok(at);

/** Every third time that it is asked it asks to be left alone, and must be for two hours. */
function limited(retryAfter: (now: number) => string): Pick<Behaviour, 'handler' | 'closed'> {
  const closed: { from: number; to: number }[] = [];
  let asked = 0;
  return {
    closed,
    handler: ({ at }) => {
      if (++asked % 3 !== 0) return ok(at);
      closed.push({ from: at, to: at + 2 * hour });
      return { status: 429, headers: { 'retry-after': retryAfter(at) } };
    },
  };
}

/** A new server's behaviours, by the names of their sites. */
export function behaviours(): Record<string, Behaviour> {
  return {
    plain: { handler: ({ at }) => ok(at) },
    etag: {
      handler: ({ at, headers }) => {
        const etag = `W/"${published(at)[0]!.guid}"`;
        return headers['if-none-match'] === etag
          ? { status: 304, headers: { etag } }
          : { ...ok(at), headers: { etag } };
      },
    },
    'last-modified': {
      handler: ({ at, headers }) => {
        const modified = new Date(published(at)[0]!.at!).toUTCString();
        return headers['if-modified-since'] === modified
          ? { status: 304 }
          : { ...ok(at), headers: { 'last-modified': modified } };
      },
    },
    // It says "unchanged" to every conditional request, whatever has been published since; validators expire after eight days.
    'always-unchanged': {
      titles: allTitles.slice(0, 52),
      handler: ({ at, headers }) =>
        headers['if-none-match'] ? { status: 304 } : { ...ok(at), headers: { etag: '"1"' } },
    },
    'retry-seconds': limited(() => '7200'),
    'retry-date': limited(now => new Date(now + 2 * hour).toUTCString()),
    'moved-301': { handler: moved(301), events: ['moved'] },
    'moved-302': { handler: moved(302) },
    'moved-308': { handler: moved(308), events: ['moved'] },
    'moved-to-login': { handler: moved(301, '/login?next=/feed') },
    'to-loopback': {
      handler: trouble(10, 15, () => ({ status: 302, headers: { location: 'http://127.0.0.2/' } })),
      ...failsAndReturns,
    },
    'to-metadata-by-name': {
      handler: trouble(10, 15, () => ({ status: 301, headers: { location: 'http://metadata.example/x' } })),
      ...failsAndReturns,
    },
    'loopback-by-name': {
      host: 'rebound.example',
      handler: () => ({ status: 500 }),
      titles: [],
      events: ['failing'],
    },
    'gzip-bomb': {
      handler: trouble(10, 15, () => ({ headers: { 'content-encoding': 'gzip' }, body: bomb })),
      ...failsAndReturns,
    },
    packed: {
      handler: ({ at }) => ({
        headers: { 'content-encoding': 'br' },
        body: brotliCompressSync(rssOf(published(at))),
      }),
    },
    'wrong-charset': {
      handler: ({ at }) => ({ ...ok(at), headers: { 'content-type': 'text/xml; charset=utf-16' } }),
    },
    'wrong-type': { handler: ({ at }) => ({ ...ok(at), headers: { 'content-type': 'image/png' } }) },
    'page-instead': {
      handler: trouble(10, 15, () => ({
        body: '<!DOCTYPE html><html><body>We have moved house</body></html>',
      })),
      ...failsAndReturns,
    },
    challenge: {
      handler: trouble(10, 16, () => ({ status: 403, headers: { 'cf-mitigated': 'challenge' } })),
      ...failsAndReturns,
    },
    // Longer than its list reaches back: what was published meanwhile is nowhere to be had.
    'long-outage': {
      handler: trouble(5, 40, () => ({ status: 500 })),
      ...failsAndReturns,
      titles: allTitles.filter((_, n) => n - 10 < 5 || n - 10 >= 32),
    },
    gone: {
      handler: trouble(20, days, () => ({ status: 410 })),
      titles: allTitles.slice(0, 30),
      events: ['gone'],
    },
    'not-found': {
      handler: trouble(20, days, () => ({ status: 404 })),
      titles: allTitles.slice(0, 30),
      events: ['failing'],
    },
    'no-such-name': {
      host: 'no-such-name.invalid',
      handler: () => ({ status: 500 }),
      titles: [],
      events: ['failing'],
    },
    'one-guid-for-all': {
      handler: ({ at }) => ({ body: rssOf(published(at).map(item => ({ ...item, guid: 'latest' }))) }),
    },
    'no-guid': { handler: ({ at }) => ({ body: rssOf(published(at).map(({ guid: _, ...item }) => item)) }) },
    'no-guid-no-link': {
      handler: ({ at }) => ({ body: rssOf(published(at).map(({ title, text }) => ({ title, text }))) }),
    },
    'front-page-links': {
      handler: ({ at }) => ({
        body: rssOf(
          published(at).map(({ title, text, at: when }) => ({
            title,
            text,
            at: when,
            link: 'https://news.example/',
          })),
        ),
      }),
    },
    reordered: { handler: ({ at }) => ({ body: rssOf(shuffled(published(at), at)) }) },
    'each-twice': { handler: ({ at }) => ({ body: rssOf(published(at).flatMap(item => [item, item])) }) },
    'future-dates': {
      handler: ({ at }) => ({
        body: rssOf(published(at).map(item => ({ ...item, at: item.at! + 400 * day }))),
      }),
    },
    'missing-dates': {
      handler: ({ at }) => ({ body: rssOf(published(at).map(({ at: _, ...item }) => item)) }),
    },
    'cut-off': {
      handler: ({ at, headers: _ }) => ({
        headers: { etag: `"${at}"` },
        body: cut(rssOf(published(at)), at),
      }),
    },
    'breaks-off': {
      handler: trouble(10, 15, () => ({ raw: response => response.destroy() })),
      ...failsAndReturns,
    },
    empty: { handler: trouble(10, 15, () => ({ body: '' })), ...failsAndReturns },
    fresh: { handler: ({ at }) => ({ ...ok(at), headers: { 'cache-control': 'max-age=21600' } }) },
    'fresh-for-years': {
      handler: ({ at }) => ({ ...ok(at), headers: { 'cache-control': 'max-age=99999999' } }),
    },
    'long-ttl': { handler: ({ at }) => ({ body: rssOf(published(at), '<ttl>10080</ttl>') }) },
    silent: {
      handler: ({ at }) => ok(Math.min(at, start + 10 * day)),
      titles: allTitles.slice(0, 20),
      events: ['silent'],
    },
    // Twenty thousand items all at once, on one day.
    archive: {
      handler: trouble(30, 31, ({ at }) => ({ body: rssOf([...published(at), ...old]) })),
      titles: [...allTitles, ...Array.from({ length: 20_000 }, (_, n) => `Old ${n}`)],
    },
  };
}

const bomb = gzipSync(Buffer.alloc(20_000_000));
const old = Array.from(
  { length: 20_000 },
  (_, n): TestItem => ({ guid: `old-${n}`, title: `Old ${n}`, at: start - (20 + n) * day }),
);

/** In an order of its own at each moment. */
function shuffled(items: TestItem[], seed: number): TestItem[] {
  return items
    .map((item, n) => ({ item, rank: ((n + 7) * (seed % 1_009)) % 101 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** Now and then the end is missing. */
function cut(feed: string, now: number): string {
  return Math.floor(now / day) % 2 === 0 ? feed : feed.slice(0, feed.length * 0.6);
}
