import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { officeFrom } from './apposition.ts';
import { appointed, isDoubtful, isPostNoun, type OfficeChange, postFrom } from './posts.ts';
import { headIn, link, type Names } from './role-phrase.ts';

/** `A former teacher, X grew up …`, `As governor of Tarn, X runs …`: what the subject at a word is, before it. */
export function frontedRole(words: Word[], at: number, names: Names, index: NameIndex): OfficeChange | null {
  if (words[at - 1]?.text !== ',' || words[at - 1]!.sentence !== words[at]!.sentence) return null;
  const first = firstBefore(words, at - 1);
  const opening = first === null ? '' : words[first]!.lower;
  if (appointed.test(opening)) return appointedBefore(words, first!, at, names, index);
  if (!/^(?:an?|as)$/.test(opening)) return null;
  const article = opening === 'as' && /^(?:an?|the|its|their)$/.test(words[first! + 1]!.lower);
  const role = officeFrom(words, first! + (article ? 2 : 1), names, index);
  const head = role && headIn(words, role.from, role.to, index);
  if (!head || role.to !== at - 1) return null;
  // `An ambassador’s job, she said, …`
  if (head.to < role.to && !link.has(words[head.to]!.lower) && words[head.to]!.pos !== 'ADP') return null;
  const next = words[names.get(at) ?? at + 1];
  // `An adviser to the president of Norland, X, said so`: it is open which of the two X is.
  if (next?.sentence !== words[at]!.sentence || next.text === ',') return null;
  // `As a child, X sang`, `As mayor, X cut taxes`: what one is for a time is no office, what one was may be over.
  const isPresent =
    /^(?:is|has|will)$/.test(next.lower) || (next.pos === 'VERB' && /[^s]s$/.test(next.lower));
  if (opening === 'as' && !(isPresent && isPostNoun(words[head.to - 1]!.lower))) return null;
  return { ...role, ended: false };
}

/** `Appointed finance minister in March, X replaced Y`: what the subject at a word was made, by the participle at `first`. */
function appointedBefore(
  words: Word[],
  first: number,
  at: number,
  names: Names,
  index: NameIndex,
): OfficeChange | null {
  const { sentence } = words[first]!;
  const post = postFrom(
    words,
    words[first + 1]?.lower === 'as' ? first + 2 : first + 1,
    sentence,
    false,
    names,
    index,
  );
  if (post === null || post.to >= at || isDoubtful(words, at, post)) return null;
  const next = words[post.to]!.lower;
  return next === ',' || /^(?:in|on|last|this|earlier|by|just|only|after)$/.test(next) ? post : null;
}

/** The first word of the sentence that a comma is in, if the comma is its first and near; null if not. */
function firstBefore(words: Word[], comma: number): number | null {
  for (let at = comma - 1; at > comma - longestFront && at >= 0; at--) {
    if (words[at]!.sentence !== words[comma]!.sentence || words[at]!.text === ',') return null;
    if (words[at]!.isSentenceStart) return at;
  }
  return null;
}

const longestFront = 14;
