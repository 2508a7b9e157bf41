import type { Database } from '../../database/database.ts';
import { countLimit, limitedTotal } from '../model/counting.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf, refOf } from '../model/rows.ts';
import type { Evidence, Search } from '../model/types.ts';
import { foldedWords, oneLine } from '../text/fold.ts';
import { inputOf, sentencesOf } from '../text/sentences.ts';
import { createFiltered } from './filter.ts';
import { createHits } from './hits.ts';
import { anyMatchOf, askedWords, matchOf } from './search-words.ts';

/** Finding articles by words and by conditions. */
export function createSearch(database: Database): Search {
  const rows = createRows(database);
  const hits = createHits(database);
  const originals = database.prepare(`
    select ${articleColumns} from articles where key in (select value from json_each(?)) and duplicate_of is null`);

  const passage = (row: ArticleRow, words: string[]): Evidence => {
    const reading = rows.reading(row.key);
    let found: { score: number; start: number; end: number; text: string } | null = null;
    for (const sentence of sentencesOf(reading)) {
      const score = fitness(foldedWords(sentence.text), words);
      if (!found || score > found.score) found = { ...sentence, score };
    }
    const opening = oneLine(inputOf(reading).slice(0, 200));
    return found ? evidenceOf(row, found, found.text) : evidenceOf(row, { start: 0, end: 200 }, opening);
  };

  return {
    async articles(words, { limit, offset }) {
      const strict = matchOf(words);
      if (strict === null) return { total: 0, items: [] };
      const all = hits.ranked(strict);
      const any = all.keys.length === 0 ? anyMatchOf(words) : null;
      const { keys, isMore } = any === null ? all : hits.ranked(any);
      const byKey = new Map((originals.all(JSON.stringify(keys)) as ArticleRow[]).map(row => [row.key, row]));
      const found = keys.flatMap(key => byKey.get(key) ?? []);
      const asked = askedWords(words);
      return {
        total: isMore ? countLimit + 1 : limitedTotal(found.length),
        items: found
          .slice(offset, offset + limit)
          .map(row => ({ article: refOf(row), passage: passage(row, asked) })),
      };
    },
    filtered: createFiltered(database),
  };
}

/** How well a sentence answers the words: how many of them it has, then how briefly. */
function fitness(sentence: string[], words: string[]): number {
  const last = words.at(-1)!;
  const has = (word: string) => sentence.some(own => own === word || (word === last && own.startsWith(word)));
  return words.filter(has).length - sentence.length / 1000;
}
