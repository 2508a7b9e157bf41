import type { Document, Token } from '../model/document.ts';
import { canBeInName, isDoubleInitial } from './name-part.ts';
import { splitNames } from './split-run-together.ts';
import { interned, type Word } from './tokens.ts';
import { isKnownWord } from './vocabulary.ts';

export type { Word } from './tokens.ts';

const titles =
  /^(Rev|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Dr|Mr|Mrs|Ms|Prof|St|Hon|Adm|Cmdr|Comdr|Sec|Supt|Cpl|Pvt|Fr|Min|Pres|Amb|Cllr|Ald|Atty|Insp|Det|Msgr|Engr|Barr|Cong|Brig|Ir|Spc|Pfc|Ofc|(Lt|Maj|Brig|Col|Vice|Rear)\.?-(Gen|Col|Adm|Maj))$/;
const hyphen = /^[-‐‑]$/;

const made = new WeakMap<Document, Word[]>();

/** Every word of the body in order, names split from what is run together with them; memoized by document. */
export function wordsOf(document: Document): Word[] {
  let words = made.get(document);
  if (!words) made.set(document, (words = splitNames(plainWords(document))));
  return words;
}

function plainWords(document: Document): Word[] {
  const words: Word[] = [];
  for (const [index, { tokens, paragraph }] of document.sentences.entries()) {
    const place = { sentence: index, paragraph, first: true };
    for (let at = 0; at < tokens.length; at++) {
      const from = at;
      at = lastOfWord(tokens, at);
      const word = wordOf(document.input, tokens[from]!, tokens[at]!, place);
      words.push(word);
      place.first &&= isPunctuation(word.pos, word.text);
      if (word.end < tokens[at]!.end) words.push(possessiveEnding(word, document.input, tokens[at]!.end));
    }
  }
  return words;
}

/** The index of the last token of the word that begins at `at`. */
function lastOfWord(tokens: Token[], at: number): number {
  // Most words are between spaces.
  if (tokens[at + 1]?.spaced !== false) return at;
  if (isApostropheT(tokens, at)) return at + 1;
  let last = at;
  if (isRankPair(tokens, at)) last = at + 3;
  for (let more = joined(tokens, last); more > 0; more = joined(tokens, last)) last += more;
  const stop = tokens[last + 1];
  if (stop?.text !== '.' || stop.spaced || !tokens[last + 2]?.spaced) return last;
  const word = textOf(tokens.slice(at, last + 1));
  const before = tokens[at - 1]?.text ?? '';
  const [next, behind] = [tokens[last + 2]!.text, tokens[last + 3]?.text ?? ''];
  return titles.test(word) || isDoubleInitial({ word, before, next, behind }) ? last + 1 : last;
}

