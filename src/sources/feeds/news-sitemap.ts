import { Parser } from 'htmlparser2';
import { plainLine } from '../text/markup.ts';
import type { Feed, FeedItem } from './feed.ts';
import { feedDate } from './feed-date.ts';
import { address, type Base } from './item-parts.ts';

/** A file has 1,000 news at most by its specification; a larger one is not taken whole. */
const mostItems = 5_000;

/**
 * A sitemap of news, `<urlset>` with `<news:news>`, as a feed: title, day and address of each article. Null for any
 * other sitemap: what it lists may be anything. Never throws.
 * @param base the address that it came from
 */
export function fromNewsSitemap(text: string, base: Base): Feed | null {
  const found: Record<string, string>[] = [];
  let entry: Record<string, string> = {};
  let open = '';
  const parser = new Parser(
    {
      onopentag(name) {
        open = name.replace(/^.*:/, '').toLowerCase();
        if (open === 'url') entry = {};
      },
      ontext(words) {
        if (open !== '') entry[open] = (entry[open] ?? '') + words;
      },
      onclosetag(name) {
        const closed = name.replace(/^.*:/, '').toLowerCase();
        if (closed === 'url' && entry.title && entry.loc && found.length < mostItems) found.push(entry);
        open = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (found.length === 0) return null;
  return {
    format: 'sitemap',
    title: line(found[0]!.name),
    home: base !== null && URL.canParse(base) ? new URL('/', base).href : null,
    language: line(found[0]!.language),
    ttlMinutes: null,
    salvaged: false,
    items: found.map(
      ({ loc, title, publication_date: day }): FeedItem => ({
        id: null,
        url: address(loc, base),
        title: line(title),
        publishedAt: feedDate(day),
        updatedAt: null,
        author: null,
        text: null,
        html: null,
      }),
    ),
  };
}

const line = (text: string | undefined) => (text && plainLine(text)) || null;
