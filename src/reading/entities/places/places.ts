import { foldName, isListed } from '../../../names/fold.ts';
import { particles } from '../../../names/vocabulary.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import { monthNumber } from '../../text/calendar.ts';
import { isSpokenFrom } from '../../tokens/spoken.ts';
import { isKnownWord } from '../../tokens/vocabulary.ts';
import type { Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  type EntityRule,
  inSentence,
  isNamePart,
  isOffice,
  isTaken,
  longestEnd,
  lowerText,
  openRuns,
  type PlaceKind,
  place,
  runEnd,
} from '../mentions/entity.ts';
import { siteHeads } from '../mentions/site-heads.ts';
import { senses } from '../mentions/word-senses.ts';
import { coordinatedPlaces, locatedPlaces } from './located-places.ts';
import { personalPlaces } from './personal-places.ts';
import { placesByWords } from './places-by-words.ts';

/** The rule for the town of a dateline, which is tried before all others. */
export const datelineRules: EntityRule[] = [{ name: 'dateline', find: datelines }];

/** The rules for places, in the order in which they are tried. */
export const placeRules: EntityRule[] = [
  { name: 'site', find: sites },
  { name: 'personal', find: personalPlaces },
  { name: 'listed', find: listedPlaces },
  { name: 'described', find: describedPlaces },
  { name: 'shown', find: placesByWords },
  { name: 'located', find: locatedPlaces },
  { name: 'coordinated', find: coordinatedPlaces },
];

const longestListed = 5;

/** `SUVA – `, `BISHKEK (TNA) - `, `HELSINKI, April 15 – `: the town that an article opens with. */
function datelines(context: EntityContext): EntityMention[] {
  const { words, index, taken } = context;
  const first = words[0];
  if (!first?.isCapitalized) return [];
  const to = runEnd(words, 0);
  if (to === 0 || to > 3 || isTaken(taken, 0, to)) return [];
  // `NOTE - `, `Soccer - `, `PRESALE - `
  const isListed = index.places.has(first.lower) || index.towns.has(first.lower);
  if (to === 1 && (index.common.has(first.lower) || (isKnownWord(first.lower) && !isListed))) return [];
  const isShouted = words
    .slice(0, to)
    .every(({ text }) => text.length > (to > 1 ? 1 : 2) && text === text.toUpperCase());
  let at = to;
  while (at < datelineEnd && inSentence(words, at, first.sentence) && !datelineMark.test(words[at]!.text))
    at++;
  const mark = inSentence(words, at, first.sentence);
  const isSpaced = mark?.spacedBefore === true || words[at - 1]!.text === '.';
  if (!mark || at === datelineEnd || isSpaced === (mark.text === ':')) return [];
  // `ANNA MILLER: I was there.`, the label of a turn
  if (mark.text === ':' && isSpokenFrom(words, at + 1)) return [];
  // `CRICKET - TARN TAKE THE LEAD`: a headline
  const follows = words[at + 1]?.text ?? '';
  if (follows.length > 1 && follows === follows.toUpperCase()) return [];
  const between = words.slice(to, at);
  const isApart = between.every(({ text, isCapitalized }) => isCapitalized || /^[,()\d.]/.test(text));
  const isPlain = between.length === 0 && mark.text !== ':' && words[at + 1]?.isCapitalized === true;
  // `Győr, March 4. –`
  const isDated = between[0]?.text === ',' && monthNumber(between[1]?.lower ?? '') > 0 && mark.text !== ':';
  if (!isApart || !(isShouted || isPlain || isDated)) return [];
  takeAgency(words, to, at, taken);
  return [place(0, to, 'town', 'dateline', between.length > 0)];
}

/** The agency in the brackets of a dateline is not in the news. */
function takeAgency(words: Word[], from: number, to: number, taken: Uint8Array): void {
  for (let at = from; at < to; at++) if (words[at]!.text === '(') taken.fill(1, at, to);
}

const datelineMark = /^(?:--?|[–—:])$/;
/** A dateline has no more words than this. */
const datelineEnd = 9;

const regionHeads: ReadonlySet<string> = new Set(
  'county township district province region state oblast peninsula valley desert mountains hills heights island islands canton municipality governorate prefecture atoll'.split(
    ' ',
  ),
);
const notSites: ReadonlySet<string> = new Set(
  'trade business research medical health community cultural training call city town law policy'.split(' '),
);

function kindOfHead(head: string): PlaceKind {
  if (head === 'city') return 'town';
  return regionHeads.has(head) ? 'region' : 'site';
}

/** `Brown Deer Golf Course`, `Lake Chad`, `the Old City`. */
function sites(context: EntityContext): EntityMention[] {
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  for (const { from: at, to } of openRuns(context)) {
    const word = words[at]!;
    const last = words[to - 1]!;
    if (to - at > 6 || (to - at < 2 && !waters.test(last.lower))) continue;
    const isHead =
      siteHeads.has(last.lower) || (last.lower === 'state' && isLandOfState(words, at, to, index));
    const isHeaded = isHead && !isTaken(taken, at, to);
    const isNatural = to - at === 2 && /^(?:mount|lake|cape|fort|port|wadi|jebel|jabal)$/.test(word.lower);
    const from = word.isSentenceStart && index.common.has(word.lower) && word.pos !== 'PROPN' ? at + 1 : at;
    const isTooPlain = notSites.has(words[to - 2]?.lower ?? '') && /^cent(?:er|re)$/.test(last.lower);
    const isOfWater = waters.test(last.lower) && isOf(words, to, index);
    if (isOfWater && !isTaken(taken, to - 1, to + 2)) {
      found.push(place(to - 1, runEnd(words, to + 1), kindOfWater(last.lower), 'site'));
      continue;
    }
    const isOfficial = index.offices.has(words[from]!.lower) || isTitledName(words, from, to, index);
    if ((isHeaded || isNatural) && to - from >= 2 && !isTooPlain && !isOfficial)
      found.push(place(from, to, kindOfHead(last.lower), 'site'));
  }
  return found;
}