/** `’t Hart`: the Dutch article, shortened, in a surname. */
function isApostropheT(tokens: Token[], at: number): boolean {
  if (tokens[at + 1]!.text !== 't') return false;
  const [mark, name] = [tokens[at]!, tokens[at + 2]];
  if (!/^['’‘]$/.test(mark.text) || !(mark.spaced || at === 0)) return false;
  return name?.spaced === true && /^\p{Lu}/u.test(name.text);
}

/** `Maj.-Gen.`, when the first full stop is a token of its own. */
function isRankPair(tokens: Token[], at: number): boolean {
  if (tokens[at + 1]?.text !== '.' || tokens[at + 2]?.text !== '-') return false;
  const second = tokens[at + 3];
  return second !== undefined && titles.test(tokens[at]!.text) && titles.test(second.text);
}

const textOf = (tokens: Token[]) => tokens.map(({ text }) => text).join('');

const isPunctuation = (pos: string, text: string) => pos === 'PUNCT' && !/[\p{L}\p{N}]/u.test(text);

type Place = { sentence: number; paragraph: number; first: boolean };

/** The word made of the tokens `from` to `to`, without a possessive ending. */
function wordOf(input: string, from: Token, to: Token, { sentence, paragraph, first }: Place): Word {
  const isSingle = from === to;
  const whole = isSingle ? from.text : input.slice(from.start, to.end);
  const possessive = possessiveOf(whole);
  const isToken = isSingle && possessive === '';
  const text = isToken ? whole : interned(whole.slice(0, whole.length - possessive.length));
  const lower = straight(isToken ? from.lower : interned(text.toLowerCase()));
  const isCapitalized = isCapital(text);
  return {
    start: from.start,
    end: to.end - possessive.length,
    text,
    lower,
    known: lower === from.lower ? from.known : isKnownWord(lower),
    pos: isSingle ? from.pos : to.pos === 'PROPN' || from.pos === 'PROPN' ? 'PROPN' : to.pos,
    lemma: isSingle ? from.lemma : text.toLowerCase(),
    spacedBefore: from.spaced,
    sentence,
    paragraph,
    isSentenceStart: first && !isPunctuation(from.pos, text),
    isCapitalized,
    isNamePart: isCapitalized && canBeInName(text, lower),
    runTogether: from.runTogether === true,
  };
}

// Most words are plain ASCII letters: checks made on every word look at the letters before trying a pattern.

function possessiveOf(word: string): string {
  const last = word.length > 3 ? word.charCodeAt(word.length - 1) : 0;
  return last === 0x73 || last === 0x27 || last === 0x2019 ? (/\p{L}(['’]s?)$/u.exec(word)?.[1] ?? '') : '';
}

const capital = /^['’"]?\p{Lu}/u;

function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 97 && code <= 122) return false;
  if (code >= 65 && code <= 90) return true;
  return (code > 127 || (text.length > 1 && (code === 0x22 || code === 0x27))) && capital.test(text);
}

function straight(lower: string): string {
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** The possessive ending after a word, up to `to`, that was part of its token. */
function possessiveEnding({ end, sentence, paragraph }: Word, input: string, to: number): Word {
  const text = input.slice(end, to);
  const lower = text.replace('’', "'");
  return {
    start: end,
    end: to,
    text,
    lower,
    known: isKnownWord(lower),
    pos: 'PART',
    lemma: lower,
    spacedBefore: false,
    sentence,
    paragraph,
    isSentenceStart: false,
    isCapitalized: false,
    isNamePart: false,
    runTogether: false,
  };
}

/** How many tokens after the one at `at` belong to its word: two for a hyphen and what follows, one for letters split off. */
function joined(tokens: Token[], at: number): number {
  if (isJoined(tokens, at) || isOkina(tokens, at)) return 2;
  return isTorn(tokens[at]!, tokens[at + 1]) || isMisread(tokens, at) ? 1 : 0;
}

/** `Çavu|ş|oğlu`: a word is torn at letters beyond ASCII. */
function isTorn(left: Token, right: Token | undefined): boolean {
  if (!right || right.spaced || right.runTogether || left.end !== right.start) return false;
  if (endsInAscii(left) && right.text.charCodeAt(0) < 128) return false;
  const boundary = left.text.slice(-1) + right.text[0];
  return /^\p{L}\p{L}$/u.test(boundary) && /[^\x00-\x7f]/.test(boundary) && !/['’]/.test(right.text);
}

function endsInAscii({ text }: Token): boolean {
  return text.charCodeAt(text.length - 1) < 128;
}

/** The first of the two letters that a letter wrongly decoded becomes. */
const misread = /(?:[ÃÂ]|A[\u0302\u0303])$/;

/** `JosÃ|©`: a letter that was decoded as two, the second no letter, belongs to its word with what follows it. */
function isMisread(tokens: Token[], at: number): boolean {
  const left = tokens[at]!;
  const right = tokens[at + 1];
  if (!right || right.spaced || left.end !== right.start || endsInAscii(left)) return false;
  if (misread.test(left.text)) return /^[\x80-\xbf]$/.test(right.text);
  const before = tokens[at - 1];
  const isSecond = /^[\x80-\xbf]$/.test(left.text) && before?.end === left.start && misread.test(before.text);
  return isSecond && /^\p{L}/u.test(right.text);
}

function isJoined(tokens: Token[], at: number): boolean {
  const [mark, right] = [tokens[at + 1], tokens[at + 2]];
  if (!mark || !right || mark.spaced || right.spaced || !hyphen.test(mark.text)) return false;
  return /[\p{L}\p{N}.]$/u.test(tokens[at]!.text) && /^\p{L}/u.test(right.text);
}

/** `Ka‘eo`, `Ae‘a`: the ʻokina, written as an opening mark between letters. */
function isOkina(tokens: Token[], at: number): boolean {
  const [mark, right] = [tokens[at + 1], tokens[at + 2]];
  if (!mark || !right || mark.spaced || right.spaced || !/^[‘ʻ`]$/.test(mark.text)) return false;
  return /\p{L}$/u.test(tokens[at]!.text) && /^(?!(?:s|t|d|m|ll|re|ve)$)\p{Ll}+$/u.test(right.text);
}

/** Whether a word is a possessive ending: `'s`, or the apostrophe alone. */
export function isPossessiveEnding(text: string | undefined): boolean {
  return text === "'s" || text === '’s' || text === "'" || text === '’';
}

/** The index of the first word that begins at or after `offset`. */
export function wordIndexAt(words: Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
