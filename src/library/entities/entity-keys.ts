import { consonantSkeleton } from '../../names/spelling.ts';
import { foldedWords } from '../text/fold.ts';

const smallWords = new Set(['the', 'of', 'and', 'for', 'in', 'on', 'a', 'an']);

/**
 * What an organization or place can be looked up by, each with a letter before it: `f` the whole name, `i` the
 * initials of its words, `w` any word, `x` any word's skeleton.
 */
export function entityKeysOf(names: readonly string[]): Set<string> {
  const keys = new Set<string>();
  for (const name of names) {
    const words = nameWords(name);
    if (words.length === 0) continue;
    keys.add(`f:${words.join('')}`);
    if (words.length > 1) keys.add(`i:${initialsOf(words)}`);
    for (const word of searchedWords(words)) {
      keys.add(`w:${word}`);
      if (word.length > 2) keys.add(`x:${consonantSkeleton(word)}`);
    }
  }
  return keys;
}

/** The folded words of a name without an article in front. */
export function nameWords(name: string): string[] {
  return foldedWords(name).filter((word, at) => at > 0 || word !== 'the');
}

/** Those that narrow a search down. */
export function searchedWords(words: readonly string[]): string[] {
  const searched = words.filter(word => word.length > 1 && !smallWords.has(word));
  return searched.length > 0 ? searched : [...words];
}

/** The first letters of a name's words, as abbreviations take them: those of small words left out. */
export function initialsOf(words: readonly string[]): string {
  return words
    .filter(word => !smallWords.has(word))
    .map(word => word[0])
    .join('');
}
