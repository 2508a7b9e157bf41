import { isGivenName } from '../../names/gender.ts';
import type { NameIndex } from '../knowledge/name-index.ts';
import { isPossessiveEnding, type Word } from '../tokens/words.ts';
import type { NameParts } from './names-parts.ts';

/** A name and the words around it. */
type Named = {
  parts: NameParts;
  words: Word[];
  index: NameIndex;
  first: Word;
  last: Word;
  /** The word behind it, and the one behind that if it has a capital, in lower case. */
  next: string;
  isSmall: boolean;
  behind: string;
};

type Namesake = { name: string; holds: (named: Named) => boolean };

/** Before a name: vessels, horses, and what one does with them. */
const vessels: ReadonlySet<string> = new Set(
  (
    'yacht tanker ferry trawler frigate destroyer submarine schooner steamer warship cruiser corvette vessel ship boat ' +
    'tug tugboat barge liner lifeboat spacecraft drillship freighter catamaran dhow icebreaker trimaran gunboat ' +
    'minesweeper minehunter hovercraft cutter dredger ketch sloop clipper racehorse horse mare stallion colt filly gelding ' +
    'rode riding saddled aboard'
  ).split(' '),
);
/** What begins the names of the ships of a navy or a line. */
const shipPrefix =
  /^(?:H[MJ]?S|HMCS|HMAS|HMNZS|HDMS|HNLMS|RV|RRS|FV|USNS|USS|USCGC|INS|RMS|BRP|RFA|PNS|KRI|ARA|ROKS|SS|MV|MT)$/;

const animals: ReadonlySet<string> = new Set(
  'thoroughbred racehorse greyhound labrador terrier spaniel collie poodle dog puppy cat kitten parrot bull cow pony donkey'.split(
    ' ',
  ),
);

const substances = /^(?:agents?|poisons?|drugs?|toxins?)$/;
const dangerous = /^(?:nerve|chemical|toxic|warfare|biological|deadly|banned|cleaning|bonding)$/;

/** What is behind a name that a place has from someone. */
const sites =
  /^(?:airport|hospital|stadium|station|bridge|university|cemetery|boulevard|barracks|municipality|telescope|observatory)$/;
/** The same where a determiner shows that no person is meant. */
const works =
  /^(?:satellite|spacecraft|probe|rover|rocket|missile|comet|asteroid|crater|virus|vaccine|engine|statue|monument|school|column|front|bloc|brigade|battalion|lecture|chair|trophy|shield|scholarship|fellowship|professorship)s?$/;
/** What ends the name of a site, and no one’s. */
const siteHead =
  /^(?:hospital|airport|boulevard|avenue|street|road|highway|stadium|university|college|school|barracks|municipality|square)$/;
/** The same where any title precedes, and where a ruler’s does behind a determiner: these are surnames too. */
const building =
  /^(?:mosque|cemetery|barracks|conservatory|mausoleum|basilica|cathedral|monastery|seminary|orphanage|museum|airport|boulevard|avenue|highway|stadium|university|municipality|madras[as]ah?)$/;
const buildingOrName =
  /^(?:church|chapel|temple|hall|park|gardens?|tower|bridge|palace|house|academy|institute|library|cent(?:re|er))$/;

const determiner = /^(?:the|a|an|this|that|its|their|our|his|her)$/;
/** Forms of address without a surname behind them. */
const ruler =
  /^(?:king|queen|prince|princess|emperor|empress|sultan|sheikh|pope|saint|mother|marshal|lady|lord)$/;
const ofRealm = /^(?:municipality|district|county|ward|mayor|hospital|barracks)$/;

const southernSaints = /^(?:san|santa|santo|são)$/;
const saints = /^(?:san|santa|santo|são|saint|sainte|st\.?)$/;
const shrines =
  /^(?:church|chapel|cathedral|basilica|convent|monastery|shrine|parish|abbey|feast|procession)$/;
const seats = /^(?:mp|mla|mpp|mna|mha|mhk|msp|td|member|candidate)$/;

