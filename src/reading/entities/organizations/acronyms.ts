import type { NameIndex } from '../../knowledge/name-index.ts';
import { isUnambiguousDate, monthNumber } from '../../text/calendar.ts';
import type { Word } from '../../tokens/words.ts';
import {
  type EntityContext,
  type EntityMention,
  inSentence,
  isNamePart,
  isTaken,
  lowerText,
  organization,
} from '../mentions/entity.ts';
import { senses } from '../mentions/word-senses.ts';

/** An acronym with its neighbours in the sentence. */
type Acronym = {
  word: Word;
  before: Word | undefined;
  next: Word | undefined;
  /** The one behind the next. */
  behind: Word | undefined;
  isGloss: boolean;
  /** Whether it is among the first words of its paragraph. */
  isOpening: boolean;
};

type Refusal = { name: string; refuses: (acronym: Acronym, index: NameIndex) => boolean };

/** What speaks against an organization's short form; one refusal is enough. */
const refusals: Refusal[] = [
  {
    name: 'short form of something else',
    refuses: ({ word, isGloss }, index) =>
      !isGloss && (index.acronyms.has(word.lower.replace(/\./g, '')) || index.places.has(word.lower)),
  },
  {
    name: 'town of a dateline',
    refuses: ({ word, before, next, behind }, index) =>
      before === undefined &&
      word.text.length > 3 &&
      next?.text === ',' &&
      behind?.isCapitalized === true &&
      (index.places.has(behind.lower) || monthNumber(behind.lower) > 0),
  },
  {
    name: 'town of a dateline, before a dash: `SUVA – `',
    refuses: ({ before, next }) => before === undefined && /^[-–—(]$/.test(next?.text ?? ''),
  },
  {
    name: 'agency of a dateline: `(LC) –`',
    refuses: ({ before, next, behind, isOpening }) =>
      isOpening && before?.text === '(' && next?.text === ')' && /^[-–—:]$/.test(behind?.text ?? ''),
  },
  {
    name: 'country of a competitor: `X (SWE) 10.95`',
    refuses: ({ word, before, next, behind, isGloss }) =>
      !isGloss &&
      word.text.length === 3 &&
      before?.text === '(' &&
      next?.text === ')' &&
      (behind === undefined || /^(?:\d|v$|bt$|beat$|def)/.test(behind.text)),
  },
  {
    name: 'label in capitals: `THE CHAIR:`',
    refuses: ({ word, isGloss }, index) =>
      word.lower === 'the' || (!isGloss && index.offices.has(word.lower)),
  },
  {
    name: 'day or month',
    refuses: ({ word }) => isUnambiguousDate(word.lower) || monthNumber(word.lower) > 0,
  },
  {
    name: 'everyday word at the beginning of a text or as a heading: `A BAN on`, `DEATHS`',
    refuses: ({ word, before, next, isGloss }, index) =>
      !isGloss &&
      (word.known || index.common.has(word.lower.replace(/s$/, ''))) &&
      (before === undefined
        ? next === undefined
        : /^an?$/.test(before.lower) && before.isSentenceStart && next?.pos !== 'NOUN'),
  },
  {
    name: 'form of address or initials',
    refuses: ({ word }, index) => index.honorifics.has(word.lower) || /^\p{Lu}\./u.test(word.text),
  },
  {
    name: 'last word of a name',
    refuses: ({ before }, index) =>
      isNamePart(before) &&
      !isFullStop(before) &&
      !index.places.has(before.lower) &&
      !index.demonyms.has(before.lower),
  },
  {
    name: 'first word of a name',
    refuses: ({ next }, index) => isNamePart(next) && next.spacedBefore && !index.offices.has(next.lower),
  },
  {
    name: 'currency or unit',
    refuses: ({ before, next }) =>
      before?.text === '$' || /^\d/.test(next?.text ?? '') || /^\d/.test(before?.text ?? ''),
  },
  {
    name: 'two letters that are not used as a name',
    refuses: ({ word, before, next }, index) => word.text.length < 3 && !hasNameContext(before, next, index),
  },
];

/** Words that a name may be joined with, whose letters an acronym leaves out. */
const linking = /^(?:of|for|and|the|on|in|to|de|del|du|des|la|&|['’]s?)$/;
const longestGlossed = 12;

/** `the Northern Fisheries Dialogue (NFD)`: the name before an acronym in brackets that its first letters give. */
export function glossedNames({ words, index, capitals, isShouted, taken }: EntityContext): EntityMention[] {
  const found: EntityMention[] = [];
  for (const at of capitals) {
    const { text, lower, sentence } = words[at]!;
    if (words[at - 1]?.text !== '(' || words[at + 1]?.text !== ')' || words[at - 1]!.sentence !== sentence)
      continue;
    if (!glossText.test(text) || index.acronyms.has(lower) || isShouted[sentence]) continue;
    const to = /^['’]s?$/.test(words[at - 2]?.text ?? '') ? at - 2 : at - 1;
    const from = glossedStart(words, at - 1, text.replace(/[^\p{Lu}]/gu, '').toLowerCase());
    if (from === null || isTaken(taken, from, to)) continue;
    const head = words[to - 1]!;
    if (index.things.has(head.lower) || endsOffice(words, to, index) || head.lower === 'area') continue;
    const name = lowerText(words, from, to);
    if (index.organizations.has(name) || index.organizationVariants.has(name)) continue;
    const kind = kindAmong(words.slice(from, to), index);
    // `Method Resolution Order (MRO)`
    const isOwned = /^(?:the|['’]s?)$/.test(words[from - 1]?.lower ?? '');
    const isJoined = words.slice(from, to).some(({ lower: link }) => link === 'and' || link === 'for');
    if (kind !== null || isOwned || isJoined) found.push(organization(from, to, kind, 'glossed'));
  }
  return found;
}

const glossText = /^(?:\p{Lu}\p{Ll}?){2,7}\p{Lu}$/u;

/** `Chief Justice (CJ)`, `Chief of Army Staff (COAS)`: whether an office ends before a word. */
function endsOffice(words: Word[], to: number, index: NameIndex): boolean {
  const of = [to - 2, to - 3].find(at => words[at]?.lower === 'of');
  const head = of === undefined ? words[to - 1] : words[of - 1];
  return head?.sentence === words[to - 1]?.sentence && index.offices.has(head?.lower ?? '');
}

/** By the word for a body that the name is about, which is in front of `of`, or else by the last one. */
function kindAmong(words: Word[], index: NameIndex) {
  const kinds = words.map(
    ({ lower }) => index.organizationWords.get(lower) ?? index.organizationHeads.get(lower) ?? null,
  );
  const of = words.findIndex(({ lower }) => lower === 'of' || lower === 'for');
  const isKind = (kind: (typeof kinds)[number]) => kind !== null;
  return kinds.slice(0, Math.max(of, 0)).findLast(isKind) ?? kinds.findLast(isKind) ?? null;
}

/** Where the name begins whose words have the letters of an acronym, in order and none left over; null if they have not. */
function glossedStart(words: Word[], end: number, letters: string): number | null {
  const { sentence } = words[end]!;
  let left = letters.length;
  for (let at = end - 1; at > end - longestGlossed && words[at]?.sentence === sentence; at--) {
    const { lower, isCapitalized } = words[at]!;
    if (linking.test(lower)) continue;
    if (!isCapitalized) return null;
    const initials = lower
      .split('-')
      .map(part => part[0])
      .join('');
    const own = letters.slice(0, left).endsWith(initials) ? initials : initials[0]!;
    if (!letters.slice(0, left).endsWith(own)) return null;
    left -= own.length;
    if (left === 0) return at;
  }
  return null;
}

/** A dateline has no more words than this before its agency. */
const datelineLength = 7;

/** Short forms in capitals: after the name they abbreviate, or used as a name is. */
export function acronyms(context: EntityContext): EntityMention[] {
  const { words, index, isShouted, taken, capitals, sensesAt } = context;
  const found: EntityMention[] = [];
  for (const at of capitals) {
    if (!(sensesAt[at]! & senses.acronym) || taken[at]) continue;
    const word = words[at]!;
    if (isShouted[word.sentence]) continue;
    const before = inSentence(words, at - 1, word.sentence);
    const next = inSentence(words, at + 1, word.sentence);
    const isInBrackets = words[at - 1]?.text === '(' && words[at + 1]?.text === ')';
    if (isInBrackets && endsOffice(words, at - 1, index)) continue;
    const isGloss = isInBrackets && taken[at - 2] === 1;
    const behind = inSentence(words, at + 2, word.sentence);
    const isOpening = words[at - datelineLength]?.paragraph !== word.paragraph;
    const acronym = { word, before, next, behind, isGloss, isOpening };
    if (refusals.some(({ refuses }) => refuses(acronym, index))) continue;
    found.push(organization(at, at + 1, null, 'acronym', hasNameContext(before, next, index)));
  }
  return found;
}

function isFullStop(word: Word): boolean {
  return /[.)]$/.test(word.text);
}

function hasNameContext(before: Word | undefined, next: Word | undefined, index: NameIndex): boolean {
  return (
    before?.lower === 'the' ||
    (before?.text === '(' && next?.text === ')') ||
    /^['’]s?$/.test(next?.text ?? '') ||
    index.speech.get(next?.lower ?? '')?.bare === true
  );
}
