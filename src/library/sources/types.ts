/** Where articles come from. `channel`: one of Telegram. */
export type SourceKind = 'feed' | 'page' | 'folder' | 'channel';

/** A source as its owner has set it up. Moments are milliseconds since the epoch. */
export type Source = {
  id: number;
  kind: SourceKind;
  /** The outlet's name, as it is shown with its articles. */
  name: string;
  /** The name is the owner's: the source's own title no longer replaces it. */
  renamed: boolean;
  /** A feed's or page's address with its secrets, a folder's path, or `telegram:<chat id>`. */
  url: string;
  /** The page that a feed belongs to. */
  home: string | null;
  labels: string[];
  /** The folders of an OPML list that it came in, the outermost first. */
  folders: string[];
  /** As the source or its owner says, such as `en`. */
  language: string | null;
  /** Where its articles' text is taken from: `auto` fetches the page if the feed has only a teaser. */
  textFrom: 'auto' | 'feed' | 'page';
  /** Its articles never appear in a digest. */
  archive: boolean;
  paused: boolean;
  added: number;
  /** When it is asked next; null for one that is not asked. */
  dueAt: number | null;
  /** The state of polling as JSON; null before the first time. */
  polling: string | null;
  /** Removed, and can still be brought back. */
  removedAt: number | null;
};

export type NewSource = Pick<Source, 'kind' | 'name' | 'url'> &
  Partial<
    Pick<
      Source,
      'renamed' | 'home' | 'labels' | 'folders' | 'language' | 'textFrom' | 'archive' | 'dueAt' | 'polling'
    >
  >;

export type SourceChanges = Partial<
  Pick<
    Source,
    | 'name'
    | 'renamed'
    | 'url'
    | 'home'
    | 'labels'
    | 'folders'
    | 'language'
    | 'textFrom'
    | 'archive'
    | 'paused'
  >
>;

/** An item that was taken from a source before; see `matchItems`. */
export type SourceItem = {
  key: string;
  guid: string | null;
  url: string | null;
  title: string | null;
  hash: string;
  /** The id of its article; null if it was not taken. */
  article: string | null;
  /** Why it was not taken. */
  problem: string | null;
  /** Only a teaser could be had. */
  teaser: boolean;
};

/** Something that an owner is notified of: see `SourceEvent` of the polling. */
export type SourceNews = {
  id: number;
  source: number;
  /** The source's name at that moment. */
  name: string;
  kind: string;
  cause: string | null;
  happened: number;
};

/** How many articles came from a source: in all, and since a moment; when the last one came. */
export type SourceFigures = { articles: number; recent: number; lastArrival: number | null };

/** The figures of a source that no article came from. */
export const noFigures: SourceFigures = { articles: 0, recent: 0, lastArrival: null };

/** A page that could not be fetched, to be tried again. */
export type PageRetry = {
  source: number;
  item: SourceItem;
  /** What the feed says of the article, as JSON. */
  facts: string;
  /** How many times it could not be fetched. */
  tries: number;
};

export type PageRetries = {
  /** Pages to be fetched by `now` of sources that are neither paused nor removed, the longest overdue first. */
  duePages(now: number, limit: number): Promise<PageRetry[]>;
  /** Notes when an item's page is fetched again, in place of what was noted before. */
  keepPageRetry(
    source: number,
    key: string,
    retry: Pick<PageRetry, 'facts' | 'tries'> & { dueAt: number },
  ): Promise<void>;
  dropPageRetry(source: number, key: string): Promise<void>;
};

/** The sources, what came from them, and what is to be said about them. */
export type Sources = PageRetries & {
  /** Adds a source; one with the same address that is there already, or was removed, is given back as it was. */
  add(source: NewSource, now: number): Promise<{ source: Source; isNew: boolean }>;
  get(id: number): Promise<Source | null>;
  /** Those that were not removed, by name. */
  list(): Promise<Source[]>;
  /** The source at an address, removed ones included. */
  at(url: string): Promise<Source | null>;
  /** Those to be asked by `now`, the longest overdue first. */
  due(now: number, limit: number): Promise<Source[]>;
  change(id: number, changes: SourceChanges): Promise<void>;
  /** Stores the state of polling, and the address where it has moved to. */
  setPolling(id: number, state: { polling: string; dueAt: number; url: string }): Promise<void>;
  /** Asks it at the next opportunity. */
  setDue(id: number, dueAt: number): Promise<void>;
  /** Removes a source; until `erase` it can be brought back. */
  remove(id: number, now: number, options: { withArticles: boolean }): Promise<void>;
  /** Brings a removed one back; false if it is erased or was never removed. */
  restore(id: number): Promise<boolean>;
  /** Those removed before a moment, each with whether its articles go too. */
  removedBefore(moment: number): Promise<{ id: number; withArticles: boolean }[]>;
  /** Deletes a removed source and what is known of its items. */
  erase(id: number): Promise<void>;
  /** All items that were taken from it. */
  items(id: number): Promise<SourceItem[]>;
  keepItems(id: number, items: readonly SourceItem[], now: number): Promise<void>;
  /** At most `limit` ids of articles that came from it and are there. */
  articles(id: number, limit: number): Promise<string[]>;
  /** The items of an article's id: whether it came from a source, and was only a teaser. */
  itemOf(article: string): Promise<(SourceItem & { source: number }) | null>;
  figures(since: number): Promise<Map<number, SourceFigures>>;
  addEvents(
    id: number,
    events: readonly { kind: string; cause: string | null }[],
    now: number,
  ): Promise<void>;
  /** What happened and was not yet reported, the oldest first; and when something last was. */
  unreported(): Promise<{ events: SourceNews[]; lastReported: number | null }>;
  setReported(ids: readonly number[], now: number): Promise<void>;
};
