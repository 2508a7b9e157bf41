import { plainWord, type Vocabulary } from '../../languages/vocabulary.ts';
import type { Services } from './context.ts';

/** Whether a message is one of the words for `yes`, `no`, `back`, `stop` or `skip`, in any language. */
export function isWord(
  meaning: keyof Vocabulary['dialog'],
  text: string,
  { languages }: Pick<Services, 'languages'>,
): boolean {
  const bare = plainWord(text)
    .replace(/[,;\s]+/g, ' ')
    .replace(/[.!,;\s]{1,9}$/, '')
    .trim();
  return languages.vocabulary.dialog[meaning].has(bare);
}

/** Words of a text with a question mark that are more than a name asked back. */
const fewestQuestionWords = 4;

/**
 * Whether a message asks something of the news, as `Who resigned over the dam?`, rather than answers a dialog: a list
 * of names or a time may also have a question mark, `every day at 9?`.
 */
export function isPlainQuestion(text: string): boolean {
  const asked = text.trim();
  const words = asked.replace(/\s?\?{1,9}$/, '');
  const isList = /[,;\n]/.test(words);
  const isName = words.split(/\s+/).length < fewestQuestionWords;
  return asked.endsWith('?') && /^\p{L}/u.test(words) && !/\d$/.test(words) && !isList && !isName;
}
