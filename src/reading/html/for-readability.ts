import { shapeOf } from '../text/line-shape.ts';
import { isCaptionClass } from './caption-elements.ts';
import type { PageDocument, PageElement } from './queryable.ts';

/**
 * Changes a page where Readability would take its article's own words for a menu, a box or one paragraph.
 * @param html what the page was parsed from
 */
export function prepareForReadability(document: PageDocument, html: string): void {
  // A look at the text is far quicker than a search of the page.
  if (html.includes('white-space')) breakLines(document);
  if (/<sup|footnote|noteref/i.test(html)) removeNoteMarks(document);
  unwrapContinuations(document);
  unwrapBroken(document);
  keepHeadings(document);
  keepParagraphs(document);
}

/** Puts breaks where a style shows those of the text itself: a blank line parts paragraphs. */
function breakLines(document: PageDocument): void {
  for (const element of document.querySelectorAll('[style*="white-space"]')) {
    if (!/white-space\s*:\s*pre/i.test(element.getAttribute('style')!)) continue;
    for (const node of [...element.childNodes]) {
      const lines = node.nodeType === 3 ? (node.textContent ?? '').split(/\n[ \t]*\n/) : [];
      if (lines.length > 1) node.replaceWith(...lines.flatMap(line => [line, ...twoBreaks(document)]));
    }
  }
}

const twoBreaks = (document: PageDocument) => [document.createElement('br'), document.createElement('br')];

const noteMarks = 'sup a[href*="#"], a[role="doc-noteref"], a[class*="footnote" i], a[class*="noteref" i]';

/** Removes the marks of footnotes, which would stick to the words in front of them: `mended.[1]`. */
function removeNoteMarks(document: PageDocument): void {
  for (const mark of document.querySelectorAll(noteMarks))
    if (/^\s*\[?(?:\d{1,3}|note \d{1,2})\]?\s*$/i.test(mark.textContent ?? ''))
      (mark.closest('sup') ?? mark).remove();
}

const hiding = '[aria-hidden="true"], [hidden], [style*="display"], [style*="visibility"]';
/** Paragraphs of sentences outside what is hidden that show that the article is not in it. */
const fewestSeen = 2;

/**
 * Some pages hide their article until a script reveals it, or parts of it to unfold: what hides all but a few of a page's
 * paragraphs is shown, and paragraphs below a heading or button.
 */
export function revealArticle(document: PageDocument): void {
  for (const element of document.querySelectorAll('noscript')) {
    const own = element.querySelector('p') === null ? 0 : paragraphsIn(element);
    if (own >= fewestContinued && paragraphsIn(document.body) - own < fewestSeen)
      element.replaceWith(...element.childNodes);
  }
  const hidden = [...document.querySelectorAll(hiding)].filter(
    element => element.querySelector('p') !== null && isHiding(element),
  );
  for (const element of hidden) {
    const own = paragraphsIn(element);
    const isWhole = own >= fewestContinued && paragraphsIn(document.body) - own < fewestSeen;
    if (isWhole || (own > 0 && isFolded(element)))
      for (const name of ['aria-hidden', 'hidden', 'style']) element.removeAttribute(name);
  }
}

/** Whether an element within an article is what a heading or button right above it unfolds. */
function isFolded(element: PageElement): boolean {
  const above = element.previousElementSibling;
  if (above === null || (above.textContent?.length ?? 0) > longestOpener) return false;
  const opens = above.matches(opener) || above.querySelector(opener) !== null;
  return opens && element.closest('article, main') !== null;
}

const opener = 'h2, h3, h4, h5, h6, button, [aria-expanded]';
/** UTF-16 code units. */
const longestOpener = 120;

/** `style="display:flex"` hides nothing. */
const isHiding = (element: PageElement) =>
  !element.hasAttribute('style') ||
  element.hasAttribute('hidden') ||
  element.hasAttribute('aria-hidden') ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style')!);

/** The paragraphs of sentences in an element. */
const paragraphsIn = (element: PageElement) =>
  [...element.querySelectorAll('p')].filter(({ textContent }) => shapeOf(textContent?.trim() ?? '').prose)
    .length;

/** Words of a paragraph that is a link as a whole; a headline or teaser has fewer. */
const fewestLinked = 12;

/**
 * Some outlets make a whole paragraph a link, to a document or an earlier report: Readability would take it for a menu.
 * Links in lists and side elements are left alone, and those with a heading, which are on other articles.
 */
