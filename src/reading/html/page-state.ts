import { escapeText } from 'entities';
import { pageDay } from './html-date.ts';

/** What the scripts of a page are given to show: the article is in it, and on the page only once they have run. */
type Queryable = {
  querySelectorAll(selector: string): Iterable<{
    textContent: string | null;
    getAttribute(name: string): string | null;
  }>;
};

/** UTF-16 code units of a script, and entries in it, that are examined. */
const longestScript = 4_000_000;
const mostEntries = 20_000;
/** Levels of blocks in an article: sections, lists, emphasis. */
const deepest = 12;

/** Keys under which systems keep what an article is called, and its text. */
const titleKeys = ['headline', 'title', 'webTitle', 'name', 'headlines'];
const bodyKeys =
  'body articleBody content content_elements contentElements blocks bodyHtml body_html contentHtml html text paragraphs richText story main'.split(
    ' ',
  );
/** Keys in a block that hold its words, or the blocks inside it. */
const textKeys =
  'text content html value children nodes items paragraphs rendered json blocks body data'.split(' ');
/** Blocks that are not the article's words. */
const otherBlocks =
  /image|figure|caption|photo|picture|video|audio|embed|iframe|\bad\b|advert|newsletter|related|gallery|promo|interstitial|link_list|tweet|social|divider|pull/i;
/** Blocks that are paragraphs of their own inside another. */
const ownParagraph = /paragraph|^p$|list.?item|^li$|heading|^h[1-6]$|blockquote/i;

/**
 * The article in the data that a page's scripts are given (`__NEXT_DATA__`, `window.__STATE__ = {…}`), as HTML; null if
 * nothing in them has the page's title.
 * @param isTitle whether a text is what the page is called
 */
export function bodyInState(document: Queryable, isTitle: (text: string) => boolean): string | null {
  let best = '';
  for (const state of statesOf(document)) {
    const waiting: unknown[] = [state];
    for (let at = 0; at < Math.min(waiting.length, mostEntries); at++) {
      const entry = waiting[at];
      if (Array.isArray(entry)) waiting.push(...entry.slice(0, mostEntries));
      if (!isObject(entry)) continue;
      waiting.push(...Object.values(entry));
      if (!titleKeys.some(key => textsOf(entry[key]).some(isTitle))) continue;
      for (const key of bodyKeys) {
        const body = markupOf(entry[key]);
        if (body.length > best.length) best = body;
      }
    }
  }
  return best === '' ? null : best;
}

type Entry = Record<string, unknown>;
const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A title, or the forms that an object has of it: `{"basic": "Crane falls", "web": "Crane falls into harbour"}`. */
function textsOf(value: unknown): string[] {
  const values = isObject(value) ? Object.values(value) : [value];
  return values.filter(text => typeof text === 'string');
}

/** `window.__STATE__ = {`, `Fusion.globalContent={` */
const assignment = /(?:^|[;\s])(?:window\.|self\.|var |let |const )?[\w$.]{2,60} ?= ?(?=\{)/g;

function* statesOf(document: Queryable): Generator<unknown> {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (text.length < shortestState || text.length > longestScript) continue;
    const type = script.getAttribute('type') ?? '';
    if (/^application\/json/.test(type)) yield parsed(text);
    else if (type === '' || /javascript/.test(type))
      for (const { index, 0: start } of text.matchAll(assignment)) {
        const state = objectAt(text, index + start.length);
        if (state !== null) yield parsed(state);
      }
  }
}

/** UTF-16 code units; a shorter script has no article in it. */
const shortestState = 400;

/** The object that begins at an offset, to its closing brace; null if it is short or has no end. */
function objectAt(text: string, start: number): string | null {
  const marks = /["{}]|\\./g;
  marks.lastIndex = start;
  let [depth, isQuoted] = [0, false];
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === '"') isQuoted = !isQuoted;
    if (isQuoted || mark[0].length > 1) continue;
    if (mark[0] === '{') depth++;
    if (mark[0] === '}' && --depth === 0)
      return mark.index - start < shortestState ? null : text.slice(start, mark.index + 1);
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Many scripts have code where data would be.
    return null;
  }
}

