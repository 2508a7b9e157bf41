import type { NameIndex } from '../../knowledge/name-index.ts';
import type { Word } from '../../tokens/words.ts';
import { isCompoundNoun, withCompound } from './compound.ts';
import { fieldOffice, governedBody } from './governed.ts';
import { labelBefore } from './line-roles.ts';
import { behindOther, behindOwner, endsName, isDayName, officeStart, opensSentence } from './office-start.ts';
import {
  determiner,
  isOfficePhrase,
  isOfficeWord,
  isPersonNoun,
  isPossessive,
  isToAnother,
  link,
  mark,
  type Names,
  phrase,
  pluralTopic,
  type Range,
  relation,
} from './role-phrase.ts';
import { officeEndingAt, officeUnderNamed, withSuperior } from './superior.ts';

/** Forms of address that are ranks or offices, and so a role where the text gives no other. */
const rank =
  /^(?:sen|rep|gov|supt|insp|det|cllr|lt|gen|col|maj|capt|cmdr|adm|sgt|cpl|pvt|pfc|spc|ofc|brig|lt\.?-gen|lt\.?-col|maj\.?-gen|brig\.?-gen|col\.?-gen|vice-adm|rear-adm|fr|canon|mgr|msgr|monsignor|patriarch|pope|cardinal|archbishop|bishop|ayatollah|king|queen|prince|princess|emperor|empress|sultan|emir|tsar|tsarina|kaiser|kabaka|asantehene|omukama)\.?$/;

/** The office right before a name, or before a comma before it: `French Foreign Minister X`, `the bank's chief, X`. */
export function roleBefore(words: Word[], name: number, names: Names, index: NameIndex): Range | null {
  const sentence = words[name]!.sentence;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  const behind = beforeRetired(words, name);
  let to = beforeAddresses(words, behind, sentence, index);
  // `Chief Justice (CJ) Mr X`
  if (to < behind) to = beforeRetired(words, to);
  if (to < behind && words[to - 1]?.lower === 'the' && inSentence(to - 2)) {
    const { text, lower, isCapitalized } = words[to - 2]!;
    // `Premier Dr. the Hon. X`
    const isOfHolder = isCapitalized && (index.honorifics.has(lower) || index.offices.has(lower));
    // `the Bishop of Velm, the Rt Rev X`
    if (text === ',') to--;
    else if (isOfHolder) to = beforeAddresses(words, to - 1, sentence, index);
  }
  // `Vice Adm. X`: the first half of a rank.
  if (to < behind && inSentence(to - 1) && halfRank.test(words[to - 1]!.lower)) to--;
  if (isInBrackets(words, name, to, names))
    return officeInFront(words, name, to - 1, names, index) ?? rankBefore(words, to, behind, names, index);
  const label = to === behind ? labelBefore(words, name, names, index) : null;
  if (label) return label;
  const office =
    (isRankBehindOffice(words, to, index) ? officeBefore(words, name, to - 1, names, index) : null) ??
    officeBefore(words, name, to, names, index);
  // `Republican Rep. X`: a party says of which rank.
  const isParty =
    office !== null &&
    to < behind &&
    ofRank.has(words[office.to - 1]!.lower) &&
    words[office.to]!.text !== ',' &&
    [words[office.to], words[behind - 1]].some(word => rank.test(word!.lower));
  const role = isParty
    ? { from: office.from, to: behind }
    : (office ?? rankBefore(words, to, behind, names, index));
  if (role === null || isOnlyCalled(words, role.from, names.get(name) ?? name + 1)) return null;
  // `Hon. Justice X`
  const isDecorated =
    role.to - role.from > 1 && isAddress(words[role.from]!, index) && !rank.test(words[role.from]!.lower);
  return isDecorated ? { ...role, from: role.from + 1 } : role;
}

/** The office before brackets; not what a play has: `a King (X)`. */
function officeInFront(
  words: Word[],
  name: number,
  to: number,
  names: Names,
  index: NameIndex,
): Range | null {
  const office = officeBefore(words, name, to, names, index);
  return office && /^an?$/.test(words[office.from - 1]?.lower ?? '') ? null : office;
}

/** `the Minister of Roads (Mr X)`: whether the name is alone in brackets, its forms of address from `to` on, behind a word with a capital. */
function isInBrackets(words: Word[], name: number, to: number, names: Names): boolean {
  const before = words[to - 2];
  return (
    words[to - 1]?.text === '(' &&
    before?.sentence === words[name]!.sentence &&
    before.isCapitalized &&
    words[names.get(name) ?? name + 1]?.text === ')'
  );
}

