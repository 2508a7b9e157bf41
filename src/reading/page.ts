import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { validDay } from './calendar.ts';

/** What a page says: its article's text, paragraphs with a blank line between, and what is known about it. */
export type PageContent = {
  text: string;
  title: string | null;
  byline: string | null;
  /** `YYYY-MM-DD`. */
  day: string | null;
  outlet: string | null;
};

/** Takes the article out of a page's HTML. Any text will do: what is no HTML is taken as text. */
export function pageContent(html: string): PageContent {
  if (isHopeless(html)) return { text: stripped(html), title: null, byline: null, day: null, outlet: null };
  try {
    const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
    const known = knownOf(document);
    const whole = document.body ? blockText(document.body) : '';
    const article = new Readability(document as never, {
      charThreshold: 200,
      maxElemsToParse: 20_000,
    }).parse();
    const body = article?.content
      ? blockText(parseHTML(`<html><body>${article.content}</body></html>`).document.body)
      : '';
    return { ...known, title: known.title ?? (article?.title || null), text: body === '' ? whole : body };
  } catch {
    // Parsers give up on hopeless nesting; the words are still there.
    return { text: stripped(html), title: null, byline: null, day: null, outlet: null };
  }
}

const deepestNesting = 300;

/** Whether elements are nested deeper than any page needs: parsers take ever longer for them. */
function isHopeless(html: string): boolean {
  let depth = 0;
  for (const match of html.matchAll(
    /<(\/?)(?!(?:br|hr|img|input|meta|link|source|td|tr|th|dd|dt|option|wbr|col)\b)[a-z]/gi,
  )) {
    depth = Math.max(0, depth + (match[1] === '' ? 1 : -1));
    if (depth > deepestNesting) return true;
  }
  return false;
}

type Node = {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  firstChild: Node | null;
  nextSibling: Node | null;
  parentNode: Node | null;
};

const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN ' +
    'NAV OL P PRE SECTION TABLE TD TH TR UL'
  ).split(' '),
);
const silent = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD BUTTON SVG IFRAME SELECT OPTION'.split(' '));

/** The text below an element, walked without recursion so that no depth of nesting is too much. */
function blockText(root: unknown): string {
  const paragraphs: string[] = [];
  let open = '';
  const close = () => {
    const text = open.replace(/\s+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    open = '';
  };
  const top = root as Node;
  let node: Node | null = top;
  while (node) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === 3) open += node.textContent ?? '';
    if (blocks.has(name)) close();
    if (name === 'LI') open = '• ';
    if (node.firstChild && !silent.has(name)) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== top && !node.nextSibling) {
      node = node.parentNode;
      if (node && blocks.has(node.nodeName.toUpperCase())) close();
    }
    node = node && node !== top ? node.nextSibling : null;
  }
  close();
  return paragraphs.filter(text => text !== '•').join('\n\n');
}

function stripped(html: string): string {
  return html
    .replace(/<(script|style)\b[^>]{0,2000}>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^<>]{0,5000}>/g, '\n')
    .trim();
}

type Queryable = {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
  querySelectorAll(selector: string): Iterable<{ textContent: string | null }>;
};

/** What JSON-LD, OpenGraph and the meta elements tell, in this order. */
function knownOf(document: Queryable): Omit<PageContent, 'text'> {
  const data = articleData(document);
  const meta = (...names: string[]) => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
        ?.getAttribute('content')
        ?.trim();
      if (found) return found;
    }
    return null;
  };
  return {
    title: textOf(data?.headline) ?? meta('og:title', 'twitter:title'),
    byline: namesOf(data?.author) ?? meta('author', 'article:author', 'byl', 'parsely-author'),
    day:
      validDay(textOf(data?.datePublished)) ??
      validDay(
        meta(
          'article:published_time',
          'og:published_time',
          'date',
          'dc.date',
          'parsely-pub-date',
          'publish-date',
          'pubdate',
        ),
      ),
    outlet: namesOf(data?.publisher) ?? meta('og:site_name', 'application-name'),
  };
}

type Data = Record<string, unknown>;

function articleData(document: Queryable): Data | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = firstArticle(parsed(script.textContent ?? ''));
    if (found) return found;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function firstArticle(data: unknown): Data | null {
  const waiting: unknown[] = [data];
  for (let looked = 0; waiting.length > 0 && looked < 500; looked++) {
    const next = waiting.shift();
    if (Array.isArray(next)) waiting.push(...next.slice(0, 100));
    if (typeof next !== 'object' || next === null || Array.isArray(next)) continue;
    const entry = next as Data;
    if ([entry['@type']].flat().some(type => /Article$|^BlogPosting$|^Report$/.test(String(type))))
      return entry;
    waiting.push(entry['@graph'], entry.mainEntity);
  }
  return null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** `"A"`, `{name: "A"}` or a list of these. */
function namesOf(value: unknown): string | null {
  const names = [value]
    .flat()
    .slice(0, 20)
    .flatMap(entry => textOf(entry) ?? textOf((entry as Data | null)?.name) ?? []);
  return names.length === 0 ? null : names.join(', ');
}
