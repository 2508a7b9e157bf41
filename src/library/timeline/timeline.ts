import type { Database } from '../../database/database.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf } from '../model/rows.ts';
import type { Timeline, TimelineEntry } from '../model/types.ts';
import { eventsWith } from './event-filter.ts';
import { createKeyDates } from './key-dates.ts';
import { createSpan } from './span.ts';

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

  const span = createSpan(database);

  return {
    span: async () => span(),
    keyDates: createKeyDates(database, span),
    async entries(filter, { limit, offset, newestFirst = false }) {
      const { from, date, counted, values } = eventsWith(filter);
      const total = database.prepare(`select count(*) ${counted}`).pluck().get(values) as number;
      const direction = newestFirst ? 'desc' : 'asc';
      const inexactLast =
        filter.from === undefined && filter.to === undefined
          ? ''
          : `(events.planned or events.until is not null or length(${date}) < 10), `;
      const found = database
        .prepare(`
          select events.* ${from} order by ${inexactLast} ${date} ${direction}, events.key ${direction}
          limit :limit offset :offset`)
        .all({ ...values, limit, offset }) as EventRow[];
      return { total, items: found.map(entry) };
    },
  };
}
