import { Parser } from 'htmlparser2';

/** A feed that a page names: `declared` in its head, or `linked` by an anchor that looks like one. */
export type NamedFeed = { url: string; title: string | null; how: 'declared' | 'linked' };

/** What a page says of itself and of its feeds, the declared ones first; each address once. */
export type PageFeeds = { title: string | null; feeds: NamedFeed[] };

const feedType = /^\s*(?:application|text)\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|json\b|x-rss|xml\s*$)/i;

/** Last parts of a path that feeds have, as they are; endings; words in the names of files with other endings. */
const feedNames = new Set('feed feeds rss rss2 atom rdf'.split(' '));
const feedEndings = new Set('rss atom rdf'.split(' '));
const otherEndings = new Set('xml json php'.split(' '));
const feedParts = new Set('feed rss atom'.split(' '));
const feedWords =
  /^(?:(?:our|the|main|full|subscribe\s+(?:to|via|by))\s+)*(?:rss|atom|xml|json)(?:[\s-]*(?:feed|2\.0))?s?$|^(?:rss\s+)?feed$/i;

/** At most this many are kept: a page may name any number. */
const mostFeeds = 50;

/**
 * The feeds that a page names: `<link rel="alternate">` with a feed's type, JSON Feed included, then anchors whose
 * address or words look like a feed's. Comments' feeds come last. Never throws, in one pass.
 * @param url the page's own address, which relative ones are relative to
 */
export function pageFeeds(html: string, url: string | null): PageFeeds {
  const found = new Map<string, NamedFeed>();
  let base = url;
  let [title, inTitle] = ['', false];
  let anchor: { href: string; words: string } | null = null;
  const add = (href: string | undefined, named: string | null, how: NamedFeed['how']) => {
    const address = absoluteAddress(href, base);
    if (address === null || found.size >= mostFeeds) return;
    const known = found.get(address);
    if (!known || (known.how === 'linked' && how === 'declared'))
      found.set(address, { url: address, title: named?.replace(/\s+/g, ' ').trim() || null, how });
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'base' && attributes.href) base = absoluteAddress(attributes.href, url) ?? base;
        if (name === 'link' && isAlternate(attributes))
          add(attributes.href, attributes.title ?? null, 'declared');
        if (name === 'title' && title === '') inTitle = true;
        if (name === 'a' && attributes.href)
          anchor = { href: attributes.href, words: attributes.title ?? attributes['aria-label'] ?? '' };
      },
      ontext(text) {
        if (inTitle) title += text;
        if (anchor && anchor.words.length < 200) anchor.words += text;
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (name !== 'a' || !anchor) return;
        if (isFeedLike(anchor.href, anchor.words)) add(anchor.href, anchor.words, 'linked');
        anchor = null;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const rank = ({ how, url: address, title: named }: NamedFeed) =>
    (how === 'declared' ? 0 : 2) + (/comments?\b/i.test(`${address} ${named ?? ''}`) ? 1 : 0);
  return {
    title: title.replace(/\s+/g, ' ').trim() || null,
    feeds: [...found.values()].sort((a, b) => rank(a) - rank(b)),
  };
}

function isAlternate({ rel, type, href }: { [name: string]: string | undefined }): boolean {
  const relations = rel?.toLowerCase().split(/\s+/) ?? [];
  if (relations.includes('feed')) return true;
  if (!relations.includes('alternate') || relations.includes('stylesheet')) return false;
  if (!feedType.test(type ?? '')) return false;
  // Many sites also declare their pages' data as JSON and oEmbed: those aren't feeds.
  const isPlainJson = /json\b/i.test(type!) && !/feed\+json/i.test(type!);
  return !(isPlainJson && /wp-json|oembed|\/api\//i.test(href ?? '')) && !/oembed/i.test(`${type} ${href}`);
}

function isFeedLike(href: string, words: string): boolean {
  if (/^(?:#|mailto:|javascript:|tel:)/i.test(href)) return false;
  if (/^feed:/i.test(href)) return true;
  const path = href.slice(0, longestHref).split(/[?#]/, 1)[0]!;
  return (
    isFeedName(path.split('/').findLast(part => part !== '') ?? '') ||
    feedWords.test(words.trim()) ||
    /[?&](?:feed|format)=(?:rss2?|atom|rdf|feed)\b/i.test(href)
  );
}

const longestHref = 2_000;

function isFeedName(part: string): boolean {
  const name = part.toLowerCase();
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)];
  if (dot < 0) return feedNames.has(name);
  return (
    feedEndings.has(ending) ||
    (otherEndings.has(ending) && stem.split(/[_-]/).some(word => feedParts.has(word)))
  );
}

/** The address of a link on a page, without its fragment; null for one that is none of the web. */
export function absoluteAddress(href: string | undefined, base: string | null): string | null {
  const text = href
    ?.trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  if (!text) return null;
  if (!URL.canParse(text, base ?? undefined)) return base === null ? text : null;
  const url = new URL(text, base ?? undefined);
  url.hash = '';
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** The usual names of feeds, the likeliest first; those after the fourth are looked for at the root only. */
const usual = [
  'feed',
  'rss.xml',
  'feed.xml',
  'rss',
  'atom.xml',
  'index.xml',
  'feed.json',
  'feeds/posts/default',
];

/** The addresses at which a site may have a feed that none of its pages names: at the root and in the page's folder. */
export function usualAddresses(page: string): string[] {
  const { origin, pathname } = new URL(page);
  const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
  const folders = ['/', folder, pathname.endsWith('/') ? folder : `${pathname}/`];
  const addresses = usual.flatMap((name, at) =>
    (at < 4 ? folders : ['/']).map(path => `${origin}${path}${name}`),
  );
  return [...new Set(addresses)];
}
