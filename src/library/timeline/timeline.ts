import type { Database } from '../../database/database.ts';
import type { Timeline } from '../model/contracts.ts';
import { countLimit, createCounters, limitedTotal } from '../model/counting.ts';
import { createForwarding } from '../model/forwarding.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf } from '../model/rows.ts';
import { createSnapshotCache } from '../model/snapshot-cache.ts';
import type { TimelineEntry } from '../model/types.ts';
import { tagsOf } from './event-filter.ts';
import { createEventsOfWords } from './events-of-words.ts';
import { createKeyDates } from './key-dates.ts';
import { createPeriods, type EventRow } from './periods.ts';
import { createSpan } from './span.ts';

type ReportRow = ArticleRow & { start: number; end: number; text: string };

/** What happened when, each event once. */
export function createTimeline(database: Database): Timeline {
  const rows = createRows(database);
  const counters = createCounters(database);
  const eventsOfWords = createEventsOfWords(database);
  const periods = createPeriods(database);
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
      .filter(report => !seen.has(report.id) && seen.add(report.id))
      .map(report => evidenceOf(report, report, report.text));
    const involved = (people.all(row.key) as string[])
      .map(key => rows.person(Number(key)))
      .filter(one => one !== null);
    const { date, precision, basis, text, until } = row;
    const [approximate, planned] = [row.approximate === 1, row.planned === 1];
    return { date, precision, until, approximate, planned, basis, text, evidence, people: involved };
  };

  const span = createSpan(database);
  const keyDates = createKeyDates(database, span);
  const cached = createSnapshotCache<ReturnType<Timeline['keyDates']>>(database);
  const forwarding = createForwarding(database);

  return {
    span: async () => span(),
    async keyDates(given, limit) {
      const filter = forwarding.follow(given);
      return cached(JSON.stringify([filter, limit]), async () => keyDates(filter, limit));
    },
    async entries(given, { limit, offset, newestFirst = false }) {
      const filter = forwarding.follow(given);
      const among = filter.words === undefined ? null : eventsOfWords(filter.words);
      const asked = { tags: tagsOf(filter), among: among?.keys ?? null, from: filter.from, to: filter.to };
      const hasPeriod = filter.from !== undefined || filter.to !== undefined;
      const isAll = asked.tags.length === 0 && among === null && !hasPeriod;
      const total = isAll ? limitedTotal(counters.get('events')) : periods.count(asked);
      const order = newestFirst ? 'newest' : 'oldest';
      const page =
        hasPeriod && total <= countLimit
          ? exactFirst(periods.page(asked, { limit: total, offset: 0 }, order)).slice(offset, offset + limit)
          : periods.page(asked, { limit, offset }, order);
      return { total: among?.isMore ? countLimit + 1 : total, items: page.map(entry) };
    },
  };
}

/** Exact days before what is planned, spans days or has no exact day; otherwise in the order given. */
function exactFirst(events: EventRow[]): EventRow[] {
  const isExact = ({ planned, until, date }: EventRow) =>
    planned === 0 && until === null && date.length === 10;
  return [...events.filter(isExact), ...events.filter(event => !isExact(event))];
}
