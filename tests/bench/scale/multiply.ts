import { type Database, openDatabase } from '../../../src/database/database.ts';
import { newsSchema } from '../../../src/database/migrations/news/index.ts';

const cacheMegabytes = 1000;
/** Days between two copies: the articles of each come after those of the one before. */
const daysPerCopy = 100;

/** SQL of what is added to the keys of articles, stories, quotes and events, so that those of a copy come after those of the one before. */
type Steps = Record<'a' | 's' | 'q' | 'e', string>;

/**
 * What each table of the copies is filled with, from the table of the same name in the base; `order` where its rows
 * are not in the order of the table's own key if one copy follows another.
 */
const filled = ({
  a,
  s,
  q,
  e,
}: Steps): [table: string, columns: string, values: string, order?: string][] => [
  [
    'stories',
    'key, title, first, last, newest',
    `key + ${s}, title, ${later('first')}, ${later('last')}, newest + ${a}`,
  ],
  [
    'articles',
    'key, id, title, source, url, day, language, text_hash, story, duplicate_of, came, archived',
    `key + ${a}, ${named('id')}, title, source, url, ${later('day')}, language, ${named('text_hash')},
      story + ${s}, duplicate_of + ${a}, came + copy * ${daysPerCopy} * 86400000, archived`,
  ],
  ['readings', 'article, json', `article + ${a}, json`],
  ['appearances', 'article, person, local, day', `article + ${a}, person, local, ${later('day')}`],
  ['mentions', 'article, person, start, "end", text', `article + ${a}, person, start, "end", text`],
  [
    'roles',
    'article, person, start, "end", text, folded, day',
    `article + ${a}, person, start, "end", text, folded, ${later('day')}`,
  ],
  [
    'quotes',
    'key, article, person, day, start, json, folded',
    `key + ${q}, article + ${a}, person, ${later('day')}, start, json, folded`,
  ],
  [
    'said_about',
    'person, rank, day, article, start, "end", quote',
    `person, rank, ${later('day')}, article + ${a}, start, "end", quote + ${q}`,
    '1, 2, 3, 4, 5',
  ],
  [
    'article_topics',
    'topic, day, article, score',
    `topic, ${later('day')}, article + ${a}, score`,
    '1, 2, 3',
  ],
  [
    'events',
    'key, date, precision, basis, text, until, approximate, planned, weight',
    `key + ${e}, ${later('date')}, precision, basis, text, until, approximate, planned, weight`,
  ],
  [
    'event_reports',
    'event, article, start, "end", basis, text, planned',
    `event + ${e}, article + ${a}, start, "end", basis, text, planned`,
  ],
  [
    'event_tags',
    'tag, date, event, weight',
    `case when tag glob 's*' then 's' || (substr(tag, 2) + ${s}) else tag end, ${later('date')}, event + ${e}, weight`,
    '1, 2, 3',
  ],
  ['vectors', 'article, json', `article + ${a}, json`],
  ['postings', 'word, day, article', `word, ${later('day')}, article + ${a}`, '1, 2, 3'],
  ['shingles', 'hash, article', `(hash + copy * 2654435761) % 4294967296, article + ${a}`, '1, 2'],
];

function later(column: string): string {
  return `case ${column} when '' then '' else date(${column}, '+' || (copy * ${daysPerCopy}) || ' days') end`;
}

function named(column: string): string {
  return `case copy when 0 then ${column} else ${column} || '-' || copy end`;
}

/**
 * Makes the news at `file`, a copy of those at `base`, `times` as large in SQL, as loading would take hours: every
 * article with its readings, quotes, events and stories is there `times`, under other keys and on other days. The people
 * and topics are the same in all copies, so that the most frequent ones grow with the library.
 *
 * Each table is written from its first row to its last, and its indexes are made when all is there but the last copy,
 * so that pages are written once. Such pages are full, and the first row that is put into one parts it in two, which no
 * library does that has grown: so the last copy is put in row by row, as news is.
 */
