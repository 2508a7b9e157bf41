import { foldName } from '../../names/fold.ts';
import { isGivenName } from '../../names/gender.ts';
import { isListedSurname } from '../../names/surname.ts';
import { particles } from '../../names/vocabulary.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import { surroundingWeight } from './evidence-around.ts';
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
  const shape = shapeWeight(name, index);
  // `Hirut Alemu … Hirut said`: where the given name is what people are called by.
  const givenAlone =
    known === 0 && name.length === 2 && shape >= 0.75 ? (around.alone.get(foldName(name[0]!.text)) ?? 0) : 0;
  const called =
    givenAlone > 0 && !name[0]!.known && !name[1]!.known ? Math.min(2, 0.75 + givenAlone / 2) : 0;
  return shape + (least < 0 ? least : Math.max(...weights)) + known + called;
}

const commonParticle: ReadonlySet<string> = new Set(
  'de da do dos das del della di du des la le las los y al el'.split(' '),
);

/** Endings of surnames that were or are the father's name, in any tradition that marks them. */
const patronymicEnd =
  /(?:sd[oó]ttir|sson|ovich|evich|ovych|[oei]vna|ivna|o[gğ]lu|enko|shvili|adze|opoulos|wicz|czyk|ovski|evski|owski|ovsky|ovic|ova|eva|skaya|ović|escu|yan|zadeh)$/;

const surnamePrefix = /^(?:Ma?c|O['’]|Fitz)\p{Lu}\p{Ll}/u;

/** What a word says of the name it is in: how far it speaks for a person, or below 0 against one. */
type WordFeature = { name: string; weight: (word: Word, isLast: boolean, index: NameIndex) => number };

/** What the words of a name that are neither its given name nor particles add to its score; all are summed. */
const wordFeatures: WordFeature[] = [
  {
    name: 'surname or everyday word',
    weight: ({ text, lower }, isLast, index) => {
      if (isLast && isListedSurname(text, index)) return index.common.has(lower) ? 0 : 2;
      if (index.common.has(lower)) return isLast ? -0.5 : -1.5;
      return isCommonWord(lower, index) ? -2 : 0;
    },
  },
  {
    name: 'place or people',
    weight: ({ lower }, _isLast, index) => (index.places.has(lower) || index.demonyms.has(lower) ? -2 : 0),
  },
  {
    name: 'head of another name',
    weight: ({ text, lower }, isLast, index) => {
      if (!index.organizationWords.has(lower) && !index.things.has(lower) && !index.offices.has(lower))
        return 0;
      return isLast && isListedSurname(text, index) ? -1 : -3;
    },
  },
  {
    name: 'part of a place, or an organization',
    weight: ({ lower }, _isLast, index) =>
      index.placeWords.has(lower) || index.organizations.has(lower) ? -2 : 0,
  },
  {
    name: 'Mc, O’ before a surname',
    weight: ({ text }, isLast) => (isLast && surnamePrefix.test(text) ? 2 : 0),
  },
  {
    name: 'patronymic',
    weight: ({ text, lower, known }, isLast) =>
      isLast && !known && text.length > 5 && patronymicEnd.test(lower) ? 2 : 0,
  },
  { name: 'acronym', weight: ({ text }) => (text.length > 2 && /^\p{Lu}{2,}s?$/u.test(text) ? -2 : 0) },
];

/** The score of a name's own words. */
function shapeWeight(name: Word[], index: NameIndex): number {
  const first = name[0]!;
  const isGiven = isGivenName(first.text, index);
  let weight = name.length > 3 ? -0.5 : 0;
  if (isGiven) weight += givenNameWeight(first, index);
  else if (!first.known && !isCommonWord(first.lower, index)) weight += 0.75;
  for (let at = isGiven ? 1 : 0; at < name.length; at++) {
    const word = name[at]!;
    const isLast = at === name.length - 1;
    if (!isLast && particles.has(word.lower)) weight += particleWeight(word, isGiven);
    else for (const feature of wordFeatures) weight += feature.weight(word, isLast, index);
  }
  return weight;
}

function givenNameWeight({ lower }: Word, index: NameIndex): number {
  if (isCommonWord(lower, index)) return 0.5;
  return index.places.has(lower) ? -0.5 : 2.5;
}

/** `Teatro de Paz`: the names of things have particles too. */
function particleWeight({ lower }: Word, isBehindGivenName: boolean): number {
  return commonParticle.has(lower) && !isBehindGivenName ? -0.5 : 1.5;
}

/** A word of everyday English, or its plural. */
export function isCommonWord(lower: string, index: NameIndex): boolean {
  if (index.common.has(lower) || (lower.endsWith('s') && index.common.has(lower.slice(0, -1)))) return true;
  return lower.includes('-') && lower.split('-').every(part => isCommonWord(part, index));
}
