import { isGivenName } from '../../../names/gender.ts';
import { isListedSurname } from '../../../names/surname.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import { isPossessiveEnding, type Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  inSentence,
  isNamePart,
  lowerText,
  runEnd,
} from '../mentions/entity.ts';

const within: ReadonlySet<string> = new Set(
  'in near outside inside across throughout around into'.split(' '),
);
/** `faith in Lincoln` says nothing of a place. */
const inSomeone =
  /^(?:faith|confidence|trust|interest|interested|belief|believe[ds]?|disappointed|found|sees?|saw|invest\w*|hope|hopes)$/;
const ruled: ReadonlySet<string> = new Set(
  (
    'king queen prince princess president minister ambassador government people kingdom republic capital city ' +
    'north south east west border borders part parts outskirts suburb suburbs streets centre center university ' +
    'mayor'
  ).split(' '),
);
const owned: ReadonlySet<string> = new Set(
  (
    'capital king queen crown royal government parliament army military air border borders prime foreign ' +
    'interior finance economy population mayor airport streets suburb suburbs downtown police president state ' +
    'northern southern eastern western national ambassador embassy central largest old'
  ).split(' '),
);
const townNouns: ReadonlySet<string> = new Set(
  (
    'police mayor airport suburb suburbs residents area hospital stadium time metro subway university harbor ' +
    'harbour international county township'
  ).split(' '),
);

/**
 * Whether the words around a single word show that it names a place: `in X`, `X, Nebraska`, `Amman, X`, `the king of X`,
 * `X's army`, `X and Iraq`.
 * @param isBorne whether the article has someone of that name: less shows it then
 */
export function isShownAsPlace(words: Word[], at: number, index: NameIndex, isBorne = false): boolean {
  const { sentence } = words[at]!;
  const near = (place: number) => inSentence(words, place, sentence);
  const lower = (place: number) => near(place)?.lower ?? '';
  const isOwning = isPossessiveEnding(lower(at + 1));
  if (isOwning && owned.has(lower(at + 2))) return true;
  if (within.has(lower(at - 1)) && !isOwning && !inSomeone.test(lower(at - 2))) return true;
  if (lower(at - 1) === 'of' && ruled.has(lower(at - 2))) return true;
  return isBesidePlace(words, at, isBorne, index);
}

/** `X, Nebraska`; `Amman, X` where the sentence breaks after it; `X and Iraq` where no one has the name. */
function isBesidePlace(words: Word[], at: number, isBorne: boolean, index: NameIndex): boolean {
  const { sentence } = words[at]!;
  const near = (place: number) => inSentence(words, place, sentence);
  const isLink = (place: number) => (isBorne ? /^,$/ : /^(?:,|and|or)$/).test(near(place)?.lower ?? '');
  if (isLink(at + 1) && isNamePart(near(at + 2))) {
    const next = lowerText(words, at + 2, runEnd(words, at + 2));
    const isPlace = index.places.has(next) || index.placeVariants.has(next);
    if (isPlace && !(isBorne && index.cities.has(next))) return true;
  }
  const before = near(at - 2);
  const breaks = /^[,.;:)]$/.test(words[at + 1]?.text ?? '.');
  return isLink(at - 1) && before?.isCapitalized === true && index.places.has(before.lower) && breaks;
}

/**
 * Places whose names people have too: every mention of the name where the article shows it to be the place and names no one by
 * it in full; otherwise those that are shown to be the place themselves.
 */
export function personalPlaces({ words, index, taken, runs }: EntityContext): EntityMention[] {
  const mentions = new Map<string, number[]>();
  for (const { from, to } of runs) {
    const { lower } = words[from]!;
    if (to - from > 1 || !index.personalPlaces.has(lower)) continue;
    if (!taken[from] && !isAddressed(words, from, index))
      mentions.set(lower, [...(mentions.get(lower) ?? []), from]);
  }
  if (mentions.size === 0) return [];
  const borne = new Set<string>();
  for (const { from, to } of runs)
    if (to - from > 1) for (const name of bearersIn(words, from, to, index)) borne.add(name);
  return [...mentions].flatMap(([name, all]) => {
    const kind = index.personalPlaces.get(name)!;
    const shown = all.filter(at => isShownAsPlace(words, at, index, borne.has(name)));
    const adjective = index.countryAdjectives.get(name);
    const isOfTheNews =
      (adjective !== undefined && words.some(({ lower }) => lower === adjective)) ||
      all.some(at => townNouns.has(words[at + 1]?.lower ?? ''));
    const meant = borne.has(name) ? shown : shown.length > 0 || isOfTheNews ? all : [];
    return meant.map(
      (at): EntityMention => ({
        type: 'place',
        from: at,
        to: at + 1,
        kind,
        rule: 'personal',
        isStrong: true,
      }),
    );
  });
}

/** The words of a run of capitals that are the first name or the surname of someone: not those of `Jordan River`. */
function bearersIn(words: Word[], from: number, to: number, index: NameIndex): string[] {
  const last = words[to - 1]!;
  const isGivenFirst = words.slice(from, to - 1).some(({ text }) => isGivenName(text, index));
  const isSurname = isListedSurname(last.text, index) && !index.organizationWords.has(last.lower);
  return [...(isGivenFirst ? [last.lower] : []), ...(isSurname ? [words[to - 2]!.lower] : [])];
}

function isAddressed(words: Word[], at: number, index: NameIndex): boolean {
  const before = inSentence(words, at - 1, words[at]!.sentence);
  return before !== undefined && index.honorifics.has(before.lower.replace(/\.$/, ''));
}
