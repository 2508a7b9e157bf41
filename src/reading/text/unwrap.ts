import type { Line } from './lines.ts';

/** UTF-16 code units that text is wrapped at. */
const narrowest = 45;
const widest = 110;
/** Breaks that it takes to recognize wrapped text, and the share of them that the width must explain. */
const fewestBreaks = 6;
const explained = 0.7;
/** Longer lines, such as addresses, that wrapped text may have, per line. */
const mostLonger = 0.05;

/** A line that begins a paragraph of its own wherever it is: an item, a heading of Markdown, a row of a table. */
const opensParagraph = /^(?:[•·▪◦*‣●+>#|]|[–—-]\s|\d{1,3}[.)]\s)/;

/**
 * Joins the lines of each paragraph of a text that was wrapped at a fixed width, as mails and plain-text exports are;
 * leaves any other text alone. The `text` of a joined line has spaces for the line breaks.
 */
export function unwrapped(lines: Line[], input: string): Line[] {
  const width = widthOf(lines);
  if (width === null) return lines;
  const joined: Line[] = [];
  let wrappedBefore = false;
  for (const [at, line] of lines.entries()) {
    const before = joined.at(-1);
    if (before && wrappedBefore && isContinuation(line)) {
      before.end = line.end;
      before.text = input.slice(before.start, line.end).replace(/[\r\n\u2028\u2029\v\f]/g, ' ');
    } else joined.push({ ...line });
    wrappedBefore = isForced(line, lines[at + 1], width);
  }
  return joined;
}

const isContinuation = (line: Line | undefined): line is Line =>
  line !== undefined && !line.afterBlank && !opensParagraph.test(line.text);

/** Whether the next line's first word would not have fitted on the line. */
function isForced(line: Line, next: Line | undefined, width: number): boolean {
  if (!isContinuation(next)) return false;
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  return line.text.length + 1 + word.length > width;
}

/** The width that a text is wrapped at, null if it is not. */
function widthOf(lines: Line[]): number | null {
  const broken = lines.filter((_, at) => isContinuation(lines[at + 1]));
  const lengths = broken.map(({ text }) => text.length).filter(length => length <= widest);
  if (lengths.length < fewestBreaks || broken.length - lengths.length > lines.length * mostLonger)
    return null;
  const width = lengths.reduce((most, length) => Math.max(most, length), 0);
  const forced = lines.filter((line, at) => isForced(line, lines[at + 1], width - slack)).length;
  return width >= narrowest && forced >= broken.length * explained ? width - slack : null;
}

/** Indentation and characters that count as several make lines of one text end at slightly different columns. */
const slack = 4;
