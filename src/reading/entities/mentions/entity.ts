import type { NameIndex, OrganizationKind } from '../../knowledge/name-index.ts';
import type { Document } from '../../model/document.ts';
import type { Word } from '../../tokens/words.ts';

const placeKinds = ['country', 'region', 'town', 'site'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A name in the body that is not a person's, by the indexes of its words, `to` exclusive. */
export type EntityMention = { from: number; to: number; isStrong: boolean; rule: string } & (
  | { type: 'organization'; kind: OrganizationKind | null }
  | { type: 'place'; kind: PlaceKind | null }
);

/** A mention of an organization by the indexes of its words, `to` exclusive. */
export function organization(
  from: number,
  to: number,
  kind: OrganizationKind | null,
  rule: string,
  isStrong = true,
): EntityMention {
  return { type: 'organization', from, to, kind, rule, isStrong };
}

/** A mention of a place by the indexes of its words, `to` exclusive. */
export function place(
  from: number,
  to: number,
  kind: PlaceKind | null,
  rule: string,
  isStrong = true,
): EntityMention {
  return { type: 'place', from, to, kind, rule, isStrong };
}

/** What the rules know of an article. */
export type EntityContext = {
  document: Document;
  words: Word[];
  index: NameIndex;
  /** By sentence: whether it is written in capitals throughout, as some headlines are. */
  isShouted: boolean[];
  /** Whether the article reports results of matches. */
  hasScores: boolean;
  /** Words that belong to a mention already found. */
  taken: Uint8Array;
  /** The indexes of the capitalized words, in order: most words are not, and most rules need no others. */
  capitals: number[];
  /** By word: its `senses`, which rule out for most words that a rule applies. */
  sensesAt: Uint8Array;
  /** The unbroken runs of name parts, in order. */
  runs: NameRun[];
};

/** The indexes of the capitalized words. */
export function capitalizedWords(words: Word[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) if (words[at]!.isCapitalized) found.push(at);
  return found;
}

/** An unbroken run of name parts by the indexes of its words, `to` exclusive. */
export type NameRun = { from: number; to: number };

/** The runs of an article; most rules look at each once, so they are found only once. */
export function nameRuns(words: Word[], capitals: number[]): NameRun[] {
  const runs: NameRun[] = [];
  let last: NameRun | undefined;
  for (const at of capitals) {
    if (!isNamePart(words[at])) continue;
    const { spacedBefore, sentence } = words[at]!;
    if (last?.to === at && spacedBefore && words[last.from]!.sentence === sentence) last.to++;
    else runs.push((last = { from: at, to: at + 1 }));
  }
  return runs;
}

/** What of each run is not taken at its beginning, without sentences in capitals. */
export function openRuns({ runs, taken, words, isShouted }: EntityContext): NameRun[] {
  const open: NameRun[] = [];
  for (const run of runs) {
    const { from, to } = run;
    if (isShouted[words[from]!.sentence]) continue;
    let at = from;
    while (at < to && taken[at]) at++;
    if (at < to) open.push(at === from ? run : { from: at, to });
  }
  return open;
}

/** A named rule: the mentions it finds among words that are not taken. */
export type EntityRule = { name: string; find: (context: EntityContext) => EntityMention[] };

/** Whether a word can be part of a name: capitalized, and neither a function word nor a day. */
export function isNamePart(word: Word | undefined): word is Word {
  return word?.isNamePart === true;
}

/** Whether a name that no rule has taken may begin at `at`; not in a sentence all in capitals. */
export function isOpenName({ words, taken, isShouted }: EntityContext, at: number): boolean {
  const word = words[at];
  return isNamePart(word) && !taken[at] && !isShouted[word.sentence];
}

/** The word at an index if it is in the same sentence as another. */
export function inSentence(words: Word[], at: number, sentence: number): Word | undefined {
  const word = words[at];
  return word?.sentence === sentence ? word : undefined;
}

/** The lower-case text of some words with single spaces, possessives attached. */
export function lowerText(words: Word[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++)
    text += at > from && words[at]!.spacedBefore ? ` ${words[at]!.lower}` : words[at]!.lower;
  return text;
}

/**
 * The end, exclusive, of the longest stretch from `at` that a name with this many words can have: within its
 * sentence and `most` words, those written together counting as one.
 */
export function longestEnd(words: Word[], at: number, length: number, most: number): number {
  const { sentence } = words[at]!;
  const limit = Math.min(words.length, at + most);
  let left = length;
  let to = at + 1;
  while (to < limit && words[to]!.sentence === sentence && (!words[to]!.spacedBefore || --left > 0)) to++;
  return to;
}

/** Whether any of the words is taken. */
export function isTaken(taken: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (taken[at]) return true;
  return false;
}

/** The end, exclusive, of the unbroken run of name parts that begins at `at`. */
export function runEnd(words: Word[], at: number): number {
  let to = at;
  while (isNamePart(inSentence(words, to, words[at]!.sentence)) && (to === at || words[to]!.spacedBefore))
    to++;
  return to;
}

/** The beginning of the unbroken run of name parts that ends before `to`. */
export function runStart(words: Word[], to: number): number {
  let from = to;
  const { sentence } = words[to - 1]!;
  while (isNamePart(inSentence(words, from - 1, sentence)) && (from === to || words[from]!.spacedBefore))
    from--;
  return from;
}

/**
 * Whether a word is among the matters of an office: `Energy` and the marks before it in `Minister of Trade, Industry and Energy`. Looks
 * back over capitalized everyday words that commas and `and` join, to `of` or `for` behind an office.
 */
export function isOfPortfolio(words: Word[], at: number, index: NameIndex): boolean {
  const { sentence } = words[at]!;
  for (let from = at - 1; from > at - longestPortfolio && words[from]?.sentence === sentence; from--) {
    const { lower, text, isCapitalized, known } = words[from]!;
    if (lower === 'of' || lower === 'for') return ofMatters.test(words[from - 1]?.lower ?? '');
    const isJoined = text === ',' || lower === 'and' || lower === '&';
    const isEveryday =
      index.common.has(lower) || index.modifiers.has(lower) || (known && !isPersonal(lower, index));
    if (!isJoined && !(isCapitalized && isEveryday)) return false;
  }
  return false;
}

function isPersonal(lower: string, index: NameIndex): boolean {
  return index.surnames.has(lower) || index.female.has(lower) || index.male.has(lower);
}

const longestPortfolio = 9;
const ofMatters = /^(?:ministers?|secretary|undersecretary|commissioner|spokes(?:man|woman|person))$/;

/** Whether a word is an office or a form of address. */
export function isOffice(word: Word, index: NameIndex): boolean {
  return index.offices.has(word.lower) || index.honorifics.has(word.lower);
}
