import type { Token } from '../model/document.ts';
import { isKnownWord } from './vocabulary.ts';

/**
 * Splits words that are run together (`atrocitieshe added`) into two adjacent tokens. A word is split only if it is
 * unknown itself and both parts are known words, or names in this article.
 */
export function splitRunTogether(paragraphs: Token[][][]): Token[][][] {
  let names: Set<string> | undefined;
  const isName = (word: string) => (names ??= namesIn(paragraphs)).has(word);
  const seen = new Map<string, number>();
  /** Sentences with an unknown word: only these may contain run-together ones. */
  const doubtful = new Set<Token[]>();
  for (const sentences of paragraphs)
    for (const tokens of sentences)
      for (const { text, known } of tokens) {
        if (known || text.length < shortest) continue;
        seen.set(text, (seen.get(text) ?? 0) + 1);
        doubtful.add(tokens);
      }
  return paragraphs.map(sentences =>
    sentences.map(tokens => (doubtful.has(tokens) ? splitAll(tokens, isName, seen) : tokens)),
  );
}

/** The words with a capital at the beginning only. */
function namesIn(paragraphs: Token[][][]): Set<string> {
  const names = new Set<string>();
  for (const tokens of paragraphs.flat())
    for (const { text, lower } of tokens)
      if (text !== lower && /^\p{Lu}\p{Ll}+$/u.test(text)) names.add(text);
  return names;
}

/** Whether a word is a name in this article. */
type IsName = (word: string) => boolean;

function splitAll(tokens: Token[], isName: IsName, seen: Map<string, number>): Token[] {
  let all: Token[] | null = null;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    const parts = splitToken(token, tokens, index, isName, seen);
    if (parts) (all ??= tokens.slice(0, index)).push(...parts);
    else all?.push(token);
  }
  return all ?? tokens;
}

/** Shorter words are not split. */
const shortest = 5;
/** UTF-16 code units that two words run together may have. */
const longest = 80;

/** Words that are often run together with their neighbours. */
const small = new Set(
  (
    'with who whom which that while and or but as at by for from in into of on to the he she they we it said says ' +
    'told added according after before during because when where whose between against over under about'
  ).split(' '),
);
const speech = new Set('said says added told asked announced according'.split(' '));

/** The two words in a token, null if it is one word. */
function splitToken(
  token: Token,
  tokens: Token[],
  index: number,
  isName: IsName,
  seen: Map<string, number>,
): [Token, Token] | null {
  const { text, known } = token;
  if (known || text.length < shortest || text.length > longest) return null;
  if ((seen.get(text) ?? 0) > 1 || !/^\p{L}+$/u.test(text)) return null;
  const next = tokens[index + 1]?.text ?? '';
  const at = splitPoint(text, next, isName);
  if (at === 0) return null;
  return [
    { ...token, end: token.start + at, ...word(text.slice(0, at), token) },
    { ...token, start: token.start + at, spaced: false, runTogether: true, ...word(text.slice(at), token) },
  ];
}

/** The offset at which to split an unknown word, 0 if there is none. */
function splitPoint(text: string, next: string, isName: IsName): number {
  const hump = /^(\p{L}\p{Ll}+)(\p{Lu}\p{Ll}+)$/u.exec(text);
  if (hump) {
    const [, first, second] = hump as unknown as [string, string, string];
    const isWord = /^\p{Ll}/u.test(first) && first.length > 2 && isKnownWord(first);
    return isWord && (isKnownWord(second.toLowerCase()) || isName(second)) ? first.length : 0;
  }
  if (!/^\p{L}\p{Ll}+$/u.test(text)) return 0;
  for (let cut = 2; cut < text.length - 1; cut++)
    if (fits(text.slice(0, cut), text.slice(cut), next, isName)) return cut;
  return 0;
}

function fits(first: string, second: string, next: string, isName: IsName): boolean {
  if (isNameBefore(first, second, next, isName)) return true;
  const isPart = () => isName(first) || isSmallWord(first);
  if (speech.has(second)) return first.length > 2 && isPart();
  if (second === 'he' || second === 'she' || second === 'they')
    return first.length > 2 && /ed$|^said$|^says$|^told$|^noted$/.test(next) && isPart();
  if (small.has(second) && second.length > 3) return first.length > 3 && isPart();
  if (small.has(first) && isKnownWord(second)) return second.length > 4 && isPart();
  return (
    first.length > 3 &&
    second.length > 5 &&
    /ed$/.test(second) &&
    /^(for|to|by|in|as|at|with)$/.test(next) &&
    isKnownWord(second) &&
    isSmallWord(first)
  );
}

const behindName = new Set('who an in the and'.split(' '));

/** `Lindqvistwho built`, `Haanthe former`, `Brandtan adviser`: a name and what follows it behind a comma that was lost. */
function isNameBefore(first: string, second: string, next: string, isName: IsName): boolean {
  if (!behindName.has(second)) return false;
  if (!/^\p{Lu}/u.test(first) || first.length < 3 || !/^\p{Ll}/u.test(next)) return false;
  // No name ends so, whoever bears it.
  if (second === 'who') return true;
  if (first.length < 4 || !isName(first)) return false;
  if (second === 'an') return /^[aeiou]/.test(next);
  if (second === 'in') return /^(an?|the|his|her|their|what|which|particular)$/.test(next);
  return second === 'the' || second === 'and';
}

/** Whether a text in small letters is a known word. */
function isSmallWord(text: string): boolean {
  return !/^\p{Lu}/u.test(text) && isKnownWord(text.toLowerCase());
}

function word(text: string, whole: Token): Pick<Token, 'text' | 'lower' | 'known' | 'pos' | 'lemma'> {
  const lower = text.toLowerCase();
  return {
    text,
    lower,
    known: isKnownWord(lower),
    pos: posOf(text, lower, whole),
    lemma: lower === 'said' || lower === 'says' ? 'say' : lower,
  };
}

const pronouns = /^(he|she|they|it|we|who|whom|which|that)$/;
const prepositions =
  /^(with|as|at|by|for|from|in|into|of|on|to|after|before|during|between|against|over|under|about)$/;

function posOf(text: string, lower: string, whole: Token): string {
  if (pronouns.test(lower)) return 'PRON';
  if (speech.has(lower)) return 'VERB';
  if (prepositions.test(lower)) return 'ADP';
  return /^\p{Lu}/u.test(text) ? 'PROPN' : whole.pos;
}
