import { toLatin } from '../../names/fold.ts';

/**
 * Text of any script as plain Latin lower case, apostrophes and the English possessive dropped: in this
 * form words are kept for search, and in this form they are asked for.
 */
export function fold(text: string): string {
  return toLatin(text)
    .toLowerCase()
    .replace(/['`](s\b)?/g, '');
}

/** The folded words of a text in order. */
export function foldedWords(text: string): string[] {
  return wordsIn(fold(text));
}

/** The words of a folded text in order. */
export function wordsIn(folded: string): string[] {
  return folded.match(/[a-z0-9]+/g) ?? [];
}

/** Text on one line: every run of white space is one blank. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether two texts are the same but for white space. */
export function sameLetters(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}

/** `text` with its letters bare of accents, in the same case: `Orbán` as `Orban`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}