export function unlinkParagraphs(document: PageDocument): void {
  for (const link of document.querySelectorAll('p a, div > a')) {
    const text = link.textContent ?? '';
    const isWhole = link.closest('p, div')?.textContent?.trim() === text.trim();
    if (!isWhole || link.closest('nav, aside, footer, ul, ol') !== null) continue;
    if (link.querySelector('h2, h3, h4, h5') !== null) continue;
    const { prose, closed, words } = shapeOf(text.trim());
    if (prose && closed && words >= fewestLinked) link.replaceWith(...link.childNodes);
  }
}

/** Names of what is at the top, the bottom or the side of a page, by which Readability removes elements. */
const sideNames =
  /header|footer|banner|related|sidebar|social|comment|media|meta|tags|extra|share|menu|scroll|promo/i;

/** Headings between paragraphs stay whatever their names: `header-anchor`. */
function keepHeadings(document: PageDocument): void {
  for (const heading of document.querySelectorAll('p ~ h2, p ~ h3, p ~ h4')) {
    const names = `${heading.getAttribute('class')} ${heading.getAttribute('id')}`;
    if (!sideNames.test(names) || heading.nextElementSibling?.nodeName !== 'P') continue;
    heading.removeAttribute('class');
    heading.removeAttribute('id');
  }
}

/** The same words where they only say how a paragraph looks. */
const styleNames = /banner|community|cover|extra|footer|header|legends|remark|rss|supplemental/i;

/** Sentences next to other paragraphs stay likewise: `<p class="extra">`. */
function keepParagraphs(document: PageDocument): void {
  for (const paragraph of document.querySelectorAll('p[class], p[id]')) {
    if (!styleNames.test(`${paragraph.getAttribute('class')} ${paragraph.getAttribute('id')}`)) continue;
    const neighbours = [paragraph.previousElementSibling, paragraph.nextElementSibling];
    const { prose, closed } = shapeOf(paragraph.textContent?.trim() ?? '');
    if (!prose || !closed || !neighbours.some(element => element?.nodeName === 'P')) continue;
    paragraph.removeAttribute('class');
    paragraph.removeAttribute('id');
  }
}

/** Paragraphs, and UTF-16 code units of them, that show that an article goes on inside a box. */
const fewestContinued = 3;
const shortestContinued = 300;

/**
 * Some outlets put the rest of an article behind its first paragraphs into a box, to unfold it. Readability would take
 * the box, and of the paragraphs next to it the long ones only. A box of sentences between two paragraphs is unwrapped too.
 */
function unwrapContinuations(document: PageDocument): void {
  for (const box of document.querySelectorAll('p ~ div')) {
    const parent = box.parentElement;
    const goesOn = parent !== null && isProse(box) && isProse(parent);
    if (!goesOn && !isInset(box)) continue;
    box.replaceWith(...box.childNodes);
  }
}

/** Whether a box between two paragraphs has nothing but sentences: Readability would leave it out for a link in them. */
function isInset(box: PageElement): boolean {
  const paragraphs = [...box.children];
  return (
    paragraphs.length > 0 &&
    box.previousElementSibling?.nodeName === 'P' &&
    box.nextElementSibling?.nodeName === 'P' &&
    paragraphs.every(({ nodeName, textContent }) => {
      const shape = nodeName === 'P' ? shapeOf(textContent?.trim() ?? '') : null;
      return shape?.prose && shape.closed;
    })
  );
}

/** Whether an element has paragraphs of some length among its children, which are hardly links. */
function isProse(element: PageElement): boolean {
  const paragraphs = [...element.children].filter(({ nodeName }) => nodeName === 'P');
  const lengthOf = (texts: { textContent: string | null }[]) =>
    texts.reduce((sum, { textContent }) => sum + (textContent?.trim().length ?? 0), 0);
  if (paragraphs.length < fewestContinued) return false;
  const length = lengthOf(paragraphs);
  const linked = lengthOf(paragraphs.flatMap(paragraph => [...paragraph.querySelectorAll('a')]));
  return length >= shortestContinued && linked * 4 < length;
}

/**
 * A `font` or `span` that is broken into paragraphs by line breaks is unwrapped: Readability would leave no break between
 * the words in front of it and its own first paragraph.
 */
function unwrapBroken(document: PageDocument): void {
  for (const lineBreak of document.querySelectorAll('font br + br, span br + br'))
    for (let around = lineBreak.parentElement; around && isInline(around); around = lineBreak.parentElement)
      around.replaceWith(...around.childNodes);
}

const isInline = ({ nodeName, className }: PageElement) =>
  nodeName === 'FONT' || (nodeName === 'SPAN' && !isCaptionClass(className));
