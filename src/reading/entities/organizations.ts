import type { NameIndex, OrganizationKind } from '../knowledge/name-index.ts';
import type { Word } from '../tokens/words.ts';
import { acronyms } from './acronyms.ts';
import { describedOrganizations, isDescribedAsCompany } from './described.ts';
import {
  type EntityContext,
  type EntityMention,
  type EntityRule,
  inSentence,
  isNamePart,
  isOffice,
  isOpenName,
  isTaken,
  longestEnd,
  lowerText,
  organization,
  runEnd,
  runStart,
} from './entity.ts';

/** The rules for organizations, in the order in which they are tried. */
export const organizationRules: EntityRule[] = [
  { name: 'known', find: knownNames },
  { name: 'headed', find: headedNames },
  { name: 'airline', find: airlines },
  { name: 'ampersand', find: partnerships },
  { name: 'acronym', find: acronyms },
  { name: 'described', find: describedOrganizations },
];

const longestKnown = 8;

/** Names of the list; those that are also everyday words or places only where nothing speaks against it. */
function knownNames({ words, index, isShouted, taken, capitals }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  let end = 0;
  for (const at of capitals) {
    const length = at < end ? undefined : index.organizationStarts.get(words[at]!.lower);
    if (length === undefined) continue;
    for (let to = longestEnd(words, at, length, longestKnown); to > at; to--) {
      if (isTaken(taken, at, to)) continue;
      const name = lowerText(words, at, to);
      const isKnown = index.organizations.has(name) || index.organizationVariants.has(name);
      if (!isKnown || !canBeKnown(words, at, to, index, isShouted)) continue;
      const kind =
        index.organizations.get(name) ?? index.organizations.get(index.organizationVariants.get(name) ?? '');
      found.push(organization(at, to, kind ?? null, 'known'));
      end = to;
      break;
    }
  }
  return found;
}

function canBeKnown(
  words: Word[],
  from: number,
  to: number,
  index: NameIndex,
  isShouted: boolean[],
): boolean {
  const [first, before, next] = [words[from]!, words[from - 1], words[to]];
  if (
    words
      .slice(from, to)
      .some(word => !word.isCapitalized && !/^(?:of|for|and|the|in|on|&)$/.test(word.lower))
  )
    return false;
  if (to - from > 1) return true;
  // `Abercrombie & Fitch`
  if (before?.text === '&' || (next?.text === '&' && isNamePart(words[to + 1]))) return false;
  const isShort = first.lower.length <= 4 && /^[a-z.]+$/.test(first.lower);
  if (
    isShort &&
    first.text !== first.text.toUpperCase() &&
    !/^(?:fed|fox|pew|time|nike|uber|shell|vox)$/.test(first.lower)
  )
    return false;
  const isOrdinary = index.common.has(first.lower) || index.places.has(first.lower);
  if (!isOrdinary) return true;
  if (first.isSentenceStart || isShouted[first.sentence]) return false;
  const joins = (word: Word | undefined) => word?.sentence === first.sentence && isNamePart(word);
  return !joins(before) && !joins(next);
}

const companySuffix =
  /^(?:inc|inc\.|ltd|ltd\.|llc|plc|corp|corp\.|co|co\.|corporation|company|gmbh|spa|s\.p\.a\.|ag|ab|nv|n\.v\.|oyj|kk|sa|s\.a\.|bhd|pty|llp|lp|&)$/;
/** Names of institutions that need no modifier. */
const aloneNames = /^(?:parliament|congress|senate|duma|knesset|bundestag|treasury|interpol)$/;
const maxWords = 9;

/** `… Ministry of Defence`, `… Stock Exchange`, `… Inc`: names by the word that heads them. */
function headedNames(context: EntityContext): EntityMention[] {
  const { words, index, taken, capitals } = context;
  const found: EntityMention[] = [];
  let end = 0;
  for (const at of capitals) {
    const word = words[at]!;
    if (at < end || !isOpenName(context, at)) continue;
    const kind = headKind(word, words[at + 1], index);
    if (kind === null) continue;
    const from = leftEnd(words, at, kind, context);
    const to = rightEnd(words, at, kind, context);
    const length = to - from;
    const isAlone = length === 1;
    if (isAlone && !(aloneNames.test(word.lower) && !(word.isSentenceStart && index.common.has(word.lower))))
      continue;
    if (length > maxWords || isTaken(taken, from, to) || index.places.has(lowerText(words, from, to)))
      continue;
    // `the security company Tarn Lab`
    const isCompany = kind === 'body' && isDescribedAsCompany(words[from - 1], words[from]!);
    found.push(organization(from, to, isCompany ? 'company' : kind, 'headed'));
    end = to;
  }
  return found;
}

