export type Data = Record<string, unknown>;

/** The articles that a page's JSON-LD tells, in order, and everything in it that has an `@id`. */
export type PageData = { articles: Data[]; byId: Map<string, Data> };

type Queryable = { querySelectorAll(selector: string): Iterable<{ textContent: string | null }> };

/** So many entries are looked at: a page's data may be of any size. */
const mostEntries = 2_000;

/** Reads the JSON-LD of a page: single objects, lists and graphs; a script that is no JSON is left out. */
export function dataOf(document: Queryable): PageData {
  const data: PageData = { articles: [], byId: new Map() };
  const waiting: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    waiting.push(parsed(script.textContent ?? ''));
  for (let at = 0; at < Math.min(waiting.length, mostEntries); at++) {
    const next = waiting[at];
    if (Array.isArray(next)) waiting.push(...next.slice(0, mostEntries));
    if (typeof next !== 'object' || next === null || Array.isArray(next)) continue;
    const entry = next as Data;
    const id = entry['@id'];
    // Elsewhere an entry may only be pointed at.
    if (typeof id === 'string' && Object.keys(entry).length > 1 && !data.byId.has(id))
      data.byId.set(id, entry);
    if (isArticle(entry)) data.articles.push(entry);
    waiting.push(entry['@graph'], entry.mainEntity, entry.mainEntityOfPage, entry.author, entry.publisher);
  }
  return data;
}

/** What stands under a key, if the value is an object. */
export function find(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Data)[key] : undefined;
}

function isArticle(entry: Data): boolean {
  return [entry['@type']].flat().some(type => /(Article|BlogPosting|^Report|\/Report)$/.test(String(type)));
}

function parsed(text: string): unknown {
  // Some pages wrap it as if it were a script, or break lines inside strings.
  const bare = text.replace(/^\s*(\/\/\s*)?(<!--|<!\[CDATA\[)|(\/\/\s*)?(-->|\]\]>)\s*$/g, '').trim();
  for (const attempt of [
    bare,
    bare.replace(/\p{Cc}+/gu, ' '),
    bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*(?=[\]}])|;$/g, ''),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is more lenient; what none can read tells nothing.
    }
  }
  return null;
}
