import { isGivenName } from '../../../names/gender.ts';
import type { NameIndex, OrganizationKind } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  inSentence,
  isNamePart,
  isOffice,
  isTaken,
  lowerText,
  openRuns,
} from '../mentions/entity.ts';

/** Common nouns for an organization, next to its name: `the news agency X`, `the X newspaper`. */
const describingNouns: ReadonlyMap<string, OrganizationKind> = new Map(
  (
    [
      [
        'outlet',
        'agency newspaper daily weekly magazine broadcaster network channel station journal tabloid paper website',
      ],
      [
        'company',
        'company firm carmaker automaker airline brewer retailer bank brokerage broker insurer lender manufacturer ' +
          'maker giant conglomerate operator producer utility contractor subsidiary startup start-up haulier consultancy carrier foundry smelter miner publisher supermarket chain refiner shipbuilder',
      ],
      ['party', 'party'],
      ['team', 'club side team'],
      ['armed group', 'militia guerrillas militants faction cartel'],
      [
        'body',
        'group organization organisation charity union association institute university movement think-tank nonprofit watchdog',
      ],
    ] as const
  ).flatMap(([kind, nouns]) => nouns.split(' ').map(noun => [noun, kind] as const)),
);

/** Whether a common noun for a company precedes a name. */
export function isDescribedAsCompany(before: Word | undefined, first: Word): boolean {
  return before?.sentence === first.sentence && describingNouns.get(before.lower) === 'company';
}

const stockNouns: ReadonlySet<string> = new Set(['shares', 'stock', 'stockholders', 'shareholders']);
const analystNouns: ReadonlySet<string> = new Set(
  'analyst economist trader strategist broker dealer manager director executive'.split(' '),
);

/** Names that no list has, next to a noun that describes them. */
export function describedOrganizations(context: EntityContext): EntityMention[] {
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  for (const { from: at, to } of openRuns(context)) {
    const word = words[at]!;
    const kind = describedKind(words, at, to, index);
    const isOpen =
      kind !== null &&
      !isTaken(taken, at, to) &&
      to - at <= 4 &&
      !isOtherName(words, at, to, index) &&
      !isPersonOfTrade(words, at, to, index) &&
      !(word.isSentenceStart && to - at === 1 && index.common.has(word.lower));
    if (isOpen) found.push({ type: 'organization', from: at, to, kind, rule: 'described', isStrong: true });
  }
  return found;
}

/** Nouns for organizations that are trades of people as well. */
const trades: ReadonlySet<string> = new Set(
  'producer publisher broadcaster contractor subcontractor haulier miner'.split(' '),
);

/** `the producer Paula Miller`, `the contractor Wayne T. Miller` */
function isPersonOfTrade(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const before = inSentence(words, from - 1, words[from]!.sentence);
  // `the broker Torva Vale` is a house, `broker Paula Miller` is not.
  const isBroker = before?.lower === 'broker' && !/^(?:the|an?)$/.test(words[from - 2]?.lower ?? '');
  // `the contractor Paula Miller, which went bust`, `the contractor Paula Miller said its profit fell`
  if (/^(?:which|its)$/.test(words[to + 1]?.lower ?? '')) return false;
  return (
    to - from >= 2 &&
    to - from <= 3 &&
    isGivenName(words[from]!.text, index) &&
    (isBroker || trades.has(before?.lower ?? '') || isCalledByLastName(words, to - 1))
  );
}

/** `operator Paula Miller … Miller said`: the last word of a name is elsewhere a subject that says something; a firm's is not. */
function isCalledByLastName(words: Word[], last: number): boolean {
  const { text } = words[last]!;
  return words.some(
    (word, at) =>
      word.text === text &&
      at !== last &&
      !isNamePart(words[at - 1]) &&
      /^(?:said|says|told|tells|added|adds)$/.test(words[at + 1]?.lower ?? ''),
  );
}

/** `Current party rules`, at the beginning of a sentence. */
const adjectives =
  /^(?:current|former|present|local|senior|leading|other|main|major|national|internal|new|old|top)$/;

function isOtherName(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const [first, last] = [words[from]!, words[to - 1]!];
  const name = lowerText(words, from, to);
  return (
    index.places.has(name) ||
    index.demonyms.has(name) ||
    index.demonyms.has(first.lower) ||
    (to - from === 1 && adjectives.test(name)) ||
    isOffice(first, index) ||
    isOffice(last, index) ||
    index.things.has(last.lower) ||
    (to - from === 1 && index.common.has(name) && (words[to]?.lower !== 'party' || first.isSentenceStart))
  );
}

/** `an analyst at`, `analyst Paula Miller at` */
function isAnalyst(words: Word[], at: number): boolean {
  let from = at - 1;
  while (from > at - 5 && isNamePart(words[from])) from--;
  return words[from]?.sentence === words[at]!.sentence && analystNouns.has(words[from]!.lower);
}

const determiners: ReadonlySet<string> = new Set('a an this that his her their its another'.split(' '));

/** The kind of organization that a common noun is for. */
function kindOfNoun(word: Word | undefined): OrganizationKind | undefined {
  const isNoun = word !== undefined && !word.isCapitalized && word.pos !== 'VERB';
  return isNoun ? describingNouns.get(word.lower) : undefined;
}

/** `the union X`: one word that is no English one and that no list of names has. */
function isUnionOf(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const { lower, known, sentence } = words[from]!;
  if (to - from > 1 || known || inSentence(words, from - 2, sentence)?.lower !== 'the') return false;
  return !index.surnames.has(lower) && !index.female.has(lower) && !index.male.has(lower);
}

/** The kind of organization that the noun behind a name is for; `the Tarn foundry Livnica`: it goes with the next name. */
function kindBehindName(words: Word[], to: number): OrganizationKind | undefined {
  const { sentence } = words[to - 1]!;
  const further = inSentence(words, to + 1, sentence);
  return isNamePart(further) && further.spacedBefore
    ? undefined
    : kindOfNoun(inSentence(words, to, sentence));
}

function describedKind(words: Word[], from: number, to: number, index: NameIndex): OrganizationKind | null {
  const { sentence } = words[from]!;
  const near = (at: number) => inSentence(words, at, sentence);
  const [before, next] = [near(from - 1), near(to)];
  const kindBefore = kindOfNoun(before);
  const isUnion = before?.lower === 'union' && !isUnionOf(words, from, to, index);
  if (kindBefore !== undefined && !isUnion) return kindBefore;
  if (next?.lower === 'news' && near(to + 1)?.lower === 'agency') return 'outlet';
  // `outside Tarn station`: nothing is broadcast there.
  if (next?.lower === 'station') return null;
  const kindBehind = kindBehindName(words, to);
  const isOfStock = next !== undefined && stockNouns.has(next.lower);
  if ((kindBehind !== undefined || isOfStock) && !determiners.has(before?.lower ?? '')) {
    if (kindBehind !== undefined && !index.demonyms.has(words[from]!.lower)) return kindBehind;
    if (isOfStock) return 'company';
  }
  const link = before?.lower;
  if (link === 'in' && /^stakes?$/.test(near(from - 2)?.lower ?? '') && to - from > 1) return 'company';
  if ((link === 'of' || link === 'in') && stockNouns.has(near(from - 2)?.lower ?? '')) return 'company';
  if (link === 'at' && isAnalyst(words, from - 1)) return 'company';
  return null;
}
