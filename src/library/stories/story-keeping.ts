import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { createRows } from '../model/rows.ts';
import { headingOf } from '../text/sentences.ts';
import type { createClustering, Placement } from './clustering.ts';

type Member = { key: number; day: string; duplicate_of: number | null };

/** Keeps stories' rows consistent with their articles. */
export function createStoryKeeping(database: Database, clustering: ReturnType<typeof createClustering>) {
  const rows = createRows(database);
  const story = database.prepare('select first, last from stories where key = ?');
  const update = database.prepare(
    'update stories set title = coalesce(?, title), first = ?, last = ?, newest = ? where key = ?',
  );
  const members = database.prepare(
    'select key, day, duplicate_of from articles where story = ? order by key',
  );
  const move = database.prepare('update articles set story = ? where key = ?');
  const remove = database.prepare('delete from stories where key = ?');
  const copies = database.prepare('select key from articles where duplicate_of = ? order by key').pluck();
  const eventsOf = database.prepare('select distinct event from event_reports where article = ?').pluck();
  const tag = database.prepare(`
    insert or ignore into event_tags (tag, date, event, weight) select ?, date, key, weight from events where key = ?`);

  const untag = database.prepare(`
    delete from event_tags where tag = :tag and event = :event and not exists (
      select 1 from event_reports join articles on articles.key = event_reports.article
      where event_reports.event = :event and articles.story = :story)`);

  const refresh = (key: number) => {
    const all = members.all(key) as Member[];
    if (all.length === 0) return remove.run(key);
    const days = all
      .map(one => one.day)
      .filter(day => day !== '')
      .sort();
    const first = all.toSorted((a, b) => (a.day || '~').localeCompare(b.day || '~') || a.key - b.key)[0]!;
    // Where the reading is damaged, the headline is still in the article's row.
    const title = headingOf(rows.readingOrNothing(first.key)) || null;
    update.run(title, days[0] ?? '', days.at(-1) ?? '', all.at(-1)!.key, key);
  };

  const moveTo = (home: number, article: number) => {
    const { story: former } = rows.article(article);
    if (former === home) return;
    move.run(home, article);
    for (const event of eventsOf.all(article)) {
      tag.run(`s${home}`, event);
      untag.run({ tag: `s${former}`, event, story: former });
    }
  };

  const moveAll = (placements: readonly Placement[]): void => {
    const touched = new Set<number>();
    for (const { story: known, articles } of placements) {
      const [first, ...others] = articles.filter(article => article !== null);
      if (first === undefined) continue;
      const home = known ?? clustering.createStory(rows.readingOrNothing(first), rows.article(first).day);
      for (const key of [first, ...others].flatMap(article => [
        article,
        ...(copies.all(article) as number[]),
      ])) {
        touched.add(rows.article(key).story);
        moveTo(home, key);
      }
      touched.add(home);
    }
    for (const one of touched) refresh(one);
  };

  return {
    /** Records an article that joined; the earliest one's headline is the story's title. */
    expand(key: number, article: number, reading: Reading, day: string): void {
      const { first, last } = story.get(key) as { first: string; last: string };
      const earlier = day !== '' && (first === '' || day < first);
      update.run(
        earlier ? headingOf(reading) : null,
        earlier ? day : first,
        day > last ? day : last,
        article,
        key,
      );
    },
    /** Moves articles, with their copies, to where they belong now. */
    move: moveAll,
    /** Groups what is left of a story again after an article was removed: it may fall apart. */
    recluster(key: number): void {
      for (const { key: member, duplicate_of } of members.all(key) as Member[])
        if (duplicate_of !== null) moveTo(rows.article(duplicate_of).story, member);
      moveAll(clustering.regroup(key));
      refresh(key);
    },
  };
}
