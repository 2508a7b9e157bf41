import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { isQualifier, withCompound } from './compound.ts';
import { isPersonNoun, isPossessive, mark, type Range, relation } from './role-phrase.ts';
import { officeEndingAt } from './superior.ts';

/**
 * `the governor of the Vale region X`, `the deputy head of the regional police department X`: an office over a region
 * or a body whose kind is an everyday noun, right before the name.
 * @param to where the office would end, exclusive; `end`: where the name ends
 */
export function governedBody(words: Word[], to: number, end: number, index: NameIndex): Range | null {
  const { sentence, lower, isCapitalized } = words[to - 1] ?? words[0]!;
  const isBody = bodies.has(lower);
  const isRegion = !isBody && regions.has(lower);
  if (isCapitalized || !(isRegion || isBody)) return null;
  // `the head of the company X founded`
  const next = words[end];
  if (next?.sentence === sentence && founding.test(next.lower)) return null;
  let at = to - 2;
  let isNamed = false;
  while (words[at]?.sentence === sentence && at > to - longestName && describes(words[at]!, isRegion)) {
    isNamed ||= words[at]!.isCapitalized;
    at--;
  }
  if (at === to - 2 || (isRegion && !isNamed)) return null;
  const hasArticle = words[at]?.lower === 'the';
  if (hasArticle) at--;
  if (words[at]?.lower !== 'of' || !(hasArticle || isNamed)) return null;
  const from = officeEndingAt(words, at, index);
  // `members of the football club X`
  if (from === null || words[at]!.sentence !== sentence || /[^s]s$|men$/.test(words[at - 1]!.lower))
    return null;
  return { from: withModifiers(words, from, index), to };
}

const longestName = 8;

/** `Member of parliament X`, `professor of history X`: an office with what it is of, in everyday words. */
export function fieldOffice(words: Word[], to: number, index: NameIndex): Range | null {
  const { sentence } = words[to - 1] ?? words[0]!;
  let at = to - 1;
  while (words[at]?.sentence === sentence && at > to - longestField && isField(words[at]!, index)) at--;
  if (at === to - 1 || !/^(?:of|for)$/.test(words[at]?.lower ?? '') || words[to - 1]!.pos !== 'NOUN')
    return null;
  const end = officeEndingAt(words, at, index);
  const last = words[at - 1]?.lower ?? '';
  if (end === null || words[end]!.sentence !== sentence || relation.has(last) || /[^s]s$|men$/.test(last))
    return null;
  const from = withModifiers(words, end, index);
  return canBeTitle(words, from) ? { from, to } : null;
}

const longestField = 4;

/** A noun for a matter, or what describes it: someone else would be named by `lawyer of actor X`. */
function isField({ lower, pos, isCapitalized, text }: Word, index: NameIndex): boolean {
  if (isCapitalized || text.includes("'") || !/^(?:NOUN|ADJ)$/.test(pos)) return false;
  return (
    !index.offices.has(lower) &&
    !isPersonNoun(lower) &&
    !/^(?:late|alleged|convicted|former|years|decades|months|weeks|days|life)$/.test(lower)
  );
}

/** Whether an office in everyday words begins like a title: behind an article or a verb, or a part of the sentence. */
function canBeTitle(words: Word[], from: number): boolean {
  const before = words[from - 1];
  return (
    before?.sentence !== words[from]!.sentence ||
    mark.has(before.text) ||
    /^(?:VERB|AUX|CCONJ|SCONJ|DET|PROPN)$/.test(before.pos) ||
    /^(?:by|from|with|to|as)$/.test(before.lower)
  );
}

/** What may be before the noun: for a region only its name, for a body also what it deals with. */
function describes(word: Word, isRegion: boolean): boolean {
  if (word.isCapitalized) return true;
  return !isRegion && (/^(?:ADJ|NOUN)$/.test(word.pos) || isPossessive(word));
}

/** Verbs of one who is the subject of a clause on the body, whose relative pronoun is left out. */
const founding =
  /^(?:founded|leads|led|runs|ran|owns|owned|heads|headed|chairs|chaired|created|started|joined|left|set|built|established|controls)$/;

const listed = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Everyday nouns for regions and bodies with names of their own. */
export const regions = listed(
  'region province district republic state county oblast territory city party group company bank ministry ' +
    'union club movement agency committee council university newspaper',
);

/** Everyday nouns for kinds of bodies that have a head. */
export const bodies = listed(
  'administration department office service directorate inspectorate commission bureau centre center institute ' +
    'institution academy police staff headquarters corps brigade battalion regiment faculty school hospital museum ' +
    'theatre theater board authority fund foundation association federation organisation organization section branch ' +
    'division unit forces army navy assembly parliament court secretariat delegation mission ministry committee council agency',
);

/** With what says of what, of where and whose: `Tarn University professor`, `cabinet member`, `former deputy head`. */
function withModifiers(words: Word[], from: number, index: NameIndex): number {
  const { sentence } = words[from]!;
  let at = withCompound(words, from, index);
  while (words[at - 1]?.sentence === sentence && isQualifier(words[at - 1]!, index)) at--;
  const before = words[at - 1];
  // `Tarn University professor of history X`, the first words of a sentence
  const isFirst = before?.isSentenceStart && before.sentence === sentence && before.pos === 'PROPN';
  return isFirst && words[at]!.isCapitalized && at < from && !index.common.has(before.lower) ? at - 1 : at;
}
