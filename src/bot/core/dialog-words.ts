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
