import type { NameIndex } from '../../knowledge/name-index.ts';
import { isUnambiguousDate, monthNumber } from '../../text/calendar.ts';
import { isPossessiveEnding, type Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  inSentence,
  isNamePart,
  isTaken,
  lowerText,
  openRuns,
  place,
  runEnd,
} from '../mentions/entity.ts';

const insidePrepositions: ReadonlySet<string> = new Set(
  'in near off outside around toward towards into inside across throughout'.split(' '),
);
const towardPrepositions: ReadonlySet<string> = new Set(
  'at from to on of for between and through via over'.split(' '),
);

/** Names of no list in the position of a place: `in X`, `X, Tennessee`. */
export function locatedPlaces(context: EntityContext): EntityMention[] {
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  for (const { from: at, to } of openRuns(context)) {
    if (to - at > 3 || !mayBeLocated(words, at, to)) continue;
    if (isTaken(taken, at, to) || isOther(words, at, to, index)) continue;
    const isTown = index.towns.has(lowerText(words, at, to));
    if (isLocated(words, at, to, isTown, context)) found.push(place(at, to, 'town', 'located', false));
  }
  return found;
}

/** Whether a preposition precedes a name or a comma follows it: few names are left to look at more closely. */
function mayBeLocated(words: Word[], from: number, to: number): boolean {
  const { sentence } = words[from]!;
  const before = inSentence(words, from - 1, sentence)?.lower ?? '';
  return (
    insidePrepositions.has(before) ||
    towardPrepositions.has(before) ||
    inSentence(words, to, sentence)?.text === ','
  );
}

function isOther(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const [first, last] = [words[from]!, words[to - 1]!];
  return (
    /^\p{Lu}{2,}$/u.test(first.text) ||
    first.text.length < 3 ||
    index.demonyms.has(first.lower) ||
    index.offices.has(last.lower) ||
    index.things.has(last.lower) ||
    index.organizationWords.has(last.lower) ||
    (to - from === 1 &&
      (index.common.has(first.lower) || first.known) &&
      !isBeforeLand(words, from, to, index, false)) ||
    (isNamedAsPeople(words, from, to, index) &&
      !isPlacedByWords(words, from, to) &&
      !isBeforeLand(words, from, to, index, true))
  );
}

/** `in Selma, Alabama,`: a name that others have too, between a preposition of place and a land that ends there. */
function isBeforeLand(
  words: Word[],
  from: number,
  to: number,
  index: NameIndex,
  mayBeCountry: boolean,
): boolean {
  const { sentence, lower } = words[from]!;
  const near = (at: number) => inSentence(words, at, sentence);
  if (!/^(?:in|at|near|outside|from)$/.test(near(from - 1)?.lower ?? '') || monthNumber(lower) > 0)
    return false;
  if (near(to)?.text !== ',' || !isNamePart(near(to + 1))) return false;
  const end = runEnd(words, to + 1);
  const land = lowerText(words, to + 1, end);
  const isLand = index.places.has(land) && !index.cities.has(land);
  return isLand && (mayBeCountry || !index.countries.has(land)) && /^[,.;)]?$/.test(near(end)?.text ?? '');
}

/** Whether the lists have a name as one that people bear. */
function isNamedAsPeople(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const first = words[from]!.lower;
  const isGiven = index.female.has(first) || index.male.has(first);
  return isGiven || (to - from > 1 && index.surnames.has(words[to - 1]!.lower));
}

/** `the mayor of X`, `south of X` */
const ofPlace =
  /^(?:mayor|bishop|archbishop|governor|prefect|people|residents|inhabitants|outskirts|streets|port|(?:north|south|east|west)(?:east|west|-east|-west)?)$/;

/** `Anna Holm, 51, of X,`, `the mayor of X`, `in X on Monday`, `In X, …`: words that only places have around them. */
function isPlacedByWords(words: Word[], from: number, to: number): boolean {
  const { sentence } = words[from]!;
  const near = (at: number) => inSentence(words, at, sentence);
  const [before, next] = [near(from - 1), near(to)];
  if (before?.lower === 'of') {
    const owner = near(from - 2);
    return (
      (/^[,)]$/.test(owner?.text ?? '') && /^\d{1,3}$/.test(near(from - 3)?.text ?? '')) ||
      // `Anna Holm, of X, for services to …`
      (owner?.text === ',' &&
        (next?.text === ';' || (next?.text === ',' && near(to + 1)?.lower === 'for'))) ||
      (owner !== undefined && ofPlace.test(owner.lower))
    );
  }
  if (/^(?:toured|recaptured|besieged|shelled|flooded)$/.test(before?.lower ?? '')) return true;
  if (!/^(?:in|at|near|outside)$/.test(before?.lower ?? '')) return false;
  if (isOfLife(words, from - 2, sentence)) return true;
  if (before!.isSentenceStart) return next?.text === ',';
  const day = near(to + 1)?.lower ?? '';
  return (
    (next?.lower === 'on' && isUnambiguousDate(day)) || /^(?:yesterday|tomorrow)$/.test(next?.lower ?? '')
  );
}

