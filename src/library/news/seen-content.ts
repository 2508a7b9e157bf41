import { foldedWords } from '../text/fold.ts';

/** From this share of a sentence's words on that stand in one told before, it tells the same. */
const sameFrom = 0.7;
/** Words shorter than this tell little, but for numbers. */
const shortest = 4;

/** What somebody has been told, sentence by sentence, to tell what is new by. */
export type Known = {
  /** Whether a sentence or quote tells something that nothing before it told. */
  isNew(text: string): boolean;
  add(text: string): void;
  /** Whether it is new; from then on it is known. */
  takes(text: string): boolean;
};

/**
 * A sentence tells the same as one told before when most of its words stand there, and all of its numbers:
 * “rises to 12” is news after “rises to 8”.
 */
export function whatIsKnown(): Known {
  const known: Set<string>[] = [];
  const isNew = (words: Set<string>) =>
    words.size > 0 &&
    !known.some(told => {
      const shared = [...words].filter(word => told.has(word));
      const numbers = [...words].every(word => !/\d/.test(word) || told.has(word));
      return numbers && shared.length >= words.size * sameFrom;
    });
  return {
    isNew: text => isNew(tellingWords(text)),
    add: text => {
      known.push(tellingWords(text));
    },
    takes: text => {
      const words = tellingWords(text);
      if (!isNew(words)) return false;
      known.push(words);
      return true;
    },
  };
}

function tellingWords(text: string): Set<string> {
  return new Set(foldedWords(text).filter(word => word.length >= shortest || /\d/.test(word)));
}
