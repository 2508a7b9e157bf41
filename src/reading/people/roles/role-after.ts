import type { NameIndex } from '../../knowledge/name-index.ts';
import { postNominals } from '../../tokens/name-part.ts';
import type { Word } from '../../tokens/words.ts';
import { officeFrom } from './apposition.ts';
import { type Names, type Range, relation } from './role-phrase.ts';

/** The office behind a comma: `X, spokesman for the secretary general,`. Without its article. */
export function roleAfter(words: Word[], { from, to }: Range, names: Names, index: NameIndex): Range | null {
  const behind = behindAge(words, to);
  return isRelative(words, from, behind)
    ? officeFrom(words, appositionStart(words, behind + 1, words[from]!.sentence), names, index)
    : (apposedRole(words, behind, names, index) ?? enclosedRole(words, to, names, index));
}

/** `X (minister of health)`, `X – the director of the museum –`: what is between brackets or dashes and nothing else. */
function enclosedRole(words: Word[], to: number, names: Names, index: NameIndex): Range | null {
  const { sentence } = words[to - 1]!;
  const opening = words[to];
  if (opening?.sentence !== sentence || !/^[(–—-]$/.test(opening.text)) return null;
  const from = appositionStart(words, to + 1, sentence);
  const office = officeFrom(words, from, names, index);
  const closing = office && words[office.to]?.sentence === sentence ? words[office.to]!.text : '';
  const isClosed = opening.text === '(' ? /^[),]$/.test(closing) : closing === opening.text;
  if (office === null || office.from !== from || !isClosed) return null;
  return words[to + 1]!.lower === 'then' ? { ...office, from: to + 1 } : office;
}

/** `whose sister, X, is the housing minister`: the sister is. */
function isRelative(words: Word[], from: number, behind: number): boolean {
  const { sentence } = words[from]!;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  return (
    inSentence(behind + 1) &&
    words[behind]!.text === ',' &&
    words[behind + 1]!.lower === 'is' &&
    inSentence(from - 2) &&
    words[from - 1]!.text === ',' &&
    relation.has(words[from - 2]!.lower)
  );
}

/** Where `(62)` or `CBE` behind a name ends. */
function behindAge(words: Word[], name: number): number {
  let at = name;
  while (words[at]?.sentence === words[name - 1]!.sentence && postNominals.has(words[at]!.text)) at++;
  const isAge =
    words[at]?.text === '(' && /^\d{1,3}$/.test(words[at + 1]?.text ?? '') && words[at + 2]?.text === ')';
  return isAge ? at + 3 : at;
}

function apposedRole(words: Word[], name: number, names: Names, index: NameIndex): Range | null {
  const { sentence } = words[name - 1]!;
  if (words[name]?.sentence !== sentence || words[name]!.text !== ',') return null;
  // `who voted for Miller, is the first minister`: another person is. `X, who was mayor` is not any more.
  if (/^(is|was)$/.test(words[name + 1]?.lower ?? '')) return null;
  // `X, who heads the union`: a verb, not an office.
  if (words[name + 1]?.lower === 'who' && words[name + 2]?.lower !== 'is') return null;
  const from = appositionStart(words, name + 1, sentence);
  const office = officeFrom(words, from, names, index);
  return office !== null && words[name + 1]?.lower === 'then' ? { ...office, from: name + 1 } : office;
}

/** Behind an age, an article, `who is` and the like. */
function appositionStart(words: Word[], at: number, sentence: number): number {
  const inSentence = (other: number) => words[other]?.sentence === sentence;
  let from = at;
  // `X, until now the deputy head`
  const isMade = /^(?:elected|appointed|again|named)$/.test(words[from + 1]?.lower ?? '');
  if (inSentence(from + 1) && !isMade && formerly.test(words[from]!.lower)) {
    from += words[from]!.lower === 'until' ? 2 : 1;
    if (inSentence(from) && /^(?:week|month|year|morning)$/.test(words[from]!.lower)) from++;
  }
  if (inSentence(from) && /^\d+$/.test(words[from]!.text) && words[from + 1]?.text === ',') from += 2;
  // `X, one of the founders of the club`
  if (words[from]?.lower === 'one' && words[from + 1]?.lower === 'of') from += 2;
  for (const skipped of [
    /^(the|a|an|its|their|now|currently|presently|then|who|is|was)$/,
    /^(is|was|the|a|an)$/,
    /^(the|a|an)$/,
  ])
    if (inSentence(from) && skipped.test(words[from]!.lower)) from++;
  return from;
}

/** What begins an office that is not held any more. */
export const formerly = /^(?:until|previously|formerly|once|sometime)$/;
