import type { Database } from '../../database/database.ts';
import { createRows, numberOf } from '../model/rows.ts';
import type { Stories } from '../model/types.ts';
import { matchOf } from '../search/search-words.ts';
import { createStoryRows } from './story-rows.ts';

/** Stories: the articles about one event. */
export function createStories(database: Database): Stories {
  const rows = createRows(database);
  const stories = createStoryRows(database);
  const latest = database
    .prepare('select key from stories order by last desc, newest desc limit ? offset ?')
    .pluck();
  const countAll = database.prepare('select count(*) from stories').pluck();
  const matching = 'from search join articles on articles.key = search.rowid where search match ?';
  // A word in a headline weighs as much as five in the body.
  const find = database
    .prepare(`
      with found as materialized (select story, bm25(search, 5, 1) as rank ${matching})
      select story from found group by story order by min(rank), story desc limit ? offset ?`)
    .pluck();
  const countFound = database.prepare(`select count(distinct story) ${matching}`).pluck();

  const all = (keys: unknown[]) => (keys as number[]).map(key => stories.get(key)!);
  return {
    get: async id => stories.get(numberOf(id)),
    async of(article) {
      const row = rows.articleById(article);
      return row ? stories.get(row.story) : null;
    },
    latest: async ({ limit, offset }) => ({
      total: countAll.get() as number,
      items: all(latest.all(limit, offset)),
    }),
    async find(words, { limit, offset }) {
      const match = matchOf(words);
      if (match === null) return { total: 0, items: [] };
      return { total: countFound.get(match) as number, items: all(find.all(match, limit, offset)) };
    },
  };
}
