import type { ClassifiedLine } from '../text/lines.ts';

/** Words, function words and UTF-16 code units of a line that is a label. */
const longestLabel = 12;
const mostSmall = 3;
const longestLabelText = 120;
/** Words of a link to another article. */
const longestLink = 30;

/**
 * Marks what a page has between the article's last sentence and its own end: labels, links, lines of stars. Headings
 * are among them, as nothing follows below them.
 * @param links where lines begin that are links as a whole, in UTF-16 code units
 * @param isGivenName whether a word is a known given name: who signed a letter stays
 */
export function markTrailing(
  lines: readonly ClassifiedLine[],
  { start, end }: { start: number; end: number },
  links: ReadonlySet<number>,
  isGivenName: (word: string) => boolean,
): void {
  const trailing: ClassifiedLine[] = [];
  for (let at = end - 1; at > start; at--) {
    const label = lines[at]!;
    if (label.kind !== null) continue;
    const { line, shape } = label;
    const isLink = links.has(line.start) && shape.words <= longestLink && !(shape.prose && shape.closed);
    const isOver = !isLink && (!isLabel(label) || isSignature(line.text, isGivenName));
    // A list that is announced belongs to the article.
    if (line.text.endsWith(':') && trailing.at(-1)?.shape.item) return;
    if (isOver) break;
    trailing.push(label);
  }
  for (const label of trailing) label.kind = 'related';
}

function isLabel({ line, shape }: ClassifiedLine): boolean {
  if (!/\p{L}/u.test(line.text)) return !/\p{N}/u.test(line.text);
  if (shape.closed || shape.prose || shape.item || shape.row) return false;
  if (shape.small > mostSmall) return false;
  return shape.words <= longestLabel && line.text.length <= longestLabelText && !/^[–—-]/.test(line.text);
}

/** `Anna Berg`, `Anna Berg, Osterby`: who signed. */
function isSignature(text: string, isGivenName: (word: string) => boolean): boolean {
  return isGivenName(/^\p{L}+/u.exec(text)?.[0] ?? '') && nameAndPlace.test(text);
}

const nameAndPlace =
  /^\p{Lu}[\p{L}'’.-]{0,24}(?: \p{Lu}[\p{L}'’.-]{0,24}){1,3}(?:, \p{Lu}[\p{L} .'’-]{1,30})?$/u;
