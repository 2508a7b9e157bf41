import { decodeHTML } from 'entities';
import { withoutInvisible } from '../../system/invisible-characters.ts';

export type Data = Record<string, unknown>;

/** The articles in a page's JSON-LD, in order, and every entry that has an `@id`. */
export type PageData = {
  articles: Data[];
  /** Descriptions of whole pages that have a day of publication. */
  pages: Data[];
  byId: Map<string, Data>;
};

type Queryable = { querySelectorAll(selector: string): Iterable<{ textContent: string | null }> };

/** Entries that are examined: bounds the work on a huge page. */
const mostEntries = 2_000;

/** Reads the JSON-LD of a page: objects, lists and graphs; scripts that are not JSON are skipped. */
export function dataOf(document: Queryable): PageData {
  const data: PageData = { articles: [], pages: [], byId: new Map() };
  const waiting: unknown[] = [];
  for (const script of document.querySelectorAll('script[type^="application/ld+json"]'))
    waiting.push(parsed(script.textContent ?? '') ?? salvaged(script.textContent ?? ''));
  for (let at = 0; at < Math.min(waiting.length, mostEntries); at++) {
    const next = waiting[at];
    if (Array.isArray(next)) waiting.push(...next.slice(0, mostEntries));
    if (typeof next !== 'object' || next === null || Array.isArray(next)) continue;
    const entry = next as Data;
    const id = entry['@id'];
    // Elsewhere an entry may be a mere reference.
    if (typeof id === 'string' && Object.keys(entry).length > 1 && !data.byId.has(id))
      data.byId.set(id, entry);
    if (isArticle(entry)) data.articles.push(entry);
    else if (isPage(entry)) data.pages.push(entry);
    waiting.push(entry['@graph'], entry.mainEntity, entry.mainEntityOfPage, entry.author, entry.publisher);
  }
  return data;
}

/** The value of a key, if `value` is an object. */
export function find(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Data)[key] : undefined;
}

const mostNames = 20;
/** Lists within lists of authors. */
const deepestList = 3;

/** `"A"`, `{name: "A"}`, `{"@id": "#a"}` or a list of these, of which people go before organizations. */
export function namesOf(value: unknown, byId: Map<string, Data>): string | null {
  const entries = [value].flat(deepestList).slice(0, mostNames);
  const people = entries.filter(entry => find(entry, '@type') === 'Person');
  const names = (people.length > 0 ? people : entries).flatMap(entry => {
    const own = [find(entry, 'name')].flat().flatMap(name => plainText(name) ?? []);
    const pointedAt = plainText(find(byId.get(String(find(entry, '@id'))), 'name'));
    const given = [plainText(entry) ?? [], own].flat();
    return (given.length > 0 ? given : [pointedAt]).flatMap(name => withoutAddress(name) ?? []);
  });
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

/** An author is often given as the URL of a profile, or as an address to write to, or not at all: that is not a name. */
export function withoutAddress(name: string | null): string | null {
  return name === null ||
    /^(https?:)?\/\/|^@|^[^\s@]{1,80}@[^\s@]{1,80}\.[^\s@]{1,20}$/.test(name) ||
    placeholder.test(name)
    ? null
    : name.replace(/^by\s+(?=\p{Lu})/iu, '');
}

/** `[[author]]`, `{{ author.name }}`, `undefined`: what a template left in place of a name. */
const placeholder = /\[\[|\{\{|\$\{|<%|%%|^\[object |^(?:undefined|null|none|false)$/i;

/** A text of the data on one line; null for anything else and for an empty one. */
export function plainText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? plain(value) : null;
}

/** On one line, entities decoded: JSON-LD often contains them as HTML would. */
export function plain(text: string): string {
  return withoutInvisible(decodeHTML(text)).replace(/\s+/g, ' ').trim();
}

function isArticle(entry: Data): boolean {
  return [entry['@type']].flat().some(type => /(Article|BlogPosting|^Report|\/Report)$/.test(String(type)));
}

function isPage(entry: Data): boolean {
  return 'datePublished' in entry && [entry['@type']].flat().some(type => /Page$/.test(String(type)));
}

/**
 * Of data that no attempt can parse, such as with bare quote marks in a headline: type, days and author of the only
 * article in them.
 */
function salvaged(text: string): Data | null {
  const only = (pattern: RegExp) => {
    const found = new Set([...text.matchAll(pattern)].map(match => match[1]!));
    return found.size === 1 ? [...found][0] : undefined;
  };
  const type = only(/"@type"\s*:\s*"(\w{0,30}Article|BlogPosting|Report)"/g);
  if (type === undefined) return null;
  return {
    '@type': type,
    datePublished: only(/"datePublished"\s*:\s*"([^"\n]{4,40})"/g),
    dateModified: only(/"dateModified"\s*:\s*"([^"\n]{4,40})"/g),
    author: only(/"author"\s{0,9}:\s{0,9}(?:\[\s{0,99})?\{[^{}]{0,200}?"name"\s*:\s*"([^"\n]{2,80})"/g),
  };
}

function parsed(text: string): unknown {
  // Some pages wrap it in comments, or have line breaks inside strings.
  const bare = text.replace(/^\s*(\/\/\s*)?(<!--|<!\[CDATA\[)|(\/\/\s*)?(-->|\]\]>)\s*$/g, '').trim();
  for (const attempt of [
    bare,
    bare.replace(/\p{Cc}+/gu, ' '),
    bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*(?=[\]}])|;$/g, ''),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is more lenient; a script that none can parse is ignored.
    }
  }
  return null;
}
