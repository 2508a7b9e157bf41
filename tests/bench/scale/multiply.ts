import { openDatabase } from '../../../src/database/database.ts';
import { newsSchema } from '../../../src/database/migrations/news/index.ts';

/** Every copy adds to indexes all over the file. */
const cacheMegabytes = 1500;
/** Days between two copies: the articles of each come after those of the one before. */
const daysPerCopy = 100;

/**
 * Makes the news at `file` `times` as large in SQL, as loading would take hours: every article with its readings,
 * quotes, events and stories is copied under new keys and later days. The people and topics are the same in all
 * copies, so that the most frequent ones grow with the library.
 */
export function multiplyNews(file: string, times: number): void {
  const database = openDatabase(file, newsSchema, { cacheMegabytes });
  // Nothing is lost if this is interrupted: the file is made anew. Without a journal everything is written once.
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  const most = (table: string) =>
    database.prepare(`select coalesce(max(key), 0) from ${table}`).pluck().get() as number;
  const [articles, stories, quotes, events] = ['articles', 'stories', 'quotes', 'events'].map(most) as [
    number,
    number,
    number,
    number,
  ];
  const isBase = `article <= ${articles}`;
  for (let copy = 1; copy < times; copy += 1) {
    const [a, s, q, e] = [articles, stories, quotes, events].map(number => number * copy) as number[];
    const later = (column: string) =>
      `case ${column} when '' then '' else date(${column}, '+${copy * daysPerCopy} days') end`;
    database.exec(`begin;
      insert into stories select key + ${s}, title, ${later('first')}, ${later('last')}, newest + ${a}
        from stories where key <= ${stories};
      insert into articles (key, id, title, source, url, day, language, text_hash, story, duplicate_of, came, archived)
        select key + ${a}, id || '-${copy}', title, source, url, ${later('day')}, language, text_hash || '-${copy}',
          story + ${s}, duplicate_of + ${a}, came + ${copy * daysPerCopy} * 86400000, archived from articles where key <= ${articles};
      insert into readings select article + ${a}, json from readings where ${isBase};
      insert into appearances select article + ${a}, person, local, ${later('day')} from appearances where ${isBase};
      insert into mentions select article + ${a}, person, start, "end", text from mentions where ${isBase};
      insert into roles select article + ${a}, person, start, "end", text, folded, ${later('day')}
        from roles where ${isBase};
      insert into quotes (key, article, person, day, start, json, folded)
        select key + ${q}, article + ${a}, person, ${later('day')}, start, json, folded from quotes where key <= ${quotes};
      insert into quote_search (rowid, words) select key + ${q}, folded from quotes where key <= ${quotes};
      insert into said_about select person, rank, ${later('day')}, article + ${a}, start, "end", quote + ${q}
        from said_about where ${isBase};
      insert into article_topics select topic, ${later('day')}, article + ${a}, score from article_topics where ${isBase};
      insert into events (key, date, precision, basis, text, until, approximate, planned, weight)
        select key + ${e}, ${later('date')}, precision, basis, text, until, approximate, planned, weight
        from events where key <= ${events};
      insert into event_reports (event, article, start, "end", basis, text, planned)
        select event + ${e}, article + ${a}, start, "end", basis, text, planned from event_reports where ${isBase};
      insert into event_tags select case when tag glob 's*' then 's' || (substr(tag, 2) + ${s}) else tag end,
        ${later('date')}, event + ${e}, weight from event_tags where event <= ${events};
      insert into vectors select article + ${a}, json from vectors where ${isBase};
      insert into postings select word, ${later('day')}, article + ${a} from postings where ${isBase};
      insert into shingles select (hash + ${copy} * 2654435761) % 4294967296, article + ${a} from shingles where ${isBase};
      insert into search (rowid, title, body)
        select article + ${a}, lower(json_extract(json, '$.title')), lower(json_extract(json, '$.text'))
        from readings where ${isBase};
      commit;`);
  }
  database.exec(`
    update people set articles = articles * ${times}, quotes = quotes * ${times};
    update person_names set uses = uses * ${times};
    delete from event_days;
    insert into event_days select date, count(*), sum(weight) from events where length(date) = 10 group by date;
    update topics set articles = articles * ${times};
    update words set articles = articles * ${times}`);
  database.pragma('journal_mode = WAL');
  database.close();
}
