import { parseFeed } from '@rowanmanning/feed-parser';
import { plainLine } from '../text/markup.ts';
import type { Feed } from './feed.ts';
import { address, type Base, contentOf, nameOf } from './item-parts.ts';

/**
 * A feed as @rowanmanning/feed-parser takes it, which is laxer about what a feed is: for those that feedsmith refuses.
 * @throws an Error for anything but a feed
 */
export function fromFeedParser(text: string, base: Base): Feed {
  const feed = parseFeed(text);
  const format =
    feed.meta.type === 'atom'
      ? 'atom'
      : feed.meta.version === '1.0' || feed.meta.version === '0.90'
        ? 'rdf'
        : 'rss';
  return {
    format,
    title: feed.title === null ? null : plainLine(feed.title),
    home: address(feed.url ?? undefined, base),
    language: feed.language,
    ttlMinutes: null,
    salvaged: false,
    items: feed.items.map(item => ({
      id: item.id,
      url: address(item.url ?? undefined, base),
      title: item.title === null ? null : plainLine(item.title),
      publishedAt: item.published?.toISOString() ?? null,
      updatedAt: item.updated?.toISOString() ?? null,
      author: nameOf(item.authors.map(({ name }) => name ?? '')),
      ...contentOf(item.description ?? undefined, item.content ?? undefined),
    })),
  };
}
