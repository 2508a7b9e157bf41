import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import type { Token } from './document.ts';
import { isBlank, pieces } from './pieces.ts';

/** wink-nlp keeps every word it has ever met, so a new one is started after so many tokens. */
const tokensBeforeRenewal = 3_000_000;

let wink: { nlp: WinkMethods; tokens: number } | undefined;

function winkAtWork(): { nlp: WinkMethods; tokens: number } {
  if (!wink || wink.tokens > tokensBeforeRenewal) wink = { nlp: winkNLP(model, ['sbd', 'pos']), tokens: 0 };
  return wink;
}

/**
 * The sentences of a stretch of text as wink-nlp sees them, each a list of tokens (never empty).
 * @param input the whole article
 * @param start UTF-16 code units into `input`; `end` is exclusive
 */
export function tokenSentences(input: string, start: number, end: number): Token[][] {
  return pieces(input, start, end).flatMap(piece =>
    piece.unbroken
      ? [plainTokens(input, piece.start, piece.end)]
      : winkSentences(input, piece.start, piece.end),
  );
}

function winkSentences(input: string, start: number, end: number): Token[][] {
  const text = input.slice(start, end);
  const own = winkAtWork();
  const { its } = own.nlp;
  const read = own.nlp.readDoc(text);
  const all = read.tokens();
  const values = all.out(its.value) as string[];
  const parts = all.out(its.pos) as string[];
  const lemmas = all.out(its.lemma as typeof its.value) as unknown[];
  const lasts = read.sentences().out(its.span) as unknown as number[][];
  own.tokens += values.length;

  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  let cursor = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    // Tokens come without offsets, but verbatim and in order.
    let at = cursor;
    if (!text.startsWith(value, at) && !text.startsWith(value, ++at)) at = text.indexOf(value, at);
    if (at >= 0) cursor = at + value.length;
    if (at >= 0 && !isBlank(value.charCodeAt(0)))
      sentence.push(token(input, start + at, value, parts[index]!, lemmas[index]));
    if (index < lasts[sentences.length]![1]!) continue;
    sentences.push(sentence);
    sentence = [];
  }
  return sentences.filter(tokens => tokens.length > 0);
}

function plainTokens(input: string, start: number, end: number): Token[] {
  return [...input.slice(start, end).matchAll(/[\p{L}\p{M}]+|\p{N}+|[\s\S]/gu)].map(match => {
    const from = start + match.index;
    return token(input, from, match[0], plainPart(match[0]), null);
  });
}

function plainPart(text: string): string {
  if (/^\p{L}/u.test(text)) return 'X';
  return /^\p{N}/u.test(text) ? 'NUM' : 'PUNCT';
}

function token(input: string, start: number, text: string, pos: string, lemma: unknown): Token {
  const lower = text.toLowerCase();
  return {
    start,
    end: start + text.length,
    text,
    lower,
    pos,
    // wink-nlp has no lemma for a few words, nor for names of JavaScript’s own properties.
    lemma: typeof lemma === 'string' ? lemma.toLowerCase() : lower,
    spaced: isSpaced(input, start),
  };
}

function isSpaced(input: string, start: number): boolean {
  return start > 0 && isBlank(input.charCodeAt(start - 1));
}
