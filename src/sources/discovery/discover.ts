import type { Feed } from '../feeds/feed.ts';
import { type NamedFeed, usualAddresses } from '../feeds/page-feeds.ts';
import { sitemapsIn, sitemapsInRobots, usualSitemaps } from '../feeds/sitemap-addresses.ts';
import { isOtherKind } from '../fetch/causes.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { Cause } from '../fetch/outcome.ts';
import { causeOfPage, isListOfArticles } from '../fetch/page-causes.ts';
import type { Opml } from '../opml/opml.ts';
import type { Parser } from '../parsing/parser.ts';
import { decode } from '../text/decoding.ts';

/** A feed that was fetched and can be read. `how`: the address given is it, or how it was found from there. */
export type FoundFeed = {
  url: string;
  /** The feed's own title, else the one that the page gives it. */
  title: string | null;
  feed: Feed;
  how: 'given' | NamedFeed['how'] | 'usual';
};

/** A page, as it came: it may be read as an article. */
export type FoundPage = { url: string; title: string | null; body: Uint8Array; charset: string | null };

/**
 * What is at an address: feeds, the likeliest first, and the page that they were found from, if any; a list of
 * feeds; or nothing, and why. A page with no feed has `feeds: []`; a list of articles is not read as a page; `pageCause` says why one with feeds can't be read.
 */
export type Discovered =
  | { kind: 'feeds'; feeds: FoundFeed[]; page: FoundPage | null; more: number; pageCause?: Cause }
  | { kind: 'list'; list: Opml }
  | { kind: 'failed'; cause: Cause };

/** At most this many of the feeds that a page names are fetched. */
const mostTried = 5;

/**
 * Finds the feeds at an address: it is one itself; else those that the page declares; else what its anchors look
 * like; else the usual places; else the site’s sitemaps of news. Each is fetched, and only those that can be read are given. Never rejects.
 */
export async function discover(
  address: string,
  parts: { fetcher: Fetcher; parser: Parser },
): Promise<Discovered> {
  const { fetcher, parser } = parts;
  const outcome = await fetcher.get(address);
  if (outcome.kind !== 'fetched')
    return { kind: 'failed', cause: outcome.kind === 'failed' ? outcome.cause : 'http-error' };
  if (isOtherKind(outcome.contentType, outcome.body)) return { kind: 'failed', cause: 'other-kind' };
  const received = { bytes: outcome.body, charset: outcome.charset, url: outcome.url };
  const feed = await parser.feed(received);
  if ('items' in feed) {
    const url = outcome.movedTo ?? address;
    return { kind: 'feeds', feeds: [{ url, title: feed.title, feed, how: 'given' }], page: null, more: 0 };
  }
  const list = await parser.opml(received);
  if ('feeds' in list) return { kind: 'list', list };
  const named = await parser.page(received);
  if ('reason' in named) return { kind: 'failed', cause: named.reason };
  const decoded = decode(outcome.body, outcome.charset);
  if (!('text' in decoded)) return { kind: 'failed', cause: 'not-a-feed' };
  const cause = causeOfPage(decoded.text, outcome.url);
  const page: FoundPage = {
    url: outcome.url,
    title: named.title,
    body: outcome.body,
    charset: outcome.charset,
  };
  const tried = await firstReadable(named.feeds, outcome.url, parts);
  // A login page or challenge can't be read as an article either, unless it names its feeds.
  if (cause !== 'not-a-feed')
    return tried.feeds.length === 0
      ? { kind: 'failed', cause }
      : { kind: 'feeds', feeds: tried.feeds, page: null, more: tried.more, pageCause: cause };
  if (!isListOfArticles(decoded.text)) return { kind: 'feeds', feeds: tried.feeds, page, more: tried.more };
  return tried.feeds.length === 0
    ? { kind: 'failed', cause: 'list-page' }
    : { kind: 'feeds', feeds: tried.feeds, page: null, more: tried.more };
}

async function firstReadable(
  named: NamedFeed[],
  page: string,
  parts: { fetcher: Fetcher; parser: Parser },
): Promise<{ feeds: FoundFeed[]; more: number }> {
  for (const how of ['declared', 'linked'] as const) {
    const these = named.filter(each => each.how === how);
    const feeds: FoundFeed[] = [];
    for (const { url, title } of these.slice(0, mostTried)) {
      const feed = await feedAt(url, parts);
      if (feed && !feeds.some(each => isSameFeed(each.feed, feed)))
        feeds.push({ url, title: feed.title ?? title, feed, how });
    }
    if (feeds.length > 0) return { feeds, more: Math.max(0, these.length - mostTried) };
  }
  const known = new Set(named.map(({ url }) => url));
  for (const url of usualAddresses(page).filter(each => !known.has(each))) {
    const feed = await feedAt(url, parts);
    if (feed && feed.items.length > 0)
      return { feeds: [{ url, title: feed.title, feed, how: 'usual' }], more: 0 };
  }
  const sitemap = await newsSitemap(page, parts);
  return { feeds: sitemap ? [sitemap] : [], more: 0 };
}

/** At most this many sitemaps are fetched: a large site has hundreds, of which few are of news. */
const mostSitemaps = 6;

/** The sitemap of news of a site: one that its `robots.txt` names, one that such a one lists, or one at the usual places. */
async function newsSitemap(
  page: string,
  parts: { fetcher: Fetcher; parser: Parser },
): Promise<FoundFeed | null> {
  const robots = await parts.fetcher.get(new URL('/robots.txt', page).href);
  const named =
    robots.kind === 'fetched' ? sitemapsInRobots(new TextDecoder().decode(robots.body), page) : [];
  const waiting = [...named, ...usualSitemaps(page)];
  const seen = new Set<string>();
  for (let url = waiting.shift(); url !== undefined && seen.size < mostSitemaps; url = waiting.shift()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const outcome = await parts.fetcher.get(url);
    if (outcome.kind !== 'fetched') continue;
    const received = { bytes: outcome.body, charset: outcome.charset, url: outcome.url };
    const feed = await parts.parser.feed(received);
    if ('items' in feed && feed.items.length > 0) return { url, title: feed.title, feed, how: 'usual' };
    const decoded = decode(outcome.body, outcome.charset);
    if ('text' in decoded) waiting.unshift(...sitemapsIn(decoded.text, outcome.url));
  }
  return null;
}

/** Two formats of one feed are one choice. */
function isSameFeed(one: Feed, other: Feed): boolean {
  const links = (feed: Feed) => feed.items.map(({ url, title }) => `${url} ${title}`).join('\n');
  return one.items.length > 0 && links(one) === links(other);
}

async function feedAt(
  url: string,
  { fetcher, parser }: { fetcher: Fetcher; parser: Parser },
): Promise<Feed | null> {
  const outcome = await fetcher.get(url);
  if (outcome.kind !== 'fetched') return null;
  const feed = await parser.feed({ bytes: outcome.body, charset: outcome.charset, url: outcome.url });
  return 'items' in feed ? feed : null;
}
