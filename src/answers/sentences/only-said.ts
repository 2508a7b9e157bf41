import { type AskedWord, askedVerbsIn } from './question-words.ts';

/** What may come, or was only said to. */
export const ahead =
  /\b(?:will|would|could|may|might|should|if|whether|plans? to|planning to|set to|due to (?!the\b)|expected to|scheduled to|slated to|prepar(?:es|ed|ing) to|about to|threaten\w*|wants? to|hopes? to)\b/i;

/** How far behind words for what is to come the verb may be that they go with, in characters. */
const reach = 100;

/** Whether what is asked about is only said to be to come: `as NAME prepares to speak and meet with NAME`. */
export function isToCome(text: string, asked: readonly AskedWord[]): boolean {
  const verbs = askedVerbsIn(text, asked);
  return (
    verbs.length > 0 && verbs.every(({ index }) => ahead.test(text.slice(Math.max(0, index - reach), index)))
  );
}

/** Whether what is asked about is only a noun in the sentence: `the meeting was requested`. */
export function isOnlyNamed(text: string, asked: readonly AskedWord[]): boolean {
  const verbs = askedVerbsIn(text, asked);
  return (
    verbs.length > 0 &&
    verbs.every(({ index }) =>
      /(?:\b(?:the|an?|this|that|their|his|her|its|such|private|planned)|['’]s?)\s(?:\p{L}{1,20}\s)?$/iu.test(
        text.slice(Math.max(0, index - 40), index),
      ),
    )
  );
}
