import { inSentence } from '../entities/mentions/entity.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { isPossessiveEnding, type Word } from '../tokens/words.ts';
import type { NameParts } from './names-parts.ts';

const place: ReadonlySet<string> = new Set(
  'in near at outside around across throughout inside toward towards into via'.split(' '),
);
const kin =
  /^(father|mother|parents|son|daughter|sons|daughters|wife|husband|widow|brother|sister|brothers|sisters|family|friend|lawyer|aide|murder|killing|death|arrest|funeral|assassination|slaying|detention|kidnapping|abduction|imprisonment|conviction|resignation|extradition|execution|poisoning|beheading|biography|supporters?|bod(y|ies)|remains)$/;
/** Nouns next to names of companies, papers, ships and places that do not head such names. */
const heads =
  /^(firm|brand|site|website|app|newspaper|daily|outlet|broadcaster|platform|startup|maker|giant|retailer|chain|manufacturer|carrier|lender|ship|vessel|tanker|film|movie|novel|song|album|suburb|neighbou?rhood|area|crossing|border|software)$/;

/** What two people of one surname are called in front of their given names. */
export const siblings = /^(?:brothers|sisters|siblings|twins|cousins|couple|spouses)$/;

const credits: ReadonlySet<string> = new Set(
  (
    'reporting writing written editing edited directed composed conducted choreographed translated illustrated ' +
    'photographed penned authored co-written co-directed narrated painted coached lyrics screenplay'
  ).split(' '),
);

/** What only people do to a group or a motion, and what firms lead too. */
const leading =
  /^(?:led|headed|chaired|captained|coached|seconded|moved|bowled|dismissed|skippered|fronted)$/;
const rounds =
  /^(?:round|funding|financing|investment|consortium|syndicate|venture|deal|bid|series|category|market)$/;

/** The words in front of a list of people. */
const collectives: ReadonlySet<string> = new Set(
  'team squad crew cast members winners victims dead injured wounded reserve reserves substitutes jury panel line-up scorers nominees candidates speakers guests survivors missing detainees'.split(
    ' ',
  ),
);

/** The words of a sentence around a name, undefined where the sentence has begun or is over. */
type Surroundings = {
  lead: Word | undefined;
  beforeThat: Word | undefined;
  before: Word | undefined;
  next: Word | undefined;
  behind: Word | undefined;
  third: Word | undefined;
  fourth: Word | undefined;
};

type SurroundingFeature = {
  name: string;
  weight: number;
  holds: (around: Surroundings, index: NameIndex) => boolean;
};

/** What the word before a name says of it; the first that holds counts. */
const featuresBefore: SurroundingFeature[] = [
  {
    name: 'the X',
    weight: -4,
    holds: ({ before }) => before !== undefined && /^(the|a|an|this|that|its)$/.test(before.lower),
  },
  {
    // `at X’s workshop`
    name: 'in X',
    weight: -2,
    holds: ({ before, next }) =>
      before !== undefined && place.has(before.lower) && !isPossessiveEnding(next?.text),
  },
  {
    name: 'the father of X',
    weight: 2,
    holds: ({ before, beforeThat }) => before?.lower === 'of' && kin.test(beforeThat?.lower ?? ''),
  },
  {
    name: 'reporting by X, a film directed by X',
    weight: 2.5,
    holds: ({ before, beforeThat }) => before?.lower === 'by' && credits.has(beforeThat?.lower ?? ''),
  },
  {
    name: 'a group led by X',
    weight: 1.5,
    holds: ({ before, beforeThat, lead }) =>
      before?.lower === 'by' && leading.test(beforeThat?.lower ?? '') && !rounds.test(lead?.lower ?? ''),
  },
  {
    name: 'put in by X',
    weight: 1.5,
    holds: ({ before, beforeThat, lead }) =>
      before?.lower === 'by' && beforeThat?.lower === 'in' && lead?.lower === 'put',
  },
  {
    name: 'the party under X',
    weight: 1.5,
    holds: ({ before, beforeThat }) =>
      before?.lower === 'under' && (beforeThat?.isCapitalized === true || beforeThat?.pos === 'NOUN'),
  },
  { name: 'of X', weight: -0.5, holds: ({ before }) => before?.lower === 'of' },
  { name: 'another determiner', weight: -1, holds: ({ before }) => before?.pos === 'DET' },
  {
    name: 'the singer X',
    weight: 1,
    holds: ({ before }) => before?.pos === 'NOUN' && !before.isCapitalized,
  },
];

