import type { Database } from '../../database/database.ts';
import type { Reading, ReadPerson } from '../../reading/model/reading.ts';
import { fold } from '../text/fold.ts';
import { createEntityResolution } from './entity-resolution.ts';
import { nameOf } from './name.ts';
import { createOverrides } from './overrides.ts';
import { createPersonStore, type KnownNames, namesIn } from './person-store.ts';
import { createReassignment } from './reassign.ts';
import { roleKey, wordingOf } from './role.ts';

/** Joins an article's people to those of the library, and takes them out again; `known` is emptied after each transaction. */
export function createAppearances(database: Database, known: KnownNames) {
  const store = createPersonStore(database, known);
  const overrides = createOverrides(database);
  const personFor = createEntityResolution(database, store, overrides);
  const reassignment = createReassignment(database, store, overrides);
  const insert = database.prepare(
    'insert into appearances (article, person, local, day) values (?, ?, ?, ?)',
  );
  const insertMention = database.prepare(`
    insert or ignore into mentions (article, person, start, "end", text) values (?, ?, ?, ?, ?)`);
  const insertRole = database.prepare(`
    insert or ignore into roles (article, person, start, "end", text, folded, day) values (?, ?, ?, ?, ?, ?, ?)`);
  const appearancesIn = database.prepare('select local, person from appearances where article = ?');
  const appears = database.prepare('select 1 from appearances where person = ? limit 1').pluck();
  const remove = database.prepare('delete from appearances where article = ?');
  const removeMentions = database.prepare('delete from mentions where article = ?');
  const removeRoles = database.prepare('delete from roles where article = ?');
  const recount = database.prepare(`
    update people set
      articles = (select count(distinct coalesce(duplicate_of, key)) from appearances join articles on articles.key = appearances.article
        where person = people.key),
      quotes = (select count(*) from quotes join articles on articles.key = quotes.article
        where person = people.key and duplicate_of is null)
    where key = ?`);
  const count = database.prepare(
    'update people set articles = articles + ?, quotes = quotes + ? where key = ?',
  );
  const appearsIn = database
    .prepare('select 1 from appearances where article = ? and person = ? limit 1')
    .pluck();

  const personOf = (
    article: string,
    read: ReadPerson,
    story: number,
    taken: ReadonlySet<number>,
  ): { key: number | null; plausible: boolean } => {
    const decided = overrides.identityFor(article, read);
    if (decided) {
      const key = decided.person ?? store.createCalled(namesIn(read));
      if (decided.person === null) overrides.settle(decided.identity, key);
      return { key, plausible: false };
    }
    const { person, duplicates, plausible } = personFor(read, story, taken);
    for (const duplicate of duplicates) reassignment.merge(duplicate, person!);
    return { key: person, plausible };
  };

  const peopleOf = (article: number) =>
    new Map(
      (appearancesIn.all(article) as { local: string; person: number }[]).map(row => [row.local, row.person]),
    );

  /** Of an article that is replaced: whom it named, by their folded names. */
  let removed: { article: string; people: Map<string, number> } = { article: '', people: new Map() };

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
      const before = removed.article === id ? removed.people : undefined;
      const give = (person: ReadPerson, key: number) => {
        people.set(person.id, key);
        taken.add(key);
        store.note(key, namesIn(person));
      };
      // Full names first: others are recognized by the people they appear with. Those who may be wait.
      const waiting: ReadPerson[] = [];
      for (const person of [...reading.people].sort((a, b) => wordsIn(b) - wordsIn(a))) {
        const { key, plausible } = personOf(id, person, story, taken);
        if (key === null && plausible) waiting.push(person);
        else give(person, key ?? store.createCalled(namesIn(person), before));
      }
      for (const person of waiting) {
        const { key } = personOf(id, person, story, taken);
        give(person, key ?? store.createCalled(namesIn(person), before));
      }
      return people;
    },
    add(article: number, reading: Reading, day: string, people: Map<string, number>): void {
      for (const person of reading.people) {
        const key = people.get(person.id)!;
        insert.run(article, key, person.id, day);
        for (const { start, end, text } of person.mentions) insertMention.run(article, key, start, end, text);
        for (const role of person.roles) {
          const text = wordingOf(role);
          insertRole.run(article, key, role.start, role.end, text, roleKey(text), day);
        }
      }
    },
    /** Counts a new article for its people; a near-duplicate counts only for those its first does not have. */
    count(people: Iterable<number>, quotesOf: (person: number) => number, duplicateOf: number | null): void {
      for (const person of new Set(people)) {
        const counted = duplicateOf !== null && appearsIn.get(duplicateOf, person) !== undefined;
        count.run(counted ? 0 : 1, duplicateOf === null ? quotesOf(person) : 0, person);
      }
    },
    /** The inverse of `count`, for an article that neither is a copy nor has any. */
    uncount(people: Iterable<number>, quotes: ReadonlyMap<number, number>): void {
      for (const person of new Set(people)) count.run(-1, -(quotes.get(person) ?? 0), person);
    },
    /** Counts from scratch, which takes longer the more articles someone is in. */
    recount: (people: Iterable<number>) => {
      for (const person of new Set(people)) recount.run(person);
    },
    /** Removes an article's people; those in no other article are deleted. Returns the ones that remain. */
    remove(article: number, reading: Reading): number[] {
      const people = peopleOf(article);
      remove.run(article);
      removeMentions.run(article);
      removeRoles.run(article);
      const staying: number[] = [];
      removed = { article: reading.id, people: new Map() };
      for (const person of reading.people) {
        const key = people.get(person.id)!;
        for (const name of namesIn(person)) removed.people.set(fold(name), key);
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
