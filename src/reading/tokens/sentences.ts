import { memoizeByObject } from '../../system/memoize.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Paragraph, Sentence, Token } from '../model/document.ts';
import { isDoubleInitial } from './name-part.ts';
import { splitRunTogether } from './run-together.ts';
import { tokenSentences } from './tokens.ts';

/** The sentences of the paragraphs in order, with run-together words split. */
export function sentencesOf(input: string, paragraphs: Paragraph[], knowledge: Knowledge): Sentence[] {
  const abbreviations = abbreviationsOf(knowledge);
  const split = tokenSentences(input, paragraphs).map(sentences =>
    rejoined(sentences, abbreviations).flatMap(beforeSpeech),
  );
  for (const [index, { kind }] of paragraphs.entries()) if (kind === 'item') dropBullet(split[index]!);
  const whole = splitRunTogether(split);
  return whole.flatMap((sentences, paragraph) =>
    sentences.map(tokens => ({ start: tokens[0]!.start, end: tokens.at(-1)!.end, paragraph, tokens })),
  );
}

const abbreviationsOf = memoizeByObject(({ abbreviations }: Knowledge) => new Set(abbreviations));

/** The bullet or number of a list item is not part of its sentence. */
function dropBullet(sentences: Token[][]): void {
  const first = sentences[0];
  if (!first) return;
  let marks = /^([•·▪◦*‣●]|\d{1,2}[.)]?)$/.test(first[0]!.text) ? 1 : 0;
  if (marks === 1 && first[1] && /^[.)]$/.test(first[1].text)) marks = 2;
  if (marks < first.length) first.splice(0, marks);
  else if (sentences.length > 1) sentences.shift();
}

/** Rejoins sentences that wink-nlp split in the middle; their lists become the new ones. */
function rejoined(sentences: Token[][], abbreviations: Set<string>): Token[][] {
  const joined: Token[][] = [];
  for (const [at, sentence] of sentences.entries()) {
    const before = joined.at(-1);
    if (!before) {
      joined.push(sentence);
      continue;
    }
    while (sentence.length > 0 && closesBefore(sentence[0]!)) before.push(sentence.shift()!);
    if (sentence.length === 0) continue;
    if (goesOn(before, sentence, abbreviations))
      before.push(...marked(sentence, before, sentences.slice(at + 1, at + 1 + mostLabels)));
    else joined.push(sentence);
  }
  return joined;
}

/** wink-nlp takes each part of an address for a sentence: of one with more parts, only these are looked at. */
const mostLabels = 4;

/**
 * `doctrine.he said`: the word that touches the full stop lost its space; in `bank.example.org` it did not.
 * @param later the sentences that follow `tokens`
 */
function marked(tokens: Token[], before: Token[], later: Token[][]): Token[] {
  const [first, ...rest] = tokens as [Token, ...Token[]];
  if (first.spaced || !first.known || !before.at(-2)?.known) return tokens;
  return isInAddress([...tokens, ...later.flat()], before)
    ? tokens
    : [{ ...first, runTogether: true }, ...rest];
}

/** An address of a site, a page or a mailbox: dots between small letters, or what else no two sentences have. */
const address =
  /:\/\/|@|^\W*www\.|\.[\p{Ll}\d-]{1,63}(?:\.\p{Ll}|\/)|\.(?:com|org|net|info|gov|edu|online|site|app)\W*$/u;

/** Whether the place between two lists of tokens is within an address: in a run of text without a space. */
function isInAddress(after: Token[], before: Token[]): boolean {
  const from = before.findLastIndex(({ spaced }) => spaced);
  const to = after.findIndex(({ spaced }) => spaced);
  const run = [...before.slice(Math.max(from, 0)), ...after.slice(0, to < 0 ? after.length : to)];
  return run.length < longestRun && address.test(run.map(({ text }) => text).join(''));
}
/** Tokens. */
const longestRun = 50;

/**
 * Splits `He conceded at 6 a.m. “I have lost,” he said.` in front of what is said: behind an abbreviation a sentence is
 * not taken to end. `The U.S. “War on Terror” failed` stays whole, as the quote has no mark of its own.
 */
