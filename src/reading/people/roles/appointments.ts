import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { appointed, dismissal, dismissed, followed, naming, type OfficeChange, postFrom } from './posts.ts';
import { isOfficeWord, mark, type Names, officeAt, type Range } from './role-phrase.ts';

/**
 * The office that someone is put into or loses by a verb or a noun before the name: `appointed X as the new minister`,
 * `named the chairman, X, as its chief executive`, `the appointment of X, a lawyer, as adviser`, `the resignation of
 * X as mayor`.
 */
export function changeBefore(
  words: Word[],
  { from, to }: Range,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  const { sentence } = words[from]!;
  const as = asBehind(words, to, sentence);
  const noun = changeNoun(words, from, index);
  if (noun !== null)
    return as === null ? null : postFrom(words, as, sentence, noun === 'ended', names, index);
  const verbAt = verbBefore(words, from, to, index);
  const verb = verbAt === null ? undefined : words[verbAt];
  if (verb?.sentence !== sentence) return null;
  // `has named X chief executive`, `named X its chairman`
  const isNamed = as === null && appointed.test(verb.lower) && opensPost(words, to, sentence, index);
  if (as === null && !isNamed) return null;
  const isSuccessor = verb.lower === 'by' && words[verbAt! - 1]?.lower === 'replaced';
  const isDismissal = dismissed.test(verb.lower) || followed.test(verb.lower);
  if (!isSuccessor && !isDismissal && !appointed.test(verb.lower)) return null;
  if (/^(?:to|not|never|will|be)$/.test(words[verbAt! - 1]?.lower ?? '')) return null;
  return postFrom(words, as ?? to, sentence, isDismissal, names, index);
}

/** Where the office begins behind `X as` or `X, a lawyer, as`; null if there is none. */
function asBehind(words: Word[], to: number, sentence: number): number | null {
  if (words[to]?.lower === 'as') return to + 1;
  if (words[to]?.text !== ',' || words[to]!.sentence !== sentence) return null;
  if (words[to + 1]?.lower === 'as') return to + 2;
  if (!/^(?:an?|the|its|their|his|her)$/.test(words[to + 1]?.lower ?? '')) return null;
  for (let at = to + 2; at < to + longestAside && words[at]?.sentence === sentence; at++) {
    if (words[at]!.text === ',') return words[at + 1]?.lower === 'as' ? at + 2 : null;
    if (mark.has(words[at]!.text) || words[at]!.pos === 'AUX') return null;
  }
  return null;
}

const longestAside = 8;

/** The verb that has the name as its object, behind what the person is called; null if there can be none. */
function verbBefore(words: Word[], from: number, to: number, index: NameIndex): number | null {
  const { sentence } = words[from]!;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  let at = from - 1;
  // `named the current chairman, X, as chief executive`
  const isApposed = words[at]?.text === ',' && words[to]?.text === ',';
  if (isApposed) at--;
  // `appointed Sheikha X as oil minister`
  while (inSentence(at) && index.honorifics.has(words[at]!.lower)) at--;
  const bare = at;
  const isCalled = (word: Word) =>
    index.honorifics.has(word.lower) ||
    isOfficeWord(word, index) ||
    (isApposed && /^(?:its|their|the)$/.test(word.lower));
  // `appointed former senator X as chairperson`
  while (inSentence(at) && at > from - longestBefore && isCalled(words[at]!)) at--;
  // `dismissed the mayor X as a joke`
  return at < bare && !appointed.test(words[at]?.lower ?? '') ? null : at;
}

const longestBefore = 8;

/** What `the appointment of` before a name says; null if nothing of the kind is there, or it is only wished for. */
function changeNoun(words: Word[], from: number, index: NameIndex): 'begun' | 'ended' | null {
  const { sentence } = words[from]!;
  let at = from - 1;
  while (
    words[at]?.sentence === sentence &&
    at > from - longestBefore &&
    (index.honorifics.has(words[at]!.lower) || isOfficeWord(words[at]!, index))
  )
    at--;
  const noun = words[at - 1]?.lower ?? '';
  if (words[at]?.lower !== 'of' || words[at]!.sentence !== sentence) return null;
  const kind = naming.test(noun) ? 'begun' : dismissal.test(noun) ? 'ended' : null;
  for (let before = at - 2; kind !== null && words[before]?.sentence === sentence; before--)
    if (wished.test(words[before]!.lower)) return null;
  return kind;
}

/** What leaves open whether a change that is spoken of has come about. */
const wished =
  /^(?:call(?:s|ed|ing)?|demand(?:s|ed|ing)?|propos(?:e|es|ed|ing|al)|oppos(?:e|es|ed|ing)|reject(?:s|ed|ing)?|block(?:s|ed|ing)?|consider(?:s|ed|ing)?|possible|potential|planned|expected|await(?:s|ed|ing)?|seek(?:s|ing)?|sought|urg(?:e|es|ed|ing)|want(?:s|ed)?|recommend(?:s|ed|ing)?|discuss(?:es|ed|ing)?|favou?r(?:s|ed|ing)?|for|against|before|until|pending|ahead|about|refus(?:e|es|ed|ing)|anniversary)$/;

/** Whether an office in small letters is right behind a name, without a mark. */
function opensPost(words: Word[], to: number, sentence: number, index: NameIndex): boolean {
  const at = /^(?:its|their|the)$/.test(words[to]?.lower ?? '') ? to + 1 : to;
  const word = words[at];
  if (word?.sentence !== sentence || word.isCapitalized) return false;
  for (let next = at; next < at + 3 && words[next] && !words[next]!.isCapitalized; next++) {
    if (officeAt(words, next, words.length, index) > 0) return true;
    if (!index.modifiers.has(words[next]!.lower)) return false;
  }
  return false;
}
