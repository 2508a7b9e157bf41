import type { Database } from '../../database/database.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf, numberOf } from '../model/rows.ts';
import type { Filter, Timeline, TimelineEntry } from '../model/types.ts';
import { periodEnd } from '../search/filter.ts';
import { matchOf } from '../search/search-words.ts';

type EventRow = {
  key: number;
  date: string;
  precision: TimelineEntry['precision'];
  basis: string;
  text: string;
  until: string | null;
  approximate: number;
  planned: number;
};
type ReportRow = ArticleRow & { start: number; end: number; text: string };

/** What happened when, told once. */
export function createTimeline(database: Database): Timeline {
  const rows = createRows(database);
  const reports = database.prepare(`
    select ${articleColumns}, event_reports.start, event_reports.end, event_reports.text
    from event_reports join articles on articles.key = event_reports.article
    where event = ? order by event_reports.planned, event_reports.article, event_reports.start`);
  const people = database
    .prepare("select substr(tag, 2) from event_tags where event = ? and tag glob 'p*' order by tag")
    .pluck();

  const entry = (row: EventRow): TimelineEntry => {
    const seen = new Set<string>();
    const evidence = (reports.all(row.key) as ReportRow[])
      .filter(telling => !seen.has(telling.id) && seen.add(telling.id))
      .map(telling => evidenceOf(telling, telling, telling.text));
    const involved = (people.all(row.key) as string[])
      .map(key => rows.person(Number(key)))
      .filter(one => one !== null);
    const { date, precision, basis, text, until } = row;
    const [approximate, planned] = [row.approximate === 1, row.planned === 1];
    return { date, precision, until, approximate, planned, basis, text, evidence, people: involved };
  };

  return {
    async entries(filter, { limit, offset }) {
      const { from, date, counted, values } = eventsWith(filter);
      const total = database.prepare(`select count(*) ${counted}`).pluck().get(values) as number;
      const found = database
        .prepare(`
          select events.* ${from} order by ${date}, events.key limit :limit offset :offset`)
        .all({ ...values, limit, offset }) as EventRow[];
      return { total, items: found.map(entry) };
    },
  };
}

/**
 * A filter on events, as what stands behind `select`; `date` is read off the index that it goes by, and
 * `counted` finds as many without the events themselves where only tags decide. A month or year is
 * within a range as soon as a part of it is; one that goes on before and after the range tells nothing of it.
 */
function eventsWith(filter: Filter) {
  const values: Record<string, string | number> = {};
  const tags = [
    ...(filter.person === undefined ? [] : [`p${numberOf(filter.person)}`]),
    ...(filter.topic === undefined ? [] : [`t${filter.topic}`]),
  ];
  tags.forEach((tag, at) => {
    values[`tag${at}`] = tag;
  });
  const [first, ...others] = tags.map((_, at) => `tag${at}`);
  const date = first === undefined ? 'events.date' : `${first}.date`;
  const tagged = [
    `event_tags as ${first}`,
    ...others.map(
      one => `join event_tags as ${one} on ${one}.event = ${first}.event and ${one}.tag = :${one}`,
    ),
  ].join(' ');
  const where = first === undefined ? [] : [`${first}.tag = :${first}`];
  const byMarks = where.length;
  if (filter.words !== undefined) {
    where.push(`events.key in (select event from event_reports
      where article in (select rowid from search where search match :match))`);
    values.match = matchOf(filter.words) ?? '""';
  }
  if (filter.from !== undefined) {
    where.push(`
      coalesce(events.until, events.date) >= substr(:from, 1, length(events.date))
      and (${date} >= :year or events.until is not null)`);
    values.year = filter.from.slice(0, 4);
    values.from = filter.from;
  }
  if (filter.to !== undefined) {
    where.push(`${date} <= :to`);
    values.to = periodEnd(filter.to);
  }
  if (filter.from !== undefined && filter.to !== undefined) {
    // Behind a year stands -01-01 as its first day, behind a month -01; no day comes after their 31st.
    where.push(`not (events.until is null and length(events.date) < 10
      and events.date || substr('-01-01', length(events.date) - 3) < :from
      and events.date || substr('-12-31', length(events.date) - 3) > :to)`);
  }
  const condition = where.length > 0 ? `where ${where.join(' and ')}` : '';
  const tables = first === undefined ? 'events' : `${tagged} join events on events.key = ${first}.event`;
  const from = `from ${tables} ${condition}`;
  const isMarkedOnly = first !== undefined && where.length === byMarks;
  return { from, date, counted: isMarkedOnly ? `from ${tagged} ${condition}` : from, values };
}