/** Where the forms of address begin that end at `end`. */
function beforeAddresses(words: Word[], end: number, sentence: number, index: NameIndex): number {
  let to = end;
  for (let length = 1; length > 0; to -= length)
    length = words[to - 1]?.sentence === sentence ? addressBefore(words, to, index) : 0;
  return to;
}

/** `Gen (Retd) X`, `Air Marshal (Retd.) X`, `Chief Justice (CJ) X`: where the brackets begin, or the name if there are none. */
function beforeRetired(words: Word[], name: number): number {
  if (words[name - 1]?.text !== ')') return name;
  const at = words[name - 2]?.text === '.' ? name - 3 : name - 2;
  const { text, lower } = words[at]!;
  const isShort = /^(?:retd|ret|rtd|res|retired)\.?$/.test(lower) || /^\p{Lu}{2,5}$/u.test(text);
  const isBracket = words[at - 1]?.text === '(' && isShort;
  return isBracket ? at - 1 : name;
}

/** Parties, and what says of which grade a rank is: `Chief Supt. X`. */
const ofRank: ReadonlySet<string> = new Set(
  (
    'republican democrat democratic independent conservative labour liberal socialist chief deputy assistant ' +
    'acting'
  ).split(' '),
);
const halfRank = /^(?:vice|rear|lt|lt\.|lieutenant|maj|maj\.|major|brig|brig\.|brigadier)$/;

/** `He called her “Vice President X”`, `that she becomes President X`: not what they are. */
function isOnlyCalled(words: Word[], from: number, end: number): boolean {
  const [before, after] = [words[from - 1]?.text ?? '', words[end]?.text ?? ''];
  if (/^(?:becomes?|becoming)$/.test(before)) return true;
  const closing = /^[.,!?]$/.test(after) ? (words[end + 1]?.text ?? '') : after;
  return /^[“"]$/.test(before) && /^[”"]$/.test(closing);
}

/** How many words of a form of address end at `to`: `Datuk Seri` has two. */
function addressBefore(words: Word[], to: number, index: NameIndex): number {
  const isLong =
    words[to - 1]!.isCapitalized && index.honorifics.has(phrase(words, Math.max(0, to - 2), 2) ?? '');
  if (isLong && !index.offices.has(words[to - 1]!.lower)) return 2;
  return isAddress(words[to - 1]!, index) ? 1 : 0;
}

export function isAddress({ lower, isCapitalized }: Word, index: NameIndex): boolean {
  // `the priest Father X`
  const isOffice = index.offices.has(lower) && !(isCapitalized && relation.has(lower));
  return index.honorifics.has(lower) && !isOffice;
}

/** `the ministry spokesman Captain X`: a rank in capitals behind a word that has none. */
function isRankBehindOffice(words: Word[], to: number, index: NameIndex): boolean {
  const [before, word] = [words[to - 2], words[to - 1]];
  if (!before || !word || before.sentence !== word.sentence) return false;
  // `Energy Minister Prince X`, but `Crown Prince X`
  if (royal.test(word.lower)) return index.offices.has(before.lower) && before.lower !== 'crown';
  return (
    word.isCapitalized &&
    before.pos === 'NOUN' &&
    !before.isCapitalized &&
    (ranks.has(word.lower) || /-(?:general|colonel|admiral|commander|major)$/.test(word.lower))
  );
}

const royal = /^(?:prince|princess|emir)$/;

export const ranks: ReadonlySet<string> = new Set(
  (
    'general colonel major captain lieutenant sergeant admiral brigadier commander marshal bishop archbishop cardinal ' +
    'justice judge superintendent inspector chief professor ayatollah'
  ).split(' '),
);

/** `Lt.-Gen. X`, with whose it is and whether it is held still: `former Norland Gov. X`. */
function rankBefore(words: Word[], from: number, to: number, names: Names, index: NameIndex): Range | null {
  for (let at = from; at < to; at++)
    if (rank.test(words[at]!.lower) || halfRank.test(words[at]!.lower))
      return { from: at === from ? withQualifiers(words, at, names, index) : at, to };
  return null;
}

