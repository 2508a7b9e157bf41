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
  /** It can be part of a name: capitalized, and neither a function word nor a day. */
  isNamePart: boolean;
  /** It lost the blank before it. */
  runTogether: boolean;
};

/** wink-nlp keeps every word it has ever met, so a new one is started after this many tokens. */
const tokensBeforeRenewal = 3_000_000;

/** A word as one part of speech: its lemma as that is looked up once. Further parts of speech of it follow in `other`. */
type Form = {
  text: string;
  lower: string;
  known: boolean;
  pos: string;
  lemma: string | undefined;
  other: Form | undefined;
};

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

/** The words of a text as wink-nlp tagged them, each by its index, and whether it is the last one of its sentence. */
type Tagged = {
  count: number;
  formAt(index: number): Form;
  /** The lemma of a word with this form. */
  lemmaAt(index: number, form: Form): string;
  isLast(index: number): boolean;
};

function tagged(text: string): Tagged {
  const own = nlpModel();
  const { its } = own.nlp;
  const read = own.nlp.readDoc(text);
  const all = read.tokens();
  const partsOfSpeech = all.out(its.pos) as string[];
  const numbers = all.out(its.uniqueId as unknown as typeof its.value) as unknown as number[];
  const shortened = all.out(its.contractionFlag as unknown as typeof its.value) as unknown as boolean[];
  const lasts = new Uint8Array(numbers.length);
  for (const [, last] of read.sentences().out(its.span) as unknown as number[][]) lasts[last!] = 1;
  own.tokens += numbers.length;

  const newLemma = (index: number, { lower }: Form) => {
    const lemma: unknown = all.itemAt(index).out(its.lemma as typeof its.value);
    // wink-nlp has no lemma for a few words, nor for names of JavaScript’s own properties.
    return typeof lemma === 'string' ? lemma.toLowerCase() : lower;
  };
  return {
    count: numbers.length,
    formAt(index) {
      const number = numbers[index]!;
      const pos = partsOfSpeech[index]!;
      const first = own.forms[number];
      let form = first;
      while (form && form.pos !== pos) form = form.other;
      return form ?? (own.forms[number] = formOf(first?.text ?? all.itemAt(index).out(), pos, first));
    },
    lemmaAt(index, form) {
      // What a short form such as `'s` stands for depends on the word before it.
      if (shortened[index]) return newLemma(index, form);
      return (form.lemma ??= interned(newLemma(index, form)));
    },
    isLast: index => lasts[index] === 1,
  };
}

function readParts(input: string, parts: Part[]): void {
  const text = parts.map(({ start, end }) => input.slice(start, end)).join(between);
  const words = tagged(text);
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
  for (let index = 0; index < words.count; index++) {
    const form = words.formAt(index);
    const value = form.text;
    // Tokens come without offsets, but verbatim and in order.
    let at = cursor;
    const isWord = !isBlank(value.charCodeAt(0));
    while (isWord && isBlank(text.charCodeAt(at))) at++;
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
      if (isWord || value.trim() !== '') {
        const start = parts[current]!.start + at - from;
        sentence.push(token(input, start, form, words.lemmaAt(index, form)));
      }
    }
    if (words.isLast(index)) endSentence();
  }
  endSentence();
}

function plainTokens(input: string, start: number, end: number): Token[] {
  return [...input.slice(start, end).matchAll(/[\p{L}\p{M}]+|\p{N}+|[\s\S]/gu)].map(match => {
    const from = start + match.index;
    const form = formOf(match[0], plainPart(match[0]));
    return token(input, from, form, form.lower);
  });
}

function plainPart(text: string): string {
  if (/^\p{L}/u.test(text)) return 'X';
  return /^\p{N}/u.test(text) ? 'NUM' : 'PUNCT';
}

function token(input: string, start: number, { text, lower, known, pos }: Form, lemma: string): Token {
  return {
    start,
    end: start + text.length,
    text,
    lower,
    known,
    pos,
    lemma,
    spaced: isSpaced(input, start),
  };
}

function formOf(text: string, pos: string, other?: Form): Form {
  const lower = interned(text.toLowerCase());
  return {
    text: interned(text),
    lower,
    known: isKnownWord(lower),
    pos: interned(pos),
    lemma: undefined,
    other,
  };
}

/**
 * The same text as V8 keeps those of the program and the names of properties, of which there is one each: whether two of
 * them are equal needs no look at their letters. The rules compare words with words all the time.
 */
export function interned(text: string): string {
  for (const name in { [text]: 0 }) return name;
  return text;
}

function isSpaced(input: string, start: number): boolean {
  return start > 0 && isBlank(input.charCodeAt(start - 1));
}
