import type { Messages } from '../../rendering/messages.ts';

/** Why articles are refused, as the rooms below say it in English, with the message that says the same. */
const reasons: [words: RegExp, messageKey: string][] = [
  [/(?:"text": )?(?:there is|it contains) no text(?: in it)?$/, 'refusal-empty'],
  [/this is no text$/, 'refusal-not-text'],
  [/this is no object with a "text"$/, 'refusal-no-article'],
  [/this is no JSON: /, 'refusal-no-json'],
  [/it is longer than 20 million characters: give its articles one by one$/, 'refusal-too-long'],
  [/it has \d+ characters, more than the \d+ allowed$/, 'refusal-too-long'],
  [/reading it took more than \d+ s$/, 'refusal-too-slow'],
  [/reading it takes more than \d+ MB of memory$/, 'refusal-too-large'],
  [/the reader (?:crashed|failed) on it/, 'refusal-failed'],
];

/** Why an article was refused, in the reader's language; what only a program says of it stays as it is. */
export function refusalInWords(reason: string, messages: Messages): string {
  const found = reasons.find(([words]) => words.test(reason));
  return found === undefined ? reason : reason.replace(found[0], () => messages.say(found[1]));
}
