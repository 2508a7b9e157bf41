import type { Database } from '../../database/database.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { rowsOf } from '../model/rows.ts';
import { quoteStoreOf } from '../quotes/quote-store.ts';
import type { PersonVerdicts } from './overrides.ts';
import { namesIn, type PersonStore } from './person-store.ts';

/** Somebody of an article: the article's key and the reading's own id. */
export type Cast = { article: number; local: string };

/** Gives what articles tell of one person to another, with everything that rests on it. */
export function personMovingOf(database: Database, store: PersonStore, verdicts: PersonVerdicts) {
  const rows = rowsOf(database);
  const quotes = quoteStoreOf(database);
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
  const tellings = database.prepare(`
    select happening, article, start from tellings
    where happening in (select happening from tellings where article = ?)`);
  const unmark = database.prepare('delete from happening_marks where mark = ? and happening = ?');
  const mark = database.prepare(`
    insert or ignore into happening_marks (mark, date, happening) select ?, date, key from happenings where key = ?`);
  const recount = database.prepare(`
    update people set
      articles = (select count(distinct coalesce(duplicate_of, articles.key)) from casts
        join articles on articles.key = casts.article where person = people.key),
      quotes = (select count(*) from quotes join articles on articles.key = quotes.article
        where person = people.key and duplicate_of is null)
    where key = ?`);
  const subscribed = database.prepare(`
    update subscription set people = (
      select json_group_array(distinct case value when :from then :to else value end) from json_each(people))
    where exists (select 1 from json_each(people) where value = :from)`);
  const asked = database.prepare('update or replace asked set about = :to where about = :from');

  const readIn = ({ article, local }: Cast): ReadPerson =>
    rows.reading(article).people.find(person => person.id === local)!;
  const peopleIn = (article: number) =>
    new Map((castIn.all(article) as { local: string; person: number }[]).map(row => [row.local, row.person]));

  /** The marks by which an article's happenings are found under two people. */
  const remark = (article: number, people: number[]): void => {
    const told = tellings.all(article) as { happening: number; article: number; start: number }[];
    for (const { happening } of told) for (const person of people) unmark.run(`p${person}`, happening);
    for (const { happening, article: teller, start } of told) {
      const cast = peopleIn(teller);
      const event = rows.reading(teller).events.find(one => one.start === start);
      for (const local of event?.people ?? [])
        if (people.includes(cast.get(local) ?? -1)) mark.run(`p${cast.get(local)}`, happening);
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
      remark(article, [from, to]);
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
    /** Everything of one person is another's from now on, under the other's id. */
    unite(from: number, to: number): void {
      verdicts.rename(from, to);
      move(castsOf.all(from) as Cast[], from, to);
      subscribed.run({ from: String(from), to: String(to) });
      asked.run({ from: `p${from}`, to: `p${to}` });
    },
  };
}

export type PersonMoving = ReturnType<typeof personMovingOf>;
