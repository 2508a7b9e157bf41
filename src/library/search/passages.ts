import type { Database } from '../../database/database.ts';
import { type ArticleRow, createRows, evidenceOf } from '../model/rows.ts';
import type { Evidence } from '../model/types.ts';
import { oneLine } from '../text/fold.ts';
import { inputOf, sentencesOf } from '../text/sentences.ts';
import { containsWord, type SearchWord } from './search-words.ts';

/** Gives the sentence of an article that answers a search best; of one without sentences its beginning. */
export function createPassages(database: Database): (row: ArticleRow, words: SearchWord[]) => Evidence {
  const rows = createRows(database);
  return (row, words) => {
    const reading = rows.textOrNothing(row.key);
    let found: { score: number; start: number; end: number; text: string } | null = null;
    for (const sentence of sentencesOf(reading)) {
      const score = fitness(sentence.text, words);
      if (!found || score > found.score) found = { ...sentence, score };
    }
    const opening = oneLine(inputOf(reading).slice(0, 200));
    return found ? evidenceOf(row, found, found.text) : evidenceOf(row, { start: 0, end: 200 }, opening);
  };
}

/** What makes a sentence of little use as the one that is shown. */
const fragment = /(?<![.!?…]["'”’)]?)$|^\P{Lu}{0,2}\p{Ll}/u;
const question = /\?["'”’)]?$/;
const fragmentPenalty = 0.3;
/** What a word counts that only another one begins with. */
const asBeginning = 0.6;

/** How well a sentence answers the words: how many of them it has, then whether it is whole and no question, then how briefly. */
function fitness(sentence: string, words: SearchWord[]): number {
  const contains = containsWord(sentence);
  const counts = words.map((word, at) => {
    if (contains(word, false)) return 1;
    return at === words.length - 1 && contains(word, true) ? asBeginning : 0;
  });
  const count = counts.reduce<number>((sum, one) => sum + one, 0);
  const isPoor = fragment.test(sentence) || question.test(sentence);
  return count - (isPoor ? fragmentPenalty : 0) - sentence.length / 8000;
}
