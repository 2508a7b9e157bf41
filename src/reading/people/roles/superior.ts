import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { nameStart } from './office-start.ts';
import {
  headIn,
  isOfficeWord,
  isPossessive,
  link,
  type Names,
  officeAt,
  type Range,
  relation,
} from './role-phrase.ts';

/**
 * `the special envoy of the President of Norland, X`, `adviser to the head of the presidential office X`: the office
 * found right before a name may be the complement of another, whose holder is named. Gives the whole; null where it is
 * open which of the two is meant (`an adviser to the president of Norland, X`), and the office found where there is
 * no other.
 * @param isApart whether a comma is between the office and the name
 */
export function withSuperior(words: Word[], role: Range, isApart: boolean, index: NameIndex): Range | null {
  const { sentence } = words[role.from]!;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  const hasArticle = words[role.from - 1]?.lower === 'the';
  const linkAt = hasArticle ? role.from - 2 : role.from - 1;
  if (!inSentence(linkAt) || !/^(?:of|to|for)$/.test(words[linkAt]!.lower)) return role;
  // `the lawyer for the suspect X`, `adviser to Secretary of State X`: nothing separates the second office from the name.
  const head = headIn(words, role.from, role.to, index);
  const isLong = head !== null && words.slice(head.to, role.to).some(word => link.has(word.lower));
  if (!isApart && !(isLong && hasArticle)) return role;
  const from = officeEndingAt(words, linkAt, index);
  if (from === null) return role;
  const last = words[linkAt - 1]!.lower;
  if (/[^s]s$|men$/.test(last)) return role;
  if (relation.has(last)) return null;
  let start = from;
  while (inSentence(start - 1) && qualifies(words[start - 1]!, index)) start--;
  return /^an?$/.test(words[start - 1]?.lower ?? '') && inSentence(start - 1)
    ? null
    : { from: start, to: role.to };
}

/**
 * `Chief of Staff to President Y, X,`: an office of X under someone who is named, with their name.
 * @param to where the name of the superior ends, exclusive
 */
export function officeUnderNamed(words: Word[], to: number, names: Names, index: NameIndex): Range | null {
  let linkAt = nameStart(to - 1, names)! - 1;
  const { sentence } = words[to - 1]!;
  while (isTitle(words[linkAt], index)) linkAt--;
  if (words[linkAt]?.sentence !== sentence || !/^(?:to|for|of)$/.test(words[linkAt]!.lower)) return null;
  const from = officeEndingAt(words, linkAt, index);
  const last = words[linkAt - 1]!.lower;
  if (from === null || words[from]!.sentence !== sentence || /[^s]s$|men$/.test(last) || relation.has(last))
    return null;
  let start = from;
  while (words[start - 1]?.sentence === sentence && qualifies(words[start - 1]!, index)) start--;
  while (isPossessive(words[start]!)) start++;
  return { from: start, to };
}

function isTitle(word: Word | undefined, index: NameIndex): boolean {
  return (
    word !== undefined &&
    !link.has(word.lower) &&
    (index.honorifics.has(word.lower) || isOfficeWord(word, index))
  );
}

/** Where the office begins that ends at a word, exclusive; null if there is none. */
export function officeEndingAt(words: Word[], end: number, index: NameIndex): number | null {
  for (let length = longestOffice; length > 0; length--)
    if (end >= length && officeAt(words, end - length, end, index) === length) return end - length;
  return null;
}

const longestOffice = 4;

function qualifies(word: Word, index: NameIndex): boolean {
  if (isPossessive(word)) return true;
  return isOfficeWord(word, index) || (word.isCapitalized && word.pos === 'PROPN' && !word.isSentenceStart);
}
