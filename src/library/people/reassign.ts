import type { Database } from '../../database/database.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { createRows } from '../model/rows.ts';
import { createQuoteStore } from '../quotes/quote-store.ts';
import type { Overrides } from './overrides.ts';
import { namesIn, type PersonStore } from './person-store.ts';

/** A person of an article: the article's key and the reading's own id. */
export type Appearance = { article: number; local: string };

/** Gives what articles tell of one person to another, with everything that rests on it. */
export function createReassignment(database: Database, store: PersonStore, overrides: Overrides) {
  const rows = createRows(database);
  const quotes = createQuoteStore(database);
  const reassign = database.prepare('update appearances set person = ? where article = ? and local = ?');
  const reassignMention = database.prepare(
    'update or ignore mentions set person = ? where article = ? and start = ? and person = ?',
  );
  const reassignRole = database.prepare(
    'update or ignore roles set person = ? where article = ? and start = ? and person = ?',
  );
  const appearancesOf = database.prepare(
    'select article, local from appearances where person = ? order by article, local',
  );
  const appearancesIn = database.prepare('select local, person from appearances where article = ?');
  const reports = database.prepare(`
    select event, article, start from event_reports
    where event in (select event from event_reports where article = ?)`);
  const untag = database.prepare('delete from event_tags where tag = ? and event = ?');
  const tag = database.prepare(`
    insert or ignore into event_tags (tag, date, event, weight) select ?, date, key, weight from events where key = ?`);
  const recount = database.prepare(`
    update people set
      articles = (select count(distinct coalesce(duplicate_of, articles.key)) from appearances
        join articles on articles.key = appearances.article where person = people.key),
      quotes = (select count(*) from quotes join articles on articles.key = quotes.article
        where person = people.key and duplicate_of is null)
    where key = ?`);

  const readIn = ({ article, local }: Appearance): ReadPerson =>
    rows.reading(article).people.find(person => person.id === local)!;
  const peopleIn = (article: number) =>
    new Map(
      (appearancesIn.all(article) as { local: string; person: number }[]).map(row => [row.local, row.person]),
    );

  /** The tags by which an article's events are found under two people. */
  const retag = (article: number, people: number[]): void => {
    const reported = reports.all(article) as { event: number; article: number; start: number }[];
    for (const row of reported) for (const person of people) untag.run(`p${person}`, row.event);
    for (const { event: key, article: reporter, start } of reported) {
      const assigned = peopleIn(reporter);
      const event = rows.reading(reporter).events.find(one => one.start === start);
      for (const local of event?.people ?? [])
        if (people.includes(assigned.get(local) ?? -1)) tag.run(`p${assigned.get(local)}`, key);
    }
  };

  const move = (appearances: Appearance[], from: number, to: number): void => {
    for (const appearance of appearances) {
      const read = readIn(appearance);
      reassign.run(to, appearance.article, appearance.local);
      for (const { start } of read.mentions) reassignMention.run(to, appearance.article, start, from);
      for (const { start } of read.roles) reassignRole.run(to, appearance.article, start, from);
      store.note(to, namesIn(read));
    }
    for (const article of new Set(appearances.map(appearance => appearance.article))) {
      const reading = rows.reading(article);
      quotes.remove(article);
      quotes.add(article, reading, rows.article(article).day, peopleIn(article));
      retag(article, [from, to]);
    }
    const isGone = appearancesOf.get(from) === undefined;
    if (isGone) store.forget(from, [], true);
    else for (const appearance of appearances) store.forget(from, namesIn(readIn(appearance)), false);
    for (const person of isGone ? [to] : [from, to]) recount.run(person);
  };

  return {
    appearancesOf: (person: number) => appearancesOf.all(person) as Appearance[],
    readIn,
    move,
    /** Everything of one person is another's from now on; the other's id stays, and the first one is forwarded. */
    merge(from: number, to: number): void {
      overrides.rename(from, to);
      move(appearancesOf.all(from) as Appearance[], from, to);
    },
  };
}
