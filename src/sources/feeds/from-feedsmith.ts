import { parseFeed } from 'feedsmith';
import { plainLine } from '../text/markup.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedDate } from './feed-date.ts';
import {
  address,
  type Base,
  baseWithin,
  contentOf,
  givenAddress,
  markupOf,
  nameOf,
  plainAsHtml,
} from './item-parts.ts';

type Result = ReturnType<typeof parseFeed<string>>;
type RssItem = NonNullable<Extract<Result, { format: 'rss' }>['feed']['items']>[number];
type RdfItem = NonNullable<Extract<Result, { format: 'rdf' }>['feed']['items']>[number];
type AtomFeed = Extract<Result, { format: 'atom' }>['feed'];
type AtomEntry = NonNullable<AtomFeed['entries']>[number];
type JsonFeed = Extract<Result, { format: 'json' }>['feed'];
type JsonItem = NonNullable<JsonFeed['items']>[number];
type Syndication = { updatePeriod?: string; updateFrequency?: number } | undefined;

/**
 * A feed as feedsmith parses it.
 * @param base the address that the feed came from
 * @throws feedsmith's DetectError for anything but a feed, MalformedError and ParseError for what is broken
 */
export function fromFeedsmith(text: string, base: Base): Feed {
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case 'rss': {
      const { feed } = parsed;
      const within = baseWithin(base ?? absolute(feed.link), feed.xml?.base);
      return {
        format: 'rss',
        title: line(feed.title ?? feed.itunes?.title ?? feed.dc?.titles?.[0]),
        home: address(feed.link ?? linkOf(feed.atom?.links), within),
        language: feed.language ?? feed.dc?.languages?.[0] ?? null,
        ttlMinutes: feed.ttl ?? minutesOf(feed.sy),
        salvaged: false,
        items: (feed.items ?? []).map(item => ({
          ...ofRss(item, within),
          ...outletOf(item.source?.title, feed.title),
        })),
      };
    }
    case 'rdf': {
      const { feed } = parsed;
      return {
        format: 'rdf',
        title: line(feed.title ?? feed.dc?.titles?.[0]),
        home: address(feed.link, base),
        language: feed.dc?.languages?.[0] ?? null,
        ttlMinutes: minutesOf(feed.sy),
        salvaged: false,
        items: (feed.items ?? []).map(item => ofRdf(item, base)),
      };
    }
    case 'atom':
      return ofAtomFeed(parsed.feed, base);
    case 'json':
      return ofJsonFeed(parsed.feed, base);
  }
}

function ofRss(item: RssItem, base: Base): FeedItem {
  const within = baseWithin(base, item.xml?.base);
  const guid = item.guid?.value ?? null;
  // A guid is an address unless the feed says that it is none.
  const permalink = item.guid?.isPermaLink === false || !/^https?:\/\//i.test(guid ?? '') ? undefined : guid!;
  const summary =
    item.description ??
    item.itunes?.summary ??
    item.dc?.descriptions?.[0] ??
    item.media?.description?.value ??
    ofMedia(item.media, 'description');
  return {
    id: guid ?? item.atom?.id ?? null,
    url: address(givenAddress(item.link) ?? linkOf(item.atom?.links) ?? permalink, within),
    title: line(
      item.title ??
        item.atom?.title?.value ??
        item.dc?.titles?.[0] ??
        item.itunes?.title ??
        item.media?.title?.value ??
        ofMedia(item.media, 'title'),
    ),
    publishedAt: feedDate(
      item.pubDate ??
        item.atom?.published ??
        item.dcterms?.issued?.[0] ??
        item.dcterms?.created?.[0] ??
        item.dc?.dates?.[0],
    ),
    updatedAt: feedDate(
      item.atom?.updated ??
        item.dcterms?.modified?.[0] ??
        (item.pubDate === undefined ? undefined : item.dc?.dates?.[0]),
    ),
    author: nameOf(
      item.authors?.map(({ name }) => name ?? ''),
      item.dc?.creators,
      item.itunes?.author,
      item.atom?.authors?.[0]?.name,
    ),
    ...contentOf(summary, item.content?.encoded ?? markupOf(item.atom?.content)),
  };
}

function ofRdf(item: RdfItem, base: Base): FeedItem {
  const within = baseWithin(base, item.xml?.base);
  return {
    id: item.rdf?.about ?? null,
    url: address(givenAddress(item.link) ?? item.rdf?.about, within),
    title: line(item.title ?? item.dc?.titles?.[0]),
    publishedAt: feedDate(item.dcterms?.issued?.[0] ?? item.dcterms?.created?.[0] ?? item.dc?.dates?.[0]),
    updatedAt: feedDate(item.dcterms?.modified?.[0]),
    author: nameOf(item.dc?.creators),
    ...contentOf(item.description ?? item.dc?.descriptions?.[0], item.content?.encoded),
  };
}

function ofAtomFeed(feed: AtomFeed, base: Base): Feed {
  const within = baseWithin(base ?? absolute(linkOf(feed.links)), feed.xml?.base);
  return {
    format: 'atom',
    title: line(markupOf(feed.title)),
    home: address(linkOf(feed.links), within),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    ttlMinutes: minutesOf(feed.sy),
    salvaged: false,
    items: (feed.entries ?? []).map(entry => ofAtomEntry(entry, feed, within)),
  };
}

