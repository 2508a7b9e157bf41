import { foldedWords } from '../text/fold.ts';

/** More words than this make no query more precise. */
const most = 16;

/** The folded words of a search. */
export function askedWords(words: string): string[] {
  return foldedWords(words).slice(0, most);
}

/**
 * A search as a match expression of FTS5: all the words, the last one as a prefix if it may be unfinished. Each word
 * is quoted, so that nothing typed is an operator; null if there is no word in it.
 */
export function matchOf(words: string): string | null {
  const asked = askedWords(words);
  if (asked.length === 0) return null;
  return `${asked.map(quoted).join(' ')}*`;
}

/** As `matchOf`, but any of the words is enough. */
export function anyMatchOf(words: string): string | null {
  const asked = askedWords(words);
  if (asked.length < 2) return null;
  return `${asked.map(quoted).join(' OR ')}*`;
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
