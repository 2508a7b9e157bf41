import { foldedWords } from '../text/fold.ts';

/** More words than this make no filter more precise. */
const most = 16;

/**
 * A filter's words as a match expression of FTS5: all of them, those in quotes next to each other. Each is quoted, so
 * that nothing typed is an operator; null if there is no word in it.
 */
export function filterMatch(words: string): string | null {
  const parts = [...words.matchAll(/["“”„«]([^"“”„«»]*)["“”»]|([^"“”„«»]+)/g)].flatMap(
    ([, phrase, single]) =>
      phrase === undefined ? foldedWords(single ?? '') : [foldedWords(phrase).join(' ')],
  );
  const match = parts
    .filter(part => part !== '')
    .slice(0, most)
    .map(part => `"${part}"`);
  return match.length === 0 ? null : match.join(' ');
}
