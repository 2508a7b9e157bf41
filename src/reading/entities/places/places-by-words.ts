import { isGivenName } from '../../../names/gender.ts';
import { isListedSurname } from '../../../names/surname.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { type EntityContext, type EntityMention, inSentence, isTaken, openRuns } from '../mentions/entity.ts';

const directions =
  /^(?:north|south|east|west|north-?(?:east|west)|south-?(?:east|west)|(?:north|south|east|west)(?:ern)?|upstream|downstream|inland|offshore|outside)$/;
const units = /^(?:km|kms|kilomet(?:er|re)s?|miles?|metres?|meters?|yards|leagues|minutes|hours)$/;
const dwellers =
  /^(?:residents|inhabitants|outskirts|streets|suburbs|wards|villagers|townspeople|population|harbou?r|port|city|town|village|mayor|skies|coast|banks|battle|siege|bombardment|shelling|occupation|liberation|capture)$/;
const moved =
  /^(?:fled|flee|fleeing|flew|fly|flying|flown|travel(?:led|ed|ling|ing)?|drove|drive|driving|driven|marched|returned|returning|retreated|withdrew|withdrawn|moved|sailed|sailing|deported|evacuated|evacuating|arrived|heading|headed|trip|trips|journey|flight|flights|bus|train|trains|ferry|road|roads|highway|convoy|visit|visits|route)$/;
const ways =
  /^(?:road|railway|rail|line|highway|motorway|train|trains|flight|flights|ferry|border|front|distance|bridge|route|pipeline)$/;
/** First words of places in many languages. */
const firstWords =
  /^(?:san|santa|santo|são|sao|saint|st\.?|ste|sankt|bir|ain|oued|wadi|ouled|khirbet|beit|bayt|tel|tell|kfar|kafr|umm|oum|deir|nizhny|verkhne|novo|velika|veliki|mala|stara|stary|nova|nowy|nowa|bad|alto|upper|lower|great|little|ban|kampung|nuevo|nueva|puerto|ciudad|villa|monte|porto|playa|rio|río|cabo|isla|ile|île|loch|glen|cerro|sierra|volcán|volcan|laguna|lago|nevado|barrio|colonia|gunung|pulau|bukit|kota|tanjung|port|fort|mount|lake|cape|point|new)$/;

/** Last words of places that other names have too. */
const sites =
  /^(?:gate|falls|creek|point|head|cove|springs|ridge|pass|crossing|junction|cross|moor|marsh|heath|hollow|quay|dock|docks|wharf|ferry|landing|corner|green|common|end|hill|vale|wells|rock|rocks|sands|mouth|mills)$/;
const ruled =
  /^(?:ministry|government|army|parliament|king|queen|kingdom|republic|emir|sultan|island|province|region|district|state|governor|people)$/;

/** Who speaks for a constituency. */
const members =
  /^(?:mp|msp|mep|td|tds|mps|member|councillor|councilor|senator|representative|congressman|congresswoman)$/;
const areas =
  /^(?:communes|districts|subdistricts|sub-districts|provinces|villages|towns|townships|cities|counties|municipalities|regions|departments|parishes|islands|suburbs|neighbou?rhoods|settlements|boroughs|cantons|oblasts|governorates|prefectures|hamlets|valleys)$/;

/** What the words around a name say of it. */
type Around = { at: (steps: number) => string; words: Word[]; from: number; to: number };

/** `one`: a name of one word too; `sure`: one that looks like a person’s too. */
type PlaceUse = { name: string; one: boolean; sure?: true; holds: (around: Around) => boolean };

