/**
 * Whether what the second pattern finds stands within so many characters behind something that the first, a global
 * one, finds: one pattern for both would look on from each place again.
 */
export function followedWithin(text: string, first: RegExp, second: RegExp, within: number): boolean {
  return [...text.matchAll(first)].some(({ index, 0: found }) => {
    const end = index + found.length;
    return second.test(text.slice(end, end + within));
  });
}

/** The last words before something, back to the nearest mark that ends a clause: 50 UTF-16 code units at most. */
export function precedingClause(before: string): string {
  return before
    .slice(-50)
    .split(/[,;.“”]/)
    .at(-1)!;
}
