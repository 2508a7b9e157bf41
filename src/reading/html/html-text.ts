import { decodeHTMLStrict } from 'entities';
import { withoutInvisible } from '../../system/invisible-characters.ts';
import { monthInAnyLanguage } from '../../system/month-names.ts';
import { isCaptionClass } from './caption-elements.ts';

/**
 * The text of a page, paragraphs separated by blank lines, and the offsets at which captions begin, and paragraphs that
 * are links as a whole.
 */
export type PageText = { text: string; captions: number[]; links: number[] };

type Node = {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  firstChild: Node | null;
  nextSibling: Node | null;
  previousSibling: Node | null;
  parentNode: Node | null;
  getAttribute?(name: string): string | null;
};

const setOf = (names: string) => new Set(names.split(' '));
const blocks = setOf(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI ' +
    'MAIN NAV OL P PRE SECTION TABLE TD TH TR UL',
);
const silent = setOf(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD BUTTON SVG IFRAME SELECT OPTION TEXTAREA OBJECT DIALOG MATH AUDIO VIDEO',
);

/** A DOM node, as far as its text is concerned. */
export type TextNode = Node;

/**
 * The text of an element, walked without recursion so that deep nesting cannot overflow the stack. Of a paragraph
 * that occurs several times only the first copy is kept: pages repeat them for screens of different sizes.
 * @param isLeftOut elements to skip with everything in them
 */
