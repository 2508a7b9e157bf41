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
  return before
    .slice(-50)
    .split(/[,;.“”]/)
    .at(-1)!;
}
