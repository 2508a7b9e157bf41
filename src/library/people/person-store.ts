import type { Database } from '../../database/database.ts';
import type { PersonName } from '../../names/name.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { createGoneSubjects } from '../model/gone-subjects.ts';
import { createNameWords } from '../search/name-words.ts';
import { fold, oneLine } from '../text/fold.ts';
import { keysOf, searchWords } from './blocking-keys.ts';
import { nameOf } from './name.ts';

/** How many ways of writing a person are kept. */
const mostNames = 60;

export type PersonStore = ReturnType<typeof createPersonStore>;

/** The ways in which people are written that were looked up in a transaction, by person; emptied at its end. */
export type KnownNames = Map<number, NameRow[]>;

type NameRow = { name: string; uses: number };

/**
 * People's rows with their names and keys: what merging writes and looking up reads.
 * @param known keeps the names of a person until this store changes them; not given where others may do so meanwhile
 */
export function createPersonStore(database: Database, known?: KnownNames) {
  const insert = database.prepare("insert into people (name, articles, quotes) values ('', 0, 0)");
  const names = database.prepare(
    'select name, uses from person_names where person = ? order by uses desc, name',
  );
  const use = database.prepare(`
    insert into person_names (person, name, folded, uses) values (?, ?, ?, 1)
    on conflict do update set uses = uses + 1`);
  const unuse = database.prepare('update person_names set uses = uses - 1 where person = ? and name = ?');
  const dropUnused = database.prepare('delete from person_names where person = ? and uses <= 0');
  const rename = database.prepare('update people set name = ? where key = ? and name <> ?');
  const addKey = database.prepare('insert or ignore into person_keys (key, person) values (?, ?)');
  const dropKeys = database.prepare('delete from person_keys where person = ?');
  const learnWords = createNameWords(database);
  const goneSubjects = createGoneSubjects(database);
  const deletePerson = database.prepare('delete from people where key = ?');
  const clearIdentity = database.prepare('update identities set person = null where person = ?');

  const namesOf = (person: number): readonly NameRow[] => {
    const kept = known?.get(person);
    if (kept !== undefined) return kept;
    const rows = names.all(person) as NameRow[];
    known?.set(person, rows);
    return rows;
  };

  const refreshName = (person: number, rows: readonly NameRow[]) => {
    const best = bestName(rows);
    rename.run(best, person, best);
  };

  const create = () => Number(insert.run().lastInsertRowid);

  return {
    create,
    /**
     * A new person, or the one who has had one of these names, if it is a full one.
     * @param before those whom the article named before it was changed, by their folded names
     */
    createCalled(written: readonly string[], before?: ReadonlyMap<string, number>): number {
      const person = create();
      goneSubjects.succeed(person, written.filter(isFull));
      for (const name of written) {
        const gone = before?.get(fold(name));
        if (gone !== undefined) goneSubjects.follow(person, gone);
      }
      return person;
    },
    namesOf,
    /** Notes that an article writes a person so; keys are kept up. */
    note(person: number, written: readonly string[]): void {
      const before = namesOf(person);
      const noted = new Set(before.map(row => row.name));
      const fresh = written.filter(name => !noted.has(name));
      for (const name of written)
        if (noted.has(name) || before.length < mostNames) use.run(person, name, fold(name));
      known?.delete(person);
      const after = namesOf(person);
      if (fresh.length > 0) {
        const keys = keysOf(before.map(row => row.name));
        for (const key of keysOf(fresh)) if (!keys.has(key)) addKey.run(key, person);
        learnWords(wordsOf(before), wordsOf(after));
      }
      refreshName(person, after);
    },
    /** Takes back what an article noted; a person that no article names any more is deleted. */
    forget(person: number, written: readonly string[], gone: boolean): void {
      const before = namesOf(person);
      for (const name of written) unuse.run(person, name);
      dropUnused.run(person);
      known?.delete(person);
      const after = namesOf(person);
      learnWords(wordsOf(before), gone ? new Set() : wordsOf(after));
      dropKeys.run(person);
      if (gone) {
        for (const row of after) for (let left = row.uses; left > 0; left--) unuse.run(person, row.name);
        dropUnused.run(person);
        known?.delete(person);
        clearIdentity.run(person);
        goneSubjects.note(person, bestName(before));
        deletePerson.run(person);
        return;
      }
      for (const key of keysOf(after.map(row => row.name))) addKey.run(key, person);
      refreshName(person, after);
    },
  };
}

/** Every way an article writes a person, the fullest first, the same wording once; forms of address and possessives apart. */
export function namesIn(person: ReadPerson): string[] {
  const byFold = new Map<string, string>();
  for (const name of [person.name, ...person.variants]) {
    const plain = oneLine(name);
    if (nameOf(plain) && !byFold.has(fold(plain))) byFold.set(fold(plain), plain);
  }
  return [...byFold.values()];
}

/** Whether a name distinguishes one person from others as well as names can. */
function isFull(written: string): boolean {
  return nameOf(written)?.given.some(given => given.length > 1) ?? false;
}

function wordsOf(rows: readonly NameRow[]): Set<string> {
  const parsed = rows.map(row => nameOf(row.name)).filter((name): name is PersonName => name !== null);
  return new Set(parsed.flatMap(name => searchWords(name)).filter(word => word.length > 2));
}

/** The name to show: a full one before a part, spelt out before initials, then the one used most. */
function bestName(rows: readonly NameRow[]): string {
  const rank = (text: string) => {
    const name = nameOf(text);
    if (!name) return 0;
    if (name.given.length === 0) return 1;
    if (name.given.every(given => given.length === 1)) return 2;
    // Capitals throughout are a headline's way of writing.
    return text === text.toUpperCase() && text !== text.toLowerCase() ? 3 : 4;
  };
  const best = rows
    .map(row => ({ ...row, rank: rank(row.name) }))
    .sort(
      (a, b) =>
        b.rank - a.rank || b.uses - a.uses || b.name.length - a.name.length || (a.name < b.name ? -1 : 1),
    )[0];
  return best?.name ?? '';
}
