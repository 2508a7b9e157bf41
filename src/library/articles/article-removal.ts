import type { Database } from '../../database/database.ts';
import { type Stores, tagsOf } from './article-store.ts';

/** Removes an article with everything that is derived from it, within a transaction of the caller. */
export function createArticleRemoval(database: Database, stores: Stores): (key: number) => void {
  const { rows, duplicates, clustering, stories, appearances, quotes, events, topics, entities } = stores;
  const deletions = [
    'delete from search where rowid = ?',
    'delete from readings where article = ?',
    'delete from articles where key = ?',
  ].map(sql => database.prepare(sql));
  const copies = database.prepare('select key from articles where duplicate_of = ? order by key').pluck();
  const setOriginal = database.prepare('update articles set duplicate_of = ? where key = ?');
  const quotesOf = database
    .prepare('select person, count(*) from quotes where article = ? and person is not null group by person')
    .raw();
  const startsOf = database
    .prepare('select start from event_reports where event = ? and article = ?')
    .pluck();

  /** The tags that an article's reports give an event, as they were when the article was added. */
  const retag = (article: number, event: number): string[] => {
    const reading = rows.readingOrNothing(article);
    const starts = new Set(startsOf.all(event, article) as number[]);
    const tags = tagsOf(reading, appearances.peopleOf(article), rows.article(article).story);
    return reading.events.filter(one => starts.has(one.start)).flatMap(one => tags(one).all);
  };

  return key => {
    const row = rows.article(key);
    const reading = rows.readingOrNothing(key);
    const [heir, ...others] = copies.all(key) as number[];
    if (heir !== undefined) {
      setOriginal.run(null, heir);
      topics.promote(heir);
      for (const other of others) setOriginal.run(heir, other);
    }
    events.remove(key, retag);
    if (heir !== undefined) events.reweigh(heir);
    const quoted = new Map(quotesOf.all(key) as [number, number][]);
    quotes.remove(key);
    topics.remove(key, row.duplicate_of !== null);
    entities.remove(key, reading, row.duplicate_of ?? heir ?? null);
    const staying = appearances.remove(key, reading);
    clustering.remove(key, reading);
    duplicates.remove(key);
    for (const statement of deletions) statement.run(key);
    if (heir === undefined && row.duplicate_of === null) appearances.uncount(staying, quoted);
    else
      appearances.recount([...staying, ...(heir === undefined ? [] : appearances.peopleOf(heir).values())]);
    stories.recluster(row.story);
  };
}
