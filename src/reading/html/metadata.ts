import { languageOf } from '../text/language.ts';
import {
  bureau,
  isDomain,
  isFullName,
  isNamedAfter,
  login,
  withoutAffiliation,
  withoutCapitals,
  withoutOutlets,
} from './author-names.ts';
import { markedDay, ownDay, pageDay } from './html-date.ts';
import { type Data, dataOf, namesOf, plain, plainText, withoutAddress } from './json-ld.ts';
import { type OutlineItem, outlineOf } from './outline.ts';
import { hasAddress, hostOf, localDay } from './page-addresses.ts';
import { factsInScripts } from './page-state.ts';
import type { Queryable } from './queryable.ts';
import { account, authorIn, visibleByline } from './visible-byline.ts';
import { dayIn, labelledDay, visibleDays } from './visible-day.ts';

/** A page's metadata about its article. */
export type PageFacts = {
  title: string | null;
  /** The text of the page's headline element. */
  headline: string | null;
  byline: string | null;
  /** `YYYY-MM-DD`, of publication and of the last update. */
  day: string | null;
  updated: string | null;
  outlet: string | null;
  /** Who publishes the page by its meta elements, in lower case; the site's name may be that of its only author. */
  publishers: string[];
  /** Whether the page's data or meta elements say that it is an article. */
  saysArticle: boolean;
  asksPassword: boolean;
  /** The article's text, where its data have it too: as plain text or HTML. */
  articleBody: string | null;
};

/** What is known about a page besides its HTML. */
export type PageContext = {
  /** Its address: many have the day of publication in it. */
  url?: string | undefined;
  /** Whether a word is a known given name. */
  isGivenName(word: string): boolean;
};

/**
 * Metadata from JSON-LD, OpenGraph, meta elements and microdata, in this order; what they lack is taken from what a
 * reader sees near the headline.
 */
export function factsOf(
  document: Queryable & { body: unknown },
  { url, isGivenName }: PageContext,
): PageFacts {
  const metas = metaOf(document);
  const meta = (...names: string[]) => names.map(name => metas.get(name)?.[0]).find(value => value) ?? null;
  const title = meta('og:title', 'twitter:title');
  const addresses = [
    meta('og:url'),
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
    url ?? null,
  ].filter(address => address !== null);
  const data = dataOf(document);
  const article = ownArticle(data.articles, addresses, title ?? headingOf(document));
  const named = (value: unknown) => namesOf(value, data.byId);
  const outline = outlineOf(
    document,
    plainText(article?.headline) ?? title ?? document.querySelector('title')?.textContent ?? null,
  );
  const language = () =>
    document.querySelector('html')?.getAttribute('lang') ||
    meta('og:locale') ||
    languageOf(outline.map(({ text }) => text).join('\n'));
  const visible = visibleDays(outline, language);
  const modified = pageDay(article?.dateModified) ?? firstDay(metas, updateNames);
  const ownPage = data.pages.find(entry => hasAddress(entry, addresses));
  const isOwn = article !== null && hasAddress(article, addresses);
  const stated = [
    isOwn ? article.datePublished : ownPage?.datePublished,
    article?.datePublished || article?.dateCreated,
    ...dayNames.map(name => metas.get(name)?.[0]),
  ].find(value => pageDay(value) !== null);
  const day =
    ownDay(stated, visible.published, minute => isShownAt(outline, visible.published, minute)) ??
    markedDay(document) ??
    publishingDay(metas) ??
    visible.published ??
    labelledDay(document, language);
  const updated = modified ?? visible.updated;
  const publishers = [
    named(article?.publisher),
    ...publisherNames.map(name => withoutAddress(metas.get(name)?.[0] ?? null)),
  ].flatMap(publisher => publisher?.toLowerCase() ?? []);
  const author = authorOf(
    article,
    metas,
    named,
    visibleByline(outline, isGivenName) ?? markedAuthor(document),
    {
      hosts: addresses.flatMap(hostOf),
      outlets: publishers,
      isGivenName,
    },
  );
  const inScripts =
    author === null || day === null
      ? factsInScripts(document, name => authorIn(name) === name && isFullName(name, isGivenName))
      : null;
  return {
    title: plainText(article?.headline) ?? title ?? plainText(article?.name),
    headline: headingOf(document),
    byline: withoutCapitals(author ?? inScripts?.author ?? null, isGivenName),
    day: localDay(day ?? inScripts?.day ?? null, addresses),
    updated,
    outlet: named(article?.publisher) ?? meta('og:site_name', 'application-name'),
    publishers: publisherNames.flatMap(name =>
      name === 'og:site_name' ? [] : (metas.get(name)?.[0]?.toLowerCase() ?? []),
    ),
    saysArticle: article !== null || meta('og:type') === 'article' || metas.has('article:published_time'),
    asksPassword: document.querySelector('input[type="password"]') !== null,
    articleBody: typeof article?.articleBody === 'string' ? article.articleBody : null,
  };
}

/** Whether a line near the headline has a day and a time at this minute of an hour: `9 March 2031, 00:30`. */
function isShownAt(outline: readonly OutlineItem[], day: string | null, minute: string): boolean {
  return outline.some(
    ({ text }) =>
      [`:${minute}`, `.${minute}`, `h${minute}`].some(end => text.includes(end)) && dayIn(text) === day,
  );
}

