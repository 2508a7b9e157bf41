import type { Token } from '../model/document.ts';
import { isKnownWord } from './vocabulary.ts';

/**
 * Parts words that lost the white space between them (`atrocitieshe added`): each becomes two tokens that
 * touch. A word is parted only where it is none itself and both parts are words, or names of this article.
 */
export function splitRunTogether(paragraphs: Token[][][]): Token[][][] {
  const names = new Set<string>();
  const seen = new Map<string, number>();
  /** Sentences with a word that is none: only these may hold glued ones. */
  const doubtful = new Set<Token[]>();
  for (const sentences of paragraphs)
    for (const tokens of sentences)
      for (const { text, lower, known } of tokens) {
        if (known && text === lower) continue;
        seen.set(text, (seen.get(text) ?? 0) + 1);
        if (text.length >= shortest && !known) doubtful.add(tokens);
        if (/^\p{Lu}\p{Ll}+$/u.test(text)) names.add(text);
      }
  return paragraphs.map(sentences =>
    sentences.map(tokens => (doubtful.has(tokens) ? allParted(tokens, names, seen) : tokens)),
  );
}

function allParted(tokens: Token[], names: Set<string>, seen: Map<string, number>): Token[] {
  let all: Token[] | null = null;
  for (const [index, token] of tokens.entries()) {
    const parts = parted(token, tokens, index, names, seen);
    if (parts) (all ??= tokens.slice(0, index)).push(...parts);
    else all?.push(token);
  }
  return all ?? tokens;
}

/** A shorter word is not parted. */
const shortest = 5;
/** Nor are two words together longer. */
const longest = 80;

/** Words that are often glued behind another, or before one. */
const small = new Set(
  (
    'with who whom which that while and or but as at by for from in into of on to the he she they we it said says ' +
    'told added according after before during because when where whose between against over under about'
  ).split(' '),
);
const speech = new Set('said says added told asked announced according'.split(' '));

/** The two words that a token is, null where it is one. */
function parted(
  token: Token,
  tokens: Token[],
  index: number,
  names: Set<string>,
  seen: Map<string, number>,
): [Token, Token] | null {
  const { text, known } = token;
  if (known || text.length < shortest || text.length > longest) return null;
  if ((seen.get(text) ?? 0) > 1 || !/^\p{L}+$/u.test(text)) return null;
  const next = tokens[index + 1]?.text ?? '';
  const at = cutAt(text, next, names);
  if (at === 0) return null;
  return [
    { ...token, end: token.start + at, ...word(text.slice(0, at), token) },
    { ...token, start: token.start + at, spaced: false, glued: true, ...word(text.slice(at), token) },
  ];
}

/** Where to part a word that is none, 0 if nowhere. */
function cutAt(text: string, next: string, names: Set<string>): number {
  const hump = /^(\p{L}\p{Ll}+)(\p{Lu}\p{Ll}+)$/u.exec(text);
  if (hump) {
    const [, first, second] = hump as unknown as [string, string, string];
    const isWord = /^\p{Ll}/u.test(first) && first.length > 2 && isKnownWord(first);
    return isWord && (isKnownWord(second.toLowerCase()) || names.has(second)) ? first.length : 0;
  }
  if (!/^\p{L}\p{Ll}+$/u.test(text)) return 0;
  for (let cut = 2; cut < text.length - 1; cut++)
    if (fits(text.slice(0, cut), text.slice(cut), next, names)) return cut;
  return 0;
}

function fits(first: string, second: string, next: string, names: Set<string>): boolean {
  const firstIsName = names.has(first);
  const firstIsWord = !/^\p{Lu}/u.test(first) && isKnownWord(first.toLowerCase());
  if (!firstIsName && !firstIsWord) return false;
  if (speech.has(second)) return first.length > 2;
  if (second === 'he' || second === 'she' || second === 'they')
    return first.length > 2 && /ed$|^said$|^says$|^told$|^noted$/.test(next);
  if (small.has(second) && second.length > 3) return first.length > 3;
  if (small.has(first) && isKnownWord(second)) return second.length > 4;
  return (
    firstIsWord &&
    first.length > 3 &&
    second.length > 5 &&
    /ed$/.test(second) &&
    isKnownWord(second) &&
    /^(for|to|by|in|as|at|with)$/.test(next)
  );
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