/** The HTML of a body: a text, blocks, or an object that holds one of them. */
function markupOf(body: unknown): string {
  if (typeof body === 'string') return /<[a-z][^<>]*>/i.test(body) ? body : paragraphsOf(body);
  const blocks = Array.isArray(body) ? body : isObject(body) ? [body] : [];
  return blocks
    .map(block => wordsOf(block, 0))
    .flatMap(text => text.split(paragraphMark))
    .map(text => (text.trim() === '' ? '' : /<(?:p|div|h\d|ul|li)\b/i.test(text) ? text : `<p>${text}</p>`))
    .join('\n');
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n+/)
    .map(paragraph => `<p>${escapeText(paragraph)}</p>`)
    .join('\n');

/** Marks where a paragraph ends inside a block. */
const paragraphMark = '\u2029';

/** The words of a block as HTML, those of blocks inside it too. */
function wordsOf(block: unknown, depth: number): string {
  if (typeof block === 'string')
    return /<[a-z/][^<>]*>|&[a-z#\d]{2,8};/i.test(block) ? block : escapeText(block);
  if (depth > deepest || typeof block !== 'object' || block === null) return '';
  if (Array.isArray(block)) return block.map(one => wordsOf(one, depth + 1)).join('');
  const entry = block as Entry;
  const type = String(entry.type ?? entry._type ?? entry.__typename ?? entry.nodeType ?? entry.kind ?? '');
  if (otherBlocks.test(type)) return '';
  const found = textKeys.map(key => wordsOf(entry[key], depth + 1)).find(text => text !== '') ?? '';
  return ownParagraph.test(type) ? `${paragraphMark}${found}${paragraphMark}` : found;
}

/** What a page's scripts say of its article to those who count readers: `dataLayer.push({"author": "Anna Berg", …})`. */
export type ScriptFacts = { author: string | null; day: string | null };

/** UTF-16 code units of all scripts that are searched. */
const longestScripts = 1_000_000;
/** A key with a text, which may be the name in an object or the first of a list; what it is must be the whole key. */
const keyed = (names: string) =>
  new RegExp(
    String.raw`(?<![a-z\d])(?:(?:article|content|page|story|post|news|dl|cd)[_:.-]?)?(?:${names})["']?\s{0,3}[:=]\s{0,3}\[?\s{0,3}(?:\{\s{0,9}["']name["']\s{0,3}:\s{0,3})?(?:"((?:[^"\\\n]|\\.){2,80})"|'((?:[^'\\\n]|\\.){2,80})')`,
    'gi',
  );
const authorKeys = keyed('(?:authors?|byline|autor|autore|auteur)(?:[_-]?names?)?');
const dayKeys = keyed(
  '(?:date[_-]?)?publi(?:sh|shed|cation)(?:[_-]?(?:date|time|at|on|datetime|timestamp))?|date[_-]?publication|pub[_-]?date',
);

/**
 * The author and the day of publication from the scripts of a page that gives them nowhere else. Where several are named
 * they may be those of other articles, and none is taken.
 * @param isAuthor whether a name may be that of a person
 */
export function factsInScripts(document: Queryable, isAuthor: (name: string) => boolean): ScriptFacts {
  const authors = new Set<string>();
  const days = new Set<string>();
  let length = 0;
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    length += text.length;
    if (length > longestScripts) break;
    if (script.getAttribute('type')?.includes('ld+json')) continue;
    for (const name of textsAt(text, authorKeys)) authors.add(name);
    for (const day of textsAt(text, dayKeys)) days.add(pageDay(day) ?? day);
  }
  const [author, day] = [only(authors), only(days)];
  return { author: author !== null && isAuthor(author) ? author : null, day: pageDay(day) };
}

const only = (found: ReadonlySet<string>) => (found.size === 1 ? [...found][0]! : null);

const textsAt = (text: string, keys: RegExp) =>
  [...text.matchAll(keys)].map(([, double, single]) =>
    (double ?? single!)
      .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\(.)/g, '$1')
      .trim(),
  );
