import { withoutInvisible } from '../../system/invisible-characters.ts';
import { lettersOf } from '../text/letters.ts';
import { pageDay } from './html-date.ts';
import type { TextNode } from './html-text.ts';
import type { Queryable } from './queryable.ts';

/** A block of text near a page's headline, with what its markup says of it. */
export type OutlineItem = {
  /** On one line. */
  text: string;
  /** The names (`class`, `id`, `itemprop`, `rel`, `property`) of the elements in and around it. */
  names: string;
  /** The addresses of its links. */
  links: string;
  /** Its links: what they say, their `rel` and address. */
  anchors: { text: string; rel: string; href: string }[];
  /** The `datetime` or `content` attribute of an element in it. */
  datetime: string | null;
  /** UTF-16 code units of text between it and the headline, negative before it. */
  distance: number;
};

type Element = TextNode & { getAttribute(name: string): string | null };

/** Text further from the headline than this, in UTF-16 code units, is not part of the article's header. */
const farthest = 2_500;
/** Longer blocks are paragraphs. */
const longestItem = 220;
/** Elements around an item whose names describe it. */
const describing = 3;

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
const silent = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME SELECT TEXTAREA OBJECT FORM BLOCKQUOTE FIGURE'.split(' '),
);
/** A footer that has a day and an author of the article, as in Drupal's themes. */
const articleMeta = /(?:^|[\s_-])(?:meta|submitted|byline|author|posted)(?:$|[\s_-])/i;
/** Lists of other articles, each of which has a day and an author of its own. */
const elsewhere =
  /(?:^|[\s_-])(?:related|recommended|recommendations|popular|trending|latest|recent|comments?|sidebar|menu|nav|navigation|breadcrumbs?|footer|newsletter|carousel|read-next|read-more|more-posts|up-next)(?:$|[\s_-])/i;

/**
 * The short blocks of text around a page's headline, in the order of the page: its byline and day are among them.
 * Menus, comments and lists of other articles are left out. Empty if the page has no headline.
 */
export function outlineOf(document: Queryable & { body: unknown }, title: string | null): OutlineItem[] {
  const headline = headlineOf(document, title);
  if (!headline) return [];
  const around = ancestorsOf(headline);
  const collector = new ItemCollector(around);
  walk(document.body as Element, headline, around, collector);
  return collector.result();
}

/** The heading that has the title, else the first `h1`, else the only `h2`. */
function headlineOf(document: Queryable, title: string | null): Element | null {
  const wanted = title === null ? '' : lettersOf(title);
  const headings = [...document.querySelectorAll('h1, h2, h3')] as unknown as Element[];
  const texts = headings.map(heading => lettersOf(heading.textContent ?? ''));
  const matching = texts.findIndex(text => text.length > 8 && wanted !== '' && wanted.startsWith(text));
  const named = (name: string) => headings.filter(heading => heading.nodeName.toUpperCase() === name);
  const second = named('H2');
  return headings[matching] ?? named('H1')[0] ?? (second.length === 1 ? second[0]! : null);
}

function ancestorsOf(node: TextNode): Set<TextNode> {
  const found = new Set<TextNode>();
  for (let at: TextNode | null = node; at; at = at.parentNode) found.add(at);
  return found;
}

function walk(root: Element, headline: Element, around: Set<TextNode>, collector: ItemCollector): void {
  let node: TextNode | null = root;
  while (node && !collector.isDone) {
    const name = node.nodeName.toUpperCase();
    // Pages of ASP.NET are one form as a whole.
    const isSkipped =
      !around.has(node) && (silent.has(name) || (!isOwnFooter(node, around) && isElsewhere(node)));
    if (node === headline) collector.passHeadline();
    else if (!isSkipped) {
      collector.enter(node, blocks.has(name));
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && blocks.has(node.nodeName.toUpperCase())) collector.close();
    }
    // What React puts side by side has nothing between it: `<span>5 March 2031</span><span>6 min</span>`.
    if (node?.nodeType === 1 && node.nextSibling?.nodeType === 1) collector.separate();
    node = node && node !== root ? node.nextSibling : null;
  }
}

