import { type AskedWord, askedVerbsIn, formsOf, includesWord } from './question-words.ts';

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

/** Right before a verb that is said to come, not only that it may: `will`, but not `the will of`. */
const foretold =
  /(?:(?<!\b(?:the|an?|his|her|their|its|our|free|political|good)\s)\bwill|\bwon['’]t|\bgoing to|\bplans? to|\bplanning to|\bset to|\bdue to|\bexpected to|\bscheduled to|\bslated to|\bprepar(?:es|ed|ing) to|\babout to|\bvow(?:s|ed)? to|\bpromis(?:es|ed) to|\b(?:is|are) to)\s(?:(?:\p{L}{1,15}\s){1,5}and\s)?(?:(?:not|be|being|also|then|soon|first|have|now|\p{L}{2,15}ly)\s){0,3}$/iu;
const doubted = /\b(?:if|whether|unless|hopes?|hoping|chances?|could|would|may|might)\b/i;

/** Whether of what a question names the verb is said to be to come, and nothing before it doubts that. */
export function isForetold(text: string, asked: readonly AskedWord[]): boolean {
  const named = asked.filter(({ isVerb }) => !isVerb);
  return askedVerbsIn(text, asked).some(({ index }) => {
    const before = text.slice(Math.max(0, index - reach), index);
    if (!foretold.test(before) || doubted.test(before)) return false;
    const own = formsOf(before);
    return named.some(word => includesWord(own, word)) || /\b(?:he|she|it|they|who)\b/i.test(before);
  });
}

/** Whether it is said in the present, as news say what is fixed: `the trial opens`, asked when it will open. */
export function isFixed(text: string, asked: readonly AskedWord[]): boolean {
  return askedVerbsIn(text, asked).some(
    ({ 0: word, index }) =>
      asked.some(({ form, isVerb }) => isVerb && formsOf(word).has(form)) &&
      (/s$/i.test(word) || (/ing$/i.test(word) && /\b(?:is|are)\s$/i.test(text.slice(0, index)))),
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
