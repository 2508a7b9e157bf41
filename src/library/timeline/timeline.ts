import type { Database } from '../../database/database.ts';
import { countLimit, createCounters, limitedTotal } from '../model/counting.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf, numberOf } from '../model/rows.ts';
import type { Filter, Range, Timeline, TimelineEntry } from '../model/types.ts';
import { createHits } from '../search/hits.ts';
import { createPeriods, type EventRow } from './periods.ts';

type ReportRow = ArticleRow & { start: number; end: number; text: string };

/** What happened when, each event once. */
export function createTimeline(database: Database): Timeline {
  const rows = createRows(database);
  const counters = createCounters(database);
  const hits = createHits(database);
  const periods = createPeriods(database);
  const reports = database.prepare(`
    select ${articleColumns}, event_reports.start, event_reports.end, event_reports.text
    from event_reports join articles on articles.key = event_reports.article
    where event = ? order by event_reports.planned, event_reports.article, event_reports.start`);
  const people = database
    .prepare("select substr(tag, 2) from event_tags where event = ? and tag glob 'p*' order by tag")
    .pluck();
  const reportedIn = database
    .prepare('select distinct event from event_reports where article in (select value from json_each(?))')
    .pluck();

  const entry = (row: EventRow): TimelineEntry => {
    const seen = new Set<string>();
    const evidence = (reports.all(row.key) as ReportRow[])
      .filter(report => !seen.has(report.id) && seen.add(report.id))
      .map(report => evidenceOf(report, report, report.text));
    const involved = (people.all(row.key) as string[])
      .map(key => rows.person(Number(key)))
      .filter(one => one !== null);
    const { date, precision, basis, text, until } = row;
    const [approximate, planned] = [row.approximate === 1, row.planned === 1];
    return { date, precision, until, approximate, planned, basis, text, evidence, people: involved };
  };

  /** The events of the newest articles with the words; null if no words are asked for. */
  const eventsWith = (words: string | undefined) => {
    if (words === undefined) return null;
    const { keys, isMore } = hits.newest(words);
    return { keys: reportedIn.all(JSON.stringify(keys)) as number[], isMore };
  };

  return {
    async entries(filter, { limit, offset }, order = 'oldest') {
      const among = eventsWith(filter.words);
      const asked = { tags: tagsOf(filter), among: among?.keys ?? null, from: filter.from, to: filter.to };
      const isAll = asked.tags.length === 0 && among === null && !filter.from && !filter.to;
      const total = isAll ? limitedTotal(counters.get('events')) : periods.count(asked);
      const range: Range = { limit, offset };
      return {
        total: among?.isMore ? countLimit + 1 : total,
        items: periods.page(asked, range, order).map(entry),
      };
    },
  };
}

function tagsOf(filter: Filter): string[] {
  return [
    ...(filter.person === undefined ? [] : [`p${numberOf(filter.person)}`]),
    ...(filter.topic === undefined ? [] : [`t${filter.topic}`]),
  ];
}
