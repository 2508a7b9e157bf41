import { isGivenName } from '../../names/gender.ts';
import type { NameIndex, OrganizationKind } from '../knowledge/name-index.ts';
import { monthNumber } from '../text/calendar.ts';
import type { Word } from '../tokens/words.ts';
import { isBearer } from './bearers.ts';
import { isDescribedAsCompany } from './described.ts';
import {
  type EntityContext,
  type EntityMention,
  inSentence,
  isNamePart,
  isOffice,
  isOfPortfolio,
  isOpenName,
  isTaken,
  lowerText,
  organization,
  runEnd,
  runStart,
} from './entity.ts';
import { siteHeads } from './site-heads.ts';
import { senses } from './word-senses.ts';

const companySuffix =
  /^(?:inc|inc\.|ltd|ltd\.|llc|plc|corp|corp\.|co|co\.|corporation|company|gmbh|spa|s\.p\.a\.|ag|ab|nv|n\.v\.|oyj|kk|sa|s\.a\.|bhd|pty|llp|lp|&)$/;
/** Names of institutions that need no modifier. */
const aloneNames = /^(?:parliament|congress|senate|duma|knesset|bundestag|treasury|interpol)$/;
const maxWords = 9;

/** `… Ministry of Defence`, `… Stock Exchange`, `… Inc`: names by the word that heads them. */
export function headedNames(context: EntityContext): EntityMention[] {
  const { words, index, taken, capitals, sensesAt } = context;
  const found: EntityMention[] = [];
  let end = 0;
  for (const at of capitals) {
    if (!(sensesAt[at]! & senses.organizationHead) || at < end || !isOpenName(context, at)) continue;
    const word = words[at]!;
    const kind = headKind(words[at - 1], word, words[at + 1], index);
    if (kind === null) continue;
    const from = leftEnd(words, at, kind, context);
    const to = rightEnd(words, at, kind, context);
    const length = to - from;
    const isAlone = length === 1;
    if (isAlone && !(aloneNames.test(word.lower) && !(word.isSentenceStart && index.common.has(word.lower))))
      continue;
    if (length > maxWords || isTaken(taken, from, to) || index.places.has(lowerText(words, from, to)))
      continue;
    if (isEndOfOffice(words, from, index)) continue;
    // `Minister of Trade, Industry and Energy`
    if (isOfPortfolio(words, at, index)) continue;
    if (isBearer(words, from, to, index)) continue;
    // `the security company Tarn Lab`
    const isCompany = kind === 'body' && isDescribedAsCompany(words[from - 1], words[from]!);
    found.push(organization(from, to, isCompany ? 'company' : kind, 'headed'));
    end = to;
  }
  return found;
}

/** `heads of State and Government`, `Chief of Staff Anna Mills`: whether a name begins with the last word of an office. */
function isEndOfOffice(words: Word[], from: number, index: NameIndex): boolean {
  const [before, link, { lower }] = [words[from - 2]?.lower ?? '', words[from - 1]?.lower, words[from]!];
  return link === 'of' && index.offices.has(`${before.replace(/s$/, '')} of ${lower}`);
}

/** What makes a house a building. */
const houses =
  /^(?:government|state|opera|parliament|town|customs?|coach|guest|manor|lodge|farm|safe|beach|summer)$/;

function headKind(
  before: Word | undefined,
  word: Word,
  next: Word | undefined,
  index: NameIndex,
): OrganizationKind | null {
  if (word.lower === 'house' && houses.test(before?.lower ?? '')) return null;
  // `Norland’s Channel 12`
  if (word.lower === 'channel' && /^\d{1,2}$/.test(next?.text ?? '')) return null;
  // `Leibniz-Institute`
  const lower = word.lower.slice(word.lower.lastIndexOf('-') + 1);
  const kind = index.organizationWords.get(lower) ?? null;
  const last = kind ?? index.organizationHeads.get(lower) ?? null;
  const continues = next?.sentence === word.sentence && next.spacedBefore && isNamePart(next);
  if (last === null || !continues) return last;
  if (kind === null) return null;
  // `Times Square`, `Holm International Airport`: a place.
  if (siteHeads.has(next.lower) && !index.organizationWords.has(next.lower)) return null;
  // `Press Secretary`, `Party Chairman`: an office.
  if (index.offices.has(next.lower) || index.modifiers.has(next.lower)) return null;
  // The head is the last one of several: `Guard Corps Command`.
  if (index.organizationWords.get(next.lower) || index.organizationHeads.has(next.lower)) return null;
  return kind;
}

