import type { Database } from '../../database/database.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf, refOf, toSlice } from '../model/rows.ts';
import type { ArticleRef, Evidence, Search } from '../model/types.ts';
import { foldedWords, oneLine } from '../text/fold.ts';
import { inputOf, sentencesOf } from '../text/sentences.ts';
import { conditionsOf } from './filter.ts';
import { anyMatchOf, askedWords, matchOf } from './search-words.ts';

/** Finding articles by words and by conditions. */
export function createSearch(database: Database): Search {
  const rows = createRows(database);
  const matching = `
    from search join articles on articles.key = search.rowid
    where search match ? and duplicate_of is null`;
  const count = database.prepare(`select count(*) ${matching}`).pluck();
  // A word of a headline weighs as much as five of the body.
  const best = database.prepare(`
    select ${articleColumns} ${matching} order by bm25(search, 5, 1), day desc, articles.key desc limit ? offset ?`);

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
      const found = count.get(strict) as number;
      const match = found > 0 ? strict : (anyMatchOf(words) ?? strict);
      const asked = askedWords(words);
      return toSlice(
        found > 0 ? found : count.get(match),
        best.all(match, limit, offset),
        (row: ArticleRow) => ({
          article: refOf(row),
          passage: passage(row, asked),
        }),
      );
    },
    async filtered(filter, { limit, offset }) {
      const { where, values } = conditionsOf(filter);
      const condition = ['duplicate_of is null', ...where].join(' and ');
      const total = database.prepare(`select count(*) from articles where ${condition}`).pluck().get(values);
      const found = database
        .prepare(
          `select ${articleColumns} from articles where ${condition} order by day desc, key desc limit :limit offset :offset`,
        )
        .all({ ...values, limit, offset });
      return toSlice<ArticleRow, ArticleRef>(total, found, refOf);
    },
  };
}

/** How well a sentence answers the words: how many of them it has, then how briefly. */
function fitness(sentence: string[], words: string[]): number {
  const last = words.at(-1)!;
  const has = (word: string) => sentence.some(own => own === word || (word === last && own.startsWith(word)));
  return words.filter(has).length - sentence.length / 1000;
}
