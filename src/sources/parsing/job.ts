import type { Feed, NoFeed } from '../feeds/feed.ts';
import type { PageFeeds } from '../feeds/page-feeds.ts';
import type { Opml } from '../opml/opml.ts';

/** What came from somewhere: its bytes, and the encoding and address it came with, where known. */
export type Received = { bytes: Uint8Array; charset?: string | null; url?: string | null };

/** What each kind of job gives. */
export type Answers = {
  feed: Feed | NoFeed;
  page: PageFeeds;
  opml: Opml | { reason: NoFeed['reason'] };
};
export type Kind = keyof Answers;
export type Job = Received & { kind: Kind };
