import type { Database } from '../../database/database.ts';
import type { PersonName } from '../../names/name.ts';
import type { ReadPerson } from '../../reading/model/reading.ts';
import { fold, oneLine } from '../text/fold.ts';
import { keysOf, searchWords } from './blocking-keys.ts';
import { nameOf } from './name.ts';

/** How many ways of writing a person are kept. */
const mostNames = 60;

export type PersonStore = ReturnType<typeof createPersonStore>;

/** People's rows with their names and keys: what merging writes and looking up reads. */
export function createPersonStore(database: Database) {
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
  const addWord = database.prepare(`
    insert into name_words (word, people) values (?, 1) on conflict do update set people = people + 1 returning people`);
  const dropWord = database.prepare(
    'update name_words set people = people - 1 where word = ? returning people',
  );
  const deleteWord = database.prepare('delete from name_words where word = ?');
  const deletePieces = database.prepare('delete from name_pieces where word = ?');
  const addPiece = database.prepare('insert or ignore into name_pieces (piece, word) values (?, ?)');
  const deletePerson = database.prepare('delete from people where key = ?');
  const clearIdentity = database.prepare('update identities set person = null where person = ?');

  const namesOf = (person: number) => names.all(person) as { name: string; uses: number }[];

  const refreshName = (person: number, rows: { name: string; uses: number }[]) => {
    const best = bestName(rows);
    rename.run(best, person, best);
  };

  const learnWords = (before: Set<string>, after: Set<string>) => {
    for (const word of after)
      if (!before.has(word)) {
        const { people } = addWord.get(word) as { people: number };
        if (people === 1) for (const piece of piecesOf(word)) addPiece.run(piece, word);
      }
    for (const word of before)
      if (!after.has(word)) {
        // A word that an older parser of names did not have was never counted.
        const counted = dropWord.get(word) as { people: number } | undefined;
        if (!counted || counted.people > 0) continue;
        deleteWord.run(word);
        deletePieces.run(word);
      }
  };

  return {
    create: () => Number(insert.run().lastInsertRowid),
    namesOf,
    /** Notes that an article writes a person so; keys are kept up. */
    note(person: number, written: readonly string[]): void {
      const before = namesOf(person);
      const known = new Set(before.map(row => row.name));
      const fresh = written.filter(name => !known.has(name));
      for (const name of written)
        if (known.has(name) || before.length < mostNames) use.run(person, name, fold(name));
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
      const after = namesOf(person);
      learnWords(wordsOf(before), gone ? new Set() : wordsOf(after));
      dropKeys.run(person);
      if (gone) {
        for (const row of after) for (let left = row.uses; left > 0; left--) unuse.run(person, row.name);
        dropUnused.run(person);
        clearIdentity.run(person);
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

/** Three-letter pieces of a word, with its beginning and end marked. */
export function piecesOf(word: string): string[] {
  const marked = `^${word}$`;
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= marked.length; at++) pieces.add(marked.slice(at, at + 3));
  return [...pieces];
}

function wordsOf(rows: { name: string }[]): Set<string> {
  const parsed = rows.map(row => nameOf(row.name)).filter((name): name is PersonName => name !== null);
  return new Set(parsed.flatMap(name => searchWords(name)).filter(word => word.length > 2));
}

/** The name to show: a full one before a part, spelt out before initials, then the one used most. */
function bestName(rows: { name: string; uses: number }[]): string {
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
