import Sqlite from 'better-sqlite3';
import type { Database } from '../../src/database/database.ts';

/**
 * A database as SQL that makes it anew, row for row: FTS5 tables too, whose own tables are written as they are.
 */
export function dumpOf(database: Database): string {
  const tables = tablesOf(database);
  const isVirtual = (sql: string) => /^create virtual table/i.test(sql);
  const made = [...tables].sort((a, b) => Number(isVirtual(a.sql)) - Number(isVirtual(b.sql)));
  const indexes = database
    .prepare(
      `select sql from sqlite_schema where type in ('index', 'trigger') and sql is not null order by name`,
    )
    .pluck()
    .all() as string[];
  return `${[
    ...['application_id', 'user_version'].map(
      name => `PRAGMA ${name} = ${database.pragma(name, { simple: true })}`,
    ),
    ...made.filter(({ kind }) => kind !== 'shadow').map(({ sql }) => sql),
    ...tables.filter(({ kind }) => kind === 'shadow').map(({ name }) => `DELETE FROM ${name}`),
    ...tables.filter(({ kind }) => kind !== 'virtual').flatMap(({ name }) => insertsOf(database, name)),
    ...indexes,
  ].join(';\n')};\n`;
}

/** Makes a database from its dump: in the file at `path`, or `:memory:`. */
export function fromDump(path: string, sql: string): Database {
  const database = new Sqlite(path);
  // Only so the tables inside an FTS5 table can be written.
  database.unsafeMode(true);
  // Tables come in the order in which they were made, not in that in which they lean on each other.
  database.pragma('foreign_keys = OFF');
  database.exec(`BEGIN; ${sql} COMMIT`);
  database.pragma('foreign_keys = ON');
  database.unsafeMode(false);
  return database;
}

/** How many rows each table has; those inside FTS5 tables left out. */
export function countsOf(database: Database): Record<string, number> {
  const names = tablesOf(database).filter(({ kind }) => kind === 'table');
  return Object.fromEntries(
    names.map(({ name }) => [name, database.prepare(`select count(*) from ${name}`).pluck().get() as number]),
  );
}

type Table = { name: string; kind: 'table' | 'virtual' | 'shadow'; sql: string };

function tablesOf(database: Database): Table[] {
  return database
    .prepare(
      `select list.name, list.type as kind, item.sql from pragma_table_list as list
       join sqlite_schema as item on item.name = list.name
       where list.schema = 'main' and item.sql is not null and list.name not like 'sqlite_%' order by item.rowid`,
    )
    .all() as Table[];
}

function insertsOf(database: Database, table: string): string[] {
  const columns = (database.pragma(`table_info(${table})`) as { name: string }[]).map(
    ({ name }) => `"${name}"`,
  );
  const values = columns.map(column => `quote(${column})`).join(` || ',' || `);
  return (database.prepare(`select ${values} from ${table}`).pluck().all() as string[]).map(
    row => `INSERT INTO ${table} (${columns.join(',')}) VALUES (${row})`,
  );
}
