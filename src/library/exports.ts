import type { Database } from '../database/database.ts';
import { createEntityExports, type EntityExportKind } from './entity-exports.ts';
import { createExportShapes, type ExportRow, type RowExportKind } from './export-shapes.ts';
import { createPeopleFinding } from './people/people-finding.ts';
import { matchOf } from './search/match.ts';

export type ExportKind = RowExportKind | EntityExportKind;
export type ExportOptions = {
  /** Words, or a person's name: only what has to do with them. */
  about?: string;
  limit?: number;
};

export type Exports = (kind: ExportKind, options?: ExportOptions) => AsyncGenerator<Record<string, unknown>>;

/** Rows are read in batches of this many, so that memory stays small and others are served in between. */
const batch = 200;

/** Exports what the library holds, one plain object per row; the shapes are the machine contract's. */
export function createExports(database: Database): Exports {
  const entities = createEntityExports(database);
  const shapes = createExportShapes(database);
  const subjectOf = createSubjects(database);

  return async function* exported(kind, { about, limit = Number.POSITIVE_INFINITY } = {}) {
    const subject = about === undefined ? null : subjectOf(about);
    if (kind === 'organizations' || kind === 'places') {
      yield* entities(kind, subject?.articles ?? null, limit);
      return;
    }
    const { sql, about: condition, shape } = shapes[kind];
    const pageAfter = createPages(database, {
      sql,
      condition: subject && condition,
      values: subject ?? {},
      byDate: kind === 'timeline',
    });
    let last: ExportRow | undefined;
    for (let left = limit; left > 0; ) {
      const found = pageAfter(last);
      for (const row of found.slice(0, left)) yield shape(row);
      left -= found.length;
      last = found.at(-1);
      if (found.length < batch) return;
    }
  };
}

/** Reads a table page by page in the order of its keys, or of its dates: gives the rows after the last one read. */
function createPages(
  database: Database,
  {
    sql,
    condition,
    values,
    byDate,
  }: {
    sql: string;
    /** Only the rows that meet it; all if null. */
    condition: string | null;
    /** For the parameters of `condition`, by name; it need not use all of them. */
    values: Record<string, string>;
    byDate: boolean;
  },
): (last: ExportRow | undefined) => ExportRow[] {
  const after = byDate ? '(date, key) > (:date, :after)' : 'key > :after';
  const narrowed = condition === null ? '' : ` and ${condition}`;
  const page = database.prepare(
    `${sql} where ${after}${narrowed} order by ${byDate ? 'date, key' : 'key'} limit ${batch}`,
  );
  const used = Object.fromEntries(
    Object.entries(values).filter(([name]) => page.source.includes(`:${name})`)),
  );
  return last => {
    const cursor = { after: last?.key ?? 0, ...(byDate ? { date: last?.date ?? '' } : {}) };
    return page.all({ ...used, ...cursor }) as ExportRow[];
  };
}

/**
 * What words are about: the people so named and their articles, else the articles with the words. Each is a JSON
 * array of keys; `matching` holds the articles with the words only if no person is so named.
 */
function createSubjects(database: Database) {
  const find = createPeopleFinding(database);
  const matchingArticles = database
    .prepare('select rowid from search where search match ? order by rowid')
    .pluck();
  const articlesOf = database
    .prepare('select distinct article from appearances where person = ? order by article')
    .pluck();

  return (about: string) => {
    const people = find(about).fits;
    const words = people.length === 0 ? matchOf(about) : null;
    // A whole word that articles have isn’t taken for the beginning of another.
    const matches = words === null ? [] : [words.forms ?? words.exact, words.prefix ?? words.exact];
    const matching = matches.reduce<number[]>(
      (found, match) => (found.length > 0 ? found : (matchingArticles.all(match) as number[])),
      [],
    );
    const articles =
      people.length === 0 ? matching : people.flatMap(person => articlesOf.all(person) as number[]);
    return {
      people: JSON.stringify(people),
      articles: JSON.stringify(articles),
      matching: JSON.stringify(matching),
    };
  };
}