export function multiplyNews(base: string, file: string, times: number): void {
  const database = openDatabase(file, newsSchema, { cacheMegabytes });
  // Nothing is lost if this is interrupted: the file is made anew.
  for (const setting of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'temp_store = FILE',
  ])
    database.pragma(setting);
  const most = (table: string) =>
    database.prepare(`select coalesce(max(key), 0) from ${table}`).pluck().get() as number;
  const step = (table: string) => `copy * ${most(table)}`;
  const steps = { a: step('articles'), s: step('stories'), q: step('quotes'), e: step('events') };
  const tables = filled(steps);
  const { indexes, triggers } = withoutIndexes(database, new Set(tables.map(([table]) => table)));
  const fill = (copies: string) => {
    for (const [table, columns, values, order] of tables)
      database.exec(`insert into ${table} (${columns}) select ${values} from copies cross join base.${table}
        where ${copies} ${order === undefined ? '' : `order by ${order}`}`);
  };
  database.exec(`
    attach '${base.replaceAll("'", "''")}' as base;
    create temp table copies (copy integer primary key);
    with recursive numbers (number) as (select 0 union all select number + 1 from numbers where number < ${times - 1})
      insert into copies select number from numbers;
    create temp table texts as select article, lower(json_extract(json, '$.title')) as title,
      lower(json_extract(json, '$.text')) as body from readings`);
  for (const [table] of tables) database.exec(`delete from ${table}`);
  fill(`copy < ${times - 1}`);
  for (const sql of indexes) database.exec(sql);
  fill(`copy = ${times - 1}`);
  fillSearch(database, 'search', 'title, body', `article + ${steps.a}, title, body`, 'texts');
  fillSearch(database, 'quote_search', 'words', `key + ${steps.q}, folded`, 'base.quotes');
  database.exec(`
    update people set articles = articles * ${times}, quotes = quotes * ${times};
    update person_names set uses = uses * ${times};
    delete from event_days;
    insert into event_days (date, events, weight)
      select date, count(*), sum(weight) from events where length(date) = 10 group by date;
    delete from tag_days;
    insert into tag_days (tag, date, events, weight) select tag, date, count(*), sum(weight) from event_tags
      where length(date) = 10 and tag not glob 's*' group by tag, date;
    update topics set articles = articles * ${times};
    update outlets set articles = articles * ${times};
    update counters set value = value * ${times};
    update words set articles = articles * ${times}`);
  for (const sql of triggers) database.exec(sql);
  database.exec('detach base');
  database.pragma('journal_mode = WAL');
  database.close();
}

/** Drops the indexes and triggers of tables that are about to be filled, and gives the SQL that makes them again. */
function withoutIndexes(database: Database, tables: ReadonlySet<string>) {
  const all = database
    .prepare(
      "select type, name, tbl_name, sql from sqlite_schema where type in ('index', 'trigger') and sql is not null",
    )
    .all() as { type: string; name: string; tbl_name: string; sql: string }[];
  const dropped = all.filter(({ tbl_name }) => tables.has(tbl_name));
  for (const { type, name } of dropped) database.exec(`drop ${type} ${name}`);
  const made = (wanted: string) => dropped.filter(({ type }) => type === wanted).map(({ sql }) => sql);
  return { indexes: made('index'), triggers: made('trigger') };
}

/** Words are gathered up to this size before they are written, in bytes; 1 MB is usual. */
const gathered = 64 * 2 ** 20;
const usual = 2 ** 20;

/** Fills a full-text index anew; at the end it is one part, as nearly all of one is that has grown slowly. */
function fillSearch(database: Database, index: string, columns: string, values: string, from: string): void {
  database.exec(`
    insert into ${index} (${index}) values ('delete-all');
    insert into ${index} (${index}, rank) values ('hashsize', ${gathered});
    insert into ${index} (rowid, ${columns}) select ${values} from copies cross join ${from};
    insert into ${index} (${index}, rank) values ('hashsize', ${usual});
    insert into ${index} (${index}) values ('optimize')`);
}