/** By which words a name of no list is seen to be a place. */
const uses: PlaceUse[] = [
  {
    name: 'X, twelve miles to the south',
    one: true,
    sure: true,
    holds: ({ at }) => at(1) === ',' && [3, 4, 5].some(step => units.test(at(step))) && isMeasured(at),
  },
  {
    name: 'X, south of',
    one: true,
    sure: true,
    holds: ({ at }) => at(1) === ',' && directions.test(at(2)) && at(3) === 'of',
  },
  {
    name: '30 km north of X',
    one: true,
    sure: true,
    holds: ({ at }) =>
      (/^(?:of)$/.test(at(-1)) && directions.test(at(-2))) ||
      (/^(?:from|of)$/.test(at(-1)) && units.test(at(-2))),
  },
  {
    name: 'the MP for X',
    one: true,
    sure: true,
    holds: ({ at }) => at(-1) === 'for' && members.test(at(-2)),
  },
  { name: 'the X and Y districts', one: true, sure: true, holds: around => isInAreas(around) },
  {
    name: 'in Hollin Gate',
    one: false,
    holds: ({ at, words, to }) =>
      /^(?:in|at|near|from|outside)$/.test(at(-1)) && sites.test(words[to - 1]!.lower),
  },
  { name: 'the government of X', one: true, holds: ({ at }) => at(-1) === 'of' && ruled.test(at(-2)) },
  { name: 'residents of X', one: true, holds: ({ at }) => at(-1) === 'of' && dwellers.test(at(-2)) },
  {
    name: 'fled to X, sailed from X',
    one: true,
    holds: ({ at }) => /^(?:to|from|into|towards?|for)$/.test(at(-1)) && moved.test(at(-2)),
  },
  {
    name: 'from X toward Y',
    one: true,
    holds: ({ at }) => at(-1) === 'toward' || at(-1) === 'towards',
  },
  { name: 'the road between X and Y', one: true, holds: around => isBetween(around) },
  {
    name: 'in San X',
    one: false,
    holds: ({ at, words, from }) =>
      /^(?:in|on|at|near|outside|inside|around)$/.test(at(-1)) && firstWords.test(words[from]!.lower),
  },
  {
    name: 'X’s mayor',
    one: true,
    sure: true,
    holds: ({ at }) => /^['’]s$/.test(at(1)) && ofTown.test(at(2)),
  },
  { name: 'missiles hit X', one: true, holds: ({ at }) => struck.test(at(-1)) && falling.test(at(-2)) },
  {
    name: 'airstrikes on X',
    one: true,
    sure: true,
    holds: ({ at }) => at(-1) === 'on' && raids.test(at(-2)),
  },
  {
    name: 'X and the village of Y',
    one: true,
    holds: ({ at }) =>
      at(1) === 'and' &&
      at(2) === 'the' &&
      /^(?:village|town|city|villages|towns|suburb|port)$/.test(at(3)) &&
      at(4) === 'of',
  },
];

/** What only a town has. */
const ofTown = /^(?:mayor|outskirts|suburbs|townspeople|inhabitants)$/;
const struck = /^(?:hit|hits|struck|strikes?|shelled|bombed|pounded|pummell?ed|battered|rocked)$/;
const falling =
  /^(?:missiles?|drones?|rockets?|artillery|warplanes?|(?:earth)?quakes?|tremors?|cyclones?|hurricanes?|typhoons?|storms?|tornado(?:es)?|floods?|landslides?)$/;
const raids = /^(?:airstrikes?|air-strikes?|bombardments?)$/;

/** A number, in letters or figures, and a measure behind a comma. */
function isMeasured(at: Around['at']): boolean {
  return /^(?:\d|some|about|around|a|an|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|several)/.test(
    at(2),
  );
}

/** `the X and Y districts`, where X or Y is looked at. */
function isInAreas({ at, words, from, to }: Around): boolean {
  if (areas.test(at(1))) return at(-1) === 'and' && words[from - 2]?.isCapitalized === true;
  if (at(1) !== 'and') return false;
  let next = to + 1;
  while (next < to + 4 && words[next]?.isCapitalized) next++;
  return next > to + 1 && areas.test(words[next]?.lower ?? '');
}

/** `the road between X and Y`, where X or Y is looked at. */
function isBetween({ at, words, from }: Around): boolean {
  if (at(-1) === 'between') return ways.test(at(-2));
  if (at(-1) !== 'and') return false;
  let before = from - 2;
  while (before > from - 6 && words[before]?.isCapitalized) before--;
  return words[before]?.lower === 'between' && ways.test(words[before - 1]?.lower ?? '');
}

/** Places of no list that the words around show: `from Carrow Sands, twelve miles to the south`, `residents of Bir Sultan`. */
export function placesByWords(context: EntityContext): EntityMention[] {
  const { words, index, taken } = context;
  const found: EntityMention[] = [];
  for (const { from, to } of openRuns(context)) {
    if (to - from > 3 || isTaken(taken, from, to)) continue;
    const { sentence } = words[from]!;
    const at = (steps: number) =>
      inSentence(words, steps < 0 ? from + steps : to + steps - 1, sentence)?.lower ?? '';
    if (/^['’]s?$/.test(at(1)) && !ofTown.test(at(2))) continue;
    const around = { at, words, from, to };
    const use = uses.find(({ one, holds }) => (one || to - from > 1) && holds(around));
    if (use && !isOther(words, from, to, use.sure === true, index))
      found.push({ type: 'place', from, to, kind: 'town', rule: 'shown', isStrong: use.sure === true });
  }
  return found;
}

function isOther(words: Word[], from: number, to: number, isSure: boolean, index: NameIndex): boolean {
  const [first, last] = [words[from]!, words[to - 1]!];
  const isOne = to - from === 1;
  if (/^\p{Lu}{2,}$/u.test(first.text) || first.text.length < 3) return true;
  const isOpening = firstWords.test(first.lower) && !isOne;
  if (index.demonyms.has(first.lower) || index.offices.has(first.lower) || index.honorifics.has(first.lower))
    return true;
  if (index.organizationWords.has(last.lower) || index.organizations.has(first.lower)) return true;
  if (isOpening) return false;
  if (index.offices.has(last.lower) || index.common.has(isOne ? first.lower : last.lower))
    return !isSure || isOne;
  const isPerson = isGivenName(first.text, index);
  return isOne
    ? (isPerson && !isSure) || first.known
    : isPerson && !isSure && isListedSurname(last.text, index);
}
