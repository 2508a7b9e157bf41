import type { Database } from '../../database/database.ts';
import type { ReadEvent, Reading } from '../../reading/model/reading.ts';
import { keptWeight, type Placed } from './report-weight.ts';
import { calledWords, createSameEvent } from './same-event.ts';

/** Stores what happened when: the same event once, however many articles report it. */
export function createEvents(database: Database) {
  const insert = database.prepare(
    'insert into events (date, precision, basis, text, until, approximate, planned, weight) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const report = database.prepare(`
    insert or ignore into event_reports (event, article, start, "end", basis, text, planned)
    values (?, ?, ?, ?, ?, ?, ?)`);
  // A report that it happened says more than an announcement.
  const came = database.prepare(
    'update events set text = ?, basis = ?, planned = 0 where key = ? and planned = 1',
  );
  const tag = database.prepare(`
    insert or ignore into event_tags (tag, date, event, weight)
    select :tag, date, key, weight from events where key = :event`);
  // What an event weighs reaches its tags and its day by triggers.
  const addWeight = database.prepare('update events set weight = weight + ? where key = ?');
  const setWeight = database.prepare('update events set weight = ? where key = ?');
  const weighed = database.prepare(`
    select event_reports.article, event_reports.start, articles.day
    from event_reports join articles on articles.key = event_reports.article
    where event = ? and articles.duplicate_of is null`);
  const reportedIn = database.prepare('select distinct event from event_reports where article = ?').pluck();
  const retract = database.prepare('delete from event_reports where article = ?');
  const untag = database.prepare('delete from event_tags where event = ?');
  const first = database.prepare(`
    select text, basis, planned from event_reports where event = ? order by planned, article, start limit 1`);
  const republish = database.prepare('update events set text = ?, basis = ?, planned = ? where key = ?');
  const remove = database.prepare('delete from events where key = ?');
  const reportingArticles = database
    .prepare('select distinct article from event_reports where event = ?')
    .pluck();
  const dateOf = database.prepare('select date from events where key = ?').pluck();

  const sameAs = createSameEvent(database);

  const insertFrom = (
    { date, precision, text, until, approximate, planned }: ReadEvent,
    basis: string,
    weight: number,
  ) =>
    insert.run(date, precision, basis, text, until ?? null, approximate ? 1 : 0, planned ? 1 : 0, weight)
      .lastInsertRowid;

  /** Weighs the reports of an event again. */
  const reweigh = (event: number): void => {
    const date = dateOf.get(event) as string;
    if (!isExact(date)) return;
    const best = new Map<number, number>();
    for (const { article, ...place } of weighed.all(event) as (Placed & { article: number })[])
      best.set(article, Math.max(best.get(article) ?? 0, keptWeight(date, place)));
    setWeight.run(
      [...best.values()].reduce((sum, weight) => sum + weight, 0),
      event,
    );
  };

  return {
    /**
     * Keeps an article's events. `tagsOf` gives what an event can be looked up by: people, topics, the
     * story; the same event is looked for among those with a tag of its people or its story. The reports of a copy
     * weigh nothing.
     */
    add(
      article: number,
      reading: Reading,
      tagsOf: (event: ReadEvent) => { same: string[]; all: string[] },
      isCopy: boolean,
    ): void {
      /** Of each event what the article's best report of it weighs. */
      const own = new Map<number, number>();
      const day = reading.published.date ?? '';
      for (const event of reading.events) {
        const { same, all } = tagsOf(event);
        const basis = basisOf(event, reading);
        const planned = event.planned ? 1 : 0;
        const isWeighed = isExact(event.date) && !isCopy;
        const weight = isWeighed ? keptWeight(event.date, { day, start: event.start }) : 0;
        const known = sameAs(event, same, own, calledWords(event, reading));
        const key = known ?? Number(insertFrom(event, basis, weight));
        const more = weight - (own.get(key) ?? 0);
        if (known !== null && more > 0) addWeight.run(more, key);
        own.set(key, Math.max(weight, own.get(key) ?? 0));
        report.run(key, article, event.start, event.end, basis, event.text, planned);
        if (!planned) came.run(event.text, basis, key);
        for (const one of all) tag.run({ tag: one, event: key });
      }
    },
    /** Weighs the events that an article reports again, as it is no longer a copy. */
    reweigh(article: number): void {
      for (const event of reportedIn.all(article) as number[]) reweigh(event);
    },
    /** Takes an article's reports out. `retag` gives the tags that another article's report still gives. */
    remove(article: number, retag: (article: number, event: number) => string[]): void {
      const touched = reportedIn.all(article) as number[];
      retract.run(article);
      for (const key of touched) {
        untag.run(key);
        const left = first.get(key) as { text: string; basis: string; planned: number } | undefined;
        if (!left) {
          remove.run(key);
          continue;
        }
        republish.run(left.text, left.basis, left.planned, key);
        reweigh(key);
        for (const reporter of reportingArticles.all(key) as number[])
          for (const one of retag(reporter, key)) tag.run({ tag: one, event: key });
      }
    },
  };
}

/** Whether a date is a day: only days are weighed. */
function isExact(date: string): boolean {
  return date.length === 10;
}

/** How the date of an event was resolved: as the reader says of the date in its sentence. */
function basisOf(event: ReadEvent, reading: Reading): string {
  const within = reading.dates.filter(date => date.start >= event.start && date.end <= event.end);
  return (within.find(date => date.value === event.date) ?? within[0])?.basis ?? 'explicit';
}
