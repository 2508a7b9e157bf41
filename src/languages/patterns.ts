/** Longer phrases first, each once: the first alternative that fits is taken. */
export function longestFirst(list: readonly string[]): string[] {
  return [...new Set(list)].sort((a, b) => b.length - a.length);
}

/** The alternatives of a pattern. */
export function alternatives(list: readonly string[]): string {
  return longestFirst(list).map(escaped).join('|');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Any of the words or phrases as a whole; `_` joins words that are one already. */
export function whole(list: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives(list)})(?![\\p{L}\\p{N}_])`, 'gu');
}

/** Any of the words after a digit, which is the first group. */
export function afterNumber(list: readonly string[]): RegExp {
  return new RegExp(`(\\d)\\s{0,5}(?:${alternatives(list)})(?!\\p{L})`, 'gu');
}
