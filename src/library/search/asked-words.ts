import { fold, wordsIn } from '../text/fold.ts';
import { type SearchWord, searchWordsIn } from './search-words.ts';

/** More words than this make no query more precise. */
const most = 16;

/** The words of a search, at most `most`: those in quotation marks as one, those left out by a minus not among them. */
export function askedWords(words: string): SearchWord[] {
  return parseSearch(words).asked;
}

/** Whether a search has words in quotation marks or leaves some out by a minus. */
export function hasOperators(words: string): boolean {
  return operators.test(words);
}

const operators = /["“”„«»]|(?<!\S)-\p{L}/u;
/** What is between quotation marks, what a minus in front leaves out, or the words up to either. */
const piece = /["“”„«]([^"“”„«»]*)["“”»]|(?<!\S)-(?=\p{L})(\S+)|(?:(?!(?<!\S)-\p{L})[^"“”„«])+/gu;
const emoji = /\p{Extended_Pictographic}/gu;

/** A search taken apart: the words that must occur, and those that must not. */
export function parseSearch(words: string): { asked: SearchWord[]; leftOut: SearchWord[] } {
  // A symbol is no word, though its name in plain letters would be.
  const plain = words.replace(emoji, ' ');
  if (!hasOperators(plain)) return { asked: wordsAsked(plain), leftOut: [] };
  const [asked, leftOut]: [SearchWord[], SearchWord[]] = [[], []];
  for (const [whole, phrase, excluded] of plain.matchAll(piece)) {
    if (excluded !== undefined) leftOut.push(...wordsAsked(excluded));
    else if (phrase === undefined) asked.push(...wordsAsked(whole));
    else asked.push(...quoted(fold(phrase)));
  }
  // Nothing can be left out of nothing.
  return asked.length === 0 ? { asked: leftOut, leftOut: [] } : { asked: asked.slice(0, most), leftOut };
}

/** The words between quotation marks as one. */
function quoted(folded: string): SearchWord[] {
  const [first, ...others] = searchWordsIn(folded);
  if (first === undefined) return [];
  const word = others.length === 0 ? first : { parts: wordsIn(folded), joined: null, marked: null };
  return [{ ...word, isQuoted: true }];
}

/** A number of thousands as it may be written, `12000` or `12,000`: a search finds both. */
const thousands =
  /(?<![\d.,])\d{1,3}(?:,\d{3}){1,3}(?![\d,])|(?<![\w.,-])(?!(?:19|20)\d\d(?!\d))\d{4,12}(?![\w.,-])/g;

function wordsAsked(text: string): SearchWord[] {
  const folded = fold(text);
  if (!/\d{3}/.test(folded)) return searchWordsIn(folded).slice(0, most);
  const found: SearchWord[] = [];
  let from = 0;
  for (const { 0: number, index } of folded.matchAll(thousands)) {
    const digits = number.replaceAll(',', '');
    found.push(...searchWordsIn(folded.slice(from, index)), {
      parts: digits.replace(/(?<=\d)(?=(?:\d{3}){1,3}$)/g, ' ').split(' '),
      joined: digits,
      marked: null,
    });
    from = index + number.length;
  }
  return [...found, ...searchWordsIn(folded.slice(from))].slice(0, most);
}
