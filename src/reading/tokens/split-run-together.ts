import { canBeInName } from './name-part.ts';
import type { Word } from './tokens.ts';
import { isKnownWord } from './vocabulary.ts';

const tails =
  /^(who|whose|whom|which|with|when|where|while|and|that|the|an|a|is|was|has|said|says|told|former|then|one|in|of|for|from|at|by|as)$/;
const verbs =
  /^(said|says|told|added|noted|continued|explained|asked|replied|wrote|tweeted|concluded|insisted|argued|stressed|emphasized|warned|recalled|claimed|stated|declared)$/;

/**
 * Splits a name from a word it is run together with (`Millerwho`, `peopleMiller`, `NATOhe said`): the name must occur
 * by itself elsewhere in the article, or a pronoun and a reporting verb follow.
 */
export function splitNames(words: Word[]): Word[] {
  const once = splitOnce(words);
  // The only separate occurrence of a name may be one that the first pass split off.
  return once.length === words.length ? words : splitOnce(once);
}

function splitOnce(words: Word[]): Word[] {
  let counts: Map<string, number> | undefined;
  let all: Word[] | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const mayBe = couldBeTwoWords(word) && /^\p{L}*(?:\d+\p{L}+)?$/u.test(word.text);
    const cut = mayBe ? splitPoint(word, words[at + 1], (counts ??= capitalizedCounts(words))) : 0;
    if (cut > 0) (all ??= words.slice(0, at)).push(part(word, 0, cut), part(word, cut, word.text.length));
    else all?.push(word);
  }
  return all ?? words;
}

/** How often each capitalized word occurs. */
function capitalizedCounts(words: Word[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word.isCapitalized) counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
  return counts;
}

/** Whether a word has a capital inside, or is unknown and ends with a word that is often run together. */
function couldBeTwoWords({ text, lower, known }: Word): boolean {
  if (text.length <= 4 || text.length > longest || (known && text === lower)) return false;
  for (let at = 2; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 65 && code <= 90) || code > 127) return true;
  }
  return !known && endings.test(text);
}

/** UTF-16 code units that two words run together may have. */
const longest = 80;

const endings =
  /(?:who|whose|whom|which|with|when|where|while|and|that|the|an?|is|was|has|said|says|told|former|then|one|in|of|for|from|at|by|as|he|she|they)$/;

/** A word cut in two, with what the rules look at. */
type Cut = {
  head: string;
  tail: string;
  /** The whole word is a known one. */
  isKnown: boolean;
  next: Word | undefined;
  /** Occurrences of a capitalized word in the article. */
  count(text: string): number;
  whole: string;
};

/** Where a word may be split: the first rule that accepts a cut decides. */
const splitRules: { name: string; accepts(cut: Cut): boolean }[] = [
  {
    name: 'name, function word',
    accepts: cut => !cut.isKnown && tails.test(cut.tail) && isFrequentName(cut),
  },
  {
    name: 'name, who',
    accepts: ({ head, tail, isKnown, next }) =>
      /^(who|whose)$/.test(tail) && nameStart.test(head) && !isKnown && !!next && !next.isCapitalized,
  },
  {
    name: 'word, name',
    accepts: ({ head, tail, count }) =>
      /^\p{Lu}\p{Ll}/u.test(tail) &&
      count(tail) > 0 &&
      /[\p{Ll}\d]$/u.test(head) &&
      !/^Ma?c$/.test(head) &&
      isWord(head),
  },
  {
    // `Mashishe said`: the end of a surname, unless what is before it is a word, an abbreviation or a name of its own.
    name: 'word, pronoun before a reporting verb',
    accepts: ({ head, tail, isKnown, next, count }) =>
      /^(he|she|they)$/.test(tail) &&
      !isKnown &&
      !!next &&
      verbs.test(next.lower) &&
      (/^(?:\p{Lu}{2,}|.*\d)$/u.test(head) || isKnownWord(head.toLowerCase()) || count(head) > 0),
  },
  {
    name: 'word, said before a name',
    accepts: ({ head, tail, isKnown, next }) =>
      /^(said|says)$/.test(tail) &&
      !isKnown &&
      !!next &&
      (next.isCapitalized || /^(the|a|an)$/.test(next.lower)) &&
      isWord(head),
  },
];

/** Words that names end in too. */
const nameEnd = /^(?:as|in|an?|at|is)$/;
const nameStart = /^\p{Lu}\p{Ll}{2,}/u;

/** Whether the head is a name that is more frequent in the article than the whole word. */
function isFrequentName({ head, tail, whole, next, count }: Cut): boolean {
  const [own, together] = [count(head), count(whole)];
  if (!nameStart.test(head) || own === 0) return false;
  // `Tomas Berg` of an article that has a Tom too: a name goes on or speaks.
  if (nameEnd.test(tail) && next && (next.isCapitalized || verbs.test(next.lower))) return false;
  // `Naina Yeltsina`: the name of a woman, unless what an article belongs to follows.
  const isArticle = tail.length > 1 || (!!next && !next.isCapitalized && /^(NOUN|ADJ)$/.test(next.pos));
  return isArticle && own >= together;
}

/** The offset at which to split a word, 0 for nowhere. */
function splitPoint(word: Word, next: Word | undefined, counts: Map<string, number>): number {
  const { text: whole, known: isKnown } = word;
  const count = (text: string) => counts.get(text) ?? 0;
  for (let at = whole.length - 1; at > 1; at--) {
    const cut: Cut = { head: whole.slice(0, at), tail: whole.slice(at), isKnown, next, count, whole };
    if (splitRules.some(({ accepts }) => accepts(cut))) return at;
  }
  return 0;
}

function isWord(text: string): boolean {
  return /^\p{Lu}/u.test(text) || /\d$/.test(text) || isKnownWord(text.toLowerCase());
}

function part(word: Word, from: number, to: number): Word {
  const text = word.text.slice(from, to);
  const lower = text.toLowerCase();
  const isFirst = from === 0;
  const isCapitalized = /^\p{Lu}/u.test(text);
  return {
    ...word,
    start: word.start + from,
    end: word.start + to,
    text,
    lower,
    known: isKnownWord(lower),
    pos: posOf(lower, text, word.pos),
    lemma: lower,
    spacedBefore: isFirst && word.spacedBefore,
    isSentenceStart: isFirst && word.isSentenceStart,
    isCapitalized,
    isNamePart: isCapitalized && canBeInName(text, lower),
    runTogether: !isFirst || word.runTogether,
  };
}

function posOf(lower: string, text: string, whole: string): string {
  if (/^(he|she|they|who|whom|which|that)$/.test(lower)) return 'PRON';
  if (verbs.test(lower)) return 'VERB';
  if (/^(is|was|has)$/.test(lower)) return 'AUX';
  if (/^(the|an|a)$/.test(lower)) return 'DET';
  if (/^(with|in|of|for|from|at|by|as)$/.test(lower)) return 'ADP';
  if (/^(when|where|while|and)$/.test(lower)) return 'CCONJ';
  return /^\p{Lu}/u.test(text) ? 'PROPN' : /^\p{Lu}/u.test(whole) ? 'NOUN' : whole;
}
