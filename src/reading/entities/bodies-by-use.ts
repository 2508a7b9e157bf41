import { foldName } from '../../names/fold.ts';
import { isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';

/**
 * Single words that an article uses as the names of bodies: short forms that it gives in brackets, as in `the agency
 * (CHADNADO)`, and words of no list with what only companies have, as in `Lumetra’s shares`, `Lumetra said it would cut …`,
 * and storms.
 */
export function bodiesByUse(words: Word[], capitals: number[], index: NameIndex): Set<string> {
  const bodies = new Set<string>();
  for (const at of capitals) {
    const { text, sentence } = words[at]!;
    const next = words[at + 1];
    const third = words[at + 2];
    if (!next || !third) break;
    const isShort = next.text === ')' && words[at - 1]?.text === '(' && /^\p{Lu}{4,12}$/u.test(text);
    const isCompany =
      third.sentence === sentence &&
      ((isPossessiveS(next.text) && companyNoun.test(third.lower)) || isSaidOfCompany(words, at + 1)) &&
      !words[at - 1]?.isCapitalized &&
      !index.surnames.has(foldName(text)) &&
      !isGivenName(text, index);
    const isStorm = storms.has(words[at - 1]?.lower ?? '');
    if (isShort || isCompany || isStorm) bodies.add(text);
  }
  return bodies;
}

const isPossessiveS = (text: string) => text === "'s" || text === '’s';

const storms: ReadonlySet<string> = new Set(['cyclone', 'hurricane', 'typhoon', 'storm']);
const companyNoun =
  /^(?:shares?|stock|shareholders|profits?|revenues?|sales|earnings|turnover|factory|factories|plants?|subsidiary|subsidiaries|customers|users|products?|headquarters|share)$/;
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
