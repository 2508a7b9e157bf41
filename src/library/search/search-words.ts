import { foldedWords } from '../text/fold.ts';

/** More words than this narrow nothing down any more. */
const most = 16;

/** The folded words that somebody searches for. */
export function askedWords(words: string): string[] {
  return foldedWords(words).slice(0, most);
}

/**
 * What somebody typed as a match of FTS5: all the words, the last one as a beginning. Each word stands in
 * quotes, so that nothing typed is an operator; null where there is no word in it.
 */
export function matchOf(words: string): string | null {
  const asked = askedWords(words);
  if (asked.length === 0) return null;
  return `${asked.map(quoted).join(' ')}*`;
}

/** As `matchOf`, but any of the words will do. */
export function looseMatchOf(words: string): string | null {
  const asked = askedWords(words);
  if (asked.length < 2) return null;
  return `${asked.map(quoted).join(' OR ')}*`;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
