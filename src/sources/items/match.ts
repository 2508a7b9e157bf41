import { createHash } from 'node:crypto';
import type { FeedItem } from '../feeds/feed.ts';
import { htmlToText } from '../text/html-text.ts';
import { plainText } from '../text/markup.ts';

/** An item of a feed that has been taken before, as far as it is needed to know it again. */
export type KnownItem = {
  /** Given by `matchItems` when it was new; never changes. */
  key: string;
  guid: string | null;
  url: string | null;
  title: string | null;
  /** Of what it said, so that an edit is seen. */
  hash: string;
};

export type Matched = {
  item: FeedItem;
  /** What is to be stored of it now. */
  known: KnownItem;
  change: 'new' | 'edited' | 'same';
};

/**
 * Which items of a feed are new, edited or known. An item is known by its guid; where feeds give several items one
 * guid, or use one again, address and title decide; without a guid by its address, where not all have the same;
 * else by its title or content. Items may come in any order and come twice. Pure.
 * @param known what was taken from this feed before
 */
export function matchItems(items: FeedItem[], known: KnownItem[]): Matched[] {
  const index = new Index(relevantTo(items, known), new Set(items.map(({ id }) => id)));
  const shared = sharedAddresses(items);
  const taken = new Set<string>();
  const keys = new Set(known.map(({ key }) => key));
  return items.flatMap((item): Matched[] => {
    const now = { guid: item.id, url: item.url, title: item.title, hash: hashOf(item) };
    const match = index.find(now, shared);
    if (match && taken.has(match.key)) {
      // The same item twice in one feed, or one indistinguishable from it.
      if (match.hash === now.hash || isSame(match, now)) return [];
    } else if (match) {
      taken.add(match.key);
      const change = match.hash === now.hash ? 'same' : 'edited';
      const next = { ...now, key: match.key };
      index.replace(match, next);
      return [{ item, known: next, change }];
    }
    const fresh = { ...now, key: freeKey(now, keys) };
    keys.add(fresh.key);
    taken.add(fresh.key);
    index.add(fresh);
    return [{ item, known: fresh, change: 'new' }];
  });
}

/** Those that any of the items could be: a source may have been read for years. */
function relevantTo(items: FeedItem[], known: KnownItem[]): KnownItem[] {
  const guids = new Set(items.map(({ id }) => id));
  const titles = new Set(items.map(titleOf));
  const addresses = new Set(items.map(({ url }) => plainAddress(url)));
  return known.filter(
    each =>
      (each.guid !== null && guids.has(each.guid)) ||
      titles.has(titleOf(each)) ||
      (each.url !== null && addresses.has(plainAddress(each.url))),
  );
}

type Unkeyed = Omit<KnownItem, 'key'>;

class Index {
  readonly #byGuid = new Map<string, Set<KnownItem>>();
  readonly #byUrl = new Map<string, Set<KnownItem>>();
  readonly #byTitle = new Map<string, Set<KnownItem>>();

  readonly #present: ReadonlySet<string | null>;

  /** @param present the guids of the items that are in the feed now */
  constructor(items: KnownItem[], present: ReadonlySet<string | null>) {
    this.#present = present;
    for (const item of items) this.add(item);
  }

  add(item: KnownItem): void {
    for (const [map, key] of this.#places(item)) {
      const found = map.get(key);
      if (found) found.add(item);
      else map.set(key, new Set([item]));
    }
  }

