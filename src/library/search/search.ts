import type { Database } from '../../database/database.ts';
import type { Search } from '../model/contracts.ts';
import { countLimit, limitedTotal } from '../model/counting.ts';
import { createForwarding } from '../model/forwarding.ts';
import { createRows, refOf } from '../model/rows.ts';
import type { Range } from '../model/types.ts';
import { askedWords } from './asked-words.ts';
import { createFiltered } from './filter.ts';
import { createHits } from './hits.ts';
import { createPassages } from './passages.ts';
import { createSpelling } from './spelling.ts';

/** Finding articles by words and by conditions. */
export function createSearch(database: Database): Search {
  const rows = createRows(database);
  const hits = createHits(database);
  const filtered = createFiltered(database);
  const forwarding = createForwarding(database);
  const passage = createPassages(database);
  const corrected = createSpelling(database);
  // Read off an index of the copies alone: the articles themselves are not looked at.
  const originals = database
    .prepare(
      'select key, duplicate_of from articles where duplicate_of is not null and key in (select value from json_each(?))',
    )
    .raw();

  // In one transaction, as another process may remove an article between two look-ups.
  const articles = database.transaction((words: string, { limit, offset }: Range) => {
    const asked = askedWords(words);
    const { keys, isMore } = hits.rankedByAllOrAny(words);
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
  });

  return {
    articles: async (words, range) => articles(words, range),
    corrected: async words => corrected(words),
    filtered: async (filter, range) => filtered.page(forwarding.follow(filter), range),
  };
}
