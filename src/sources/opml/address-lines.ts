import { decode } from '../text/decoding.ts';
import type { Opml, OpmlFeed } from './opml.ts';

const address = /^(?:"?)(https?:\/\/[^\s"<>]{1,2000})(?:"?)(?=\s|,|;|$)/i;
/** A name and an address, as in a table: `Name, address`. */
const named = /^"?([^"\t,;]{1,200})"?[,;\t] ?"?(https?:\/\/[^\s"<>,;]{1,2000})"?[,;]?$/i;
/** The names of a table's columns. */
const columns = /\b(?:url|link|feed|address)\b/i;

/**
 * A list of feeds as plain lines: an address each, followed by tags as newsboat has them, or a name and an address;
 * lines after `#` are notes. Null where any other line is among them: it is a text then, not a list.
 */
export function addressLines(bytes: Uint8Array): Opml | null {
  const decoded = decode(bytes);
  if (!('text' in decoded)) return null;
  const feeds: OpmlFeed[] = [];
  for (const [at, written] of decoded.text.split(/\r?\n/).entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const feed = feedIn(line);
    if (feed !== null) feeds.push(feed);
    else if (at > 0 || !columns.test(line)) return null;
  }
  return feeds.length === 0 ? null : { title: null, feeds };
}

function feedIn(line: string): OpmlFeed | null {
  const [, title, listed] = named.exec(line) ?? [];
  if (title !== undefined && listed !== undefined && !/^https?:/i.test(title))
    return { url: listed, title: title.trim(), home: null, folders: [] };
  const found = address.exec(line);
  if (!found) return null;
  const rest = line.slice(found[0].length).replace(/^[\s,;]{1,9}/, '');
  // More than tags is a sentence that begins with a link.
  const tags = [...rest.matchAll(/"([^"]{1,100})"|([^\s"]{1,100})/g)].map(
    ([, quoted, word]) => quoted ?? word!,
  );
  if (tags.length > mostTags || /\p{L}[.!?]$/u.test(rest)) return null;
  const own = tags.find(tag => tag.startsWith('~'))?.slice(1);
  const labels = tags.filter(tag => !/^[~!]/.test(tag));
  return {
    url: found[1]!,
    title: own || null,
    home: null,
    folders: [],
    ...(labels.length > 0 ? { labels } : {}),
  };
}

const mostTags = 6;
