import { isGivenName } from '../../../names/gender.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { inSentence } from '../mentions/entity.ts';

/** The words around one use of a name: `at(1)` is the first behind it, `at(-1)` the one before. */
type Around = {
  at: (steps: number) => Word | undefined;
  lower: (steps: number) => string;
  isGiven: (steps: number) => boolean;
};

/** `isBefore`: what precedes the name decides, so that it must not be someone's who has what follows. */
type FirmUse = { name: string; holds: (around: Around) => boolean; isBefore?: true };

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
  {
    name: 'X fell 4 percent in London trading',
    holds: ({ lower }) =>
      /^(?:rose|fell|jumped|slid|gained|dropped|lost|tumbled|surged|climbed|slumped|added)$/.test(lower(1)) &&
      /^\d/.test(lower(2)) &&
      /^(?:percent|per|%)$/.test(lower(3)) &&
      [4, 5, 6, 7].some(step => /^(?:trading|trade|shares|close)$/.test(lower(step))),
  },
  { name: "X's subsidiary", holds: ({ lower }) => /^['’]s$/.test(lower(1)) && traded.test(lower(2)) },
  {
    name: "X's chief executive",
    holds: ({ lower }) =>
      /^['’]s$/.test(lower(1)) &&
      lower(2) === 'chief' &&
      /^(?:executive|financial|operating)$/.test(lower(3)),
  },
  {
    name: 'X, which makes',
    holds: ({ lower }) =>
      lower(1) === ',' &&
      lower(2) === 'which' &&
      /^(?:makes|sells|produces|builds|operates|owns|employs|supplies)$/.test(lower(3)),
  },
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
      for (let step = 3; step <= 7; step++) {
        // `a small, busy firm`
        if (lower(step) === ',' && at(step - 1)!.pos === 'ADJ') continue;
        if (/^(?:[,.;:]|who|of|for|by|and|with|at|from|in|to|on)$/.test(lower(step))) return false;
        const isEnd =
          /^(?:[,.;]|which|that|based|owned|whose|behind)?$/.test(lower(step + 1)) ||
          (/^(?:chain|firm)$/.test(lower(step)) && lower(step + 1) === 'of');
        if (firmNoun.test(lower(step)) && !at(step)!.isCapitalized && isEnd) return true;
      }
      return false;
    },
  },
  {
    name: 'shares in X',
    isBefore: true,
    holds: ({ lower }) =>
      /^(?:in|of)$/.test(lower(-1)) && /^(?:shares|stock|stake|shareholders)$/.test(lower(-2)),
  },
  {
    name: 'the chief executive of X',
    isBefore: true,
    holds: ({ lower }) =>
      lower(-1) === 'of' &&
      (/^(?:ceo|cfo|shareholders|subsidiary)$/.test(lower(-2)) ||
        (lower(-2) === 'executive' && lower(-3) === 'chief')),
  },
  {
    name: 'X chief executive Anna Miller',
    holds: ({ lower, at }) =>
      // `The board has named Anna Miller chief executive`
      !/^(?:named|appointed|elected|made|names|appoints|hired)$/.test(lower(-1)) &&
      ((/^(?:ceo|cfo|analyst)$/.test(lower(1)) && at(2)?.isCapitalized === true) ||
        (lower(1) === 'chief' && /^(?:executive|financial)$/.test(lower(2)))),
  },
  {
    name: "X's Anna Miller",
    holds: ({ lower, at, isGiven }) =>
      /^['’]s$/.test(lower(1)) && isGiven(2) && at(3)?.isCapitalized === true && at(3)!.spacedBefore,
  },
  { name: 'rates X a buy', holds: ({ lower }) => /^rate[sd]?$/.test(lower(-1)) && lower(1) === 'a' },
  {
    name: 'the brand X',
    isBefore: true,
    holds: ({ lower, at }) => firmNoun.test(lower(-1)) && !at(-1)!.isCapitalized,
  },
  { name: 'brands such as X', isBefore: true, holds: ({ lower, at }) => isAmongSeveral({ lower, at }) },
];

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
  return uses.some(({ holds, isBefore }) => holds(around) && !(isBefore && /^['’]s?$/.test(around.lower(1))));
}

/** Whether the words around one use of a name show that it is a company’s. */
export function isFirmHere(words: Word[], from: number, to: number, index: NameIndex): boolean {
  return isUsedAsFirm(aroundOf(words, from, to, index));
}

/** Words of a list of names that are looked at. */
const listed = 16;

function aroundOf(words: Word[], from: number, to: number, index: NameIndex): Around {
  const { sentence } = words[from]!;
  const at = (steps: number) => inSentence(words, steps < 0 ? from + steps : to + steps - 1, sentence);
  return {
    at,
    lower: steps => at(steps)?.lower ?? '',
    isGiven: steps => at(steps)?.isCapitalized === true && isGivenName(at(steps)!.text, index),
  };
}

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
export function isSaidOfCompany(words: Word[], at: number): boolean {
  const verb = words[at]?.lower;
  return (verb === 'said' || verb === 'says') && words[at + 1] !== undefined && isOfCompany(words, at + 1);
}
