import { distance } from 'fastest-levenshtein';
import type { Database } from '../../database/database.ts';
import { stem } from '../../reading/text/stem.ts';
import { createRows } from '../model/rows.ts';
import { foldedWords } from '../text/fold.ts';
import { inputOf } from '../text/sentences.ts';
import { searchWords } from './search-words.ts';

/** Shorter words are not corrected: too many others are like them. */
const shortest = 5;
/** So many wrong letters may a word have, by its length. */
const mostWrong = (length: number) => (length < 8 ? 1 : 2);
/** So many words with the same first letter and nearly the same length are compared, the most frequent ones. */
const compared = 20_000;
/** A word that fewer articles have may be a misspelling itself. */
const fewestArticles = 2;

/** How many letters of a word are wrong; two that have changed places are one mistake: `captian`. */
function wrongLetters(word: string, other: string): number {
  const letters = distance(word, other);
  if (letters !== 2 || word.length !== other.length) return letters;
  const at = [...word].findIndex((letter, place) => letter !== other[place]);
  const isSwapped = word[at] === other[at + 1] && word[at + 1] === other[at];
  return isSwapped && word.slice(at + 2) === other.slice(at + 2) ? 1 : letters;
}

/**
 * Corrects words that no article has to the nearest ones that articles have; what is not found stays. Null if there
 * is nothing to correct.
 */
export function createSpelling(database: Database): (words: string) => string | null {
  const rows = createRows(database);
  const isFound = database.prepare('select 1 from search where search match ? limit 1').pluck();
  const nearlyAsLong = database.prepare(`
    select word, articles from words
    where word >= :first and word < :first || '~' and length(word) between :shortest and :longest
      and articles >= ${fewestArticles}
    order by articles desc limit ${compared}`);
  const someWith = database
    .prepare('select rowid from search where search match ? order by rowid desc limit 3')
    .pluck();

  /** A word of the newest articles with that stem, in their spelling. */
  const formOf = (wanted: string): string | null => {
    for (const key of someWith.all(`"${wanted}"*`) as number[])
      for (const word of inputOf(rows.readingOrNothing(key)).match(/[\p{L}\p{N}]+/gu) ?? [])
        if (foldedWords(word).some(folded => stem(folded) === wanted)) return word;
    return null;
  };

  const corrected = (word: string, isLast: boolean): string | null => {
    const [own] = searchWords(word);
    const folded = own?.parts[0] ?? '';
    if (own?.parts.length !== 1 || folded.length < shortest) return null;
    if (isFound.get(`"${folded}"${isLast ? '*' : ''}`)) return null;
    const form = stem(folded);
    const wrong = mostWrong(form.length);
    const near = nearlyAsLong.all({
      first: form[0]!,
      shortest: form.length - wrong,
      longest: folded.length + wrong,
    }) as { word: string; articles: number }[];
    let best: { word: string; letters: number } | null = null;
    for (const { word: other } of near) {
      const letters = Math.min(wrongLetters(form, other), wrongLetters(folded, other));
      if (letters <= wrong && (best === null || letters < best.letters)) best = { word: other, letters };
    }
    return best === null ? null : formOf(best.word);
  };

  return words => {
    let isCorrected = false;
    const result = words.replace(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu, (word, at) => {
      const other = corrected(word, at + word.length >= words.trimEnd().length);
      if (other !== null) isCorrected = true;
      return other ?? word;
    });
    return isCorrected ? result : null;
  };
}
