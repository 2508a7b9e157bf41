import type { NameIndex } from '../knowledge/name-index.ts';
import { isPossessiveEnding, type Word } from '../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  type EntityRule,
  inSentence,
  isNamePart,
  isTaken,
  longestEnd,
  lowerText,
  openRuns,
  type PlaceKind,
  runEnd,
} from './entity.ts';
import { personalPlaces } from './personal-places.ts';
import { placesByWords } from './places-by-words.ts';

/** The rules for places, in the order in which they are tried. */
export const placeRules: EntityRule[] = [
  { name: 'site', find: sites },
  { name: 'personal', find: personalPlaces },
  { name: 'listed', find: listedPlaces },
  { name: 'described', find: describedPlaces },
  { name: 'shown', find: placesByWords },
  { name: 'located', find: locatedPlaces },
];

const longestListed = 5;

function place(
  from: number,
  to: number,
  kind: PlaceKind | null,
  rule: string,
  isStrong = true,
): EntityMention {
  return { type: 'place', from, to, kind, rule, isStrong };
}

/** Words that end the name of a site, or with `of` begin it. */
const siteHeads =
  /^(?:street|avenue|road|boulevard|lane|square|plaza|park|bridge|tower|palace|castle|hall|airport|station|port|harbor|harbour|bay|river|lake|sea|ocean|gulf|strait|channel|canal|island|islands|peninsula|beach|mountain|mountains|valley|desert|forest|county|city|district|province|region|oblast|stadium|arena|gardens|cemetery|prison|jail|base|hospital|sanatorium|heights|hills|shoal|reef|glacier|monastery|cathedral|mosque|church|centre|center|course|speedway|racecourse)$/;
const regionHeads =
  /^(?:county|district|province|region|oblast|peninsula|valley|desert|mountains|hills|heights|island|islands)$/;
const notSites =
  /^(?:trade|business|research|medical|health|community|cultural|training|call|city|town|law|policy)$/;

function kindOfHead(head: string): PlaceKind {
  if (head === 'city') return 'town';
  return regionHeads.test(head) ? 'region' : 'site';
}

/** `Brown Deer Golf Course`, `Lake Chad`, `the Old City`. */
function sites(context: EntityContext): EntityMention[] {
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  for (const { from: at, to } of openRuns(context)) {
    if (to - at < 2 || to - at > 6) continue;
    const word = words[at]!;
    const last = words[to - 1]!;
    const isHeaded = siteHeads.test(last.lower) && !isTaken(taken, at, to);
    const isNatural = to - at === 2 && /^(?:mount|lake|cape|fort|port|wadi|jebel|jabal)$/.test(word.lower);
    const from = word.isSentenceStart && index.common.has(word.lower) && word.pos !== 'PROPN' ? at + 1 : at;
    const isTooPlain = notSites.test(words[to - 2]?.lower ?? '') && /^cent(?:er|re)$/.test(last.lower);
    if ((isHeaded || isNatural) && to - from >= 2 && !isTooPlain && !index.offices.has(words[from]!.lower))
      found.push(place(from, to, kindOfHead(last.lower), 'site'));
  }
  return found;
}

/** Countries, regions and cities of the lists, the longest first. */
function listedPlaces({ words, index, taken, capitals }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  let end = 0;
  for (const at of capitals) {
    if (at < end || taken[at]) continue;
    const length = index.placeStarts.get(words[at]!.lower);
    if (length === undefined) continue;
    for (let to = longestEnd(words, at, length, longestListed); to > at; to--) {
      if (isTaken(taken, at, to)) continue;
      const name = lowerText(words, at, to);
      if (!index.places.has(name) && !index.placeVariants.has(name)) continue;
      if (!isPlaceHere(words, at, to, index)) continue;
      found.push(place(at, to, kindOfListed(name, index), 'listed'));
      end = to;
      break;
    }
  }
  return found;
}

function kindOfListed(name: string, index: NameIndex): PlaceKind {
  if (index.cities.has(name) && !index.countries.has(name)) return 'town';
  return index.countries.has(name) && !lands.test(name) ? 'country' : 'region';
}

/** What the list of countries has besides them: continents, parts of them, and parts of countries. */
const lands =
  /^(?:africa|antarctica|asia|europe|oceania|(?:north|south|central|latin) america|(?:eastern|western|central) europe|(?:(?:south-?|south-)?east|central|south) asia|(?:east|west|north|southern|sub-saharan) africa|horn of africa|middle east|balkans|baltics|caribbean|caucasus|sahel|scandinavia|chechnya|crimea|donbass?|gaza|kashmir|kurdistan|west bank|nagorno-karabakh)$/;

