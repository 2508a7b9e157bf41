import { isGivenName } from '../../../names/gender.ts';
import type { NameIndex, OrganizationKind } from '../../knowledge/name-index.ts';
import { isUnambiguousDate } from '../../text/calendar.ts';
import type { Word } from '../../tokens/words.ts';
import { type EntityContext, inSentence, isNamePart, isOffice, runStart } from '../mentions/entity.ts';
import { companySuffix, isListedPlace, isPlainWord, members } from './headed-words.ts';

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
export function leftEnd(
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
  const isOfPartners = llp.test(words[head]!.lower) || (head - from === 2 && words[head - 1]!.text === '&');
  if (isOfPartners && from < head) return partnersStart(words, from, index);
  // `Shares of Torva Ltd. fell`
  if (from < head && words[from]!.lower === 'of') from++;
  // `King's Service Medal`
  if (from < head && /^['’]s?$/.test(words[from]!.text)) from++;
  // `German Foreign Ministry`, but `U.S. Treasury Department`.
  const isDemonym = index.demonyms.has(words[from]!.lower) && !words[from]!.text.includes('.');
  if (kind === 'state' && head - from >= 2 && isDemonym) from++;
  return from;
}

const llp = /^llp\.?$/;

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

/** `Holm, Berg & Lund`, `Holm, Berg and Lund LLP`: where the partners begin whose last name, or two, begin at `from`. */
export function partnersStart(words: Word[], from: number, index: NameIndex): number {
  const { sentence } = words[from]!;
  let start = from;
  while (/^(?:,|and)$/.test(inSentence(words, start - 1, sentence)?.lower ?? '')) {
    const partner = inSentence(words, start - 2, sentence);
    const before = inSentence(words, start - 3, sentence);
    if (!isPartner(partner, index) || (isNamePart(before) && !isOffice(before, index))) break;
    start -= 2;
  }
  return start;
}

/** A surname, as far as the lists can say: `In Tarn,`, `Meanwhile,` and `On Monday,` are no partners. */
function isPartner(word: Word | undefined, index: NameIndex): boolean {
  if (!isNamePart(word) || isListedPlace(word.lower, index) || isUnambiguousDate(word.lower)) return false;
  return index.surnames.has(word.lower) || (!word.known && !index.common.has(word.lower));
}
