import type { Database } from '../database/database.ts';
import { createRows } from './model/rows.ts';
import { storedQuote } from './model/stored-json.ts';

export type RowExportKind = 'articles' | 'people' | 'stories' | 'quotes' | 'timeline';

export type ExportRow = { key: number } & Record<string, unknown>;

/** Where the rows of one kind come from and what is exported of them. */
export type ExportShape = {
  /** Selects all rows. */
  sql: string;
  /** The condition on a row to have to do with `:people`, `:articles` or `:matching`: JSON arrays of keys. */
  about: string;
  /** The exported object for a row. */
  shape(row: ExportRow): Record<string, unknown>;
};

/** How each kind of row is exported; the shapes are the machine contract's. */
export function createExportShapes(database: Database): Record<RowExportKind, ExportShape> {
  const rows = createRows(database);
  const names = database
    .prepare('select name from person_names where person = ? order by uses desc, name')
    .pluck();
  const cast = database.prepare('select person from appearances where article = ? and local = ?').pluck();
  const roles = database
    .prepare('select min(text) from roles where person = ? group by folded order by max(day) desc, folded')
    .pluck();
  const mentions = database.prepare(`
    select articles.id as article, start, "end", text from mentions join articles on articles.key = mentions.article
    where person = ? order by mentions.article, start`);
  const members = database
    .prepare("select id from articles where story = ? order by case day when '' then '~' else day end, key")
    .pluck();
  const reporters = database
    .prepare(
      'select distinct id from event_reports join articles on articles.key = article where event = ? order by article',
    )
    .pluck();
  const involved = database
    .prepare("select substr(tag, 2) from event_tags where event = ? and tag glob 'p*' order by tag")
    .pluck();

  return {
    articles: {
      sql: 'select * from articles',
      about: 'key in (select value from json_each(:articles))',
      shape: row => ({
        id: row.id,
        title: row.title,
        published: row.day || null,
        story: String(row.story),
        duplicateOf: row.duplicate_of === null ? null : rows.article(row.duplicate_of as number).id,
        source: row.source,
        url: row.url,
      }),
    },
    people: {
      sql: 'select * from people',
      about: 'key in (select value from json_each(:people))',
      shape: row => ({
        id: String(row.key),
        name: row.name,
        variants: (names.all(row.key) as string[]).filter(name => name !== row.name),
        roles: roles.all(row.key),
        mentions: mentions.all(row.key),
      }),
    },
    stories: {
      sql: 'select * from stories',
      about: 'key in (select story from articles where key in (select value from json_each(:articles)))',
      shape: row => ({
        id: String(row.key),
        title: row.title,
        articles: members.all(row.key),
        first: row.first || null,
        last: row.last || null,
      }),
    },
    quotes: {
      sql: 'select * from quotes',
      about:
        '(person in (select value from json_each(:people)) or article in (select value from json_each(:matching)))',
      shape: row => {
        const quote = storedQuote(row.json);
        const speaker = quote.speaker && {
          ...quote.speaker,
          person: row.person === null ? null : String(row.person),
        };
        const { citedBy } = quote;
        const citer = citedBy?.person ? cast.get(row.article, citedBy.person) : undefined;
        return {
          article: rows.article(row.article as number).id,
          ...quote,
          speaker,
          ...(citedBy && {
            citedBy: { ...citedBy, person: citer === undefined ? null : String(citer) },
          }),
        };
      },
    },
    timeline: {
      sql: 'select * from events',
      about:
        'key in (select event from event_reports where article in (select value from json_each(:articles)))',
      shape: ({ key, date, precision, basis, text }) => ({
        date,
        precision,
        basis,
        text,
        articles: reporters.all(key),
        people: involved.all(key),
      }),
    },
  };
}
