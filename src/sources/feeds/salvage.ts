import type { Feed, FeedItem } from './feed.ts';
import { type Tag, tagsOf } from './xml-tags.ts';

type Parse = (text: string) => Feed;

/**
 * What can be saved of an XML feed that is cut off or broken somewhere: every item that is whole and can be
 * parsed. An item that is cut off is left for the next time, as half of an article would be read as one.
 * @param parse throws for what it can't parse
 */
export function salvageXml(text: string, parse: Parse): Feed | null {
  const pieces = piecesOf(text);
  if (pieces === null) return null;
  const { head, items, foot } = pieces;
  const whole = (some: string[]) => parse(head + some.join('\n') + foot);
  let feed: Feed | null = null;
  let left = mostParses;
  const parsed = (some: string[]): FeedItem[] => {
    if (left <= 0) return [];
    left -= 1;
    try {
      const found = whole(some);
      feed ??= found;
      if (found.items.length === some.length || some.length === 1) return found.items;
    } catch {
      if (some.length <= 1) return [];
    }
    // One item spoils the others: it is found by halving, so that it alone is lost.
    const middle = some.length >> 1;
    return [...parsed(some.slice(0, middle)), ...parsed(some.slice(middle))];
  };
  const saved = parsed(items);
  return feed === null ? null : { ...(feed as Feed), salvaged: true, items: saved };
}

/** A feed with more broken items than this many parses can find is hostile: what was saved by then is enough. */
const mostParses = 500;

/** An item or entry, whatever its prefix. */
export const itemName = /^(?:[\w.-]+:)?(?:item|entry)$/i;

/** The text before the first item, the items that are whole, and the closing tags that the head needs. */
function piecesOf(text: string): { head: string; items: string[]; foot: string } | null {
  const open: string[] = [];
  let first: Tag | undefined;
  for (const tag of tagsOf(text)) {
    if (tag.kind === 'open' && itemName.test(tag.name)) {
      first = tag;
      break;
    }
    if (tag.kind === 'open') open.push(tag.name);
    const opened = tag.kind === 'close' ? open.lastIndexOf(tag.name) : -1;
    if (opened >= 0) open.length = opened;
  }
  if (!first) return null;
  const foot = open.reverse().map(name => `</${name}>`);
  return { head: text.slice(0, first.start), items: itemsIn(text, first), foot: foot.join('') };
}

/** At most this many unterminated sections are skipped: each means another pass over the rest. */
const mostBreaks = 50;

function itemsIn(text: string, { name, start }: Tag): string[] {
  const items: string[] = [];
  let from = start;
  for (let breaks = 0; from >= 0 && breaks <= mostBreaks; breaks++) {
    let open = -1;
    for (const tag of tagsOf(text, from)) {
      if (tag.name !== name) continue;
      // One that was never closed ends where the next begins.
      if (open >= 0)
        items.push(
          tag.kind === 'close' ? text.slice(open, tag.end) : `${text.slice(open, tag.start)}</${name}>`,
        );
      open = tag.kind === 'open' ? tag.start : -1;
      from = tag.end;
    }
    from = openingOf(text, name, Math.max(from, open + 1));
  }
  return items;
}

/** Where the next element of a name begins, wherever that is; -1 for nowhere. */
function openingOf(text: string, name: string, from: number): number {
  let at = text.indexOf(`<${name}`, from);
  while (at >= 0 && !/[\s>]/.test(text[at + name.length + 1] ?? '')) at = text.indexOf(`<${name}`, at + 1);
  return at;
}

/**
 * The same for JSON Feed: what comes before the items, and every item that is whole.
 * @returns the text of a JSON Feed with those, null where there is no list of items
 */
export function salvageJson(text: string): string | null {
  const list = /"items"\s*:\s*\[/.exec(text);
  if (!list) return null;
  const items: string[] = [];
  let [depth, start, inString] = [0, -1, false];
  for (let at = list.index + list[0].length; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' && depth++ === 0) start = at;
    else if (char === '}' && --depth === 0) items.push(text.slice(start, at + 1));
    else if (char === ']' && depth === 0) break;
  }
  const whole = items.filter(isJson);
  const head = `${text.slice(0, list.index)}"items":[]}`;
  return `${isJson(head) ? head.slice(0, -2) : '{"version":"https://jsonfeed.org/version/1.1","items":['}${whole.join(',')}]}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
