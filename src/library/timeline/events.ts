import type { Database } from '../../database/database.ts';
import type { ReadEvent, Reading } from '../../reading/model/reading.ts';
import { monthNames, weekdayNames } from '../../reading/text/calendar.ts';
import { stem } from '../../reading/text/stem.ts';
import { foldedWords } from '../text/fold.ts';
import { isFrequent } from '../text/word-lists.ts';
import { differInKind, eventKindOf } from './event-triggers.ts';
import { keptWeight, type Placed } from './report-weight.ts';

/**
 * From this share of the shorter sentence's informative words on, two sentences report the same event of a day. Names
 * and offices of its people are left out: a person does many things on one day.
 */
const sameFrom = 0.55;
/** One article seldom reports the same twice: two of its sentences must agree in nearly all words. */
const sameWithinFrom = 0.8;
/** What was planned and what came of it are told in other words: `will meet` and `held talks`. */
const sameAsPlannedFrom = 0.4;
const fewestShared = 3;
/** The same where all words of the shorter sentence are shared. */
const fewestOfAll = 2;
/** The date is known to be the same already. */
const dayWords = new Set([...monthNames, ...weekdayNames]);
/** What makes an announcement says nothing of what is announced. */
const planWords = new Set(
  'will due set expected scheduled slated planned plans planning announced announcing upcoming later prepare prepares preparing'.split(
    ' ',
  ),
);
const compared = 60;

type TaggedRow = { key: number; text: string; precision: string; planned: number };

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
  const tagged = database.prepare(`
    select events.key, events.text, events.precision, events.planned from event_tags
    join events on events.key = event_tags.event
    where tag = ? and event_tags.date = ? order by event desc limit ${compared}`);
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

  const sameAs = (
    event: ReadEvent,
    tags: string[],
    own: ReadonlyMap<number, number>,
    called: ReadonlySet<string>,
  ): number | null => {
    const words = informativeWords(event.text, called);
    const seen = new Set<number>();
    for (const one of tags)
      for (const row of tagged.all(one, event.date) as TaggedRow[]) {
        if (seen.has(row.key) || row.precision !== event.precision) continue;
        seen.add(row.key);
        const isOfPlan = (row.planned === 1) !== (event.planned === true);
        const from = own.has(row.key) ? sameWithinFrom : isOfPlan ? sameAsPlannedFrom : sameFrom;
        if (row.text === event.text || overlap(words, informativeWords(row.text, called)) >= from)
          return row.key;
      }
    return null;
  };

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

function informativeWords(text: string, called: ReadonlySet<string>): Set<string> {
  return new Set(
    foldedWords(text)
      .filter(word => word.length > 2 && !isFrequent(word) && !dayWords.has(word) && !planWords.has(word))
      .map(stem)
      .filter(word => !called.has(word))
      .map(eventKindOf),
  );
}

/** The words of the names and offices that an article gives an event's people. */
function calledWords(event: ReadEvent, reading: Reading): Set<string> {
  const those = reading.people.filter(person => event.people.includes(person.id));
  const called = those.flatMap(({ name, variants, roles }) => [
    name,
    ...variants,
    ...roles.map(role => role.text),
  ]);
  return new Set(called.flatMap(foldedWords).map(stem));
}

/** The share of the smaller set's words that both have; 0 if they are too few to decide. */
function overlap(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter(word => b.has(word)).length;
  const smaller = Math.min(a.size, b.size);
  const share = shared / smaller;
  const isEnough = shared >= fewestShared || (shared >= fewestOfAll && share === 1);
  return isEnough && !differInKind(a, b) ? share : 0;
}
