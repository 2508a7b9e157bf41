import { foldName } from '../../names/fold.ts';
import { isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { type Word, wordIndexAt } from '../tokens/words.ts';
import { type EntityMention, inSentence, organization } from './entity.ts';

/** Where a name is that may be a person's: whether a title precedes it, and whether the words around show a person. */
type Mention = { start: number; end: number; texts: string[]; titled: boolean; hasContext: () => boolean };

/** One use of a name, by the indexes of its words, `to` exclusive. */
type Use = { mention: Mention; from: number; to: number; isFirm: boolean };

/** The words around one use of a name: `at(1)` is the first behind it, `at(-1)` the one before. */
type Around = { at: (steps: number) => Word | undefined; lower: (steps: number) => string };

type FirmUse = { name: string; holds: (around: Around) => boolean };

const outlets =
  /^(?:stores?|shops?|outlets|branch|branches|dealerships?|showrooms?|employees|franchises?|supermarkets?|factory|factories|plants?|shareholders|stock)$/;
const forecast =
  /^(?:forecasts?|guidance|outlook|dividends?|stake|stores?|shops?|headquarters|profits?|sales|workforce|prices?|range|shares|branches|factory|factories|plants?|flagship|subsidiary|unit)$/;
const traded =
  /^(?:revenues?|shareholders|subsidiary|subsidiaries|quarterly|full-year|board|headquarters|flagship)$/;
const firmNoun =
  /^(?:company|firm|brand|label|retailer|carmaker|automaker|drugmaker|chipmaker|planemaker|toymaker|steelmaker|chain|store|bank|lender|insurer|brokerage|manufacturer|group|agency|conglomerate|startup|airline)$/;
const several =
  /^(?:brands|labels|retailers|stores|shops|banks|companies|firms|chains|carmakers|automakers|brewers|insurers|lenders|brokerages|publishers|manufacturers|makers|giants|groups)$/;
const moved =
  /^(?:raised|cut|lifted|lowered|trimmed|slashed|reported|posted|opened|closed|shut|sold|launched|expanded|doubled|halved|suspended|increased|scrapped|issued|reiterated)$/;

/** How only a company is used; one such use of a name is enough if no other shows a person. */
const uses: FirmUse[] = [
  {
    name: 'X stores',
    holds: ({ lower, at }) => outlets.test(lower(1)) && at(1)!.pos === 'NOUN' && !/^['’]s?$/.test(lower(2)),
  },
  {
    name: 'X shares rose',
    holds: ({ lower }) =>
      lower(1) === 'shares' &&
      /^(?:rose|fell|were|closed|jumped|slid|gained|dropped|lost|tumbled|surged|climbed|slumped|have|had)$/.test(
        lower(2),
      ),
  },
  { name: "X's subsidiary", holds: ({ lower }) => /^['’]s$/.test(lower(1)) && traded.test(lower(2)) },
  {
    name: 'X raised its full-year sales forecast',
    holds: ({ lower }) =>
      moved.test(lower(1)) && lower(2) === 'its' && [3, 4, 5].some(step => forecast.test(lower(step))),
  },
  {
    name: 'X opened 14 stores, X posted a profit',
    holds: ({ lower }) =>
      moved.test(lower(1)) &&
      ([3, 4].some(step => /^(?:stores|shops|outlets|branches|factories|plants)$/.test(lower(step))) ||
        (/^an?$/.test(lower(2)) && [3, 4, 5].some(step => /^(?:profit|loss|dividend)$/.test(lower(step))))),
  },
  {
    name: 'X, which closed',
    holds: ({ lower }) =>
      lower(1) === ',' &&
      lower(2) === 'which' &&
      /^(?:has|had|owns?|owned|makes?|made|sells?|sold|employs|employed|closed|operates?|operated|runs?|said|says|announced|collapsed|trades|traded|reported|posted|makes)$/.test(
        lower(3),
      ),
  },
  {
    name: 'X, owned by Y',
    holds: ({ lower }) =>
      lower(1) === ',' &&
      ((lower(2) === 'owned' && lower(3) === 'by') ||
        (/^(?:a|the)$/.test(lower(2)) &&
          /^(?:unit|subsidiary|division)$/.test(lower(3)) &&
          lower(4) === 'of')),
  },
  {
    name: 'X, the fashion retailer',
    holds: ({ lower, at }) => {
      if (lower(1) !== ',' || !/^(?:an?|the)$/.test(lower(2))) return false;
      for (let step = 3; step <= 6; step++) {
        if (/^(?:[,.;:]|who|of|for|by|and)$/.test(lower(step))) return false;
        const isEnd =
          /^(?:[,.;]|which|that|based|owned|whose|behind)?$/.test(lower(step + 1)) ||
          (lower(step) === 'chain' && lower(step + 1) === 'of');
        if (firmNoun.test(lower(step)) && !at(step)!.isCapitalized && isEnd) return true;
      }
      return false;
    },
  },
  {
    name: 'shares in X',
    holds: ({ lower }) =>
      /^(?:in|of)$/.test(lower(-1)) && /^(?:shares|stock|stake|shareholders)$/.test(lower(-2)),
  },
  {
    name: 'the chief executive of X',
    holds: ({ lower }) =>
      lower(-1) === 'of' &&
      (/^(?:ceo|cfo|shareholders|subsidiary)$/.test(lower(-2)) ||
        (lower(-2) === 'executive' && lower(-3) === 'chief')),
  },
  {
    name: 'X chief executive Anna Miller',
    holds: ({ lower, at }) =>
      (/^(?:ceo|cfo|analyst)$/.test(lower(1)) && at(2)?.isCapitalized === true) ||
      (lower(1) === 'chief' && /^(?:executive|financial)$/.test(lower(2))),
  },
  { name: 'rates X a buy', holds: ({ lower }) => /^rate[sd]?$/.test(lower(-1)) && lower(1) === 'a' },
  { name: 'the brand X', holds: ({ lower, at }) => firmNoun.test(lower(-1)) && !at(-1)!.isCapitalized },
  { name: 'brands such as X', holds: ({ lower, at }) => isAmongSeveral({ lower, at }) },
];

/** `brands such as X, Y and Z`, `retailers like X` */
function isAmongSeveral({ lower, at }: Around): boolean {
  for (let step = -1; step >= -listed && at(step); step--) {
    if (/^(?:like|including)$/.test(lower(step)))
      return several.test(lower(lower(step - 1) === ',' ? step - 2 : step - 1));
    if (lower(step) === 'as' && lower(step - 1) === 'such') return several.test(lower(step - 2));
    if (!at(step)!.isCapitalized && !/^(?:,|and|&|['’]s?)$/.test(lower(step))) return false;
  }
  return false;
}

function isUsedAsFirm(around: Around): boolean {
  return uses.some(({ holds }) => holds(around));
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
export function firmsByUse(named: Mention[], alone: Mention[], words: Word[]): Set<string> {
  const groups = new Map<string, Use[]>();
  const firms = new Set<string>();
  for (const mention of named) {
    const text = mention.texts.join(' ');
    const [from, to] = [wordIndexAt(words, mention.start), wordIndexAt(words, mention.end)];
    const isFirm = isUsedAsFirm(aroundOf(words, from, to));
    if (isFirm) firms.add(text);
    const group = groups.get(text);
    if (group) group.push({ mention, from, to, isFirm });
    else groups.set(text, [{ mention, from, to, isFirm }]);
  }
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
  for (const text of firms) if (!isOpen(text)) firms.delete(text);
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

/** Which of the names are these companies', a last word alone included: `Eli Lilly … Lilly`. */
export function isOfFirms(firms: ReadonlySet<string>): (mention: Mention) => boolean {
  const last = new Set([...firms].map(firm => firm.split(' ').at(-1)!));
  return ({ texts }) => firms.has(texts.join(' ')) || (texts.length === 1 && last.has(texts[0]!));
}

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

function aroundOf(words: Word[], from: number, to: number): Around {
  const { sentence } = words[from]!;
  const at = (steps: number) => inSentence(words, steps < 0 ? from + steps : to + steps - 1, sentence);
  return { at, lower: steps => at(steps)?.lower ?? '' };
}

/** Where a name ends that is listed right before the one at `from`: `X and Y`, `X, Y`. */
function listedBefore(words: Word[], from: number): number {
  return isLink(words[from - 1]) ? from - 1 : -1;
}

function listedBehind(words: Word[], to: number): number {
  return isLink(words[to]) ? to + 1 : -1;
}

const isLink = (word: Word | undefined) => word !== undefined && /^(?:,|and|&|or)$/.test(word.lower);

/**
 * Single words that an article uses as the names of bodies: short forms that it gives in brackets, as in `the agency
 * (CHADNADO)`, and words of no list with what only companies have, as in `Lumetra’s shares`, `Lumetra said it would cut …`,
 * and storms.
 */
export function bodiesByUse(words: Word[], capitals: number[], index: NameIndex): Set<string> {
  const bodies = new Set<string>();
  for (const at of capitals) {
    const { text, sentence } = words[at]!;
    const next = words[at + 1];
    const third = words[at + 2];
    if (!next || !third) break;
    const isShort = next.text === ')' && words[at - 1]?.text === '(' && /^\p{Lu}{4,12}$/u.test(text);
    const isCompany =
      third.sentence === sentence &&
      ((next.lower === "'s" && companyNoun.test(third.lower)) || isSaidOfCompany(words, at + 1)) &&
      !words[at - 1]?.isCapitalized &&
      !index.surnames.has(foldName(text)) &&
      !isGivenName(text, index);
    const isStorm = storms.has(words[at - 1]?.lower ?? '');
    if (isShort || isCompany || isStorm) bodies.add(text);
  }
  return bodies;
}

const storms: ReadonlySet<string> = new Set(['cyclone', 'hurricane', 'typhoon', 'storm']);
const companyNoun =
  /^(?:shares?|stock|shareholders|profits?|revenues?|sales|earnings|turnover|factory|factories|plants?|subsidiary|subsidiaries|customers|users|products?|headquarters|share)$/;
const companySubject = /^(?:its|profits?|revenues?|sales|earnings|turnover|net|quarterly|shares)$/;
const companyVerb =
  /^(?:cut|hire|lay|build|open|close|shut|sell|buy|acquire|launch|recall|invest|employs?|expects?|expand|halt|suspend|list|merge|operates?|raise|produce|ship|supply)$/;

/** Whether what someone says from a word on is what only companies say of themselves: `its sales`, `it would cut jobs`. */
function isOfCompany(words: Word[], at: number): boolean {
  const { lower, sentence } = words[at]!;
  if (lower !== 'it') return companySubject.test(lower);
  return [words[at + 1], words[at + 2], words[at + 3]].some(
    word => word?.sentence === sentence && companyVerb.test(word.lower),
  );
}

/** `said its sales` */
function isSaidOfCompany(words: Word[], at: number): boolean {
  const verb = words[at]?.lower;
  return (verb === 'said' || verb === 'says') && words[at + 1] !== undefined && isOfCompany(words, at + 1);
}