/** What may join the name that begins at `from`, headed by the word at `head`, to the words before it. */
type LeftLink = {
  name: string;
  /** How many words the name then begins earlier. */
  words: number;
  joins: (words: Word[], from: number, head: number, index: NameIndex) => boolean;
};

/** Whose a body is: `the People’s Army`, `the Dockers’ and Seamen’s Federation`. */
const members =
  /^(?:people|women|men|children|workers|farmers|peasants|citizens|teachers|students|doctors|nurses|employers|consumers|writers|journalists|lawyers|veterans|miners|dockers|seamen|sailors|fishermen|drivers|soldiers|officers|mothers|fathers|parents|tenants|traders|merchants|bankers|players|artists|actors|musicians|prisoners|refugees|pensioners|owners|growers|producers|manufacturers)$/;

/** By which words a name goes on to the left; the first link that joins counts, and the name ends where none does. */
const leftLinks: LeftLink[] = [
  {
    name: 'part of the name',
    words: 1,
    joins: (words, from, head, index) =>
      isNamePart(words[from - 1]) &&
      words[from]!.spacedBefore &&
      !(isOffice(words[from - 1]!, index) && from < head && !isOfName(words, from)),
  },
  {
    name: 'Port of Tarn',
    words: 2,
    joins: (words, from, _head, index) =>
      words[from - 1]!.lower === 'of' &&
      hasPartBeyond(words, from) &&
      isListedPlace(`${words[from - 2]!.lower} of ${words[from]!.lower}`, index),
  },
  {
    name: 'possessive',
    words: 2,
    joins: (words, from, head, index) =>
      /^['’]s?$/.test(words[from - 1]!.text) &&
      hasPartBeyond(words, from) &&
      isOwnPossessive(words, from, head, index),
  },
  {
    name: 'ad-Din al-Qassam',
    words: 1,
    joins: (words, from) => {
      const { text, lower } = words[from - 1]!;
      return text !== lower && /^(?:a[dlnrstz]|ash|el|ul)-\p{Lu}/u.test(text);
    },
  },
  {
    name: 'ordinal',
    words: 1,
    joins: (words, from) => {
      const { lower } = words[from - 1]!;
      return lower.charCodeAt(0) < 58 && /^\d{1,3}(?:st|nd|rd|th)$/.test(lower);
    },
  },
  {
    name: 'two possessives',
    words: 3,
    joins: (words, from) =>
      words[from - 1]!.lower === 'and' &&
      /^['’]s?$/.test(words[from - 2]?.text ?? '') &&
      members.test(words[from - 3]?.lower ?? '') &&
      words[from - 3]!.isCapitalized,
  },
  {
    name: 'ampersand',
    words: 2,
    joins: (words, from) => words[from - 1]!.text === '&' && hasPartBeyond(words, from),
  },
  {
    name: 'and',
    words: 2,
    joins: (words, from, _head, index) =>
      words[from - 1]!.lower === 'and' &&
      hasPartBeyond(words, from) &&
      isPlainWord(words[from - 2]!, index) &&
      // `Chief Executive Officer and Board director`
      !(index.offices.has(words[from - 2]!.lower) && !/s$/.test(words[from - 2]!.lower)) &&
      // `Harrow Capital and Sequel Ventures` are two.
      !(
        isNamePart(words[from - 3]) &&
        (index.organizationHeads.has(words[from - 2]!.lower) || !isPlainWord(words[from]!, index))
      ),
  },
  {
    name: 'Petrolera del Norte SA',
    words: 2,
    joins: (words, from, head) =>
      companySuffix.test(words[head]!.lower) &&
      /^(?:de|del|do|da|dos|di|du|des)$/.test(words[from - 1]!.lower) &&
      hasPartBeyond(words, from),
  },
  {
    name: 'of, before a company suffix',
    words: 2,
    joins: (words, from, head, index) =>
      companySuffix.test(words[head]!.lower) &&
      words[from - 1]!.lower === 'of' &&
      hasPartBeyond(words, from) &&
      // `Anna Holm of Torva & Co.`
      !isGivenName(words[runStart(words, from - 1)]!.text, index),
  },
];

function isListedPlace(name: string, { places, towns }: NameIndex): boolean {
  return places.has(name) || towns.has(name);
}

/** `Women Weavers’ Federation`, `the Private Sector Commission`: a word for an office is part of the name. */
function isOfName(words: Word[], from: number): boolean {
  const [further, office] = [words[from - 2], words[from - 1]!];
  const isAdjective = /^(?:general|private|principal|executive|major)$/.test(office.lower);
  // `Queen Anna Hospital`
  if (rulers.test(office.lower) && office.isCapitalized) return true;
  if (isAdjective && !(further?.isCapitalized && further.sentence === office.sentence)) return true;
  return /[^s]s$/.test(words[from]!.lower) && /^['’]$/.test(words[from + 1]?.text ?? '');
}

const rulers = /^(?:king|queen|prince|princess|lady|saint)$/;

/** Whether a part of a name precedes the link before `from`, in the same sentence. */
function hasPartBeyond(words: Word[], from: number): boolean {
  return isNamePart(inSentence(words, from - 2, words[from]!.sentence));
}

/** Where a name that is headed by the word at `head` begins. */
function leftEnd(
  words: Word[],
  head: number,
  kind: OrganizationKind,
  { index, taken }: EntityContext,
): number {
  const { sentence } = words[head]!;
  let from = head;
  while (from > 0 && !taken[from - 1] && inSentence(words, from - 1, sentence)) {
    const link = findLeftLink(words, from, head, index);
    if (!link) break;
    from -= link.words;
  }
  while (from < head && isNotName(words[from]!, words[from + 1]!, index)) from++;
  // `King's Service Medal`
  if (from < head && /^['’]s?$/.test(words[from]!.text)) from++;
  // `German Foreign Ministry`, but `U.S. Treasury Department`.
  const isDemonym = index.demonyms.has(words[from]!.lower) && !words[from]!.text.includes('.');
  if (kind === 'state' && head - from >= 2 && isDemonym) from++;
  return from;
}

function findLeftLink(words: Word[], from: number, head: number, index: NameIndex): LeftLink | undefined {
  for (const link of leftLinks) if (link.joins(words, from, head, index)) return link;
  return undefined;
}

/** `Boatmen's Bancshares`, `the Workers' Party`, but `Iraq's Foreign Ministry`. */
function isOwnPossessive(words: Word[], from: number, head: number, index: NameIndex): boolean {
  return (
    words[from - 1]!.text.length === 1 ||
    from === head ||
    members.test(words[from - 2]!.lower) ||
    index.organizationHeads.has(words[from]!.lower)
  );
}

/** The first word of a sentence is capitalized whether or not it is part of the name. */
function isNotName(word: Word, next: Word, index: NameIndex): boolean {
  if (!word.isSentenceStart || !index.common.has(word.lower)) return false;
  return !(word.pos === 'PROPN' && next.pos === 'PROPN');
}

function isPlainWord(word: Word, index: NameIndex): boolean {
  return index.common.has(word.lower) || word.known;
}

const goesOn = /^(?:of|for|on)$/;

/** Where a name that is headed by the word at `head` ends, with `of …` and company suffixes. */
export function rightEnd(
  words: Word[],
  head: number,
  kind: OrganizationKind,
  { index }: EntityContext,
): number {
  const { sentence } = words[head]!;
  const near = (at: number) => inSentence(words, at, sentence);
  const isSuffix = companySuffix.test(words[head]!.lower);
  let to = head + 1;
  while (!isSuffix || to > head + 1 || kind !== 'company') {
    const link = near(to);
    // `the Magistrates Court on March 14`
    const isDay = link?.lower !== 'of' && monthNumber(near(to + 1)?.lower ?? '') > 0;
    if (isDay || !goesOn.test(link?.lower ?? '')) break;
    const start = near(to + 1)?.lower === 'the' ? to + 2 : to + 1;
    if (!isNamePart(near(start)) || isOtherOffice(words, head, start, index)) break;
    to = behindMembers(words, beforeFullName(words, start, runEnd(words, start), index));
    if (kind === 'company') break;
    const more = near(to)?.lower === 'and' && isNamePart(near(to + 1)) && isPlainWord(near(to + 1)!, index);
    if (more) to = beforeFullName(words, to + 1, runEnd(words, to + 1), index);
    if (near(to)?.lower === 'in' && to - head > 3) to = behindLand(words, to, index);
  }
  to = behindCampus(words, head, to, index);
  while (
    near(to) &&
    companySuffix.test(near(to)!.lower) &&
    (isNamePart(near(to)) || (near(to)!.text === '&' && isNamePart(near(to + 1))))
  )
    to++;
  return to;
}

/** `the University of Norland at Tarn`: where a university of a land or a region ends that has several. */
export function behindCampus(words: Word[], head: number, to: number, index: NameIndex): number {
  const { sentence, lower } = words[head]!;
  const isOfLand = lower === 'university' && inSentence(words, head + 1, sentence)?.lower === 'of';
  const start = inSentence(words, to + 1, sentence);
  if (!isOfLand || inSentence(words, to, sentence)?.lower !== 'at' || !isNamePart(start)) return to;
  const end = Math.min(runEnd(words, to + 1), to + 4);
  return isListedPlace(lowerText(words, to + 1, end), index) ? end : to;
}

/** `Confederation of Workers' Unions`: where a name ends that goes on behind the possessive of those whom a body joins. */
function behindMembers(words: Word[], to: number): number {
  const { sentence, lower } = words[to - 1]!;
  const isOwner = members.test(lower) && /^['’]$/.test(inSentence(words, to, sentence)?.text ?? '');
  return isOwner && isNamePart(inSentence(words, to + 1, sentence)) ? runEnd(words, to + 1) : to;
}

/** `the Ministry of Defence`, but `the head of the Committee President Holm`: an office that is no part of the name. */
function isOtherOffice(words: Word[], head: number, at: number, index: NameIndex): boolean {
  const isOfHolder = words[at - 1]!.lower === 'the' && words[head]!.lower === 'office';
  return isOffice(words[at]!, index) && !isOfHolder && !isOfMembers(words, head, at);
}

/** `Independent Association of Journalists`, but `Committee of Ministers Anna Holm`: those whom it joins. */
function isOfMembers(words: Word[], head: number, at: number): boolean {
  if (words[at]!.lower === 'justice') return true;
  return (
    /^(?:association|union|federation|confederation|league|society|institute|institution|congress|council|guild|chamber|academy|syndicate|order|college|committee|conference|assembly|authority)$/.test(
      words[head]!.lower,
    ) && /(?:[^s]s|men|women)$/.test(words[at]!.lower)
  );
}

/** `… Security and Cooperation in Europe`, but `… Strategic Affairs in Tarn`: where the name ends that `in` follows. */
function behindLand(words: Word[], at: number, index: NameIndex): number {
  if (!isNamePart(inSentence(words, at + 1, words[at]!.sentence))) return at;
  const end = runEnd(words, at + 1);
  const place = lowerText(words, at + 1, end);
  return index.countries.has(place) && !index.cities.has(place) ? end : at;
}

/** `the Ministry of Justice Anna Holm`: a full name that follows without a mark is not part of the name before it. */
function beforeFullName(words: Word[], from: number, to: number, index: NameIndex): number {
  for (let at = from + 1; at < to - 1; at++) {
    const { lower } = words[at]!;
    const isGiven = index.female.has(lower) || index.male.has(lower);
    if (isGiven && !index.common.has(lower) && !index.places.has(lower) && !index.demonyms.has(lower))
      return at;
  }
  return to;
}
