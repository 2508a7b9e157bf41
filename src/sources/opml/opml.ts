import { generateOpml, parseOpml as parseDocument } from 'feedsmith';
import type { NoFeed } from '../feeds/feed.ts';
import { addressWithoutSecrets } from '../fetch/address.ts';

/** A feed as a list names it, or a page that is read again when it changes. */
export type OpmlFeed = {
  url: string;
  /** A page, not a feed. */
  isPage?: true;
  title: string | null;
  /** The page it belongs to. */
  home: string | null;
  /** The folders that it is in, the outermost first; none for one at the top. */
  folders: string[];
  description?: string;
  language?: string;
  /** Its owner's labels; here without commas. */
  labels?: string[];
  /** Where its articles' text is taken from, if the list says so. */
  textFrom?: 'feed' | 'page';
  /** Its articles never appear in a digest. */
  archive?: true;
};

/** A list of feeds, in its order. A feed that is in two folders comes twice. */
export type Opml = { title: string | null; feeds: OpmlFeed[] };

type Outline = NonNullable<NonNullable<ReturnType<typeof parseDocument<string>>['body']>['outlines']>[number];

/** What OPML has no attributes for. */
const ownAttributes = ['textFrom', 'archive', 'watched'] as const;

/** A list of feeds from its text; of one that is cut off, the feeds before. Never throws. */
export function parseOpml(text: string): Opml | { reason: NoFeed['reason'] } {
  const start = text.search(/<(?:\?xml|opml|!--)/i);
  if (text.trim() === '') return { reason: 'empty' };
  if (start < 0 || !/<opml[\s>]/i.test(text)) return { reason: 'not-a-feed' };
  for (const attempt of [text.slice(start), mended(text)]) {
    try {
      const { head, body } = parseDocument(attempt, { extraOutlineAttributes: ownAttributes });
      return { title: head?.title ?? null, feeds: feedsIn(body?.outlines ?? []) };
    } catch {
      // Cut off or malformed: tried again with what matters of it.
    }
  }
  return { reason: 'malformed' };
}

function feedsIn(outlines: Outline[]): OpmlFeed[] {
  const feeds: OpmlFeed[] = [];
  const waiting = outlines.map(outline => ({ outline, folders: [] as string[] })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { outline, folders } = next;
    const { url, ...kind } = placeOf(outline);
    const named = outline.title || outline.text || null;
    const title = named === url ? null : named;
    if (url)
      feeds.push({
        url,
        title,
        home: outline.htmlUrl || null,
        folders,
        ...kind,
        ...(outline.description ? { description: outline.description } : {}),
        ...(outline.language ? { language: outline.language } : {}),
        ...settingsOf(outline),
      });
    const inside = title === null || url ? folders : [...folders, title];
    for (const child of (outline.outlines ?? []).toReversed())
      waiting.push({ outline: child, folders: inside });
  }
  return feeds;
}

/** Where an outline's articles come from; no `url` for a folder or a note. */
function placeOf(outline: Outline & { watched?: string }): { url?: string; isPage?: true } {
  const feed = outline.xmlUrl?.trim();
  if (feed) return { url: feed };
  // Any other link of a list is not a source: some people keep their bookmarks in one.
  const page = outline.type === 'link' && outline.watched === 'true' ? outline.url?.trim() : undefined;
  return page ? { url: page, isPage: true } : {};
}

function settingsOf({
  category = '',
  textFrom,
  archive,
}: Outline & { textFrom?: string; archive?: string }): Partial<OpmlFeed> {
  const labels = category.split(',').flatMap(label => label.trim() || []);
  return {
    ...(labels.length > 0 ? { labels } : {}),
    ...(textFrom === 'feed' || textFrom === 'page' ? { textFrom } : {}),
    ...(archive === 'true' ? { archive: true as const } : {}),
  };
}

const attribute =
  /\b(text|title|type|url|xmlUrl|htmlUrl|category|language|textFrom|archive|watched)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi;

/**
 * A list that is cut off, or has unescaped quote marks or tags in its texts: its outlines with the attributes
 * that matter, and closed where they are not.
 */
function mended(text: string): string {
  const parts = text.split(/(?=<\/?outline[\s>])/i).slice(1);
  let [made, depth] = ['', 0];
  for (const part of parts) {
    const end = part.lastIndexOf('>');
    if (end < 0) break;
    if (part.startsWith('</')) {
      if (depth > 0) made += '</outline>';
      depth = Math.max(0, depth - 1);
      continue;
    }
    const known = new Map<string, string>();
    for (const [whole, name] of part.matchAll(attribute))
      if (!known.has(name!.toLowerCase())) known.set(name!.toLowerCase(), whole);
    const isEmpty = /\/>\s*(?:<\/(?:body|opml)>\s*)*$/i.test(part);
    made += `<outline ${[...known.values()].join(' ')}${isEmpty ? '/' : ''}>`;
    if (!isEmpty) depth++;
  }
  const head = /<title>[^<>]*<\/title>/i.exec(text)?.[0] ?? '';
  return `<opml version="2.0"><head>${head}</head><body>${made}${'</outline>'.repeat(depth)}</body></opml>`;
}

type Folder = { text: string; title?: string; outlines: (Folder | Outline)[] };

/** A list as OPML 2.0. Names and passwords in addresses are left out. */
export function writeOpml({ title, feeds }: Opml): string {
  const top: Folder = { text: '', outlines: [] };
  const folders = new Map<string, Folder>();
  for (const feed of feeds) {
    let folder = top;
    for (const [depth, name] of feed.folders.entries()) {
      const key = JSON.stringify(feed.folders.slice(0, depth + 1));
      let inner = folders.get(key);
      if (!inner) {
        inner = { text: name, title: name, outlines: [] };
        folders.set(key, inner);
        folder.outlines.push(inner);
      }
      folder = inner;
    }
    folder.outlines.push(outlineOf(feed));
  }
  const document = { head: title === null ? {} : { title }, body: { outlines: top.outlines as never } };
  return generateOpml(document, { extraOutlineAttributes: ownAttributes });
}

function outlineOf(feed: OpmlFeed): Outline {
  const { url, isPage, title, home, description, language, labels, textFrom, archive } = feed;
  const named = title ?? addressWithoutSecrets(url);
  return {
    text: named,
    ...(title === null ? {} : { title }),
    ...(isPage
      ? { type: 'link', url: addressWithoutSecrets(url), watched: 'true' }
      : { type: 'rss', xmlUrl: addressWithoutSecrets(url) }),
    ...(home === null ? {} : { htmlUrl: addressWithoutSecrets(home) }),
    ...(description === undefined ? {} : { description }),
    ...(language === undefined ? {} : { language }),
    ...(labels?.length ? { category: labels.join(',') } : {}),
    ...(textFrom === undefined ? {} : { textFrom }),
    ...(archive ? { archive: 'true' } : {}),
  };
}
