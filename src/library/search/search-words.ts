import { foldedWords } from '../text/fold.ts';

/** More words than this make no query more precise. */
const most = 16;

/** A shorter last word is never taken as a prefix: it would match nearly every article. */
const shortestPrefix = 4;

/** The folded words of a search. */
export function askedWords(words: string): string[] {
  return foldedWords(words).slice(0, most);
}

/** A search as match expressions of FTS5; each word is quoted, so that nothing typed is an operator. */
export type Match = {
  /** With the words as they are. */
  exact: string;
  /** With the last word as a prefix, as it may be unfinished; null if it is too short for that. */
  prefix: string | null;
};

/**
 * The match expressions of a search; null if there is no word in it.
 * @param how whether all the words must occur, or any of two or more is enough
 */
export function matchOf(words: string, how: 'all' | 'any' = 'all'): Match | null {
  const asked = askedWords(words);
  if (asked.length < (how === 'all' ? 1 : 2)) return null;
  const exact = asked.map(word => `"${word.replaceAll('"', '""')}"`).join(how === 'all' ? ' ' : ' OR ');
  return { exact, prefix: asked.at(-1)!.length >= shortestPrefix ? `${exact}*` : null };
}
