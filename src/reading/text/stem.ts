import { stemmer } from 'stemmer';

const longest = 40;

/** The Porter stem of a word in lower case; of a very long one the word itself. Memoized. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= mostStems) stems.clear();
  const made = stemOnce(word);
  stems.set(word, made);
  return made;
}

/** The same for one who keeps the stems. */
export function stemOnce(word: string): string {
  return word.length > longest ? word : stemmer(word);
}

/** Words are stemmed again and again: an article repeats them, and articles share them. */
const stems = new Map<string, string>();
const mostStems = 50_000;
