import { foldedWords } from '../text/fold.ts';

/** More than this of one wish for words narrows nothing down any more. */
const most = 16;

/**
 * Words that somebody wishes for as a match of FTS5: all of them, those in quotes next to each other. Each
 * stands in quotes, so that nothing typed is an operator; null where there is no word in it.
 */
export function wishMatch(wish: string): string | null {
  const parts = [...wish.matchAll(/["“”„«]([^"“”„«»]*)["“”»]|([^"“”„«»]+)/g)].flatMap(([, phrase, words]) =>
    phrase === undefined ? foldedWords(words ?? '') : [foldedWords(phrase).join(' ')],
  );
  const match = parts
    .filter(part => part !== '')
    .slice(0, most)
    .map(part => `"${part}"`);
  return match.length === 0 ? null : match.join(' ');
}
