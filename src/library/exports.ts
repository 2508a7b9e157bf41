import type { Database } from '../database/database.ts';
import type { Reading } from '../reading/model/reading.ts';
import { createEntityExports, type EntityExportKind } from './entity-exports.ts';
import { readingOf } from './model/damaged-reading.ts';
import { createRows } from './model/rows.ts';
import { storedQuote } from './model/stored-json.ts';
import { peopleFindingOf } from './people/people-finding.ts';
import { matchOf } from './search/search-words.ts';

type RowKind = 'articles' | 'people' | 'stories' | 'quotes' | 'timeline';
export type ExportKind = RowKind | EntityExportKind;
export type ExportOptions = {
  /** Words, or a person's name: only what has to do with them. */
  about?: string;
  limit?: number;
};

export type Exports = (kind: ExportKind, options?: ExportOptions) => AsyncGenerator<Record<string, unknown>>;

/** So many rows are read at a time, that the memory stays small and others are served in between. */
const batch = 200;

/** Gives out what the library holds, a plain object a line; the shapes are the machine contract's. */
export function createExports(database: Database): Exports {
  const rows = createRows(database);
  const find = peopleFindingOf(database);
  const entities = createEntityExports(database);
  const names = database
    .prepare('select name from person_names where person = ? order by uses desc, name')
    .pluck();
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

  type Row = { key: number } & Record<string, unknown>;
  const shapes: Record<
    RowKind,
    { sql: string; about: string; shape: (row: Row) => Record<string, unknown> }
  > = {
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
        return { article: rows.article(row.article as number).id, ...quote, speaker };
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

  const matchingArticles = database
    .prepare('select rowid from search where search match ? order by rowid')
    .pluck();
  const articlesOf = database
    .prepare('select distinct article from casts where person = ? order by article')
    .pluck();

  /** What words are about: the people so named and their articles, else the articles with the words. */
  const meant = (about: string) => {
    const people = find(about).fits;
    const words = people.length === 0 ? matchOf(about) : null;
    const match = words === null ? null : (words.prefix ?? words.exact);
    const matching = match === null ? [] : (matchingArticles.all(match) as number[]);
    const articles =
      people.length === 0 ? matching : people.flatMap(person => articlesOf.all(person) as number[]);
    return {
      people: JSON.stringify(people),
      articles: JSON.stringify(articles),
      matching: JSON.stringify(matching),
    };
  };

  return async function* exported(kind, { about, limit = Number.POSITIVE_INFINITY } = {}) {
    const values = about === undefined ? null : meant(about);
    if (kind === 'organizations' || kind === 'places') {
      yield* entities(kind, values?.articles ?? null, limit);
      return;
    }
    const { sql, about: condition, shape } = shapes[kind];
    const narrowed = about === undefined ? '' : ` and ${condition}`;
    const dated = kind === 'timeline';
    const after = dated ? '(date, key) > (:date, :after)' : 'key > :after';
    const page = database.prepare(
      `${sql} where ${after}${narrowed} order by ${dated ? 'date, key' : 'key'} limit ${batch}`,
    );
    const used = page.source;
    let cursor = { after: 0, ...(dated ? { date: '' } : {}) };
    for (let left = limit; left > 0; ) {
      const wanted = Object.fromEntries(
        Object.entries(values ?? {}).filter(([name]) => used.includes(`:${name})`)),
      );
      const found = page.all({ ...wanted, ...cursor }) as Row[];
      for (const row of found.slice(0, left)) yield shape(row);
      left -= found.length;
      const last = found.at(-1);
      if (!last || found.length < batch) return;
      cursor = { after: last.key, ...(dated ? { date: last.date as string } : {}) };
    }
  };
}

/** Whole readings as they were stored, in the order of arrival: loadable as they are. */
export async function* readingsOf(database: Database): AsyncGenerator<Reading> {
  const page = database.prepare(
    `select article, json, id from readings join articles on articles.key = article
     where article > ? order by article limit ${batch}`,
  );
  for (let after = 0; ; ) {
    const found = page.all(after) as { article: number; json: string; id: string }[];
    for (const { json, id } of found) yield readingOf(id, json);
    if (found.length === 0) return;
    after = found.at(-1)!.article;
  }
}
