/**
 * Whether a match of the second pattern lies within a number of UTF-16 code units after a match of the first, which
 * must be global and match no empty text. A single pattern for both would take quadratic time.
 */
export function followedWithin(text: string, first: RegExp, second: RegExp, within: number): boolean {
  first.lastIndex = 0;
  while (first.test(text)) {
    if (second.test(text.slice(first.lastIndex, first.lastIndex + within))) return true;
  }
  return false;
}

/** The last words before an offset, back to the nearest mark that ends a clause: at most 50 UTF-16 code units. */
export function precedingClause(before: string): string {
  return afterLast(',;.“”', before.slice(-50));
}

/** What follows the last of some characters in a text; all of it if it has none of them. In `250,000` and `9:30` they part nothing. */
export function afterLast(characters: string, text: string): string {
  let from = text.length;
  while (from > 0 && !(characters.includes(text[from - 1]!) && !isInNumber(text, from - 1))) from--;
  return text.slice(from);
}

const isInNumber = (text: string, at: number) => isFigure(text[at + 1]) && isFigure(text[at - 1]);
const isFigure = (character: string | undefined) =>
  character !== undefined && character >= '0' && character <= '9';
