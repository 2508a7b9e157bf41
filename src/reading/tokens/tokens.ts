import winkNLP, { type WinkMethods } from 'wink-nlp';
import type { Span, Token } from '../model/document.ts';
import { chunks, isBlank, maxChunkLength } from './chunks.ts';
import { isKnownWord, winkModel } from './vocabulary.ts';

/** A word as names need it: `Al-Jubeir` and `Ki-moon` are one, a possessive `'s` is a word of its own. */
export type Word = Span & {
  text: string;
  lower: string;
  /** It is a common English word. */
  known: boolean;
  pos: string;
  lemma: string;
  spacedBefore: boolean;
  sentence: number;
  paragraph: number;
  /** It is the first word of its sentence, quote marks and the like not counted. */
  isSentenceStart: boolean;
  /** It begins with a capital letter. */
  isCapitalized: boolean;
  /** It lost the blank before it. */
  runTogether: boolean;
};

/** wink-nlp keeps every word it has ever met, so a new one is started after this many tokens. */
const tokensBeforeRenewal = 3_000_000;

/** A word in lower case, and whether it is a known one. */
type Form = { lower: string; known: boolean };

/** The model, the number of tokens it has read, and the forms of the words it has met by the numbers it gave them. */
type Wink = { nlp: WinkMethods; tokens: number; forms: Form[] };

let wink: Wink | undefined;

function nlpModel(): Wink {
  if (!wink || wink.tokens > tokensBeforeRenewal)
    wink = { nlp: winkNLP(winkModel, ['sbd', 'pos']), tokens: 0, forms: new Array(formsAtFirst) };
  return wink;
}

/** More than the words of the model: written at any index, an array with as much room stays a plain one. */
const formsAtFirst = 65_536;

/**
 * The sentences of stretches of a text as wink-nlp sees them, each a list of tokens (never empty); a list of
 * sentences for each stretch.
 * @param input the whole article
 * @param stretches in the order of the text, UTF-16 code units into `input`
 */
export function tokenSentences(input: string, stretches: Span[]): Token[][][] {
  const found: Token[][][] = stretches.map(() => []);
  let waiting: Part[] = [];
  let length = 0;
  const readWaiting = () => {
    if (waiting.length > 0) readParts(input, waiting);
    waiting = [];
    length = 0;
  };
  for (const [at, stretch] of stretches.entries())
    for (const { start, end, unbroken } of chunks(input, stretch.start, stretch.end)) {
      if (unbroken || length + end - start > maxChunkLength) readWaiting();
      if (unbroken) found[at]!.push(plainTokens(input, start, end));
      else {
        waiting.push({ start, end, sentences: found[at]! });
        length += end - start;
      }
    }
  readWaiting();
  return found;
}

/** A stretch, or a part of a long one, and where its sentences go. */
type Part = Span & { sentences: Token[][] };

/** wink-nlp reads several paragraphs at once in less time than one by one, and joins nothing over an empty line. */
const between = '\n\n';

function readParts(input: string, parts: Part[]): void {
  const text = parts.map(({ start, end }) => input.slice(start, end)).join(between);
  const own = nlpModel();
  const { its } = own.nlp;
  const read = own.nlp.readDoc(text);
  const all = read.tokens();
  const values = all.out(its.value) as string[];
  const partsOfSpeech = all.out(its.pos) as string[];
  const lemmas = all.out(its.lemma as typeof its.value) as unknown[];
  const numbers = all.out(its.uniqueId as unknown as typeof its.value) as unknown as number[];
  const lasts = new Set((read.sentences().out(its.span) as unknown as number[][]).map(span => span[1]!));
  own.tokens += values.length;

  let current = 0;
  /** Where the current part begins and ends in `text`. */
  let from = 0;
  let to = parts[0]!.end - parts[0]!.start;
  let sentence: Token[] = [];
  const endSentence = () => {
    if (sentence.length > 0) parts[current]!.sentences.push(sentence);
    sentence = [];
  };
  let cursor = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    // Tokens come without offsets, but verbatim and in order.
    let at = cursor;
    let isHere = text.startsWith(value, at);
    while (!isHere && isBlank(text.charCodeAt(at))) isHere = text.startsWith(value, ++at);
    while (at >= to && current < parts.length - 1) {
      endSentence();
      const { start, end } = parts[++current]!;
      from = to + between.length;
      to = from + end - start;
    }
    if (!isHere) at = text.indexOf(value, at);
    if (at >= 0 && (isHere || at < to)) {
      cursor = at + value.length;
      if (!isBlank(value.charCodeAt(0)) || value.trim() !== '') {
        const form = (own.forms[numbers[index]!] ??= formOf(value));
        const start = parts[current]!.start + at - from;
        sentence.push(token(input, start, value, form, partsOfSpeech[index]!, lemmas[index]));
      }
    }
    if (lasts.has(index)) endSentence();
  }
  endSentence();
}

function plainTokens(input: string, start: number, end: number): Token[] {
  return [...input.slice(start, end).matchAll(/[\p{L}\p{M}]+|\p{N}+|[\s\S]/gu)].map(match => {
    const from = start + match.index;
    return token(input, from, match[0], formOf(match[0]), plainPart(match[0]), null);
  });
}

function plainPart(text: string): string {
  if (/^\p{L}/u.test(text)) return 'X';
  return /^\p{N}/u.test(text) ? 'NUM' : 'PUNCT';
}

function token(
  input: string,
  start: number,
  text: string,
  { lower, known }: Form,
  pos: string,
  lemma: unknown,
): Token {
  return {
    start,
    end: start + text.length,
    text,
    lower,
    known,
    pos,
    // wink-nlp has no lemma for a few words, nor for names of JavaScript’s own properties.
    lemma: typeof lemma === 'string' ? lemma.toLowerCase() : lower,
    spaced: isSpaced(input, start),
  };
}

function formOf(text: string): Form {
  const lower = text.toLowerCase();
  return { lower, known: isKnownWord(lower) };
}

function isSpaced(input: string, start: number): boolean {
  return start > 0 && isBlank(input.charCodeAt(start - 1));
}