function ofAtomEntry(entry: AtomEntry, feed: AtomFeed, base: Base): FeedItem {
  const within = baseWithin(base, entry.xml?.base);
  const author = (people: AtomEntry['authors']) => people?.map(person => person.name ?? '');
  return {
    id: entry.id ?? null,
    url: address(linkOf(entry.links) ?? entry.content?.src, within),
    title: line(
      markupOf(entry.title) ??
        entry.dc?.titles?.[0] ??
        entry.media?.title?.value ??
        ofMedia(entry.media, 'title'),
    ),
    publishedAt: feedDate(
      entry.published ??
        entry.dcterms?.issued?.[0] ??
        entry.dcterms?.created?.[0] ??
        entry.dc?.dates?.[0] ??
        entry.updated,
    ),
    updatedAt: feedDate(entry.updated ?? entry.dcterms?.modified?.[0]),
    author: nameOf(
      author(entry.authors),
      entry.dc?.creators?.[0],
      author(entry.source?.authors)?.[0],
      author(feed.authors)?.[0],
    ),
    ...outletOf(markupOf(entry.source?.title), markupOf(feed.title)),
    ...contentOf(
      markupOf(entry.summary) ?? entry.media?.description?.value ?? ofMedia(entry.media, 'description'),
      markupOf(entry.content),
    ),
  };
}

function ofJsonFeed(feed: JsonFeed, base: Base): Feed {
  return {
    format: 'json',
    title: line(feed.title),
    home: address(feed.home_page_url, base),
    language: feed.language ?? null,
    ttlMinutes: null,
    salvaged: false,
    items: (feed.items ?? []).map(item => ofJsonItem(item, feed, base)),
  };
}

function ofJsonItem(item: JsonItem, feed: JsonFeed, base: Base): FeedItem {
  const plain = item.content_text === undefined ? undefined : plainAsHtml(item.content_text);
  const found = contentOf(item.summary && plainAsHtml(item.summary), item.content_html ?? plain);
  return {
    id: item.id ?? null,
    url: address(givenAddress(item.url) ?? item.external_url, base),
    title: line(item.title),
    publishedAt: feedDate(item.date_published),
    updatedAt: feedDate(item.date_modified),
    author: nameOf(
      item.authors?.map(({ name }) => name ?? ''),
      feed.authors?.[0]?.name,
    ),
    text: found.text,
    html: item.content_html === undefined ? null : found.html,
  };
}

/** The address of what an item is about: Atom's `alternate`, which is also what a link without `rel` is. */
function linkOf(links: { href?: string; rel?: string; type?: string }[] | undefined): string | undefined {
  const found = (links ?? []).flatMap(({ href, rel, type = 'html' }) => {
    const given = givenAddress(href);
    return given === undefined ? [] : [{ href: given, relations: relationsOf(rel), type }];
  });
  const alternates = found.filter(({ relations }) => relations.includes('alternate'));
  // A browser opens neither a print version nor another network's address (`nostr:`) as readily as a page.
  const pages = alternates.filter(({ href }) => /^https?:/i.test(href) || !/^[a-z][a-z\d+.-]*:/i.test(href));
  const others = ({ relations }: { relations: string[] }) =>
    relations.some(relation => relation === 'via' || relation === 'related');
  return (pages.find(({ type }) => /html/i.test(type)) ?? pages[0] ?? alternates[0] ?? found.find(others))
    ?.href;
}

/** What a link is to its item, in the short form: some write it in capitals, several at once or as the registry's address. */
function relationsOf(rel: string | undefined): string[] {
  const relations = (rel ?? '').toLowerCase().split(/\s+/);
  const named = relations.map(each => each.replace('http://www.iana.org/assignments/relation/', ''));
  return named.some(each => each !== '') ? named : ['alternate'];
}

/** A feed whose own address isn't known is at least on the site that it names. */
function absolute(link: string | undefined): Base {
  return link !== undefined && /^https?:\/\//i.test(link) ? link : null;
}

const periods: Record<string, number> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

function minutesOf(sy: Syndication): number | null {
  const period = periods[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  return period === undefined
    ? null
    : Math.max(1, Math.round(period / Math.max(1, sy?.updateFrequency ?? 1)));
}

/** What a film or a sound is about: YouTube has it in a group of its versions. */
function ofMedia(media: RssItem['media'], part: 'title' | 'description'): string | undefined {
  const found = [...(media?.groups ?? []), ...(media?.contents ?? [])].find(each => each[part]?.value);
  if (found) return found[part]!.value;
  return media?.groups?.flatMap(({ contents = [] }) => contents).find(each => each[part]?.value)?.[part]
    ?.value;
}

/** No outlet has a longer name. */
const longestOutlet = 80;

/** Whose an item is by its `source`, unless that is the feed itself or an address. */
function outletOf(source: string | undefined, feed: string | undefined): { outlet?: string } {
  const outlet = line(source);
  const isName = outlet !== null && outlet.length <= longestOutlet && !/^(?:https?:|www\.)/i.test(outlet);
  return isName && outlet !== line(feed) ? { outlet } : {};
}

function line(text: string | undefined): string | null {
  return (text && plainLine(text)) || null;
}