function withQualifiers(words: Word[], rankAt: number, names: Names, index: NameIndex): number {
  const { sentence } = words[rankAt]!;
  let from = rankAt;
  for (let at = rankAt - 1; at >= rankAt - 5 && words[at]?.sentence === sentence; at--) {
    const word = words[at]!;
    const qualifies = isOfficeWord(word, index) || (word.isCapitalized && /^(?:PROPN|ADJ)$/.test(word.pos));
    if (!qualifies || mark.has(word.text) || isDayName(word.lower) || link.has(word.lower)) break;
    if (endsName(at, names) || opensSentence(word, index) || saysOfSeveral(word, index)) break;
    from = at;
  }
  // `the chairman of the Joint Staff Gen. X`: these words belong to what is before them.
  return determiner.has(words[from - 1]?.lower ?? '') && link.has(words[from - 2]?.lower ?? '')
    ? rankAt
    : from;
}

/** `Democratic hopefuls Senator X and Governor Y`: the plural is of all who are named. */
function saysOfSeveral({ lower, isCapitalized }: Word, index: NameIndex): boolean {
  if (isCapitalized || !lower.endsWith('s') || pluralTopic.has(lower)) return false;
  const one = lower.slice(0, -1);
  return index.offices.has(one) || relation.has(one) || isPersonNoun(one);
}

export function officeBefore(
  words: Word[],
  name: number,
  before: number,
  names: Names,
  index: NameIndex,
): Range | null {
  const { sentence } = words[name]!;
  const inSentence = (at: number) => words[at]?.sentence === sentence;
  let to = before;
  const isApart = inSentence(to - 1) && words[to - 1]!.text === ',';
  const end = names.get(name) ?? name + 1;
  if (isApart && inSentence(end) && !/^[,.;)–—]$/.test(words[end]!.text) && !isFromLand(words, end, index))
    return null;
  if (isApart) to--;
  // `relatives of Miller, Brown and …` is a list.
  if (isApart && endsName(to - 1, names)) return officeUnderNamed(words, to, names, index);
  // `the strategist for X` is another person.
  if (link.has(words[to - 1]?.lower ?? '')) return null;
  const region = isApart ? null : governedBody(words, to, end, index);
  if (region) return withSuperior(words, region, isApart, index);
  const { start, everyday } = officeStart(words, to, sentence, isApart, names, index);
  let from = start;
  while (
    from < to &&
    (link.has(words[from]!.lower) || isPossessive(words[from]!) || determiner.has(words[from]!.lower))
  )
    from++;
  from = isApart ? behindOwner(words, from, to, index) : behindOther(words, from, to, index);
  // `his Norlandian counterpart Foreign Minister X`, `her fellow leader X`
  for (let at = to - 2; at >= from; at--)
    if (isToAnother.has(words[at]!.lower)) from = Math.max(from, at + 1);
  const isRole = isOfficePhrase(words, from, to, everyday, isApart, index);
  if (!isRole && !isApart) return fieldOffice(words, to, index);
  if (!isRole)
    return (
      withCompoundApart(words, { from, to }, everyday, index) ??
      withoutOwner(words, { from, to }, everyday, index)
    );
  if (to - from === 1) from = withCompound(words, from, index);
  return withSuperior(words, { from, to }, isApart, index);
}

/** `the company founder and chairman of the board, X`: an everyday noun behind the article is part of the office. */
function withCompoundApart(
  words: Word[],
  { from, to }: Range,
  everyday: number,
  index: NameIndex,
): Range | null {
  if (!isCompoundNoun(words[from - 1], index) || words[from - 1]!.sentence !== words[to - 1]!.sentence)
    return null;
  return isOfficePhrase(words, from - 1, to, everyday, true, index) ? { from: from - 1, to } : null;
}

/**
 * `wrote to the brewery's chief executive, X`, `the contract of its music director, X`: an owner behind a link is no part of
 * the office.
 */
function withoutOwner(words: Word[], { from, to }: Range, everyday: number, index: NameIndex): Range | null {
  if (relation.has(words[to - 1]!.lower)) return null;
  for (let at = to - 2; at >= from - 1; at--) {
    if (words[at]?.sentence !== words[to - 1]!.sentence) return null;
    if (!isPossessive(words[at]!) && !determiner.has(words[at]!.lower)) continue;
    if (isOfficePhrase(words, at + 1, to, everyday > at ? everyday : to, true, index))
      return { from: at + 1, to };
    const head = officeEndingAt(words, to, index);
    return head !== null && head > at + 1 && withCompound(words, head, index) === at + 1
      ? { from: at + 1, to }
      : null;
  }
  return null;
}

/** `the chief observer, X of Norland.` */
function isFromLand(words: Word[], end: number, index: NameIndex): boolean {
  return (
    words[end]!.lower === 'of' &&
    index.countries.has(words[end + 1]?.lower ?? '') &&
    /^[,.;)–—]$/.test(words[end + 2]?.text ?? '')
  );
}
