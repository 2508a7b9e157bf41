import { foldName } from '../../names/fold.ts';
import { isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { isPossessiveEnding, type Word, wordIndexAt } from '../tokens/words.ts';
import { isSaidOfCompany } from './bodies-by-use.ts';
import { type EntityMention, inSentence, organization } from './entity.ts';

/** Where a name is that may be a person's: whether a title precedes it, and whether the words around show a person. */
type Mention = { start: number; end: number; texts: string[]; titled: boolean; hasContext: () => boolean };

/** A name with more than this many uses for each that only a company has is not taken for a company’s. */
const mostOtherwise = 6;

/** One use of a name, by the indexes of its words, `to` exclusive. */
type Use = { mention: Mention; from: number; to: number; isFirm: boolean };

/** The words around one use of a name: `at(1)` is the first behind it, `at(-1)` the one before. */
type Around = {
  at: (steps: number) => Word | undefined;
  lower: (steps: number) => string;
  isGiven: (steps: number) => boolean;
};

/**
 * `next`: one of these words is right behind the name. `before`: one of these is right before it, and decides, so that the
 * name must not be someone's who has what follows.
 */
type FirmUse = {
  name: string;
  next?: readonly string[];
  before?: readonly string[];
  holds: (around: Around) => boolean;
};

const outlets = (
  'store stores shop shops outlets branch branches dealership dealerships showroom showrooms employees franchise franchises ' +
  'supermarket supermarkets factory factories plant plants shareholders stock'
).split(' ');
const possessive = ["'s", '’s'];
const forecast =
  /^(?:forecasts?|guidance|outlook|dividends?|stake|stores?|shops?|headquarters|profits?|sales|workforce|prices?|range|shares|branches|factory|factories|plants?|flagship|subsidiary|unit)$/;
const traded =
  /^(?:revenues?|shareholders|subsidiary|subsidiaries|quarterly|full-year|board|headquarters|flagship)$/;
const firmNoun: ReadonlySet<string> = new Set(
  (
    'company firm brand label retailer carmaker automaker drugmaker chipmaker planemaker toymaker steelmaker ' +
    'chain store bank lender insurer brokerage manufacturer group agency conglomerate startup airline'
  ).split(' '),
);
const several =
  /^(?:brands|labels|retailers|stores|shops|banks|companies|firms|chains|carmakers|automakers|brewers|insurers|lenders|brokerages|publishers|manufacturers|makers|giants|groups)$/;
const moved = (
  'raised cut lifted lowered trimmed slashed reported posted opened closed shut sold launched expanded doubled ' +
  'halved suspended increased scrapped issued reiterated'
).split(' ');

/** How only a company is used; one such use of a name is enough if no other shows a person. */
const uses: FirmUse[] = [
  {
    name: 'X stores',
    next: outlets,
    holds: ({ lower, at }) => at(1)!.pos === 'NOUN' && !isPossessiveEnding(lower(2)),
  },
  {
    name: 'X shares rose',
    next: ['shares'],
    holds: ({ lower }) =>
      /^(?:rose|fell|were|closed|jumped|slid|gained|dropped|lost|tumbled|surged|climbed|slumped|have|had)$/.test(
        lower(2),
      ),
  },
  { name: "X's subsidiary", next: possessive, holds: ({ lower }) => traded.test(lower(2)) },
  {
    name: 'X raised its full-year sales forecast',
    next: moved,
    holds: ({ lower }) => lower(2) === 'its' && [3, 4, 5].some(step => forecast.test(lower(step))),
  },
  {
    name: 'X opened 14 stores, X posted a profit',
    next: moved,
    holds: ({ lower }) =>
      [3, 4].some(step => /^(?:stores|shops|outlets|branches|factories|plants)$/.test(lower(step))) ||
      (/^an?$/.test(lower(2)) && [3, 4, 5].some(step => /^(?:profit|loss|dividend)$/.test(lower(step)))),
  },
  {
    name: 'X, which closed',
    next: [','],
    holds: ({ lower }) =>
      lower(2) === 'which' &&
      /^(?:has|had|owns?|owned|makes?|made|sells?|sold|employs|employed|closed|operates?|operated|runs?|said|says|announced|collapsed|trades|traded|reported|posted|makes)$/.test(
        lower(3),
      ),
  },
  {
    name: 'X, owned by Y',
    next: [','],
    holds: ({ lower }) =>
      (lower(2) === 'owned' && lower(3) === 'by') ||
      (/^(?:a|the)$/.test(lower(2)) && /^(?:unit|subsidiary|division)$/.test(lower(3)) && lower(4) === 'of'),
  },
  {
    name: 'X, the fashion retailer',
    next: [','],
    holds: ({ lower, at }) => {
      if (!/^(?:an?|the)$/.test(lower(2))) return false;
      for (let step = 3; step <= 6; step++) {
        if (/^(?:[,.;:]|who|of|for|by|and)$/.test(lower(step))) return false;
        const isEnd =
          /^(?:[,.;]|which|that|based|owned|whose|behind)?$/.test(lower(step + 1)) ||
          (lower(step) === 'chain' && lower(step + 1) === 'of');
        if (firmNoun.has(lower(step)) && !at(step)!.isCapitalized && isEnd) return true;
      }
      return false;
    },
  },
  {
    name: 'shares in X',
    before: ['in', 'of'],
    holds: ({ lower }) => /^(?:shares|stock|stake|shareholders)$/.test(lower(-2)),
  },
  {
    name: 'the chief executive of X',
    before: ['of'],
    holds: ({ lower }) =>
      /^(?:ceo|cfo|shareholders|subsidiary)$/.test(lower(-2)) ||
      (lower(-2) === 'executive' && lower(-3) === 'chief'),
  },
  {
    name: 'X chief executive Anna Miller',
    next: ['ceo', 'cfo', 'analyst', 'chief'],
    holds: ({ lower, at }) =>
      lower(1) === 'chief' ? /^(?:executive|financial)$/.test(lower(2)) : at(2)?.isCapitalized === true,
  },
  {
    name: "X's Anna Miller",
    next: possessive,
    holds: ({ at, isGiven }) => isGiven(2) && at(3)?.isCapitalized === true && at(3)!.spacedBefore,
  },
  { name: 'rates X a buy', next: ['a'], holds: ({ lower }) => /^rate[sd]?$/.test(lower(-1)) },
  {
    name: 'the brand X',
    before: [...firmNoun],
    holds: ({ at }) => !at(-1)!.isCapitalized,
  },
];

/** The uses by the word right behind a name, and by the one right before it. */
const usesByNext = usesBy(({ next }) => next);
const usesByBefore = usesBy(({ before }) => before);

function usesBy(words: (use: FirmUse) => readonly string[] | undefined): ReadonlyMap<string, FirmUse[]> {
  const found = new Map<string, FirmUse[]>();
  for (const use of uses)
    for (const word of words(use) ?? []) found.set(word, [...(found.get(word) ?? []), use]);
  return found;
}

/** `brands such as X, Y and Z`, `retailers like X` */
function isAmongSeveral({ lower, at }: Pick<Around, 'lower' | 'at'>): boolean {
  for (let step = -1; step >= -listed && at(step); step--) {
    if (/^(?:like|including)$/.test(lower(step)))
      return several.test(lower(lower(step - 1) === ',' ? step - 2 : step - 1));
    if (lower(step) === 'as' && lower(step - 1) === 'such') return several.test(lower(step - 2));
    if (!at(step)!.isCapitalized && !/^(?:,|and|&|['’]s?)$/.test(lower(step))) return false;
  }
  return false;
}

function isUsedAsFirm(around: Around): boolean {
  const [before, next] = [around.lower(-1), around.lower(1)];
  if (usesByNext.get(next)?.some(({ holds }) => holds(around))) return true;
  if (isPossessiveEnding(next)) return false;
  return usesByBefore.get(before)?.some(({ holds }) => holds(around)) || isAmongSeveral(around);
}

/** Words of a list of names that are looked at. */
const listed = 16;

/**
 * The full names of an article that are companies' by how it uses them, though they look like people's: `Hugo Boss
 * raised its forecast`, `stores such as Laura Ashley`; and those listed right next to one, if nothing shows a person.
 * @param named names in full that people may bear
 * @param alone surnames alone: who is called by one is a person
 * @returns the names' words with single spaces
 */
export function firmsByUse(named: Mention[], alone: Mention[], words: Word[], index: NameIndex): Set<string> {
  const groups = usesByName(named, words, index);
  const firms = new Set(
    [...groups].filter(([, group]) => group.some(({ isFirm }) => isFirm)).map(([text]) => text),
  );
  if (firms.size === 0) return firms;
  const isPerson = ({ titled, hasContext, end }: Mention) =>
    titled || (hasContext() && !isSaidOfCompany(words, wordIndexAt(words, end)));
  const called = new Set(alone.filter(isPerson).map(({ texts }) => foldName(texts.at(-1)!)));
  const isOpen = (text: string) =>
    !called.has(foldName(text.split(' ').at(-1)!)) &&
    groups
      .get(text)!
      .every(
        ({ mention, from, to, isFirm }) =>
          isFirm || !(mention.titled || (mention.hasContext() && !isSaidToDo(words, from, to))),
      );
  const timesAlone = (text: string) => {
    const last = text.split(' ').at(-1)!;
    return alone.reduce((count, { texts }) => count + (texts.length === 1 && texts[0] === last ? 1 : 0), 0);
  };
  for (const text of firms) {
    const group = groups.get(text)!;
    const asFirm = group.filter(({ isFirm }) => isFirm).length;
    if (group.length + timesAlone(text) > asFirm * mostOtherwise || !isOpen(text)) firms.delete(text);
  }
  if (firms.size === 0) return firms;
  const byStart = new Map<number, string>();
  const byEnd = new Map<number, string>();
  for (const [text, uses] of groups)
    for (const { from, to } of uses) {
      byStart.set(from, text);
      byEnd.set(to, text);
    }
  for (const text of firms)
    for (const { from, to } of groups.get(text)!)
      for (const near of [byEnd.get(listedBefore(words, from)), byStart.get(listedBehind(words, to))])
        if (near !== undefined && isOpen(near)) firms.add(near);
  return firms;
}

function usesByName(named: Mention[], words: Word[], index: NameIndex): Map<string, Use[]> {
  const groups = new Map<string, Use[]>();
  for (const mention of named) {
    const text = mention.texts.join(' ');
    const [from, to] = [wordIndexAt(words, mention.start), wordIndexAt(words, mention.end)];
    const use = { mention, from, to, isFirm: isUsedAsFirm(aroundOf(words, from, to, index)) };
    const group = groups.get(text);
    if (group) group.push(use);
    else groups.set(text, [use]);
  }
  return groups;
}

/**
 * Which of the names are these companies', a last word alone included: `Eli Lilly … Lilly`.
 * @param isShort whether a word that no title precedes is the short form of another company's name
 */
export function isOfFirms(
  firms: ReadonlySet<string>,
  isShort: (name: string) => boolean,
): (mention: Mention) => boolean {
  const last = new Set([...firms].map(firm => firm.split(' ').at(-1)!));
  return ({ texts, titled }) =>
    firms.has(texts.join(' ')) ||
    (texts.length === 1 && (last.has(texts[0]!) || (!titled && isShort(texts[0]!))));
}

/**
 * The words that stand for companies of several words which an article names: `Kaspersky` for `Kaspersky Lab`; not where
 * `he` or `who` shows that someone of that name is meant.
 */
export function shortFirms(
  entities: readonly EntityMention[],
  alone: readonly Mention[],
  words: Word[],
): Set<string> {
  const short = new Set<string>();
  for (const { type, kind, from, to } of entities)
    if (type === 'organization' && kind === 'company' && to - from > 1 && words[from + 1]!.text !== '&')
      short.add(words[from]!.text);
  if (short.size > 0)
    for (const { start, texts, titled } of alone)
      if (
        texts.length === 1 &&
        short.has(texts[0]!) &&
        (titled || isSomeone(words, wordIndexAt(words, start)))
      )
        short.delete(texts[0]!);
  return short;
}

/** Whether a personal pronoun follows in the sentence. */
function isSomeone(words: Word[], at: number): boolean {
  const behind = words.slice(at + 1, at + pronounReach);
  return behind.some(
    ({ lower, sentence }) => sentence === words[at]!.sentence && /^(?:he|she|who|his|her|him)$/.test(lower),
  );
}

const pronounReach = 14;

/** What the words of a company's mention stand for. */
export function firmMention({ start, end }: Mention, words: Word[]): EntityMention {
  return organization(wordIndexAt(words, start), wordIndexAt(words, end), 'company', 'described');
}

/** `said X would expand`: the verb of speech is not of the name. */
function isSaidToDo(words: Word[], from: number, to: number): boolean {
  return (
    /^(?:said|says|added)$/.test(words[from - 1]?.lower ?? '') &&
    /^(?:would|will|had|has|was|is|could|may|might)$/.test(words[to]?.lower ?? '')
  );
}

function aroundOf(words: Word[], from: number, to: number, index: NameIndex): Around {
  const { sentence } = words[from]!;
  const at = (steps: number) => inSentence(words, steps < 0 ? from + steps : to + steps - 1, sentence);
  return {
    at,
    lower: steps => at(steps)?.lower ?? '',
    isGiven: steps => at(steps)?.isCapitalized === true && isGivenName(at(steps)!.text, index),
  };
}

/** Where a name ends that is listed right before the one at `from`: `X and Y`, `X, Y`. */
function listedBefore(words: Word[], from: number): number {
  return isLink(words[from - 1]) ? from - 1 : -1;
}

function listedBehind(words: Word[], to: number): number {
  return isLink(words[to]) ? to + 1 : -1;
}

const isLink = (word: Word | undefined) => word !== undefined && /^(?:,|and|&|or)$/.test(word.lower);
