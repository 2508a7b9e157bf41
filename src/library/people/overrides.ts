import type { Database } from '../../database/database.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { fold } from '../text/fold.ts';

/** Of a person's names, at most this many are compared with another person's. */
const mostNames = 12;

/** What was decided by hand about who is who. */
export function personVerdictsOf(database: Database) {
  const pinned = database.prepare(`
    select figures.key, figures.person from person_pins join figures on figures.key = figure
    where article = ? and name = ?`);
  const settle = database.prepare('update figures set person = ? where key = ?');
  const pin = database.prepare('insert or replace into person_pins (article, name, figure) values (?, ?, ?)');
  const found = database.prepare('insert into figures (person) values (?)');
  const figureOf = database.prepare('select key from figures where person = ? order by key limit 1').pluck();
  const follow = database.prepare('update figures set person = ? where person = ?');
  const decided = database.prepare('select other from name_verdicts where name = ? and one = ?').pluck();
  const tell = database.prepare('insert or replace into name_verdicts (name, other, one) values (?, ?, ?)');
  const rename = database.prepare('insert or replace into former_people (person, now) values (?, ?)');
  const renameFurther = database.prepare('update former_people set now = ? where now = ?');
  const now = database.prepare('select now from former_people where person = ?').pluck();

  const namesTold = (names: string[], one: number) =>
    new Set(names.flatMap(name => decided.all(fold(name), one) as string[]));

  return {
    /** Whom an article's person was decided to be: `person` is null where that one is not in the library now. */
    figureFor(article: string, read: ReadPerson): { figure: number; person: number | null } | null {
      for (const name of [read.name, ...read.variants]) {
        const row = pinned.get(article, fold(name)) as { key: number; person: number | null } | undefined;
        if (row) return { figure: row.key, person: row.person };
      }
      return null;
    },
    settle: (figure: number, person: number) => settle.run(person, figure),
    /** The figure of a person, made if need be. */
    figureOf: (person: number): number =>
      (figureOf.get(person) as number | undefined) ?? Number(found.run(person).lastInsertRowid),
    isDecided: (person: number): boolean => figureOf.get(person) !== undefined,
    /** From now on an article means this figure by these names. */
    pin(article: string, names: string[], figure: number): void {
      for (const name of names) pin.run(article, fold(name), figure);
    },
    /** Other names, folded, that were decided to be the same person's as these. */
    sameAs: (names: string[]): Set<string> => namesTold(names, 1),
    /** Other names, folded, that were decided to be another person's. */
    apartFrom: (names: string[]): Set<string> => namesTold(names, 0),
    /** Every name of one list and every name of the other are one person's, or two people's. */
    tell(names: string[], others: string[], one: boolean): void {
      const [left, right] = [names, others].map(list => [...new Set(list.map(fold))].slice(0, mostNames));
      for (const a of left!)
        for (const b of right!)
          if (a !== b) {
            tell.run(a, b, one ? 1 : 0);
            tell.run(b, a, one ? 1 : 0);
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

export type PersonVerdicts = ReturnType<typeof personVerdictsOf>;
