import type { Database } from '../../database/database.ts';
import type { Reading, ReadPerson } from '../../reading/model/reading.ts';
import { mergingOf } from './entity-resolution.ts';
import { nameOf } from './name.ts';
import { personVerdictsOf } from './overrides.ts';
import { namesIn, personStoreOf } from './person-store.ts';
import { personMovingOf } from './reassign.ts';
import { roleKey } from './role.ts';

/** Joins an article's people to those of the library, and takes them out again. */
export function castingOf(database: Database) {
  const store = personStoreOf(database);
  const verdicts = personVerdictsOf(database);
  const personFor = mergingOf(database, store, verdicts);
  const moving = personMovingOf(database, store, verdicts);
  const cast = database.prepare('insert into casts (article, person, local, day) values (?, ?, ?, ?)');
  const mention = database.prepare(`
    insert or ignore into mentions (article, person, start, "end", text) values (?, ?, ?, ?, ?)`);
  const role = database.prepare(`
    insert or ignore into roles (article, person, start, "end", text, folded, day) values (?, ?, ?, ?, ?, ?, ?)`);
  const castOf = database.prepare('select local, person from casts where article = ?');
  const appears = database.prepare('select 1 from casts where person = ? limit 1').pluck();
  const uncast = database.prepare('delete from casts where article = ?');
  const unmention = database.prepare('delete from mentions where article = ?');
  const unrole = database.prepare('delete from roles where article = ?');
  const recount = database.prepare(`
    update people set
      articles = (select count(distinct coalesce(duplicate_of, key)) from casts join articles on articles.key = casts.article
        where person = people.key),
      quotes = (select count(*) from quotes join articles on articles.key = quotes.article
        where person = people.key and duplicate_of is null)
    where key = ?`);
  const count = database.prepare(
    'update people set articles = articles + ?, quotes = quotes + ? where key = ?',
  );
  const appearsIn = database.prepare('select 1 from casts where article = ? and person = ? limit 1').pluck();

  const personOf = (
    article: string,
    read: ReadPerson,
    story: number,
    taken: ReadonlySet<number>,
  ): { key: number | null; hopeful: boolean } => {
    const decided = verdicts.figureFor(article, read);
    if (decided) {
      const key = decided.person ?? store.create();
      if (decided.person === null) verdicts.settle(decided.figure, key);
      return { key, hopeful: false };
    }
    const { person, twins, hopeful } = personFor(read, story, taken);
    for (const twin of twins) moving.unite(twin, person!);
    return { key: person, hopeful };
  };

  const peopleOf = (article: number) =>
    new Map((castOf.all(article) as { local: string; person: number }[]).map(row => [row.local, row.person]));

  return {
    peopleOf,
    /**
     * Who of the library each of a reading's people is, by the reading's own ids; new ones are made. Those
     * that this article shows to be one are joined.
     * @param id the article's
     */
    assign(reading: Reading, story: number, id: string): Map<string, number> {
      const people = new Map<string, number>();
      const taken = new Set<number>();
      const give = (person: ReadPerson, key: number) => {
        people.set(person.id, key);
        taken.add(key);
        store.note(key, namesIn(person));
      };
      // Full names first: others are recognized by the people they appear with. Those who may be wait.
      const waiting: ReadPerson[] = [];
      for (const person of [...reading.people].sort((a, b) => wordsIn(b) - wordsIn(a))) {
        const { key, hopeful } = personOf(id, person, story, taken);
        if (key === null && hopeful) waiting.push(person);
        else give(person, key ?? store.create());
      }
      for (const person of waiting) give(person, personOf(id, person, story, taken).key ?? store.create());
      return people;
    },
    add(article: number, reading: Reading, day: string, people: Map<string, number>): void {
      for (const person of reading.people) {
        const key = people.get(person.id)!;
        cast.run(article, key, person.id, day);
        for (const { start, end, text } of person.mentions) mention.run(article, key, start, end, text);
        for (const { start, end, text } of person.roles)
          role.run(article, key, start, end, text, roleKey(text), day);
      }
    },
    /** Counts a new article for its people; a near-duplicate counts only for those its first does not have. */
    count(people: Iterable<number>, quotesOf: (person: number) => number, duplicateOf: number | null): void {
      for (const person of new Set(people)) {
        const counted = duplicateOf !== null && appearsIn.get(duplicateOf, person) !== undefined;
        count.run(counted ? 0 : 1, duplicateOf === null ? quotesOf(person) : 0, person);
      }
    },
    recount: (people: Iterable<number>) => {
      for (const person of new Set(people)) recount.run(person);
    },
    /** Removes an article's people; those in no other article are deleted. Returns the ones that remain. */
    remove(article: number, reading: Reading): number[] {
      const people = peopleOf(article);
      uncast.run(article);
      unmention.run(article);
      unrole.run(article);
      const staying: number[] = [];
      for (const person of reading.people) {
        const key = people.get(person.id)!;
        const others = [...people].some(([local, other]) => other === key && local > person.id);
        const gone = appears.get(key) === undefined && !others;
        store.forget(key, namesIn(person), gone);
        if (!gone) staying.push(key);
      }
      return staying;
    },
  };
}

function wordsIn(person: ReadPerson): number {
  return nameOf(person.name)?.words.length ?? 0;
}
