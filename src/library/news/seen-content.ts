import { foldedWords } from '../text/fold.ts';

/** A sentence with this share of its words in one seen before says the same. */
const sameFrom = 0.7;
/** Shorter words carry little information, except for numbers. */
const shortest = 4;

/** What a reader has seen, sentence by sentence, to recognize what is new. */
export type SeenContent = {
  /** Whether a sentence or quote says something that nothing before it said. */
  isNew(text: string): boolean;
  add(text: string): void;
  /** Whether it is new; from then on it counts as seen. */
  takes(text: string): boolean;
};

/**
 * A sentence says the same as one seen before if most of its words are in that one, and all of its numbers:
 * “rises to 12” is news after “rises to 8”.
 */
export function createSeenContent(): SeenContent {
  const known: Set<string>[] = [];
  const isNew = (words: Set<string>) =>
    words.size > 0 &&
    !known.some(earlier => {
      const shared = [...words].filter(word => earlier.has(word));
      const numbers = [...words].every(word => !/\d/.test(word) || earlier.has(word));
      return numbers && shared.length >= words.size * sameFrom;
    });
  return {
    isNew: text => isNew(informativeWords(text)),
    add: text => {
      known.push(informativeWords(text));
    },
    takes: text => {
      const words = informativeWords(text);
      if (!isNew(words)) return false;
      known.push(words);
      return true;
    },
  };
}

function informativeWords(text: string): Set<string> {
  return new Set(foldedWords(text).filter(word => word.length >= shortest || /\d/.test(word)));
}
