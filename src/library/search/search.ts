import type { Database } from '../../database/database.ts';
import { countLimit, limitedTotal } from '../model/counting.ts';
import { createForwarding } from '../model/forwarding.ts';
import { type ArticleRow, createRows, evidenceOf, refOf } from '../model/rows.ts';
import type { Evidence, Search } from '../model/types.ts';
import { foldedWords, oneLine } from '../text/fold.ts';
import { inputOf, sentencesOf } from '../text/sentences.ts';
import { createFiltered } from './filter.ts';
import { createHits } from './hits.ts';
import { askedWords } from './search-words.ts';

/** Finding articles by words and by conditions. */
export function createSearch(database: Database): Search {
  const rows = createRows(database);
  const hits = createHits(database);
  const filtered = createFiltered(database);
  const forwarding = createForwarding(database);
  // Read off an index of the copies alone: the articles themselves are not looked at.
  const originals = database
    .prepare(
      'select key, duplicate_of from articles where duplicate_of is not null and key in (select value from json_each(?))',
    )
    .raw();

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
      const asked = askedWords(words);
      const all = hits.ranked(words);
      const { keys, isMore } = all.keys.length > 0 ? all : hits.ranked(words, 'any');
      const originalOf = new Map(originals.all(JSON.stringify(keys)) as [number, number][]);
      const hit = new Set(keys);
      // One text is shown once: as its original, or as the copy where the words are in that only, as in its headline.
      const shown = new Map<number, number>();
      for (const key of keys) {
        const original = originalOf.get(key) ?? key;
        if (!shown.has(original)) shown.set(original, hit.has(original) ? original : key);
      }
      return {
        total: isMore ? countLimit + 1 : limitedTotal(shown.size),
        items: [...shown.values()].slice(offset, offset + limit).map(key => {
          const row = rows.article(key);
          return { article: refOf(row), passage: passage(row, asked) };
        }),
      };
    },
    filtered: async (filter, range) => filtered(forwarding.follow(filter), range),
  };
}

/** How well a sentence answers the words: how many of them it has, then how briefly. */
function fitness(sentence: string[], words: string[]): number {
  const last = words.at(-1)!;
  const has = (word: string) => sentence.some(own => own === word || (word === last && own.startsWith(word)));
  return words.filter(has).length - sentence.length / 1000;
}