/** `Shadow Chancellor Rupert Lane`: an office, a given name and a surname that sites are called by too. */
function isTitledName(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const [office, given] = [words[to - 3], words[to - 2]];
  if (to - from < 3 || !isOffice(office!, index)) return false;
  return index.female.has(given!.lower) || index.male.has(given!.lower);
}

/** `the Gulf of X` is a water, `the Isle of X` and `the Horn of X` are land. */
function kindOfWater(head: string): PlaceKind {
  return /^(?:isles?|horn)$/.test(head) ? 'region' : 'site';
}

const waters = /^(?:bay|gulf|strait|straits|sea|cape|isle|isles|horn)$/;

/** `the Bay of Bengal`: `of` and a name of no other kind. */
function isOf(words: Word[], to: number, index: NameIndex): boolean {
  const { sentence } = words[to - 1]!;
  const name = inSentence(words, to + 1, sentence);
  return (
    inSentence(words, to, sentence)?.lower === 'of' && isNamePart(name) && !index.offices.has(name.lower)
  );
}

/** `Rakhine State`, but `Islamic State` and `Ohio State`, a university. */
function isLandOfState(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const { lower, known } = words[from]!;
  const isRegion = index.places.has(lower) && !index.cities.has(lower) && !index.countries.has(lower);
  if (to - from !== 2 || isRegion || index.common.has(lower) || index.demonyms.has(lower)) return false;
  return (!known || index.places.has(lower)) && words[from - 1]?.lower !== 'the';
}

/** Countries, regions and cities of the lists, the longest first. */
function listedPlaces({ words, index, taken, capitals, sensesAt }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  let end = 0;
  for (const at of capitals) {
    if (!(sensesAt[at]! & senses.placeStart) || at < end || taken[at]) continue;
    const { lower } = words[at]!;
    const length = index.placeStarts.get(lower) ?? index.placeStarts.get(foldName(lower))!;
    for (let to = longestEnd(words, at, length, longestListed); to > at; to--) {
      if (isTaken(taken, at, to)) continue;
      const name = lowerText(words, at, to);
      if (!isListed(index.places, name) && !index.placeVariants.has(name)) continue;
      if (!isPlaceHere(words, at, to, index) || isOpeningWord(words, at, to, capitals, index)) continue;
      found.push(place(at, to, kindOfListed(name, index), 'listed'));
      end = to;
      break;
    }
  }
  return found;
}

function kindOfListed(name: string, index: NameIndex): PlaceKind {
  const isCountry = isListed(index.countries, name);
  if (isListed(index.cities, name) && !isCountry) return 'town';
  return isCountry && !lands.test(name) ? 'country' : 'region';
}

/** What the list of countries has besides them: continents, parts of them, and parts of countries. */
const lands =
  /^(?:africa|antarctica|asia|europe|oceania|(?:north|south|central|latin) america|(?:eastern|western|central) europe|(?:(?:south-?|south-)?east|central|south) asia|(?:east|west|north|southern|sub-saharan) africa|horn of africa|middle east|balkans|baltics|caribbean|caucasus|sahel|scandinavia|chechnya|crimea|donbass?|gaza|kashmir|kurdistan|west bank|nagorno-karabakh)$/;

/** `Nice and quiet, said X`: an everyday word that begins a sentence, and has no capital letter anywhere else. */
function isOpeningWord(
  words: Word[],
  from: number,
  to: number,
  capitals: number[],
  index: NameIndex,
): boolean {
  const { isSentenceStart, lower } = words[from]!;
  if (!isSentenceStart || to - from > 1 || !index.common.has(lower)) return false;
  return !capitals.some(at => words[at]!.lower === lower && !words[at]!.isSentenceStart);
}

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
        'province region county district state island islands peninsula mountains valley territory republic enclave governorate prefecture oblast river lake valley forest desert coast bay gulf strait canton taluk tehsil mandal municipality raion voivodeship parish ward constituency barangay commune wilaya atoll archipelago plateau volcano',
      ],
      [
        'site',
        'airport church mosque stadium prison checkpoint camp square bridge street neighborhood neighbourhood dam border hospital sanatorium harbor harbour beach station crossing junction roundabout pass quarry reservoir',
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
      isOfCountry(lower, index) || index.offices.has(lower) || (to - at === 1 && index.common.has(lower));
    if (!isOther) found.push(place(withParticles(words, at), to, kind, 'described'));
  }
  return found;
}

/** `Charles de Gaulle airport`: where the name begins whose end is at `at`. */
function withParticles(words: Word[], at: number): number {
  let from = at;
  while (
    particles.has(words[from - 1]?.text ?? '') &&
    isNamePart(inSentence(words, from - 2, words[at]!.sentence))
  )
    from -= 2;
  return from;
}

/** `the Danish capital` */
function isOfCountry(lower: string, { demonyms, countryWords, places }: NameIndex): boolean {
  return demonyms.has(lower) || (countryWords.has(lower) && !places.has(lower));
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
