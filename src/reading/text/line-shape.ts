import { hasAsciiLetters } from './ascii.ts';
import { isResultRow } from './result-row.ts';

/** What a line shows without its neighbours. */
export type LineShape = {
  words: number;
  /** Of them, function words, which prose cannot do without. */
  small: number;
  /** Whether it ends as a sentence does. */
  closed: boolean;
  /** Whether it reads as prose: whole sentences, not labels. */
  prose: boolean;
  /** Whether it is prose or, in a language whose function words are not known, a short sentence. */
  sentence: boolean;
  item: boolean;
  /** Whether it may be a row of a table of results or a list of names. */
  row: boolean;
};

const small = new Set(
  (
    'a an the and or but of in on at to for from by with as is are was were be been has have had will would can ' +
    'could not that this which who it its he she they his her their we you i said says after before when than there'
  ).split(' '),
);

const longestSmall = 6;

/** Words of a sentence whose function words are not known, because it is in another language. */
const fewestInAnyLanguage = 10;
/** The same where a line need not be prose by itself. */
const fewestInSentence = 4;

/** Whether most words begin as those of sentences do: a headline ends without a full stop, and names have capitals. */
function isMostlySmall(words: readonly string[]): boolean {
  return words.filter(word => /^[\p{Ll}\p{Lo}]/u.test(word)).length >= words.length * 0.45;
}

const plainWord = /[A-Za-z0-9][A-Za-z0-9'’.-]*/g;
const anyWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
/** Letters of scripts that put no spaces between words, of which about two make a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** The shape of a line, of which the first 4,000 characters are looked at. */
export function shapeOf(text: string): LineShape {
  const isPlain = hasAsciiLetters(text);
  const start = text.slice(0, 4_000);
  const found = start.match(isPlain ? plainWord : anyWord) ?? [];
  let smallWords = 0;
  for (const word of found) if (word.length <= longestSmall && small.has(word.toLowerCase())) smallWords++;
  const words = found.length + (isPlain ? 0 : (start.match(unspaced)?.length ?? 0) >> 1);
  const closed = /[.!?…。！？।؟۔։](\s?[”"“’'»«›‹」』)\]]){0,4}$/.test(text) || /[,;:][”"]$/.test(text);
  const prose =
    (words >= 8 && closed && smallWords >= words * 0.12) ||
    (words >= 18 && smallWords >= words * 0.2) ||
    (words >= 8 && smallWords >= 1 && text.endsWith(':')) ||
    (words >= 4 && closed && smallWords >= 1) ||
    (words >= fewestInAnyLanguage && closed && isMostlySmall(found));
  const sentence = prose || (closed && words >= fewestInSentence && isMostlySmall(found));
  const item = /^([•·▪◦*‣●–—-]|\d{1,2}[.)])\s/.test(text);
  return { words, small: smallWords, closed, prose, sentence, item, row: !prose && isResultRow(text) };
}
