import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { createGoneSubjects } from '../model/gone-subjects.ts';
import { createNameWords } from '../search/name-words.ts';
import { fold, oneLine } from '../text/fold.ts';
import { entitiesIn, type ReadEntity } from './entities-in.ts';
import { entityKeysOf, nameWords, searchedWords } from './entity-keys.ts';

/** How many ways of writing an entity are kept. */
const mostNames = 60;

type NameRow = { name: string; uses: number; full_uses: number };

/** Stores the organizations and places of articles, each once whatever they are called. */
export function createEntityStore(database: Database) {
  const insert = database.prepare("insert or ignore into entities (id, name, articles) values (?, '', 0)");
  const count = database.prepare('update entities set articles = articles + ? where id = ?');
  const rename = database.prepare('update entities set name = ? where id = ? and name <> ?');
  const remove = database.prepare('delete from entities where id = ?');
  const put = database.prepare(
    'insert or ignore into entity_articles (article, entity, type, kind, day) values (?, ?, ?, ?, ?)',
  );
  const takeOut = database.prepare('delete from entity_articles where article = ?');
  const isUsed = database.prepare('select 1 from entity_articles where entity = ? limit 1').pluck();
  const inSame = database
    .prepare(`
      select 1 from articles join entity_articles on article = articles.key and entity = :entity
      where articles.key = :first or duplicate_of = :first limit 1`)
    .pluck();
  const names = database.prepare(
    'select name, uses, full_uses from entity_names where entity = ? order by full_uses desc, uses desc, name',
  );
  const use = database.prepare(`
    insert into entity_names (entity, name, uses, full_uses) values (?, ?, 1, ?)
    on conflict do update set uses = uses + 1, full_uses = full_uses + excluded.full_uses`);
  const unuse = database.prepare(
    'update entity_names set uses = uses - 1, full_uses = full_uses - ? where entity = ? and name = ?',
  );
  const dropUnused = database.prepare('delete from entity_names where entity = ? and uses <= 0');
  const dropNames = database.prepare('delete from entity_names where entity = ?');
  const addKey = database.prepare('insert or ignore into entity_keys (key, entity) values (?, ?)');
  const dropKeys = database.prepare('delete from entity_keys where entity = ?');
  const learnWords = createNameWords(database);
  const goneSubjects = createGoneSubjects(database);

  const namesOf = (id: string) => names.all(id) as NameRow[];
  const refreshName = (id: string, [best]: NameRow[]) => {
    if (best !== undefined) rename.run(best.name, id, best.name);
  };

  const note = (id: string, entity: ReadEntity) => {
    const before = namesOf(id);
    const known = new Set(before.map(({ name }) => name));
    const written = writtenAs(entity);
    for (const [at, name] of written.entries())
      if (known.has(name) || before.length < mostNames) use.run(id, name, at === 0 ? 1 : 0);
    const after = namesOf(id);
    if (after.length > before.length) {
      for (const key of entityKeysOf(written.filter(name => !known.has(name)))) addKey.run(key, id);
      learnWords(wordsOf(before), wordsOf(after));
    }
    refreshName(id, after);
  };

  const forget = (id: string, entity: ReadEntity) => {
    const before = namesOf(id);
    for (const [at, name] of writtenAs(entity).entries()) unuse.run(at === 0 ? 1 : 0, id, name);
    if (isUsed.get(id) === undefined) {
      learnWords(wordsOf(before), new Set());
      dropKeys.run(id);
      dropNames.run(id);
      goneSubjects.note(id, before[0]?.name ?? '');
      remove.run(id);
      return;
    }
    dropUnused.run(id);
    const after = namesOf(id);
    if (after.length < before.length) {
      learnWords(wordsOf(before), wordsOf(after));
      dropKeys.run(id);
      for (const key of entityKeysOf(after.map(({ name }) => name))) addKey.run(key, id);
    }
    refreshName(id, after);
  };

  return {
    /** @param first the article that it is a copy of, or null */
    add(article: number, reading: Reading, day: string, first: number | null): void {
      for (const entity of entitiesIn(reading)) {
        insert.run(entity.id);
        const isCounted = first !== null && inSame.get({ entity: entity.id, first }) !== undefined;
        put.run(article, entity.id, entity.type, entity.kind, day);
        if (!isCounted) count.run(1, entity.id);
        note(entity.id, entity);
      }
    },
    /** @param first the one that its copies, or the rest of them, are copies of from now on; null if there are none */
    remove(article: number, reading: Reading, first: number | null): void {
      takeOut.run(article);
      for (const entity of entitiesIn(reading)) {
        const isCounted = first !== null && inSame.get({ entity: entity.id, first }) !== undefined;
        if (!isCounted) count.run(-1, entity.id);
        forget(entity.id, entity);
      }
    },
  };
}

/** Every way an article writes an entity, its full name first, the same wording once. */
function writtenAs({ name, variants }: ReadEntity): string[] {
  const byFold = new Map<string, string>();
  for (const written of [name, ...variants].map(oneLine)) {
    const plain = written.replace(/^[Tt]he /, '').replace(/['’]s?$/, '');
    const folded = fold(plain);
    if (nameWords(plain).length > 0 && !byFold.has(folded)) byFold.set(folded, plain);
  }
  return [...byFold.values()];
}

function wordsOf(rows: readonly NameRow[]): Set<string> {
  return new Set(rows.flatMap(({ name }) => searchedWords(nameWords(name))).filter(word => word.length > 2));
}
