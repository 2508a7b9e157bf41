import type { Reading } from '../reading/reading.ts';
import type { Database } from './database.ts';
import { containment, sampleOf, shinglesOf } from './shingles.ts';

/** Excerpts contain one another wholly, copies with a third of the words replaced to 0.3; other articles share 0.04. */
const sameFrom = 0.6;
/** Of a text of fewer runs a chance likeness is too easy. */
const fewestShingles = 25;

/** Finds the article that a text repeats, and keeps the index by which it is found. */
export function duplicatesOf(database: Database) {
  const add = database.prepare('insert or ignore into shingles (hash, article) values (?, ?)');
  const remove = database.prepare('delete from shingles where article = ?');
  const sharing = database.prepare(`
    select article, count(*) as shared from shingles
    where hash in (select value from json_each(?)) group by article
    order by shared desc, article limit 5`);
  const text = database.prepare('select json from readings where article = ?').pluck();

  return {
    /** The earliest article with the same text, retitled or shortened copies too; null if there is none. */
    find(reading: Reading): number | null {
      const shingles = shinglesOf(reading.text);
      if (shingles.size < fewestShingles) return null;
      const rows = sharing.all(JSON.stringify(sampleOf(shingles))) as { article: number; shared: number }[];
      const same = rows.filter(row => {
        const other = shinglesOf((JSON.parse(text.get(row.article) as string) as Reading).text);
        return other.size >= fewestShingles && containment(shingles, other) >= sameFrom;
      });
      return same.length === 0 ? null : Math.min(...same.map(row => row.article));
    },
    add(article: number, reading: Reading): void {
      const shingles = shinglesOf(reading.text);
      if (shingles.size < fewestShingles) return;
      for (const hash of sampleOf(shingles)) add.run(hash, article);
    },
    remove: (article: number) => remove.run(article),
  };
}