/** A listed word that is part of a longer name is not the place. */
function isPlaceHere(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const { sentence, text, lower } = words[from]!;
  const near = (at: number) => inSentence(words, at, sentence);
  const [before, next] = [near(from - 1), near(to)];
  if (text.length < 2 || (lower === 'us' && text !== 'US')) return false;
  // `Jordan Smith`, but `Paris Mayor`, `Northern Iraq`.
  const belongs = (word: Word | undefined) =>
    isNamePart(word) &&
    !index.offices.has(word.lower) &&
    !index.modifiers.has(word.lower) &&
    !index.demonyms.has(word.lower) &&
    !index.places.has(word.lower) &&
    !index.organizations.has(word.lower) &&
    !/^\p{Lu}{2,}$/u.test(word.text);
  if (next?.spacedBefore && belongs(next) && !startsFullName(words, to, index)) return false;
  if (
    before &&
    words[from]!.spacedBefore &&
    belongs(before) &&
    !/^(?:north|south|east|west)(?:ern)?$/.test(before.lower)
  ) {
    const isOpening = before.isSentenceStart && index.common.has(before.lower);
    if (!isOpening) return false;
  }
  return true;
}

function startsFullName(words: Word[], at: number, index: NameIndex): boolean {
  const [given, surname] = [words[at]!.lower, inSentence(words, at + 1, words[at]!.sentence)];
  return (index.female.has(given) || index.male.has(given)) && isNamePart(surname);
}

/** Common nouns for a place next to its name: `the town of X`, `X province`, `X airport`. */
const placeNouns: ReadonlyMap<string, PlaceKind> = new Map(
  (
    [
      ['town', 'town city village settlement suburb capital hamlet port resort township'],
      [
        'region',
        'province region county district state island islands peninsula mountains valley territory republic enclave governorate prefecture oblast river lake valley forest desert coast bay gulf strait',
      ],
      [
        'site',
        'airport church mosque stadium prison checkpoint camp square bridge street neighborhood neighbourhood dam border hospital sanatorium harbor harbour beach station',
      ],
    ] as const
  ).flatMap(([kind, nouns]) => nouns.split(' ').map(noun => [noun, kind] as const)),
);

function describedPlaces(context: EntityContext): EntityMention[] {
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  for (const { from: at, to } of openRuns(context)) {
    const kind = to - at <= 3 ? describedKind(words, at, to) : null;
    if (kind === null || isTaken(taken, at, to)) continue;
    const { lower } = words[at]!;
    const isOther =
      index.demonyms.has(lower) || index.offices.has(lower) || (to - at === 1 && index.common.has(lower));
    if (!isOther) found.push(place(at, to, kind, 'described'));
  }
  return found;
}

function describedKind(words: Word[], from: number, to: number): PlaceKind | null {
  const { sentence } = words[from]!;
  const [before, next] = [inSentence(words, from - 1, sentence), inSentence(words, to, sentence)];
  const kindOf = (word: Word | undefined) =>
    word && !word.isCapitalized ? (placeNouns.get(word.lower) ?? null) : null;
  if (before?.lower === 'of') {
    const noun = inSentence(words, from - 2, sentence);
    const kind = kindOf(noun);
    if (kind && !/^(?:camp|state|border|church|station|port|capital|square)$/.test(noun!.lower)) return kind;
  }
  const kind = next?.spacedBefore ? kindOf(next) : null;
  return kind !== null && /^(?:a|an|his|her)$/.test(before?.lower ?? '') ? null : kind;
}

const insidePrepositions: ReadonlySet<string> = new Set(
  'in near outside around toward towards into inside across throughout'.split(' '),
);
const towardPrepositions: ReadonlySet<string> = new Set(
  'at from to on of for between and through via over'.split(' '),
);

/** Names of no list in the position of a place: `in X`, `X, Tennessee`. */
function locatedPlaces(context: EntityContext): EntityMention[] {
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
  const isPerson = (word: Word) => index.female.has(word.lower) || index.male.has(word.lower);
  return (
    /^\p{Lu}{2,}$/u.test(first.text) ||
    first.text.length < 3 ||
    index.demonyms.has(first.lower) ||
    index.offices.has(last.lower) ||
    index.things.has(last.lower) ||
    index.organizationWords.has(last.lower) ||
    (to - from === 1 && (index.common.has(first.lower) || first.known || isPerson(first))) ||
    (to - from > 1 && (isPerson(first) || index.surnames.has(last.lower)))
  );
}

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
  if (isPossessiveEnding(next?.text)) return false;
  if (next?.text === ',' && isNamePart(near(to + 1))) {
    const end = runEnd(words, to + 1);
    const land = lowerText(words, to + 1, end);
    const isLand =
      (index.places.has(land) && !index.cities.has(land)) || index.placeVariants.get(land) !== undefined;
    if (isLand && (isTown || !before || insidePrepositions.has(before) || towardPrepositions.has(before)))
      return true;
  }
  const isSurname = index.surnames.has(words[to - 1]!.lower) && to - from === 1;
  if (isTown) return insidePrepositions.has(before) || (!isSurname && towardPrepositions.has(before));
  return insidePrepositions.has(before) && !isSurname;
}
