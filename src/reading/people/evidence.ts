import { foldName } from '../../names/fold.ts';
import { isGivenName } from '../../names/gender.ts';
import { particles } from '../../names/vocabulary.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import type { NameParts } from './names-parts.ts';

/** What the rest of an article says about the names in it. */
export type ArticleContext = {
  /** Where the names of people begin and end (exclusive), by the indexes of their words. */
  starts: Set<number>;
  ends: Set<number>;
  /** Folded surnames of people named in full. */
  surnames: Set<string>;
  /** Folded words used alone as a name is: how often, Infinity if a form of address precedes one. */
  alone: Map<string, number>;
};

/** A name that no list decides is a person's from this score on. */
const enough = 2;

const place = /^(in|near|at|outside|around|across|throughout|inside|toward|towards|into|via)$/;
const kin =
  /^(father|mother|parents|son|daughter|sons|daughters|wife|husband|widow|brother|sister|brothers|sisters|family|friend|lawyer|aide|murder|killing|death|arrest|funeral|supporters?|bod(y|ies)|remains)$/;
/** Nouns next to names of companies, papers, ships and places that do not head such names. */
const heads =
  /^(firm|brand|site|website|app|newspaper|daily|outlet|broadcaster|platform|startup|maker|giant|retailer|chain|manufacturer|carrier|lender|ship|vessel|tanker|film|movie|novel|song|album|suburb|neighbou?rhood|area|crossing|border|software)$/;

/**
 * The names of several words that are people's by the words around them, anywhere in the article: next to
 * people in a list, behind `the father of`, with a surname that the article uses alone. Weights were set on
 * articles of 2024 and checked on others; `in X`, `the X` and nouns behind a name speak against it.
 * @param open names that no list decides
 */
export function scorePersonCandidates(
  open: NameParts[],
  words: Word[],
  around: ArticleContext,
  index: NameIndex,
): NameParts[] {
  const groups = new Map<string, NameParts[]>();
  for (const parts of open) {
    const key = words
      .slice(parts.name, parts.to)
      .map(word => foldName(word.text))
      .join(' ');
    const group = groups.get(key);
    if (group) group.push(parts);
    else groups.set(key, [parts]);
  }
  const found: NameParts[] = [];
  let left = [...groups.values()];
  // A name accepted by its neighbour may be the next one's evidence.
  for (let round = 0; round < 3 && left.length > 0; round++) {
    const sure = left.filter(group => score(group, words, around, index) >= enough);
    if (sure.length === 0) break;
    for (const parts of sure.flat()) {
      found.push(parts);
      around.starts.add(parts.name);
      around.ends.add(parts.to);
    }
    left = left.filter(group => !sure.includes(group));
  }
  return found;
}

function score(group: NameParts[], words: Word[], around: ArticleContext, index: NameIndex): number {
  const [first] = group;
  const name = words.slice(first!.name, first!.to);
  const weights = group.map(parts => surroundingWeight(parts, words, around, index));
  const least = Math.min(...weights);
  const last = foldName(name.at(-1)!.text);
  const alone = around.alone.get(last);
  const known = around.surnames.has(last) ? 3 : alone === undefined ? 0 : Math.min(3, 1 + alone / 2);
  return shapeWeight(name, index) + (least < 0 ? least : Math.max(...weights)) + known;
}

const commonParticle = /^(?:de|da|do|dos|das|del|della|di|du|des|la|le|las|los|y|al|el)$/;

/** The score of a name's own words. */
function shapeWeight(name: Word[], index: NameIndex): number {
  let weight = name.length > 3 ? -0.5 : 0;
  for (const [at, { text, lower }] of name.entries()) {
    const folded = foldName(text);
    const isLast = at === name.length - 1;
    if (at === 0 && !isGivenName(text, index) && !name[0]!.known && !isCommonWord(lower, index))
      weight += 0.75;
    if (at === 0 && isGivenName(text, index)) {
      weight += isCommonWord(lower, index) ? 0.5 : index.places.has(lower) ? -0.5 : 2.5;
      continue;
    }
    if (!isLast && particles.has(lower)) {
      // `Teatro de Paz`: the names of things have these particles too.
      weight += commonParticle.test(lower) && !isGivenName(name[0]!.text, index) ? -0.5 : 1.5;
      continue;
    }
    if (isLast && index.surnames.has(folded)) weight += index.common.has(lower) ? 0 : 2;
    else if (index.common.has(lower)) weight -= isLast ? 0.5 : 1.5;
    else if (isCommonWord(lower, index)) weight -= 2;
    if (index.places.has(lower) || index.demonyms.has(lower)) weight -= 2;
    const isHead = index.organizationWords.has(lower) || index.things.has(lower) || index.offices.has(lower);
    if (isHead) weight -= isLast && index.surnames.has(folded) ? 1 : 3;
    if (index.placeWords.has(lower) || index.organizations.has(lower)) weight -= 2;
    if (/^\p{Lu}{2,}s?$/u.test(text) && text.length > 2) weight -= 2;
  }
  return weight;
}

