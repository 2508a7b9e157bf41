import type { Database } from '../../database/database.ts';
import { type ArticleRow, articleColumns, refOf } from '../model/rows.ts';
import type { Story } from '../model/types.ts';
import { storyTitle } from './story-title.ts';

/** Reads stories with their articles. */
export function createStoryRows(database: Database) {
  const one = database.prepare('select key, title, first, last from stories where key = ?');
  const members = database.prepare(`
    select ${articleColumns} from articles where story = ?
    order by case day when '' then '~' else day end, key`);

  return {
    get(key: number): Story | null {
      const row = one.get(key) as { key: number; title: string; first: string; last: string } | undefined;
      if (!row) return null;
      const all = members.all(key) as ArticleRow[];
      const articles = all
        .filter(article => article.duplicate_of === null)
        .map(article => ({
          ...refOf(article),
          duplicates: all.filter(other => other.duplicate_of === article.key).map(refOf),
        }));
      const [dated, undated] = [all.filter(({ day }) => day !== ''), all.filter(({ day }) => day === '')];
      const titles = [...undated, ...dated].flatMap(article => refOf(article).title ?? []);
      return {
        id: String(row.key),
        title: storyTitle(titles) ?? row.title,
        articles,
        first: row.first || null,
        last: row.last || null,
      };
    },
  };
}