/** What else the words around a name say of it; the weights of all that hold are summed. */
const featuresAround: SurroundingFeature[] = [
  {
    name: '31-year-old X, with lost hyphens',
    weight: 2,
    holds: ({ before, beforeThat }) =>
      before?.lower === 'old' && /-years?$|-year-old$/.test(beforeThat?.lower ?? ''),
  },
  { name: 'X camp', weight: -1.5, holds: ({ next }) => next?.pos === 'NOUN' && !next.runTogether },
  { name: 'X wins', weight: 0.5, holds: ({ next }) => next?.pos === 'VERB' },
  {
    name: 'X contributed to this report',
    weight: 2,
    holds: ({ next, behind }) => next?.lower === 'contributed' && behind?.lower === 'to',
  },
  {
    name: 'X, seen as the favourite',
    weight: 1.5,
    holds: ({ next, behind, third, fourth }) =>
      next?.text === ',' &&
      (/^(?:seen|regarded|considered|viewed|tipped|touted|nicknamed|aged|widowed|raised|educated|accused|convicted|charged|jailed|acquitted|flanked)$/.test(
        behind?.lower ?? '',
      ) ||
        (/^(?:widely|long|often|once|already|newly|recently|still|generally)$/.test(behind?.lower ?? '') &&
          /^(?:seen|regarded|considered|viewed|tipped|touted|elected|appointed|named|known|accused|described)$/.test(
            third?.lower ?? '',
          )) ||
        (behind?.lower === 'described' && third?.lower === 'as' && fourth !== undefined)),
  },
  {
    name: 'X and his brother',
    weight: 2.5,
    holds: ({ next, behind, third }) =>
      next?.lower === 'and' && /^(?:his|her)$/.test(behind?.lower ?? '') && kin.test(third?.lower ?? ''),
  },
  {
    name: 'the brothers Y and X',
    weight: 2.5,
    holds: ({ before, beforeThat, lead }) =>
      before?.lower === 'and' && beforeThat?.isCapitalized === true && siblings.test(lead?.lower ?? ''),
  },
  {
    name: 'X has been appointed Minister, X is relieved of',
    weight: 1.5,
    holds: ({ next, behind, third, fourth }, index) => {
      const [verb, office] = behind?.lower === 'been' ? [third, fourth] : [behind, third];
      if (!/^(?:is|was|has)$/.test(next?.lower ?? '')) return false;
      if (/^(?:appointed|named)$/.test(verb?.lower ?? ''))
        return office?.isCapitalized === true && index.offices.has(office.lower);
      return verb?.lower === 'relieved' && office?.lower === 'of';
    },
  },
  {
    name: 'X, formerly of',
    weight: 2.5,
    holds: ({ next, behind, third }) =>
      next?.text === ',' &&
      /^(?:formerly|previously|late)$/.test(behind?.lower ?? '') &&
      third?.lower === 'of',
  },
  {
    name: 'X (31)',
    weight: 2.5,
    holds: ({ next, behind, third, fourth }, index) =>
      next?.text === '(' && behind !== undefined && isInBrackets(behind, fourth ?? third, index),
  },
  {
    name: 'X (SWE) 10.95',
    weight: 2.5,
    holds: ({ next, behind, third, fourth }) =>
      next?.text === '(' &&
      /^[A-Z]{3}$/.test(behind?.text ?? '') &&
      third?.text === ')' &&
      /^\d/.test(fourth?.text ?? ''),
  },
  {
    name: 'the team: X',
    weight: 1.5,
    holds: ({ before, beforeThat }) => before?.text === ':' && collectives.has(beforeThat?.lower ?? ''),
  },
  {
    name: 'X, Sweden',
    weight: -1,
    holds: ({ next, behind }, index) =>
      next?.text === ',' && behind !== undefined && index.places.has(behind.lower),
  },
  {
    name: 'X, a Swedish …',
    weight: 1,
    holds: ({ next, behind, third }, index) =>
      next?.text === ',' &&
      (behind?.lower === 'a' || behind?.lower === 'an') &&
      third !== undefined &&
      index.demonyms.has(third.lower),
  },
];