/** `born in X`, `grew up in X`: verbs that say where someone was. */
function isOfLife(words: Word[], at: number, sentence: number): boolean {
  const { lower } = inSentence(words, at, sentence) ?? { lower: '' };
  if (lower === 'up') return /^(?:grew|grown|growing|brought|bringing)$/.test(words[at - 1]?.lower ?? '');
  return /^(?:born|raised|buried|settled|resides|resided|lives|lived|living|died)$/.test(lower);
}

/** Names in a list of places: `in Tarn, X and Y`. */
export function coordinatedPlaces(context: EntityContext): EntityMention[] {
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  const isLink = (word: Word | undefined) => word?.text === ',' || word?.lower === 'and';
  for (const { from, to } of openRuns(context)) {
    const { sentence } = words[from]!;
    const before = inSentence(words, from - 1, sentence);
    const isListed = isLink(before) || (before?.lower === 'from' && isLink(inSentence(words, to, sentence)));
    if (to - from > 2 || !isListed || isTaken(taken, from, to)) continue;
    if (isOther(words, from, to, index) || index.surnames.has(words[to - 1]!.lower)) continue;
    let start = from - 1;
    while (isLink(inSentence(words, start, sentence)) || isNamePart(inSentence(words, start, sentence)))
      start--;
    const opening = inSentence(words, start, sentence);
    if (!opening || opening.isSentenceStart) continue;
    const isInside = insidePrepositions.has(opening.lower) && taken[start + 1] === 1;
    // `rescued people from X, Y and Z`, none of them on a list
    const least = isInside ? 1 : opening.lower === 'from' ? 2 : Number.POSITIVE_INFINITY;
    if (!isPlaceList(words, { start: start + 1, to, least }, index)) continue;
    taken.fill(1, from, to);
    found.push(place(from, to, 'town', 'coordinated', false));
  }
  return found;
}

/**
 * Whether names up to `to` and behind, with at least so many marks between them, are joined by `and`, and no one speaks
 * there: `in Tarn and Holm said` is no list.
 */
function isPlaceList(
  words: Word[],
  { start, to, least }: { start: number; to: number; least: number },
  index: NameIndex,
): boolean {
  const { sentence } = words[start]!;
  let end = to;
  while (/^(?:,|and)$/.test(inSentence(words, end, sentence)?.lower ?? '')) {
    if (!isNamePart(inSentence(words, end + 1, sentence))) break;
    end = runEnd(words, end + 1);
  }
  const list = words.slice(start, end);
  const links = list.filter(({ isCapitalized }) => !isCapitalized);
  const next = inSentence(words, end, sentence);
  const speaks = next !== undefined && (index.speech.has(next.lower) || index.personVerbs.has(next.lower));
  const isPeople =
    least > 1 &&
    list.some(
      ({ lower, isCapitalized }) =>
        isCapitalized && (index.surnames.has(lower) || index.female.has(lower) || index.male.has(lower)),
    );
  return links.at(-1)?.lower === 'and' && links.length >= least && !speaks && !isPeople;
}

/** `published it in X`, `writing in X`: a journal or a book. */
function isPublishedIn(words: Word[], from: number, near: (at: number) => Word | undefined): boolean {
  if (words[from - 1]?.lower !== 'in') return false;
  return [2, 3, 4].some(back => published.test(near(from - back)?.lower ?? ''));
}

const published = /^(?:published|publish|publishes|appeared|writing|reprinted|serialised|serialized)$/;

function isLocated(
  words: Word[],
  from: number,
  to: number,
  isTown: boolean,
  { index }: EntityContext,
): boolean {
  const { sentence } = words[from]!;
  const near = (at: number) => inSentence(words, at, sentence);
  const [before, next] = [near(from - 1)?.lower ?? '', near(to)];
  // `in Miller's view`
  if (isPossessiveEnding(next?.text) || isPublishedIn(words, from, near)) return false;
  if (next?.text === ',' && isNamePart(near(to + 1))) {
    const end = runEnd(words, to + 1);
    const land = lowerText(words, to + 1, end);
    const isLand =
      (index.places.has(land) && !index.cities.has(land)) || index.placeVariants.get(land) !== undefined;
    if (isLand && (isTown || !before || insidePrepositions.has(before) || towardPrepositions.has(before)))
      return true;
  }
  const isSurname = index.surnames.has(words[to - 1]!.lower) && to - from === 1;
  if (isPlacedByWords(words, from, to)) return true;
  if (isTown) return insidePrepositions.has(before) || (!isSurname && towardPrepositions.has(before));
  return insidePrepositions.has(before) && !isSurname;
}
