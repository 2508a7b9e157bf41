import { foldedWords } from '../text/fold.ts';
import { expressionOf, searchWords } from './search-words.ts';

/** More words than this make no filter more precise. */
const most = 16;

/**
 * A filter's words as a match expression of FTS5: all of them, those in quotes next to each other. Each is quoted, so
 * that nothing typed is an operator; null if there is no word in it.
 */
export function filterMatch(words: string): string | null {
  const match = [...words.matchAll(/["“”„«]([^"“”„«»]*)["“”»]|([^"“”„«»]+)/g)].flatMap(
    ([, phrase, single]) => {
      if (phrase === undefined) return searchWords(single ?? '').map(expressionOf);
      const folded = foldedWords(phrase);
      return folded.length === 0 ? [] : [`"${folded.join(' ')}"`];
    },
  );
  return match.length === 0 ? null : match.slice(0, most).join(' AND ');
}
