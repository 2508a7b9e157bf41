import type { Word } from '../tokens/words.ts';

const companySubject = /^(?:its|profits?|revenues?|sales|earnings|turnover|net|quarterly|shares)$/;
const companyVerb =
  /^(?:cut|hire|lay|build|open|close|shut|sell|buy|acquire|launch|recall|invest|employs?|expects?|expand|halt|suspend|list|merge|operates?|raise|produce|ship|supply)$/;

/** Whether what someone says from a word on is what only companies say of themselves: `its sales`, `it would cut jobs`. */
function isOfCompany(words: Word[], at: number): boolean {
  const { lower, sentence } = words[at]!;
  if (lower !== 'it') return companySubject.test(lower);
  return [words[at + 1], words[at + 2], words[at + 3]].some(
    word => word?.sentence === sentence && companyVerb.test(word.lower),
  );
}

/** `said its sales` */
export function isSaidOfCompany(words: Word[], at: number): boolean {
  const verb = words[at]?.lower;
  return (verb === 'said' || verb === 'says') && words[at + 1] !== undefined && isOfCompany(words, at + 1);
}
