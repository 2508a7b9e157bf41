import type { Database } from '../../database/database.ts';
import type { EntityType } from '../entities/entities-in.ts';
import type { EntitySummary } from './types.ts';

/** An entity is taken for what most of its newest articles, at most this many, take it for. */
const articlesAsked = 60;
const mostVariants = 12;

type Row = { id: string; name: string; articles: number };
type Taken = { type: EntityType; kind: string | null };

/** Reads organizations and places by their ids. */
export function createEntityRows(database: Database) {
  const row = database.prepare('select id, name, articles from entities where id = ?');
  const names = database
    .prepare('select name from entity_names where entity = ? order by full_uses desc, uses desc, name')
    .pluck();
  const taken = database.prepare(`
    select type, kind from entity_articles where entity = ? order by day desc, article desc limit ${articlesAsked}`);
  const leading = database
    .prepare(`
    select id from entities where articles > 0 order by articles desc, id limit 200`)
    .pluck();

  const get = (id: string): EntitySummary | null => {
    const found = row.get(id) as Row | undefined;
    if (!found) return null;
    const as = taken.all(id) as Taken[];
    const type = mostFrequent(as.map(each => each.type)) ?? 'organization';
    const kinds = as.filter(each => each.type === type).flatMap(({ kind }) => kind ?? []);
    const variants = (names.all(id) as string[]).filter(name => name !== found.name).slice(0, mostVariants);
    return { ...found, type, variants, kind: mostFrequent(kinds) ?? null };
  };

  return {
    get,
    namesOf: (id: string) => names.all(id) as string[],
    /** Those in the most articles. */
    leading(type: EntityType, limit: number): EntitySummary[] {
      const found: EntitySummary[] = [];
      for (const id of leading.all() as string[]) {
        const entity = get(id)!;
        if (entity.type === type) found.push(entity);
        if (found.length === limit) break;
      }
      return found;
    },
  };
}

/** The value that occurs most, of several the first. */
function mostFrequent<T>(values: readonly T[]): T | undefined {
  let best: { value: T; count: number } | undefined;
  for (const [value, same] of Map.groupBy(values, each => each))
    if (best === undefined || same.length > best.count) best = { value, count: same.length };
  return best?.value;
}
