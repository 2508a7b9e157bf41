import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { officeFrom } from './apposition.ts';
import { isDoubtful, isPostNoun, type OfficeChange } from './posts.ts';
import { isPlain, isQuoted } from './predicates.ts';
import { headIn, isPossessive, longest, mark, type Names, type Range } from './role-phrase.ts';

const copula: ReadonlySet<string> = new Set(['is', 'was', 'remains']);
/** What says before an office that the one named had it before someone else. */
const earlier = /^(?:previous|last|first|original|outgoing|founding|then)$/;

/**
 * `The new director of the museum is X`, `The previous director was X, who left in March`: the office is the subject, and who
 * has it comes behind the verb. What someone was counts only where the office itself says that it ended.
 * @param from where the name begins, with the forms of address before it; `to`: where it ends, exclusive
 */
export function invertedRole(
  words: Word[],
  { from, to }: Range,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  const verb = words[from - 1];
  if (verb === undefined || !copula.has(verb.lower)) return null;
  const { sentence } = words[from]!;
  if (verb.sentence !== sentence || !endsClause(words, to, sentence)) return null;
  const start = subjectStart(words, from - 1);
  if (start === null) return null;
  const first = words[start]!.lower;
  const isEarlier = earlier.test(first);
  if (verb.lower === 'was' && !isEarlier) return null;
  const at = isEarlier || first === 'new' ? start + 1 : start;
  const office = officeFrom(words, at, names, index, true);
  const head = office && headIn(words, office.from, office.to, index);
  if (!head || office.to !== from - 1 || !isPlain(words, at, head, 'the', index)) return null;
  // `The real radical is X`: an opinion
  if (!isPostNoun(words[head.to - 1]!.lower) && words[head.to]!.lower !== 'of') return null;
  if (isDoubtful(words, from, { ended: true })) return null;
  return isQuoted(words, from) ? null : { ...office, ended: verb.lower === 'was' };
}

/** Where the subject begins behind its article that ends before a verb; null if it begins no clause, or has none. */
function subjectStart(words: Word[], verbAt: number): number | null {
  const { sentence } = words[verbAt]!;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  let at = verbAt - 1;
  while (inSentence(at) && at > verbAt - longest && isInside(words[at]!)) at--;
  const first = at + 1;
  const opening = inSentence(at) ? words[at]!.lower : '';
  if (opening !== '' && !/^(?:[,;:–—]|and|but|while|that|because|say|says|said)$/.test(opening)) return null;
  const isArticle = /^(?:the|its|his|her|their|our)$/.test(words[first]?.lower ?? '');
  if (isArticle) return first + 1 < verbAt ? first + 1 : null;
  return words.slice(first, verbAt).some(isPossessive) ? first : null;
}

function isInside(word: Word): boolean {
  if (mark.has(word.text) && !isPossessive(word)) return false;
  return word.isCapitalized || !/^(?:VERB|AUX|CCONJ|SCONJ)$/.test(word.pos);
}

/** Whether nothing else is said of what is named: `is Anna Holm,`, not `is Anna Holm’s friend`. */
function endsClause(words: Word[], to: number, sentence: number): boolean {
  const next = words[to];
  return next?.sentence !== sentence || /^(?:[.,;:)–—]|who|and|but|of)$/.test(next.lower);
}
