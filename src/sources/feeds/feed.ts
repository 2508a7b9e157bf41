/** The kinds of feeds. */
type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json' | 'sitemap';

/**
 * One item of a feed, as far as the feed gives it. Texts are as the feed means them: entities decoded once,
 * HTML still HTML. Days are ISO 8601 with a zone where the feed names one.
 */
export type FeedItem = {
  /** The guid, Atom id or RDF address as given; may repeat within a feed. */
  id: string | null;
  /** Absolute where the feed or its address allows it. */
  url: string | null;
  /** Plain text on one line. */
  title: string | null;
  publishedAt: string | null;
  updatedAt: string | null;
  author: string | null;
  /** Whose the item is, where the feed has it from another outlet. */
  outlet?: string;
  /** The item as plain text, its paragraphs with a blank line between: the teaser if the feed has both a teaser and the full text. */
  text: string | null;
  /** The fullest content as HTML; null where the feed gives plain text only. */
  html: string | null;
};

/** A feed, whatever its format. */
export type Feed = {
  format: FeedFormat;
  title: string | null;
  /** The page it belongs to. */
  home: string | null;
  /** As the feed writes it, such as `en-GB`. */
  language: string | null;
  /** How long the feed asks to be left alone, in minutes: `ttl`, or the syndication module's period. */
  ttlMinutes: number | null;
  /** Only a part could be read: the feed is cut off or malformed. */
  salvaged: boolean;
  items: FeedItem[];
};

/** Why there is no feed: `not-a-feed` also for a page; `too-slow` and `too-large` where a limit was reached. */
export type NoFeed = { reason: 'not-a-feed' | 'malformed' | 'empty' | 'too-slow' | 'too-large' };