/** How a name is seen to be that of something called after a person. */
const namesakes: Namesake[] = [
  { name: 'the yacht X, rode X', holds: ({ parts, words }) => isVessel(parts, words) },
  {
    name: 'X, a six-year-old gelding',
    holds: ({ next, parts, words }) => next === ',' && isApposedVessel(parts.to + 1, words),
  },
  {
    name: 'X, ridden by',
    holds: ({ next, parts, words }) =>
      /^(?:,|was|is)$/.test(next) &&
      /^(?:ridden|sired|saddled)$/.test(words[parts.to + 1]?.lower ?? '') &&
      words[parts.to + 2]?.lower === 'by',
  },
  {
    name: 'reached the X at noon',
    holds: ({ first, last, next, parts, words, index }) =>
      words[parts.name - 1]?.lower === 'the' &&
      parts.to - parts.name === 2 &&
      !parts.titled &&
      isGivenName(first.text, index) &&
      !index.common.has(first.lower) &&
      !index.common.has(last.lower) &&
      (/^(?:at|on|in|off|from|to|near|sank|sailed|had|has|left|lay|ran|docked|arrived|carried|collided|struck|[.,]|['’]s)$/.test(
        next,
      ) ||
        next === ''),
  },
  {
    name: 'the nerve agent X',
    holds: ({ parts, words }) =>
      substances.test(words[parts.name - 1]?.lower ?? '') &&
      dangerous.test(words[parts.name - 2]?.lower ?? ''),
  },
  {
    name: 'X airport',
    holds: ({ next, isSmall }) => isSmall && sites.test(next),
  },
  {
    name: 'the X statue',
    holds: ({ next, parts, words }) => works.test(next) && isBehindDeterminer(parts, words),
  },
  {
    name: 'the X Chair',
    holds: ({ last, parts, words }) =>
      parts.to - parts.name > 1 && works.test(last.lower) && isBehindDeterminer(parts, words),
  },
  {
    name: 'received the X',
    holds: ({ parts, words }) =>
      parts.to - parts.name > 1 &&
      words[parts.name - 1]?.lower === 'the' &&
      /^(?:received|receives|awarded|conferred|won)$/.test(words[parts.name - 2]?.lower ?? ''),
  },
  {
    name: 'Queen X Hospital, Mother X Street',
    holds: ({ last, parts, words }) =>
      parts.to - parts.name > 1 &&
      siteHead.test(last.lower) &&
      ruler.test(words[parts.name - 1]?.lower ?? ''),
  },
  {
    name: 'Imam X Mosque, the King X Baptist Church',
    holds: ({ last, parts, words }) =>
      parts.titled &&
      parts.to - parts.name > 1 &&
      (building.test(last.lower) ||
        (buildingOrName.test(last.lower) &&
          ruler.test(words[parts.name - 1]?.lower ?? '') &&
          isBehindDeterminer(parts, words))),
  },
  {
    name: 'King X municipality',
    holds: ({ next, parts, words }) => ofRealm.test(next) && ruler.test(words[parts.name - 1]?.lower ?? ''),
  },
  {
    name: 'San X del Y',
    holds: ({ first, parts, words, index }) =>
      southernSaints.test(first.lower) &&
      words.slice(parts.name + 2, parts.to - 1).some(({ lower }) => /^(?:del?|las?|los)$/.test(lower)) &&
      isGivenName(words[parts.name + 1]!.text, index),
  },
  {
    name: "`Marist St Joseph's`",
    holds: ({ parts, words }) =>
      parts.to - parts.name > 1 &&
      /^st\.?$/.test(words[parts.to - 2]!.lower) &&
      isPossessiveEnding(words[parts.to]?.text),
  },
  {
    name: 'the church of Santa X',
    holds: ({ first, parts, words }) => {
      const at = saints.test(first.lower) ? parts.name : parts.name - 1;
      const [of, shrine] = [words[at - 1]?.lower ?? '', words[at - 2]?.lower ?? ''];
      return saints.test(words[at]?.lower ?? '') && of === 'of' && shrines.test(shrine);
    },
  },
  {
    name: 'along the River X',
    holds: ({ first, parts, words }) => first.lower === 'river' && words[parts.name - 1]?.lower === 'the',
  },
  {
    name: 'to 235 X, at 41 X Y and',
    holds: ({ parts, words, next }) => {
      const [link, number] = [words[parts.name - 2], words[parts.name - 1]];
      const isNumber = number !== undefined && /^\d{2,5}$/.test(number.text) && !parts.titled;
      // `At 77 X still swims`
      return (
        isNumber &&
        link?.sentence === number.sentence &&
        /^(?:at|to|near|outside|from)$/.test(link.text) &&
        /^(?:[,.;]|and|to|at|on|in|for|by|after|before|)$/.test(next)
      );
    },
  },
  {
    name: 'the member for Torva Valley',
    holds: ({ parts, words }) =>
      parts.to - parts.name > 1 &&
      words[parts.name - 1]?.lower === 'for' &&
      seats.test(words[parts.name - 2]?.lower ?? ''),
  },
  {
    name: 'Messrs X & Sons',
    holds: ({ next, behind }) =>
      /^(?:&|and)$/.test(next) &&
      /^(?:sons|daughters|bros\.?|brothers|co\.?|company|partners|associates)$/.test(behind),
  },
];

/** Whether a name is that of a place, a ship, a prize and the like, which has it from someone. */
export function isNamedAfter(parts: NameParts, words: Word[], index: NameIndex): boolean {
  const [first, last] = [words[parts.name]!, words[parts.to - 1]!];
  // `the "Emil Stan" barracks`
  const to = /^["”’]$/.test(words[parts.to]?.text ?? '') ? parts.to + 1 : parts.to;
  const [next, behind] = [words[to], words[to + 1]].map(word =>
    word?.sentence === first.sentence ? word : undefined,
  );
  const named: Named = {
    parts,
    words,
    index,
    first,
    last,
    next: next?.lower ?? '',
    isSmall: next?.isCapitalized === false,
    behind: behind?.isCapitalized ? behind.lower : '',
  };
  return namesakes.some(({ holds }) => holds(named));
}

/** Whether a determiner is before a name and the capitalized words in front of it. */
function isBehindDeterminer({ name }: NameParts, words: Word[]): boolean {
  return determiner.test(words[beforeCapitals(name, words)]?.lower ?? '');
}

/** The index of the word before a name and the capitalized words in front of it. */
function beforeCapitals(name: number, words: Word[]): number {
  const { sentence } = words[name]!;
  let at = name - 1;
  while (words[at]?.sentence === sentence && words[at]!.isCapitalized && !determiner.test(words[at]!.lower))
    at--;
  return words[at]?.sentence === sentence ? at : -1;
}

/** `the yacht Lady X`, `HMS Sir X`: the name of a vessel, with what in it looks like a title. */
function isVessel({ name }: NameParts, words: Word[]): boolean {
  const before = beforeCapitals(name, words);
  if (vessels.has(words[before]?.lower ?? '') || shipPrefix.test(words[name]!.text)) return true;
  return words
    .slice(Math.max(before + 1, name - longestTitle), name)
    .some(({ text, sentence }) => sentence === words[name]!.sentence && shipPrefix.test(text));
}

const longestTitle = 4;

/** `a six-year-old gelding`, `the coaster that sank`: a vessel or an animal, in an apposition that begins at a word. */
function isApposedVessel(from: number, words: Word[]): boolean {
  if (!/^(?:an?|the)$/.test(words[from]?.lower ?? '')) return false;
  for (let at = from + 1; at < from + longestApposition; at++) {
    const word = words[at];
    if (word?.sentence !== words[from]!.sentence || !/^(?:ADJ|NOUN|NUM)$/.test(word.pos)) return false;
    // `a boat builder`
    if (vessels.has(word.lower) || animals.has(word.lower)) return words[at + 1]?.pos !== 'NOUN';
  }
  return false;
}

const longestApposition = 5;
