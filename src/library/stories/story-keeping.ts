import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { createRows } from '../model/rows.ts';
import { storedVector } from '../model/stored-json.ts';
import { headingOf } from '../text/sentences.ts';
import type { createClustering } from './clustering.ts';

type Member = { key: number; day: string; duplicate_of: number | null };

/** Keeps stories' rows consistent with their articles. */
export function createStoryKeeping(database: Database, forming: ReturnType<typeof createClustering>) {
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
  const vector = database.prepare('select json from vectors where article = ?').pluck();
  const eventsOf = database.prepare('select distinct event from event_reports where article = ?').pluck();
  const dateOf = database.prepare('select date from events where key = ?').pluck();
  const tag = database.prepare('insert or ignore into event_tags (tag, date, event) values (?, ?, ?)');

  const refresh = (key: number) => {
    const all = members.all(key) as Member[];
    if (all.length === 0) return remove.run(key);
    const days = all
      .map(one => one.day)
      .filter(day => day !== '')
      .sort();
    const first = all.toSorted((a, b) => (a.day || '~').localeCompare(b.day || '~') || a.key - b.key)[0]!;
    update.run(headingOf(rows.reading(first.key)), days[0] ?? '', days.at(-1) ?? '', all.at(-1)!.key, key);
  };

  const moveTo = (home: number, article: number) => {
    move.run(home, article);
    for (const event of eventsOf.all(article)) tag.run(`s${home}`, dateOf.get(event), event);
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
    /**
     * Lets single articles follow one that joined `home` and is similar to them too: it may be the link between the
     * beginning of an event and its consequences. `others` are the stories it is nearly similar to.
     */
    mergeSingles(home: number, others: number[]): void {
      const at = (members.all(home) as Member[]).map(member => member.key);
      for (const other of others) {
        const all = members.all(other) as Member[];
        const [lone, ...more] = all.filter(member => member.duplicate_of === null);
        if (!lone || more.length > 0 || other === home) continue;
        const own = storedVector(vector.get(lone.key));
        if (!forming.storiesFor(own, lone.day, at).fits.includes(home)) continue;
        for (const member of all) moveTo(home, member.key);
        refresh(other);
        refresh(home);
      }
    },
    /** Clusters what is left of a story anew after an article was removed: it may fall apart. */
    recluster(key: number): void {
      const left = members.all(key) as Member[];
      const placed: number[] = [];
      const touched = new Set([key]);
      for (const member of left) {
        if (member.duplicate_of !== null) moveTo(rows.article(member.duplicate_of).story, member.key);
        else if (placed.length > 0) {
          const own = storedVector(vector.get(member.key));
          const [fitting] = forming.storiesFor(own, member.day, placed).fits;
          const home = fitting ?? forming.createStory(rows.reading(member.key), member.day);
          if (home !== key) moveTo(home, member.key);
          touched.add(home);
        }
        placed.push(member.key);
      }
      for (const one of touched) refresh(one);
    },
  };
}