/**
 * The score of the words around one use of a name.
 * @param people where the names of people begin and end (exclusive), by the indexes of their words
 */
export function surroundingWeight(
  parts: NameParts,
  words: Word[],
  people: { starts: Set<number>; ends: Set<number> },
  index: NameIndex,
): number {
  const around = surroundingsOf(parts, words);
  let weight = parts.titled ? 2 : 0;
  for (const feature of featuresBefore) {
    if (!feature.holds(around, index)) continue;
    weight += feature.weight;
    break;
  }
  for (const feature of featuresAround) if (feature.holds(around, index)) weight += feature.weight;
  if (isNextToHeadNoun(parts, words, index)) weight -= 3;
  if (isListed(parts, words, people.starts, people.ends)) weight += 2.5;
  return weight;
}

function surroundingsOf({ name, to }: NameParts, words: Word[]): Surroundings {
  const { sentence } = words[name]!;
  return {
    lead: inSentence(words, name - 3, sentence),
    beforeThat: inSentence(words, name - 2, sentence),
    before: inSentence(words, name - 1, sentence),
    next: inSentence(words, to, sentence),
    behind: inSentence(words, to + 1, sentence),
    third: inSentence(words, to + 2, sentence),
    fourth: inSentence(words, to + 3, sentence),
  };
}

/** `X (31)`, `X (Sweden)`, `X (49,364)`, `X (31st minute)`: what rows of results say of people. */
function isInBrackets(word: Word, close: Word | undefined, index: NameIndex): boolean {
  return (
    close !== undefined &&
    (/^\d{1,2}(?:st|nd|rd|th|[.:]\d{1,2}|,\d{3}|\d,\d{3})?$/.test(word.text) || index.places.has(word.lower))
  );
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
  const isOwned =
    (owner?.isCapitalized && !(owner.isSentenceStart && index.common.has(owner.lower))) ||
    isOfOffice(words, parts.name - 1, index);
  // `Last night X laughed`
  const isWhen =
    /^(?:last|this|that|one)$/.test(owner?.lower ?? '') && times.test(words[parts.name - 1]!.lower);
  const before = (isOwned && owner?.lower !== 'the') || isWhen ? undefined : words[parts.name - 1];
  return [before, words[parts.to]].some(
    word =>
      word?.sentence === sentence &&
      !word.isCapitalized &&
      !word.runTogether &&
      (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'ADJ') &&
      (index.organizationWords.has(word.lower) || index.things.has(word.lower) || heads.test(word.lower)),
  );
}

const times = /^(?:night|week|weekend|month|year|morning|afternoon|evening|summer|winter|spring|autumn)$/;

/** `the head of the political bureau Jan Berg`: the noun completes an office. */
function isOfOffice(words: Word[], noun: number, index: NameIndex): boolean {
  const { sentence } = words[noun] ?? words[0]!;
  let at = noun - 1;
  while (at > noun - 4 && words[at]?.sentence === sentence && /^(?:ADJ|NOUN)$/.test(words[at]!.pos)) at--;
  if (!/^(?:the|its|their|his|her)$/.test(words[at]?.lower ?? '')) return false;
  return /^(?:of|in)$/.test(words[at - 1]?.lower ?? '') && index.offices.has(words[at - 2]?.lower ?? '');
}