function headKind(word: Word, next: Word | undefined, index: NameIndex): OrganizationKind | null {
  const kind = index.organizationWords.get(word.lower) ?? null;
  const last = kind ?? index.organizationHeads.get(word.lower) ?? null;
  const continues = next?.sentence === word.sentence && next.spacedBefore && isNamePart(next);
  if (last === null || !continues) return last;
  if (kind === null) return null;
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

/** By which words a name goes on to the left; the first link that joins counts, and the name ends where none does. */
const leftLinks: LeftLink[] = [
  {
    name: 'part of the name',
    words: 1,
    joins: (words, from, head, index) =>
      isNamePart(words[from - 1]) &&
      words[from]!.spacedBefore &&
      !(isOffice(words[from - 1]!, index) && from < head),
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
    name: 'ampersand',
    words: 2,
    joins: (words, from) => words[from - 1]!.text === '&' && hasPartBeyond(words, from),
  },
  {
    name: 'and',
    words: 2,
    joins: (words, from, _head, index) =>
      words[from - 1]!.lower === 'and' && hasPartBeyond(words, from) && isPlainWord(words[from - 2]!, index),
  },
  {
    name: 'of, before a company suffix',
    words: 2,
    joins: (words, from, head) =>
      companySuffix.test(words[head]!.lower) && words[from - 1]!.lower === 'of' && hasPartBeyond(words, from),
  },
];

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
    words[from - 1]!.text.length === 1 || from === head || index.organizationHeads.has(words[from]!.lower)
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

/** Where a name that is headed by the word at `head` ends, with `of …` and company suffixes. */
function rightEnd(words: Word[], head: number, kind: OrganizationKind, { index }: EntityContext): number {
  const { sentence } = words[head]!;
  const near = (at: number) => inSentence(words, at, sentence);
  const isSuffix = companySuffix.test(words[head]!.lower);
  let to = head + 1;
  while (!isSuffix || to > head + 1 || kind !== 'company') {
    const link = near(to);
    if (!link || !/^(?:of|for|on)$/.test(link.lower)) break;
    const start = near(to + 1)?.lower === 'the' ? to + 2 : to + 1;
    if (!isNamePart(near(start)) || isOffice(near(start)!, index)) break;
    to = beforeFullName(words, start, runEnd(words, start), index);
    if (kind === 'company') break;
    const more = near(to)?.lower === 'and' && isNamePart(near(to + 1)) && isPlainWord(near(to + 1)!, index);
    if (more) to = beforeFullName(words, to + 1, runEnd(words, to + 1), index);
    if (near(to)?.lower === 'in' && isNamePart(near(to + 1)) && to - head > 3) to = runEnd(words, to + 1);
  }
  while (
    near(to) &&
    companySuffix.test(near(to)!.lower) &&
    (isNamePart(near(to)) || (near(to)!.text === '&' && isNamePart(near(to + 1))))
  )
    to++;
  return to;
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

/** `Air France`, `Royal Air Maroc`. */
function airlines({ words, index, taken, isShouted, capitals }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  for (const at of capitals) {
    if (words[at]!.text !== 'Air' || isShouted[words[at]!.sentence] || taken[at]) continue;
    const to = runEnd(words, at);
    const isLand =
      to - at >= 2 &&
      to - at <= 3 &&
      (index.places.has(words[to - 1]!.lower) || index.demonyms.has(words[to - 1]!.lower));
    if (isLand) found.push(organization(at, to, 'company', 'headed'));
  }
  return found;
}

/** `Bear Stearns & Co`, `Schroder & Sons`. */
function partnerships({ words, taken, isShouted, runs }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  for (const { to: at } of runs) {
    if (words[at]?.text !== '&' || isShouted[words[at]!.sentence]) continue;
    if (!isNamePart(words[at + 1])) continue;
    const [from, to] = [runStart(words, at), runEnd(words, at + 1)];
    if (from < at && !isTaken(taken, from, to)) found.push(organization(from, to, 'company', 'ampersand'));
  }
  return found;
}