function surroundingWeight(
  parts: NameParts,
  words: Word[],
  { starts, ends }: ArticleContext,
  index: NameIndex,
): number {
  const { sentence } = words[parts.name]!;
  const near = (at: number) => (words[at]?.sentence === sentence ? words[at] : undefined);
  const [before, next] = [near(parts.name - 1), near(parts.to)];
  let weight = parts.titled ? 2 : 0;
  if (before && /^(the|a|an|this|that|its)$/.test(before.lower)) weight -= 4;
  else if (before && place.test(before.lower)) weight -= 2;
  else if (before?.lower === 'of') weight += kin.test(near(parts.name - 2)?.lower ?? '') ? 2 : -0.5;
  else if (before?.pos === 'DET') weight -= 1;
  else if (before?.pos === 'NOUN' && !before.isCapitalized) weight += 1;
  if (/-years?$|-year-old$/.test(near(parts.name - 2)?.lower ?? '') && before?.lower === 'old') weight += 2;
  if (isNextToHeadNoun(parts, words, index)) weight -= 3;
  if (isListed(parts, words, starts, ends)) weight += 2.5;
  if (!next) return weight;
  const behind = near(parts.to + 1);
  if (next.pos === 'NOUN' && !next.runTogether) weight -= 1.5;
  else if (next.pos === 'VERB') weight += 0.5;
  if (next.lower === 'contributed' && behind?.lower === 'to') weight += 2;
  if (next.text === '(' && behind && isInBrackets(behind, near(parts.to + 3) ?? near(parts.to + 2), index))
    weight += 2.5;
  if (next.text !== ',' || !behind) return weight;
  if (index.places.has(behind.lower)) weight -= 1;
  const described = behind.lower === 'a' || behind.lower === 'an' ? near(parts.to + 2) : undefined;
  if (described && index.demonyms.has(described.lower)) weight += 1;
  return weight;
}

/** `X (31)`, `X (Sweden)`, `X (31st minute)`: what rows of results say of people. */
function isInBrackets(word: Word, close: Word | undefined, index: NameIndex): boolean {
  return close !== undefined && (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word.text) || index.places.has(word.lower));
}

/** `X, Y and Z`: a neighbour in a list is a person. */
function isListed(parts: NameParts, words: Word[], starts: Set<number>, ends: Set<number>): boolean {
  const isLink = (at: number) => /^(,|and|&)$/.test(words[at]?.lower ?? '');
  let before = parts.name;
  while (isLink(before - 1)) before--;
  let behind = parts.to;
  while (isLink(behind)) behind++;
  return (before < parts.name && ends.has(before)) || (behind > parts.to && starts.has(behind));
}

/** `the company X`, `the X camp`: a word for an organisation or a thing right before or behind. */
export function isNextToHeadNoun(parts: NameParts, words: Word[], index: NameIndex): boolean {
  const { sentence } = words[parts.name]!;
  // `the Torva district Jan Berg`: the noun has a name of its own.
  const owner = words[parts.name - 2];
  const isOwned = owner?.isCapitalized && !(owner.isSentenceStart && index.common.has(owner.lower));
  const before = isOwned && owner.lower !== 'the' ? undefined : words[parts.name - 1];
  return [before, words[parts.to]].some(
    word =>
      word?.sentence === sentence &&
      !word.isCapitalized &&
      !word.runTogether &&
      /^(NOUN|PROPN|ADJ)$/.test(word.pos) &&
      (index.organizationWords.has(word.lower) || index.things.has(word.lower) || heads.test(word.lower)),
  );
}

/** A word of everyday English, or its plural. */
export function isCommonWord(lower: string, index: NameIndex): boolean {
  if (index.common.has(lower) || (lower.endsWith('s') && index.common.has(lower.slice(0, -1)))) return true;
  return lower.includes('-') && lower.split('-').every(part => isCommonWord(part, index));
}
