import type { Feed, NoFeed } from './feed.ts';
import { fromFeedParser } from './from-feed-parser.ts';
import { fromFeedsmith } from './from-feedsmith.ts';
import type { Base } from './item-parts.ts';
import { strictJson } from './lax-json.ts';
import { fromNewsSitemap } from './news-sitemap.ts';
import { modernXml } from './old-xml.ts';
import { fromRssInJson } from './rss-in-json.ts';
import { itemName, salvageJson, salvageXml } from './salvage.ts';
import { tagsOf } from './xml-tags.ts';

/**
 * A feed from its text, whatever its format: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, sitemaps of news. Of one that
 * is cut off or malformed, what can be saved. Never throws. May take seconds and much memory for a hostile
 * text: `createParser` runs it on a thread with limits.
 * @param base the address that the feed came from, null if it has none
 */
export function parseFeedText(text: string, base: Base): Feed | NoFeed {
  const bare = withoutJunk(text);
  if (bare === '') return { reason: 'empty' };
  if (/^[{[]/.test(bare)) return ofJson(bare, base);
  const clean = modernXml(bare);
  const root = rootOf(clean);
  if (root === null || root === 'html') return { reason: 'not-a-feed' };
  if (root === 'urlset') return fromNewsSitemap(clean, base) ?? { reason: 'not-a-feed' };
  const strict = (some: string) => fromFeedsmith(some, base);
  const lenient = (some: string) => fromFeedParser(some, base);
  const renamed = withoutReservedNames(clean);
  // The lenient parser takes minutes over a long feed that is cut off: it comes first only for a feed that is
  // whole and of a kind that the strict one doesn't know.
  const attempts: (() => Feed | null)[] = [
    () => strict(clean),
    () => (isWhole(clean, root) ? lenient(clean) : null),
    () => (renamed === clean ? null : strict(renamed)),
    () => salvageXml(renamed, strict),
    () => lenient(clean),
  ];
  const count = countItems(clean);
  let best: Feed | null = null;
  for (const attempt of attempts) {
    const feed = orNull(attempt);
    // A tag that is never closed makes a parser swallow the items after it without a word.
    if (feed && feed.items.length >= count)
      return count > 0 || isWhole(clean, root) ? feed : { reason: 'malformed' };
    // Of two with as many items, the one that was taken apart item by item has them whole.
    if (feed && feed.items.length >= (best?.items.length ?? 1)) best = feed;
    if (best?.salvaged) break;
  }
  if (best) return { ...best, salvaged: true };
  return { reason: feedRoots.has(root) ? 'malformed' : 'not-a-feed' };
}

const feedRoots = new Set(['rss', 'rdf', 'feed', 'channel', 'rdf:rdf', 'atom:feed']);

/** Null where the parser refuses it: the next, more lenient attempt follows. */
function orNull(parse: () => Feed | null): Feed | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

/** Whether the outermost element is closed. */
function isWhole(text: string, root: string): boolean {
  return text.slice(-200).toLowerCase().includes(`</${root}`);
}

function ofJson(text: string, base: Base): Feed | NoFeed {
  const attempts: [attempt: () => string | null, salvaged: boolean][] = [
    [() => text, false],
    [() => strictJson(text), false],
    [() => salvageJson(strictJson(text)), true],
  ];
  for (const [made, salvaged] of attempts) {
    const attempt = made();
    if (attempt === null) continue;
    try {
      return fromRssInJson(attempt, base) ?? { ...fromFeedsmith(attempt, base), salvaged };
    } catch {
      // Cut off or no feed: what is whole of it is tried next.
    }
  }
  return { reason: 'not-a-feed' };
}

/** References to signs that XML forbids: `&#1;`. */
const forbiddenReference = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));/gi;

/** Without what comes before the first tag or brace, and without signs that XML forbids. */
function withoutJunk(text: string): string {
  const start = text.search(/[<{[]/);
  if (start < 0) return text.trim();
  return text
    .slice(start)
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(forbiddenReference, '');
}

/** The name of the outermost element in small letters. */
function rootOf(text: string): string | null {
  for (const tag of tagsOf(text)) return tag.name.toLowerCase();
  return null;
}

function countItems(text: string): number {
  let count = 0;
  for (const tag of tagsOf(text)) if (tag.kind !== 'close' && itemName.test(tag.name)) count++;
  return count;
}

/** Names that the parsers refuse a whole feed for, as they are also those of JavaScript's objects. */
function withoutReservedNames(text: string): string {
  return text
    .replace(/(<\/?)(__proto__|constructor|prototype)(?=[\s/>])/gi, '$1x-$2')
    .replace(/(\s)(__proto__|constructor|prototype)(?=\s*=\s*["'])/gi, '$1x-$2');
}
