import type { Database } from '../database/database.ts';

export type EntityExportKind = 'organizations' | 'places';

type Row = { id: string; name: string; kind: string | null; article: string; mentions: string };
type Mention = { start: number; end: number; text: string };

/** Keys are read in batches of this many, so that memory stays small. */
const batch = 200;

/**
 * The organizations or places of all stored readings, merged by key across articles, in alphabetical order of the
 * key: `{id, name, variants, kind, mentions: [{article, start, end, text}]}`. The name is the one that most articles
 * use. Readings of readers that did not give keys yet are merged by name.
 */
export function createEntityExports(database: Database) {
  return async function* exported(
    kind: EntityExportKind,
    articles: string | null,
    limit: number,
  ): AsyncGenerator<Record<string, unknown>> {
    // A table of the connection's own: sorted once, gone with the connection.
    const table = `temp.exported_${kind}`;
    database.exec(`drop table if exists ${table}`);
    const inArticles =
      articles === null ? '' : 'where readings.article in (select value from json_each(:articles))';
    database
      .prepare(`
        create table ${table} as
        select coalesce(entity.value ->> 'key', lower(entity.value ->> 'name')) as id, entity.value ->> 'name' as name,
          entity.value ->> 'kind' as kind, articles.id as article, entity.value -> 'mentions' as mentions
        from readings join articles on articles.key = readings.article,
          json_each(readings.json, '$.${kind}') as entity ${inArticles}
        order by 1, readings.article`)
      .run(articles === null ? {} : { articles });
    database.exec(`create index temp.exported_${kind}_id on exported_${kind} (id)`);
    const ids = database
      .prepare(`select distinct id from ${table} where id > ? order by id limit ${batch}`)
      .pluck();
    const rowsOf = database.prepare(`select * from ${table} where id = ? order by rowid`);
    let left = limit;
    for (let after = ''; left > 0; ) {
      const found = ids.all(after) as string[];
      for (const id of found.slice(0, left)) yield entityOf(id, rowsOf.all(id) as Row[]);
      left -= found.length;
      if (found.length < batch) break;
      after = found.at(-1)!;
    }
    database.exec(`drop table ${table}`);
  };
}

function entityOf(id: string, rows: Row[]): Record<string, unknown> {
  const mentions = rows.flatMap(({ article, mentions }) =>
    (JSON.parse(mentions) as Mention[]).map(({ start, end, text }) => ({ article, start, end, text })),
  );
  const name = mostFrequent(rows.map(row => row.name));
  const written = new Set(mentions.map(({ text }) => text.replace(/\s+/g, ' ')));
  return {
    id,
    name,
    variants: [...written].filter(text => text !== name).sort(),
    kind: mostFrequent(rows.flatMap(row => row.kind ?? [])) ?? null,
    mentions,
  };
}

/** The value that occurs most, of several the first. */
function mostFrequent(values: string[]): string | undefined {
  const counts = Map.groupBy(values, value => value);
  return [...counts].reduce<[string, string[]] | undefined>(
    (best, entry) => (best === undefined || entry[1].length > best[1].length ? entry : best),
    undefined,
  )?.[0];
}
