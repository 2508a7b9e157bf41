import { foldName } from '../../../names/fold.ts';
import type { NameIndex } from '../../knowledge/name-index.ts';
import { isUnambiguousDate } from '../../text/calendar.ts';
import { type Word, wordIndexAt } from '../../tokens/words.ts';
import { type EntityMention, organization } from '../mentions/entity.ts';
import { isFirmHere, isSaidOfCompany } from './firm-uses.ts';

/** Where a name is that may be a person's: whether a title precedes it, and whether the words around show a person. */
type Mention = { start: number; end: number; texts: string[]; titled: boolean; hasContext: () => boolean };

/** A name with more than this many uses for each that only a company has is not taken for a company’s. */
const mostOtherwise = 6;

/** One use of a name, by the indexes of its words, `to` exclusive. */
type Use = { mention: Mention; from: number; to: number; isFirm: boolean };

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
    const use = {
      mention,
      from,
      to,
      isFirm: isFirmHere(words, from, to, index) || hasItsOwn(words, from, to, index),
    };
    const group = groups.get(text);
    if (group) group.push(use);
    else groups.set(text, [use]);
  }
  return groups;
}

/**
 * `X Y will sell two ferries. Its founder, Z, …`: whether a name begins a sentence that speaks of nothing else which has a
 * founder, and the next one gives it one.
 */
function hasItsOwn(words: Word[], from: number, to: number, index: NameIndex): boolean {
  const { sentence, isSentenceStart } = words[from]!;
  if (!isSentenceStart || !/^(?:VERB|AUX)$/.test(words[to]?.pos ?? '')) return false;
  let next = to + 1;
  for (; words[next]?.sentence === sentence; next++) {
    const { lower, isCapitalized } = words[next]!;
    if ((isCapitalized && !isUnambiguousDate(lower)) || index.organizationWords.has(lower)) return false;
  }
  if (words[next]?.text !== 'Its') return false;
  return words.slice(next + 1, next + 4).some(({ lower }) => ofCompany.test(lower));
}

const ofCompany = /^(?:founder|co-founder|owner|executive|chairman|chairwoman|chair|boss|shares|profits)$/;

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

/** Where a name ends that is listed right before the one at `from`: `X and Y`, `X, Y`. */
function listedBefore(words: Word[], from: number): number {
  return isLink(words[from - 1]) ? from - 1 : -1;
}

function listedBehind(words: Word[], to: number): number {
  return isLink(words[to]) ? to + 1 : -1;
}

const isLink = (word: Word | undefined) => word !== undefined && /^(?:,|and|&|or)$/.test(word.lower);