function beforeSpeech(tokens: Token[]): Token[][] {
  for (let at = 1; at + 2 < tokens.length; at++) {
    const { text, spaced } = tokens[at]!;
    if (!spaced || (text !== '“' && text !== '"')) continue;
    const [before, first] = [tokens[at - 1]!, tokens[at + 1]!];
    if (!/\p{L}\.$/u.test(before.text) || first.spaced || !/^\p{Lu}/u.test(first.text)) continue;
    const close = closeAfter(tokens, at);
    if (close < 0 || !/[,.!?]$/.test(tokens[close - 1]!.text)) continue;
    return [tokens.slice(0, at), ...beforeSpeech(tokens.slice(at))];
  }
  return [tokens];
}

/** The index of the first closing quote mark after the token at `open`, -1 if there is none. */
function closeAfter(tokens: Token[], open: number): number {
  return tokens.findIndex(({ text }, at) => at > open && (text === '”' || text === '"'));
}

/** A closing mark that touches the sentence before belongs to it, and so does a symbol: `Won! 🎉 Fans …`. */
function closesBefore(token: Token): boolean {
  return isSymbol(token.text) || (!token.spaced && /^[”»›’)\]"']$/.test(token.text));
}

const symbol = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)/u;

/** Whether it is an emoji or a part of one; quotation marks and dashes have lower codes. */
function isSymbol(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code > 0x2300 || code === 0x200d) && symbol.test(text);
}

/** Whether a full stop is within a time (`6.05pm`) or before a colon (`Tel.: 555 01 23`). */
function isWithin(before: Token[], next: Token): boolean {
  if (next.spaced) return false;
  const end = before
    .slice(-2)
    .map(({ text }) => text)
    .join('');
  return next.text.startsWith(':') || (/^\d\d(?!\d)/.test(next.text) && /(?<!\d)\d{1,2}\.$/.test(end));
}

function goesOn(before: Token[], after: Token[], abbreviations: Set<string>): boolean {
  // A sentence is never this long, and joining many would take quadratic time.
  if (before.length > 500) return false;
  if (after.every(token => !/[\p{L}\p{N}]/u.test(token.text))) return true;
  // No sentence begins with a comma: `(R-Ariz.), who …`.
  if (/^(?:\p{Ll}|[,;])/u.test(after[0]!.text) || isWithin(before, after[0]!)) return true;
  const last = before.at(-1)!;
  // `Colonel (retd.) Miller`
  if (last.text === ')' && endsInShortBracket(before, abbreviations)) return true;
  const word = last.text === '.' ? before.at(-2) : last;
  if (!word || (last.text !== '.' && !last.text.endsWith('.'))) return false;
  const bare = word.text.replace(/\.$/, '');
  // `on May. 9`: with a full stop, as other months have it.
  if (
    bare === 'May' &&
    /^\d{1,2}$/.test(after[0]!.text) &&
    /^(?:on|of|by|from|until|since)$/.test(before.at(-3)?.lower ?? '')
  )
    return true;
  const stop = last.text === '.' ? 1 : 0;
  const around = {
    word: bare,
    before: before.at(-2 - stop)?.text ?? '',
    next: after[0]!.text,
    behind: after[1]?.text ?? '',
  };
  if (isDoubleInitial(around)) return true;
  if (/^\p{Lu}$/u.test(bare) && bare !== 'I' && /^\p{Lu}/u.test(after[0]!.text)) return true;
  return (
    abbreviations.has(bare.toLowerCase()) &&
    !/^(no|dir|ca|att|ret|ave|min|sec|pres|det|amb|ald|cong)$/.test(bare)
  );
}

/** Whether the closing bracket at the end of a sentence is round an abbreviation alone. */
function endsInShortBracket(before: Token[], abbreviations: Set<string>): boolean {
  const isApart = before.at(-2)?.text === '.';
  const word = before.at(isApart ? -3 : -2);
  if (word === undefined || before.at(isApart ? -4 : -3)?.text !== '(') return false;
  return (isApart || word.text.endsWith('.')) && abbreviations.has(word.lower.replace(/\.$/, ''));
}