/** The footer of the element that the headline is in: many have day and author there. */
function isOwnFooter(node: TextNode, around: Set<TextNode>): boolean {
  const parent = node.parentNode;
  return (
    node.nodeName.toUpperCase() === 'FOOTER' &&
    parent?.nodeName.toUpperCase() === 'ARTICLE' &&
    around.has(parent) &&
    !elsewhere.test(`${attribute(node, 'class')} ${attribute(node, 'id')}`)
  );
}

function isElsewhere(node: TextNode): boolean {
  if (node.nodeName.toUpperCase() === 'FOOTER' && !articleMeta.test(attribute(node, 'class'))) return true;
  return node.nodeType === 1 && elsewhere.test(`${attribute(node, 'class')} ${attribute(node, 'id')}`);
}

function attribute(node: TextNode, name: string): string {
  return node.getAttribute?.(name) ?? '';
}

const anchorOf = (node: TextNode) => ({
  text: (node.textContent ?? '').slice(0, longestItem).replace(/\s+/g, ' ').trim(),
  rel: attribute(node, 'rel'),
  href: attribute(node, 'href'),
});

const namesOf = (node: TextNode) =>
  ['class', 'id', 'itemprop', 'rel', 'property'].map(name => attribute(node, name)).join(' ');

const emptyItem = (): Omit<OutlineItem, 'distance'> => ({
  text: '',
  names: '',
  links: '',
  anchors: [],
  datetime: null,
});

/** Collects items during a walk: first those before the headline, of which the last are kept, then those after it. */
class ItemCollector {
  private readonly around: Set<TextNode>;
  private before: OutlineItem[] = [];
  private readonly after: OutlineItem[] = [];
  private open = emptyItem();
  private isAfter = false;
  private length = 0;

  /** @param around the headline and its ancestors: their names say nothing about an item */
  constructor(around: Set<TextNode>) {
    this.around = around;
  }

  get isDone(): boolean {
    return this.isAfter && this.length > farthest;
  }

  enter(node: TextNode, isBlock: boolean): void {
    if (isBlock) this.close();
    if (node.nodeType === 3) this.addText(node);
    if (node.nodeType !== 1 || isBlock) return;
    this.open.names += ` ${namesOf(node)}`;
    this.open.links += ` ${attribute(node, 'href')}`;
    if (node.nodeName.toUpperCase() === 'A') this.open.anchors.push(anchorOf(node));
    const isTime = node.nodeName.toUpperCase() === 'TIME' || /^date/i.test(attribute(node, 'itemprop'));
    if (isTime) this.open.datetime ??= attribute(node, 'datetime') || attribute(node, 'content') || null;
    // `<abbr title="2031-03-05">yesterday</abbr>`
    if (node.nodeName.toUpperCase() === 'ABBR' && pageDay(attribute(node, 'title')) !== null)
      this.open.datetime ??= attribute(node, 'title');
  }

  separate(): void {
    if (/\S$/.test(this.open.text)) this.close();
  }

  close(): void {
    const text = withoutInvisible(this.open.text).replace(/\s+/g, ' ').trim();
    if (text !== '' || this.open.datetime !== null) {
      if (text.length <= longestItem)
        (this.isAfter ? this.after : this.before).push({ ...this.open, text, distance: this.length });
      this.length += text.length;
    }
    this.open = emptyItem();
  }

  passHeadline(): void {
    this.close();
    this.before = this.before
      .map(item => ({ ...item, distance: item.distance + item.text.length - this.length - 1 }))
      .filter(item => item.distance >= -farthest);
    this.length = 0;
    this.isAfter = true;
    this.open.text = '';
  }

  result(): OutlineItem[] {
    this.close();
    return this.isAfter ? [...this.before, ...this.after] : [];
  }

  private addText(node: TextNode): void {
    const text = node.textContent ?? '';
    if (text.trim() !== '' && this.open.text.trim() === '') this.open.names += this.namesAround(node);
    this.open.text += text;
  }

  private namesAround(node: TextNode): string {
    let names = '';
    let at = node.parentNode;
    for (let step = 0; step < describing && at && !this.around.has(at); step++, at = at.parentNode)
      names += ` ${namesOf(at)}`;
    return names;
  }
}
