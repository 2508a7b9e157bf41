/** The text of a page, paragraphs separated by blank lines, and the offsets at which captions begin. */
export type PageText = { text: string; captions: number[] };

type Node = {
  nodeType: number;
  nodeName: string;
  textContent: string | null;
  firstChild: Node | null;
  nextSibling: Node | null;
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

/** The text of an element, walked without recursion so that deep nesting cannot overflow the stack. */
export function textBelow(root: unknown): PageText {
  const paragraphs: { text: string; isCaption: boolean }[] = [];
  const top = root as Node;
  let open = '';
  let caption: Node | null = null;
  const close = () => {
    const text = open.replace(/\s+/g, ' ').trim();
    // A bullet is kept for its item's text, which may be in a paragraph of its own.
    if (text === '•') return;
    if (text !== '') paragraphs.push({ text, isCaption: caption !== null });
    open = '';
  };
  const leave = (node: Node) => {
    if (blocks.has(nameOf(node))) close();
    if (nameOf(node) === 'LI' && open.trim() === '•') open = '';
    if (node === caption) {
      close();
      caption = null;
    }
  };
  let node: Node | null = top;
  while (node) {
    const name = nameOf(node);
    const row = name === 'TR' ? rowOf(node) : null;
    const isShown = row === null && !silent.has(name) && (node === top || !isHidden(node));
    if (node.nodeType === 3) open += node.textContent ?? '';
    if (blocks.has(name)) close();
    if (name === 'LI') open = '• ';
    if (row) paragraphs.push({ text: `• ${row}`, isCaption: false });
    if (caption === null && isShown && isCaption(node)) {
      close();
      caption = node;
    }
    if (isShown && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    leave(node);
    while (node && node !== top && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node);
    }
    node = node && node !== top ? node.nextSibling : null;
  }
  close();
  return joined(paragraphs);
}

function nameOf(node: Node): string {
  return node.nodeName.toUpperCase();
}

function joined(paragraphs: { text: string; isCaption: boolean }[]): PageText {
  const captions: number[] = [];
  let length = 0;
  for (const { text, isCaption } of paragraphs) {
    if (isCaption) captions.push(length);
    length += text.length + 2;
  }
  return { text: paragraphs.map(({ text }) => text).join('\n\n'), captions };
}

function isCaption(node: Node): boolean {
  if (node.nodeType !== 1) return false;
  if (nameOf(node) === 'FIGCAPTION') return true;
  return /(^|[\s_-])(wp-)?caption(-text)?($|\s)|photo-?credit|image-?credit/i.test(
    node.getAttribute?.('class') ?? '',
  );
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
    const text = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
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