  replace(old: KnownItem, item: KnownItem): void {
    for (const [map, key] of this.#places(old)) map.get(key)?.delete(old);
    this.add(item);
  }

  find(item: Unkeyed, shared: Set<string>): KnownItem | null {
    const url = plainAddress(item.url);
    if (item.guid !== null) {
      const same = [...(this.#byGuid.get(item.guid) ?? [])];
      const found =
        same.find(each => isSame(each, item)) ??
        same.find(each => titleOf(each) === titleOf(item) && titleOf(item) !== '') ??
        same.find(each => plainAddress(each.url) === url && !shared.has(url));
      if (found) return found;
    }
    if (url !== '') {
      const same = [...(this.#byUrl.get(url) ?? [])];
      // An address that is every item's, such as the front page, says nothing; and a guid that was
      // changed needs the same title to be believed.
      const needsTitle = shared.has(url) || item.guid !== null;
      const found = same.find(each =>
        needsTitle || each.guid !== null ? titleOf(each) === titleOf(item) : true,
      );
      return found ?? null;
    }
    const titled = [...(this.#byTitle.get(titleOf(item)) ?? [])].filter(each => each.url === null);
    // Some feeds give every item a new guid each time: then what says the same is the same.
    if (item.guid !== null)
      return titled.find(({ guid, hash }) => hash === item.hash && !this.#present.has(guid)) ?? null;
    const same = titled.filter(each => each.guid === null);
    return same.find(({ hash }) => hash === item.hash) ?? (titleOf(item) === '' ? null : (same[0] ?? null));
  }

  #places(item: KnownItem): [Map<string, Set<KnownItem>>, string][] {
    const url = plainAddress(item.url);
    return [
      ...(item.guid === null ? [] : [[this.#byGuid, item.guid] as [Map<string, Set<KnownItem>>, string]]),
      ...(url === '' ? [] : [[this.#byUrl, url] as [Map<string, Set<KnownItem>>, string]]),
      [this.#byTitle, titleOf(item)],
    ];
  }
}

/** Whether two with the same guid are one by address and title, as far as they have them. */
function isSame(one: Unkeyed, other: Unkeyed): boolean {
  return plainAddress(one.url) === plainAddress(other.url) && titleOf(one) === titleOf(other);
}

/** Addresses that several items of a feed with different titles have. */
function sharedAddresses(items: FeedItem[]): Set<string> {
  const titles = new Map<string, Set<string>>();
  for (const { url, title } of items) {
    const address = plainAddress(url);
    if (address === '') continue;
    const found = titles.get(address) ?? new Set();
    titles.set(address, found.add((title ?? '').toLowerCase()));
  }
  return new Set([...titles].filter(([, found]) => found.size > 1).map(([address]) => address));
}

function titleOf({ title }: { title: string | null }): string {
  return (title ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Parameters that say where a reader comes from or which visit it is, not which page. */
const passing =
  /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|at_(?:medium|campaign)|cmpid?|ref|source|sid|session(?:_?id)?|phpsessid|jsessionid|nocache|cachebuster)$/i;

/** An address without what changes though the page is the same. */
function plainAddress(url: string | null): string {
  if (url === null) return '';
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  for (const name of [...parsed.searchParams.keys()])
    if (passing.test(name)) parsed.searchParams.delete(name);
  const host = parsed.host.replace(/^www\./, '');
  const path = parsed.pathname.replace(/;jsessionid=[^/]*/i, '').replace(/\/$/, '');
  return `${host}${path}${parsed.search}${parsed.hash}`;
}

/** Of what an item says: not of its markup, in which counters and advertisements change all the time. */
function hashOf({ title, text, html }: FeedItem): string {
  const content = html === null ? plainText(text ?? '') : htmlToText(html);
  return shortHash([title ?? '', content.replace(/\s+/g, ' ').trim()]);
}

/** The first that is not taken of: the guid; the guid with address and title; and those numbered. */
function freeKey({ guid, url, title, hash }: Unkeyed, keys: Set<string>): string {
  const simple =
    guid !== null ? ['guid', guid] : url !== null ? ['url', plainAddress(url)] : ['content', hash];
  const whole = [...simple, plainAddress(url), title ?? ''];
  for (const parts of [simple, whole]) if (!keys.has(shortHash(parts))) return shortHash(parts);
  let number = 2;
  while (keys.has(shortHash([...whole, String(number)]))) number++;
  return shortHash([...whole, String(number)]);
}

function shortHash(parts: string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 20);
}
