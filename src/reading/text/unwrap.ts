import { breaksOf, type LineBreak } from './line-break.ts';
import { type Line, onOneLine } from './lines.ts';
import { isResultRow } from './result-row.ts';

/** UTF-16 code units that text is wrapped at. */
const narrowest = 34;
const widest = 110;

/**
 * Joins the lines of each paragraph of a text that was wrapped at a fixed width, as mails and plain-text exports are;
 * leaves any other text alone, and in a wrapped one its tables, lists and headings. The `text` of a joined line has
 * spaces for the line breaks; `splits` are those of them that follow a hyphen.
 */
export function unwrapped(lines: Line[], input: string): { lines: Line[]; splits: LineBreak[] } {
  const breaks = breaksOf(lines);
  const inParagraphs = breaks.filter(found => found !== null);
  const width = widthOf(inParagraphs);
  const joined: Line[] = [];
  for (const block of blocksOf(lines, breaks)) {
    const joins = joinsOf(block, width);
    for (const [at, line] of block.lines.entries()) {
      const before = joined.at(-1);
      if (at > 0 && before && joins(block.breaks[at - 1]!)) {
        before.end = line.end;
        before.text = onOneLine(input.slice(before.start, line.end));
      } else joined.push({ ...line });
    }
  }
  return { lines: joined, splits: inParagraphs.filter(each => each.isInWord) };
}

/** Lines between blank ones, and what is between each of them and the next; null for a paragraph's end. */
type Block = { lines: Line[]; breaks: (LineBreak | null)[] };

function blocksOf(lines: Line[], breaks: (LineBreak | null)[]): Block[] {
  const blocks: Block[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.afterBlank || at === 0) blocks.push({ lines: [], breaks: [] });
    blocks.at(-1)!.lines.push(line);
    blocks.at(-1)!.breaks.push(breaks[at]!);
  }
  return blocks;
}

/** Recognizes the breaks of a block that are of the wrapping rather than of the text. */
function joinsOf(block: Block, width: number | null): (parting: LineBreak | null) => boolean {
  if (width === null) return parting => parting?.isInWord === true;
  const own = block.breaks.filter(found => found !== null);
  const forced = own.filter(each => isForced(each, width));
  const isWrapped = !block.lines.some(line => isTooLong(line, width));
  const isWrappedList = forced.length >= fewestOfList && forced.length >= own.length * shareOfList;
  const hasItems =
    block.lines.length <= mostLinesOfItems &&
    own.some(each => !forced.includes(each) && endsSentence.test(each.line.text));
  const hasLabels = block.lines.filter(({ text }) => label.test(text)).length > 1;
  return parting => {
    if (parting === null || parting.isInWord) return parting !== null;
    if (!forced.includes(parting)) return false;
    if (parting.isInSentence) return true;
    if (!isWrapped) return false;
    // Two paragraphs made of one that breaks after a sentence do less harm than one made of two.
    if (hasItems && endsSentence.test(parting.line.text)) return false;
    if (hasLabels && label.test(parting.next.text)) return false;
    return !isBetweenRows(parting) || (isWrappedList && partsName(parting));
  };
}

/** Whether a list of names may go on with a part of one; a rank opens a row: `67 Anna Holm, …`. */
function partsName({ line, next }: LineBreak): boolean {
  return /\p{L}$/u.test(line.text) && !/^\d{1,3}[.=)]?\s\p{Lu}/u.test(next.text);
}

const endsSentence = /[.!?]["”’)]?$/;

/** A list of names that is wrapped itself: how many of its breaks the width explains, and which share of them. */
const fewestOfList = 3;
const shareOfList = 0.6;
/** A longer block is prose that has no blank lines between its paragraphs. */
const mostLinesOfItems = 12;

/** What opens a line as in `Name: …`, and the next one as in `Age: …`. */
const label = /^\p{Lu}[\p{L}\p{N} .'’()-]{0,40}:\s/u;

const isBetweenRows = ({ line, next }: LineBreak) => isResultRow(line.text) && isResultRow(next.text);

/** Whether the next line's first word would not have fitted on the line. */
function isForced({ line, withNext }: LineBreak, width: number): boolean {
  return withNext > width - slack && !isTooLong(line, width);
}

/** Whether a line was never wrapped, though it has several words. */
function isTooLong({ text }: Line, width: number): boolean {
  return text.length > width + slack && text.includes(' ');
}

/** Indentation and characters that count as several make lines of one text end at slightly different columns. */
const slack = 4;

/**
 * What it takes to recognize wrapped text: breaks, and the share of them that the width must explain. Small letters
 * behind them prove it whatever tables stand between; of others it takes more, and hardly any exception.
 */
const proofs = [
  {
    // Verse has such breaks too, but most of its lines are shorter than any that are wrapped.
    counts: ({ isBeforeSmall, withNext }: LineBreak) => isBeforeSmall && withNext > narrowest,
    fewest: 2,
    explained: 0.8,
  },
  { counts: () => true, fewest: 6, explained: 0.7 },
];

/** The width that a text is wrapped at, null if it is not. */
function widthOf(breaks: LineBreak[]): number | null {
  for (const { counts, fewest, explained } of proofs) {
    const counted = breaks.filter(counts);
    const best = bestWidth(counted);
    if (best !== null && best.forced >= fewest && best.forced >= counted.length * explained)
      return best.width;
  }
  return null;
}

/** The width that explains most of the breaks, the narrowest of several. */
function bestWidth(breaks: LineBreak[]): { width: number; forced: number } | null {
  const widths = new Set(breaks.map(({ line }) => line.text.length));
  let best: { width: number; forced: number } | null = null;
  for (const width of [...widths].sort((a, b) => a - b)) {
    if (width < narrowest || width > widest) continue;
    const forced = breaks.filter(each => each.line.text.length <= width && isForced(each, width)).length;
    if (best === null || forced > best.forced) best = { width, forced };
  }
  return best;
}
