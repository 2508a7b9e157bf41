import { decodeHTML } from 'entities';
import { pageDay } from './html-date.ts';
import { type Data, dataOf, find } from './json-ld.ts';

/** A page's metadata about its article. */
export type PageFacts = {
  title: string | null;
  byline: string | null;
  /** `YYYY-MM-DD`. */
  day: string | null;
  outlet: string | null;
};

export type Queryable = {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
};
type Element = { getAttribute(name: string): string | null; textContent: string | null };

/** Metadata from JSON-LD, OpenGraph, meta elements and microdata, in this order. */
export function factsOf(document: Queryable): PageFacts {
  const metas = metaOf(document);
  const meta = (...names: string[]) => {
    const found = names.find(name => metas.has(name));
    return found === undefined ? null : plain(metas.get(found)!);
  };
  const title = meta('og:title', 'twitter:title');
  const addresses = [
    meta('og:url'),
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
  ].filter(address => address !== null);
  const data = dataOf(document);
  const article = ownArticle(data.articles, addresses, title ?? headingOf(document));
  const named = (value: unknown) => namesOf(value, data.byId);
  return {
    title: plainText(article?.headline) ?? title ?? plainText(article?.name),
    byline:
      named(article?.author) ??
      withoutAddress(
        meta('author', 'article:author', 'byl', 'parsely-author', 'dc.creator', 'sailthru.author'),
      ),
    day: pageDay(article?.datePublished) ?? pageDay(meta(...dayNames)) ?? markedDay(document),
    outlet: named(article?.publisher) ?? meta('og:site_name', 'application-name'),
  };
}

/** The meta elements, the first of each name; a large page is scanned once. */
function metaOf(document: Queryable): Map<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')!;
    for (const name of [element.getAttribute('property'), element.getAttribute('name')])
      if (name && content.trim() !== '' && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

const dayNames = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'datePublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'publish-date',
  'pubdate',
  'sailthru.date',
];

function headingOf(document: Queryable): string | null {
  const headings = [...document.querySelectorAll('h1')];
  return headings.length === 1 ? plainText(headings[0]!.textContent) : null;
}

/**
 * The page's own article among those in its data: the only one, else the one with its URL, else the one with its
 * title. If none matches, none is taken: a wrong day of publication would make every other date wrong.
 */
function ownArticle(articles: Data[], addresses: string[], title: string | null): Data | null {
  if (articles.length <= 1) return articles[0] ?? null;
  const hasAddress = (article: Data) =>
    [article.url, article['@id'], article.mainEntityOfPage, find(article.mainEntityOfPage, '@id')].some(
      value => typeof value === 'string' && addresses.some(address => isSamePage(address, value)),
    );
  const hasTitle = (article: Data) => title !== null && plainText(article.headline) === title;
  return articles.find(hasAddress) ?? articles.find(hasTitle) ?? null;
}

function isSamePage(one: string, other: string): boolean {
  const path = (address: string) =>
    address
      .replace(/^https?:\/\/(www\.)?/i, '')
      .split(/[#?]/, 1)[0]!
      .replace(/\/$/, '');
  return path(one) === path(other);
}

/** The day of publication from microdata or `<time pubdate>`, if the page has only one such day. */
function markedDay(document: Queryable): string | null {
  const found = new Set<string>();
  for (const element of document.querySelectorAll('[itemprop="datePublished"], time[pubdate]')) {
    const day = pageDay(
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent,
    );
    if (day !== null) found.add(day);
  }
  return found.size === 1 ? [...found][0]! : null;
}

const mostNames = 20;

/** `"A"`, `{name: "A"}`, `{"@id": "#a"}` or a list of these. */
function namesOf(value: unknown, byId: Map<string, Data>): string | null {
  const names = [value]
    .flat()
    .slice(0, mostNames)
    .flatMap(entry => {
      const id = find(entry, '@id');
      const name =
        plainText(entry) ?? plainText(find(entry, 'name')) ?? plainText(find(byId.get(String(id)), 'name'));
      return withoutAddress(name) ?? [];
    });
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

/** An author is often given as the URL of a profile: that is not a name. */
function withoutAddress(name: string | null): string | null {
  return name === null || /^(https?:)?\/\/|^@/.test(name) ? null : name.replace(/^by\s+(?=\p{Lu})/iu, '');
}

function plainText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? plain(value) : null;
}

/** On one line, entities decoded: JSON-LD often contains them as HTML would. */
function plain(text: string): string {
  return decodeHTML(text).replace(/\s+/g, ' ').trim();
}
