import { type AskedWord, askedVerbsIn } from './question-words.ts';
import { type JudgedSentence, unfit } from './sentence.ts';

const reason =
  /\b(?:because|due to|sparked by|amid|in response|in retaliation|so that|blam\w+|accus\w+|prompted|triggered|caused by|as part of|demand\w*|in protest|citing|saying)\b/i;
/** These may give a reason right behind what was done: `fired over a memo`, but not `quit after 46 seconds`. */
const perhapsReason =
  /^.{0,60}?\b(?:over|against|for|after|following)\s(?!(?:(?:just|only|about|nearly|over|more than|less than)\s){0,2}(?:\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten|the first time)\S*\s?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|time)?)/isu;

/** Whether a sentence gives a reason, in so many words or right behind what was done. */
export function judgeReason({ text }: JudgedSentence, asked: readonly AskedWord[]): number {
  if (reason.test(text)) return 1;
  if (!asked.some(({ isVerb }) => isVerb))
    return /\b(?:after|over|against|for|following)\b/i.test(text) ? 0.85 : unfit;
  const behind = askedVerbsIn(text, asked).map(({ 0: word, index }) => text.slice(index + word.length));
  return behind.some(rest => perhapsReason.test(rest)) ? 0.85 : unfit;
}
