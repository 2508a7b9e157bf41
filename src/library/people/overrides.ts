import type { Database } from '../../database/database.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { fold } from '../text/fold.ts';

/** Of a person's names, at most this many are compared with another person's. */
const mostNames = 12;

/** What was decided by hand about who is who. */
export function createOverrides(database: Database) {
  const pinned = database.prepare(`
    select identities.key, identities.person from person_pins join identities on identities.key = identity
    where article = ? and name = ?`);
  const settle = database.prepare('update identities set person = ? where key = ?');
  const pin = database.prepare(
    'insert or replace into person_pins (article, name, identity) values (?, ?, ?)',
  );
  const found = database.prepare('insert into identities (person) values (?)');
  const identityOf = database
    .prepare('select key from identities where person = ? order by key limit 1')
    .pluck();
  const follow = database.prepare('update identities set person = ? where person = ?');
  const decided = database.prepare('select other from name_verdicts where name = ? and one = ?').pluck();
  const decide = database.prepare('insert or replace into name_verdicts (name, other, one) values (?, ?, ?)');
  const rename = database.prepare('insert or replace into former_people (person, now) values (?, ?)');
  const renameFurther = database.prepare('update former_people set now = ? where now = ?');
  const now = database.prepare('select now from former_people where person = ?').pluck();

  const decidedNames = (names: string[], one: number) =>
    new Set(names.flatMap(name => decided.all(fold(name), one) as string[]));

  return {
    /** Whom an article's person was decided to be: `person` is null where that one is not in the library now. */
    identityFor(article: string, read: ReadPerson): { identity: number; person: number | null } | null {
      for (const name of [read.name, ...read.variants]) {
        const row = pinned.get(article, fold(name)) as { key: number; person: number | null } | undefined;
        if (row) return { identity: row.key, person: row.person };
      }
      return null;
    },
    settle: (identity: number, person: number) => settle.run(person, identity),
    /** The identity of a person, made if need be. */
    identityOf: (person: number): number =>
      (identityOf.get(person) as number | undefined) ?? Number(found.run(person).lastInsertRowid),
    isDecided: (person: number): boolean => identityOf.get(person) !== undefined,
    /** From now on an article means this identity by these names. */
    pin(article: string, names: string[], identity: number): void {
      for (const name of names) pin.run(article, fold(name), identity);
    },
    /** Other names, folded, that were decided to be the same person's as these. */
    sameAs: (names: string[]): Set<string> => decidedNames(names, 1),
    /** Other names, folded, that were decided to be another person's. */
    apartFrom: (names: string[]): Set<string> => decidedNames(names, 0),
    /** Every name of one list and every name of the other are one person's, or two people's. */
    decide(names: string[], others: string[], one: boolean): void {
      const [left, right] = [names, others].map(list => [...new Set(list.map(fold))].slice(0, mostNames));
      for (const a of left!)
        for (const b of right!)
          if (a !== b) {
            decide.run(a, b, one ? 1 : 0);
            decide.run(b, a, one ? 1 : 0);
          }
    },
    /** `person` is `into` from now on. */
    rename(person: number, into: number): void {
      follow.run(into, person);
      renameFurther.run(into, person);
      rename.run(person, into);
    },
    /** Who has an id now that may have been another one's. */
    now: (person: number): number => (now.get(person) as number | undefined) ?? person,
  };
}

export type Overrides = ReturnType<typeof createOverrides>;
