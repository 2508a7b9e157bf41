import type { Database } from '../../database/database.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { createRows } from '../model/rows.ts';
import { createQuoteStore } from '../quotes/quote-store.ts';
import type { PersonVerdicts } from './overrides.ts';
import { namesIn, type PersonStore } from './person-store.ts';

/** A person of an article: the article's key and the reading's own id. */
export type Cast = { article: number; local: string };

/** Gives what articles tell of one person to another, with everything that rests on it. */
export function personMovingOf(database: Database, store: PersonStore, verdicts: PersonVerdicts) {
  const rows = createRows(database);
  const quotes = createQuoteStore(database);
  const recast = database.prepare('update casts set person = ? where article = ? and local = ?');
  const remention = database.prepare(
    'update or ignore mentions set person = ? where article = ? and start = ? and person = ?',
  );
  const rerole = database.prepare(
    'update or ignore roles set person = ? where article = ? and start = ? and person = ?',
  );
  const castsOf = database.prepare(
    'select article, local from casts where person = ? order by article, local',
  );
  const castIn = database.prepare('select local, person from casts where article = ?');
  const reports = database.prepare(`
    select event, article, start from event_reports
    where event in (select event from event_reports where article = ?)`);
  const untag = database.prepare('delete from event_tags where tag = ? and event = ?');
  const tag = database.prepare(`
    insert or ignore into event_tags (tag, date, event) select ?, date, key from events where key = ?`);
  const recount = database.prepare(`
    update people set
      articles = (select count(distinct coalesce(duplicate_of, articles.key)) from casts
        join articles on articles.key = casts.article where person = people.key),
      quotes = (select count(*) from quotes join articles on articles.key = quotes.article
        where person = people.key and duplicate_of is null)
    where key = ?`);

  const readIn = ({ article, local }: Cast): ReadPerson =>
    rows.reading(article).people.find(person => person.id === local)!;
  const peopleIn = (article: number) =>
    new Map((castIn.all(article) as { local: string; person: number }[]).map(row => [row.local, row.person]));

  /** The tags by which an article's events are found under two people. */
  const retag = (article: number, people: number[]): void => {
    const reported = reports.all(article) as { event: number; article: number; start: number }[];
    for (const row of reported) for (const person of people) untag.run(`p${person}`, row.event);
    for (const { event: key, article: reporter, start } of reported) {
      const cast = peopleIn(reporter);
      const event = rows.reading(reporter).events.find(one => one.start === start);
      for (const local of event?.people ?? [])
        if (people.includes(cast.get(local) ?? -1)) tag.run(`p${cast.get(local)}`, key);
    }
  };

  const move = (casts: Cast[], from: number, to: number): void => {
    for (const cast of casts) {
      const read = readIn(cast);
      recast.run(to, cast.article, cast.local);
      for (const { start } of read.mentions) remention.run(to, cast.article, start, from);
      for (const { start } of read.roles) rerole.run(to, cast.article, start, from);
      store.note(to, namesIn(read));
    }
    for (const article of new Set(casts.map(cast => cast.article))) {
      const reading = rows.reading(article);
      quotes.remove(article);
      quotes.add(article, reading, rows.article(article).day, peopleIn(article));
      retag(article, [from, to]);
    }
    const isGone = castsOf.get(from) === undefined;
    if (isGone) store.forget(from, [], true);
    else for (const cast of casts) store.forget(from, namesIn(readIn(cast)), false);
    for (const person of isGone ? [to] : [from, to]) recount.run(person);
  };

  return {
    castsOf: (person: number) => castsOf.all(person) as Cast[],
    readIn,
    move,
    /** Everything of one person is another's from now on; the other's id stays, and the first one is forwarded. */
    unite(from: number, to: number): void {
      verdicts.rename(from, to);
      move(castsOf.all(from) as Cast[], from, to);
    },
  };
}

export type PersonMoving = ReturnType<typeof personMovingOf>;
