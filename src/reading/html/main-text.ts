import { shapeOf } from '../text/line-shape.ts';
import { type PageText, type TextNode, textBelow } from './html-text.ts';
import type { PageDocument, PageElement, Queryable } from './queryable.ts';

/** Elements that hold a page's own content, by the HTML standard and by common practice. */
const containers = 'main, [role="main"], article, [itemprop="articleBody"]';
/** Containers compared: a page of teasers has hundreds of `article`s. */
const mostContainers = 40;
/** The smallest container with this share of the prose of the richest one is the article's. */
const enough = 0.85;

/** The text of a page's main element without its menus, forms and lists of other articles; null if it has none. */
export function mainText(document: Queryable): PageText | null {
  const texts = [...document.querySelectorAll(containers)]
    .slice(0, mostContainers)
    .map(element => contentOf(element as unknown as TextNode))
    .map(text => ({ text, prose: proseWords(text) }));
  const most = Math.max(0, ...texts.map(({ prose }) => prose));
  const fitting = texts.filter(({ prose }) => prose >= most * enough);
  return fitting.sort((a, b) => a.text.text.length - b.text.text.length)[0]?.text ?? null;
}

/** The words of a text that are in paragraphs of prose. */
export function proseWords({ text }: PageText): number {
  return text
    .split('\n\n')
    .map(shapeOf)
    .reduce((sum, { prose, words }) => sum + (prose && words >= fewestWords ? words : 0), 0);
}

/** A paragraph with fewer words may be a label that ends with a full stop. */
const fewestWords = 10;

const sideElements = new Set(['NAV', 'FOOTER', 'ASIDE', 'FORM']);
const sideNames =
  /(?:^|[\s_-])(?:nav|navigation|menu|footer|sidebar|comments?|share|sharing|social|related|recommended|recommendations|newsletter|subscribe|promo|popular|trending|breadcrumbs?|cookies?|modal|popup|toc|table-of-contents|author-bio|pagination|advert\w{0,8}|ads?|disqus)(?:$|[\s_-])/i;

/** The text of a container; an element named like a side element is kept if it holds most of the text. */
function contentOf(container: TextNode): PageText {
  const whole = container.textContent?.length ?? 0;
  const isSide = (node: TextNode) =>
    sideElements.has(node.nodeName.toUpperCase()) ||
    sideNames.test(`${node.getAttribute?.('class') ?? ''} ${node.getAttribute?.('id') ?? ''}`);
  return textBelow(
    container,
    node => node.nodeType === 1 && isSide(node) && (node.textContent?.length ?? 0) * 2 < whole,
  );
}

/** Paragraphs below the headline among which the article's first is looked for. */
const mostOpening = 8;
const notOpening = 'nav, aside, footer, form, figure, figcaption, blockquote, ul, ol, table';

/** The paragraphs of sentences among the first below a page's headline. */
export function underHeadline(document: PageDocument): string[] {
  const elements = [...document.querySelectorAll('h1, p')];
  const headline = elements.findIndex(({ nodeName }) => nodeName === 'H1');
  if (headline < 0) return [];
  return elements
    .slice(headline + 1)
    .filter(({ nodeName }) => nodeName === 'P')
    .slice(0, mostOpening)
    .flatMap(paragraph => (isOpening(paragraph) ? textBelow(paragraph).text : []));
}

function isOpening(paragraph: PageElement): boolean {
  const text = paragraph.textContent?.trim() ?? '';
  const { prose, closed, words } = shapeOf(text);
  if (!prose || !closed || words < fewestWords || paragraph.closest(notOpening) !== null) return false;
  const linked = [...paragraph.querySelectorAll('a')].reduce(
    (sum, link) => sum + (link.textContent?.length ?? 0),
    0,
  );
  return linked * 2 < text.length;
}

/**
 * An article's text with the paragraphs between the headline and its first: many outlets have these in a box of their
 * own, which the one with the rest is then taken without.
 */
export function withOpening(found: PageText, opening: readonly string[]): PageText {
  const paragraphs = new Set(found.text.split('\n\n'));
  // A paragraph may be broken into lines, each of which is one in the text.
  const first = opening.findIndex(text => paragraphs.has(text.split('\n\n', 1)[0]!));
  if (first <= 0) return found;
  const missing = `${opening.slice(0, first).join('\n\n')}\n\n`;
  const moved = (offsets: number[]) => offsets.map(offset => offset + missing.length);
  return { text: missing + found.text, captions: moved(found.captions), links: moved(found.links) };
}