/** The author in the data, unless that is only the outlet; else who is named near the headline. */
function authorOf(
  article: Data | null,
  metas: Metas,
  named: (value: unknown) => string | null,
  visible: string | null,
  {
    hosts,
    outlets,
    isGivenName,
  }: { hosts: string[]; outlets: string[]; isGivenName: (word: string) => boolean },
): string | null {
  const inData = named(article?.author) ?? named(article?.creator);
  const inMetas =
    authorNames.flatMap(name => authorsIn(metas.get(name)) ?? [])[0] ??
    writtenBy(metas) ??
    (metas.get('citation_author')?.join(', ') || null);
  const isSite = (name: string) =>
    hosts.some(host => isNamedAfter(name, host)) && !isGivenName(name.split(' ')[0]!);
  const isOutlet = (name: string) => outlets.includes(name.toLowerCase()) || isDomain(name) || isSite(name);
  const stated = [inData, inMetas]
    .filter(name => name !== null)
    .map(name => withoutAffiliation(withoutOutlets(name, isOutlet)))
    .filter(name => !account.test(name) && !(login.test(name) && isSite(name)));
  const shown = visible && !account.test(visible) ? visible : null;
  const people = stated.filter(name => !isOutlet(name));
  return people.find(name => !bureau.test(name) && !login.test(name)) ?? shown ?? people[0] ?? null;
}

/** The first author of several meta elements with one name, or all where each is a name of two words and more. */
function authorsIn(contents: readonly string[] = []): string | null {
  const names = [...new Set(contents)].map(withoutAddress).filter(name => name !== null);
  const [first = null] = names;
  const areAll = names.every(name => name.includes(' ') && authorIn(name) === name);
  const areApart = !names.some(name => names.some(other => other !== name && other.includes(name)));
  return areAll && areApart && names.length > 1 ? names.join(', ') : first;
}

const publisherNames = [
  'og:site_name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'article:publisher',
];

const authorNames = [
  'author',
  'article:author',
  'byl',
  'parsely-author',
  'dc.creator',
  'sailthru.author',
  'article:author_name',
  'twitter:author',
];

/** The labels of a Twitter card: `Written by` Anna Berg, `Est. reading time` 5 minutes. */
function writtenBy(metas: Metas): string | null {
  const labels = ['1', '2'].filter(number =>
    /^written by$/i.test(metas.get(`twitter:label${number}`)?.[0] ?? ''),
  );
  return labels.map(number => metas.get(`twitter:data${number}`)?.[0]).find(name => name) ?? null;
}

type Metas = Map<string, string[]>;

function firstDay(metas: Metas, names: string[]): string | null {
  return names.flatMap(name => pageDay(metas.get(name)?.[0]) ?? [])[0] ?? null;
}

/** The day of a meta element whose name says that it is one of publication: `w-published-date`, `og:publish_date`. */
function publishingDay(metas: Metas): string | null {
  const found = [...metas].flatMap(([name, [value]]) =>
    /publi(?:sh|cation)|pub_?date|release_?date/i.test(name) && !/modif|updat|expir/i.test(name)
      ? (pageDay(value) ?? [])
      : [],
  );
  return new Set(found).size === 1 ? found[0]! : null;
}

/** The meta elements by name in lower case, with their contents in order; a large page is scanned once. */
function metaOf(document: Queryable): Metas {
  const metas: Metas = new Map();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = plain(element.getAttribute('content')!);
    if (content === '') continue;
    const names = new Set([element.getAttribute('property'), element.getAttribute('name')]);
    for (const name of names) if (name) add(metas, plain(name).toLowerCase(), content);
  }
  return metas;
}

/** Meta elements of one name. */
const mostContents = 20;

function add(metas: Metas, name: string, content: string): void {
  const known = metas.get(name);
  if (!known) metas.set(name, [content]);
  else if (known.length < mostContents) known.push(content);
}

const dayNames = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'publish-date',
  'pubdate',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
];

const updateNames = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
];

function headingOf(document: Queryable): string | null {
  const first = [...document.querySelectorAll('h1')];
  const headings = first.length === 0 ? [...document.querySelectorAll('h2')] : first;
  return headings.length === 1 ? plainText(headings[0]!.textContent) : null;
}

/**
 * The page's own article among those in its data: the only one, else the one with its URL, else the one with its
 * title. If none matches, none is taken: a wrong day of publication would make every other date wrong.
 */
function ownArticle(articles: Data[], addresses: string[], title: string | null): Data | null {
  if (articles.length <= 1) return articles[0] ?? null;
  const hasTitle = (article: Data) => title !== null && plainText(article.headline) === title;
  return articles.find(article => hasAddress(article, addresses)) ?? articles.find(hasTitle) ?? null;
}

/** Elements that hold an author's name and nothing else, wherever on the page: Blogger has its below the text. */
const authorElements =
  '[itemprop="author"] [itemprop="name"], .post-author .fn, .entry-author .fn, .hentry .fn, [class*="author"] > a[href*="/author/"]';

/** The author from microdata or microformats, if the page has only one. */
function markedAuthor(document: Queryable): string | null {
  const found = new Set<string>();
  for (const element of document.querySelectorAll(authorElements)) {
    const name = plainText(element.textContent) ?? plainText(element.getAttribute('content'));
    if (name !== null) found.add(name);
  }
  return found.size === 1 ? authorIn([...found][0]!) : null;
}