export function textBelow(root: unknown, isLeftOut: (node: TextNode) => boolean = () => false): PageText {
  const top = root as Node;
  const collector = new ParagraphCollector();
  let node: Node | null = top;
  while (node) {
    const row = nameOf(node) === 'TR' ? rowOf(node) : null;
    const isShown = row === null && isVisible(node, top) && !(node !== top && isLeftOut(node));
    collector.enter(node, row, isShown);
    if (isShown && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    collector.leave(node);
    while (node && node !== top && !node.nextSibling) {
      node = node.parentNode;
      if (node) collector.leave(node);
    }
    node = node && node !== top ? node.nextSibling : null;
  }
  return collector.result();
}

const isVisible = (node: Node, top: Node) => !silent.has(nameOf(node)) && (node === top || !isHidden(node));

type PageParagraph = { text: string; isCaption: boolean; isLink: boolean };

/** Builds paragraphs from the nodes that a walk enters and leaves. */
class ParagraphCollector {
  private readonly paragraphs: PageParagraph[] = [];
  private open = '';
  /** The link that the walk is in, whether the open paragraph has words inside links, and what is outside. */
  private link: Node | null = null;
  private hasLinked = false;
  private plain = '';
  /** The caption that the walk is in. */
  private caption: Node | null = null;

  enter(node: Node, row: string | null, isShown: boolean): void {
    const name = nameOf(node);
    if (node.nodeType === 3) this.addLines(node);
    if (isBlock(node, name)) this.close();
    if (name === 'LI') this.open = '• ';
    if (row) this.paragraphs.push({ text: `• ${row}`, isCaption: false, isLink: false });
    if (name === 'A' && isShown) this.link ??= node;
    if (this.caption === null && isShown && isCaption(node)) {
      this.close();
      this.caption = node;
    }
  }

  leave(node: Node): void {
    const name = nameOf(node);
    if (isBlock(node, name)) this.close();
    if (name === 'LI' && this.open.trim() === '•') this.open = '';
    if (node === this.link) this.link = null;
    if (node === this.caption) {
      this.close();
      this.caption = null;
    }
  }

  result(): PageText {
    this.close();
    return joined(this.paragraphs);
  }

  /** In what is shown with its own line breaks a blank line parts paragraphs. */
  private addLines(node: Node): void {
    const text = node.textContent ?? '';
    const lines =
      blankLine.test(text) && node.parentNode && nameOf(node.parentNode) === 'PRE'
        ? text.split(/\n[ \t]*\n/)
        : [text];
    for (const [at, line] of lines.entries()) {
      if (at > 0) this.close();
      this.addText(line);
    }
  }

  private addText(text: string): void {
    this.open += text;
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    if (this.link === null) this.plain += text;
    else this.hasLinked = true;
  }

  private close(): void {
    const text = seen(this.open);
    // A bullet is kept for its item's text, which may be in a paragraph of its own.
    if (text === '•') return;
    if (text !== '')
      this.paragraphs.push({
        text,
        isCaption: this.caption !== null,
        isLink: this.hasLinked && isStampOnly(this.plain),
      });
    this.open = '';
    this.hasLinked = false;
    this.plain = '';
  }
}

const blankLine = /\S[ \t]*\n[ \t]*\n\s*\S/;

/** A block by the standard, or an element of the page's own with another of that name next to it and no words. */
function isBlock(node: Node, name: string): boolean {
  if (blocks.has(name)) return true;
  if (node.nodeType !== 1 || !name.includes('-')) return false;
  const siblings = [siblingOf(node, 'previousSibling'), siblingOf(node, 'nextSibling')];
  return (
    siblings.every(other => other?.nodeType !== 3) && siblings.some(other => other && nameOf(other) === name)
  );
}

/** What is before or behind a node but blanks and comments. */
function siblingOf(node: Node, side: 'previousSibling' | 'nextSibling'): Node | null {
  let other = node[side];
  while (other && other.nodeType !== 1 && (other.nodeType !== 3 || (other.textContent ?? '').trim() === ''))
    other = other[side];
  return other;
}

/** UTF-16 code units of a day or a number next to a link, and letters between its numbers: `10h07`, `3 de março`. */
const longestStamp = 40;
const shortestWord = 3;

/** Whether there is nothing, or no more than a day, a time or a number. */
function isStampOnly(text: string): boolean {
  if (text === '') return true;
  if (text.length > longestStamp || !/\d/.test(text)) return false;
  const words = (text.match(/\p{L}+/gu) ?? []).filter(word => word.length >= shortestWord);
  return words.every(word => monthInAnyLanguage(word) !== null);
}

/** What is left of entities that were encoded twice; `&lt;` may be meant to be read as it is. */
const encodedTwice = /&(?:#\d{2,7}|#x[\da-f]{2,6}|amp|nbsp|quot|apos|shy|[lr][sda]quo|[mn]dash|hellip);/gi;

/** A paragraph's text on one line, as it is seen, entities that were encoded twice decoded. */
function seen(text: string): string {
  const decoded = text.includes('&') ? text.replace(encodedTwice, decodeHTMLStrict) : text;
  return withoutInvisible(decoded).replace(/\s+/g, ' ').trim();
}

function nameOf(node: Node): string {
  return node.nodeName.toUpperCase();
}

/** Shorter paragraphs may be repeated on purpose. */
const shortestRepeat = 60;

function joined(paragraphs: readonly PageParagraph[]): PageText {
  const captions: number[] = [];
  const links: number[] = [];
  const kept: string[] = [];
  const seen = new Set<string>();
  let length = 0;
  for (const { text, isCaption, isLink } of paragraphs) {
    if (text.length >= shortestRepeat && seen.has(text)) continue;
    seen.add(text);
    if (isCaption) captions.push(length);
    if (isLink) links.push(length);
    kept.push(text);
    length += text.length + 2;
  }
  return { text: kept.join('\n\n'), captions, links };
}

function isCaption(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  if (nameOf(node) === 'FIGCAPTION') return true;
  return isCaptionClass(node.getAttribute?.('class') ?? null);
}

function isHidden(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  return (
    typeof node.getAttribute?.('hidden') === 'string' ||
    /display\s*:\s*none/i.test(node.getAttribute?.('style') ?? '') ||
    // A pull quote repeats words of the text.
    /(^|[\s_-])pull-?quote/i.test(node.getAttribute?.('class') ?? '')
  );
}

/** A cell with more text is part of a layout table. */
const longestCell = 80;
const mostCells = 30;

/** A table row on one line, null if its cells hold paragraphs. */
function rowOf(row: Node): string | null {
  const cells: string[] = [];
  for (let cell = row.firstChild; cell; cell = cell.nextSibling) {
    if (cell.nodeType !== 1) continue;
    const text = seen(cell.textContent ?? '');
    if (text.length > longestCell || cells.length === mostCells || holdsBlock(cell)) return null;
    if (text !== '') cells.push(text);
  }
  return cells.length > 1 ? cells.join(' | ') : null;
}

function holdsBlock(cell: Node): boolean {
  for (let child = cell.firstChild; child; child = child.nextSibling)
    if (
      child.nodeType === 1 &&
      nameOf(child) !== 'BR' &&
      (blocks.has(nameOf(child)) || silent.has(nameOf(child)))
    )
      return true;
  return false;
}
