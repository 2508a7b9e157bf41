import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { isPostNoun } from './posts.ts';
import { isAddress, officeBefore, ranks } from './role-before.ts';
import { determiner, headIn, isPossessive, type Names, type Range, relation } from './role-phrase.ts';
import { officeEndingAt } from './superior.ts';

/**
 * `the interim defence minister, General X`, `The leader of the party, Senator X,`, `Its chairwoman, the former MEP X`:
 * the office before a comma that another one follows.
 */
export function officeBeforeRank(
  words: Word[],
  name: number,
  role: Range,
  names: Names,
  index: NameIndex,
): Range | null {
  const { sentence } = words[name]!;
  const isNext = role.to === name && words[role.from]!.isCapitalized;
  const isRank = isNext && ranks.has(words[name - 1]!.lower);
  const isTitle = isNext && !isRank && isTitleAlone(words, role, names.get(name) ?? name + 1);
  const isWithArticle = /^(?:the|a|an)$/.test(words[role.from - 1]?.lower ?? '');
  let from = isWithArticle ? role.from - 1 : role.from;
  // `The chairman, Hon. Justice X`
  while (isRank && from > 0 && isAddress(words[from - 1]!, index)) from--;
  if ((!isRank && !isTitle && !isWithArticle) || words[from - 1]?.text !== ',') return null;
  if (words[from]!.sentence !== sentence) return null;
  const further = officeBefore(words, name, from, names, index);
  if (isRank || further === null) return further;
  const head = headIn(words, further.from, further.to, index);
  if (isTitle && !(head && isPostNoun(words[head.to - 1]!.lower))) return null;
  // `the mayor, the bishop, the senator X` are several.
  if (isOwned(words, further.from)) return further;
  const before = words[further.from - 1];
  return isTitle && (before?.sentence !== sentence || before.lower === 'the') ? further : null;
}

/** `Senator X,`: a title in capitals before a name that does not go on as a list: `the mayor, Senator X and the bishop`. */
function isTitleAlone(words: Word[], role: Range, end: number): boolean {
  if (role.to - role.from > 3 || !words.slice(role.from, role.to).every(word => word.isCapitalized))
    return false;
  const [next, behind] = [words[end], words[end + 1]];
  if (next === undefined || next.sentence !== words[role.from]!.sentence || next.text === '.') return true;
  if (next.text !== ',') return false;
  return behind !== undefined && !behind.isCapitalized && !/^(?:and|or|the|an?|its|as)$/.test(behind.lower);
}

/** `The playwright, author and theatre director X`: with the trades before the last one. */
export function withEarlierTrades(words: Word[], role: Range, index: NameIndex): Range {
  const { sentence } = words[role.from]!;
  let from = role.from;
  let at = from - 1;
  if (words[at]?.lower !== 'and') return role;
  while (words[at]?.sentence === sentence && /^(?:and|,)$/.test(words[at]!.lower)) {
    const end = words[at - 1]?.text === ',' ? at - 1 : at;
    const start = officeEndingAt(words, end, index);
    const last = words[end - 1]?.lower ?? '';
    if (start === null || /[^s]s$|men$/.test(last) || isPostNoun(last) || relation.has(last)) break;
    from = start;
    at = start - 1;
  }
  const before = words[from - 1];
  const isOpen = before?.sentence !== sentence || /^(?:the|an?)$/.test(before.lower);
  // `Y, a banker, and former governor X`: what is between commas is another's.
  if (words[from - 2]?.text === ',' && before?.sentence === sentence) return role;
  return from < role.from && isOpen && words[from]!.sentence === sentence ? { ...role, from } : role;
}

/** `Its chairwoman`, `the club’s captain` */
function isOwned(words: Word[], from: number): boolean {
  const before = words[from - 1];
  return (
    before !== undefined && (determiner.has(before.lower) || isPossessive(before)) && before.lower !== 'the'
  );
}
