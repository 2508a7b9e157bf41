import { isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import { classifyOneWord, isRegnal, isWeak, type Kind } from './classify-one-word.ts';
import { contextRules, type LongName, wordsRules } from './long-name-rules.ts';
import type { NameParts } from './names-parts.ts';
import { hasPersonContext } from './person-context.ts';

const suffix = /^(?:[JS]n?r\.?|I|I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI{0,2}|XX?I{0,3})$/;
const longestSuffix = 5;
const isSuffix = ({ text }: Word) => (text.length <= longestSuffix && suffix.test(text)) || text === 'Filho';

/** What a name of several words, or of one, names. */
export function classify(parts: NameParts, words: Word[], index: NameIndex): Kind {
  if (parts.to - parts.name === 1) {
    const word = words[parts.name]!;
    return isSuffix(word) ? 'other' : classifyOneWord(word, parts, words, index);
  }
  const core = words.slice(parts.name, parts.to).filter(word => !isSuffix(word));
  if (core.length === 0) return 'other';
  const [first, last] = [core[0]!, core.at(-1)!];
  if (core.length === 1 && isRegnal(words[parts.to - 1]!, first, index)) return 'person';
  if (core.length === 1) return classifyOneWord(first, parts, words, index);
  const whole = core.map(word => word.lower).join(' ');
  const isGiven = isGivenName(first.text, index);
  const isStrong = isGiven && !isWeak(first, index);
  const name: LongName = { core, whole, first, last, isGiven, isStrong, parts, words, index };
  for (const { kind, holds } of wordsRules) if (holds(name)) return kind;
  const isShown = hasPersonContext(parts, words, index);
  for (const { kind, holds } of contextRules) if (holds(name, isShown)) return kind;
  return 'open';
}
