import type { Database } from '../../database/database.ts';
import type { Timeline } from '../model/contracts.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf, numberOf } from '../model/rows.ts';
import type { Filter, KeyDate } from '../model/types.ts';
import { periodEnd } from '../search/filter.ts';
import { centralReport } from './central-report.ts';
import { eventsWith, tagsOf } from './event-filter.ts';
import { createEventsOfWords } from './events-of-words.ts';
import type { Span } from './span.ts';

/** Of the days with the most different events this many times as many as are asked for are weighed, and at least … */
const daysWeighedPerKeyDate = 14;
const minDaysWeighed = 60;
/** … the sentences are read for this many times as many days as are asked for, and for at least `minDaysRead`. */
const daysReadPerKeyDate = 3;
const minDaysRead = 15;
/** At most this many reports of a day are looked at, and this many of all days are weighed. */
const maxReports = 120;
const maxReportsWeighed = 6000;

/**
 * What a report of an event is worth, by the days between the event and the article's publication. Articles return to
 * the key dates of a story much later; a fresh report is its article's own news; an announced event has not happened.
 * Tuned on the six timelines of timelines-dev.
 */
const weightByLag: readonly { until: number; weight: number }[] = [
  { until: -1, weight: 0.25 },
  { until: 1, weight: 1.5 },
  { until: 30, weight: 0.75 },
  { until: Number.POSITIVE_INFINITY, weight: 5 },
];
/** A report near the top of an article, up to this offset (UTF-16 code units), is its lead. */
const leadEnd = 1000;
const leadWeight = 1.5;
const approximateWeight = 0.5;
/** A day before the oldest article has no fresh reports, so a later one, within a month, counts this much. */
const beforeLibraryWeight = 2;
/** The newest day counts this much more, as nothing can have returned to it yet; half of that for each day before. */
const newestBonus = 1;

/** A query for events with exact days: what follows `select`, the column of their date, and its values. */
type DayQuery = { exact: string; date: string; values: Record<string, string | number> };

/** A report as it is weighed: offsets and days only. */
type WeighedRow = {
  article: number;
  start: number;
  day: string;
  approximate: number;
};
type ReportRow = ArticleRow & {
  event: number;
  start: number;
  end: number;
  text: string;
  basis: string;
  approximate: number;
  planned: number;
};

/**
 * Chooses the most important days. Each article counts on a day with the weight of its best report; a day's weight is
 * that of its most important event: the sum of these weights, each times the likeness (cosine of content words) of
 * the article's report to the sentence that reports the event best. Many unrelated events do not add up to a key
 * date. `npm run eval -- FOLDER timelines` prints what this gives on timelines-dev, next to counting articles by their
 * day of publication.
 */
export function createKeyDates(database: Database, span: () => Span | null) {
  const rows = createRows(database);
  const eventsOfWords = createEventsOfWords(database);
  const people = database
    .prepare("select substr(tag, 2) from event_tags where event = ? and tag glob 'p*' order by tag")
    .pluck();

  // Days without a look at the events themselves.
  const within = `date >= :from and date <= :to`;
  const eventDays = database.prepare(
    `select date, events from event_days where ${within} order by events desc, date desc`,
  );
  const taggedDays = database.prepare(`
    select date, count(*) as events from event_tags where tag = :tag and ${within} and length(date) = 10
    group by date order by events desc, date desc`);

  /** How many events each exact day has that the filter allows, the most eventful first. */
  const countDays = (
    filter: Filter,
    { exact, date, values }: DayQuery,
  ): { date: string; events: number }[] => {
    const { words, from = '', to } = filter;
    const [tag, ...others] = tagsOf(filter);
    if (words === undefined && others.length === 0) {
      const period = { from, to: periodEnd(to ?? '9') };
      const found = tag === undefined ? eventDays.all(period) : taggedDays.all({ ...period, tag });
      return found as { date: string; events: number }[];
    }
    return database
      .prepare(
        `select ${date} as date, count(*) as events ${exact} group by ${date} order by events desc, date desc`,
      )
      .all(values) as { date: string; events: number }[];
  };

  return async (filter: Filter, limit: number): ReturnType<Timeline['keyDates']> => {
    const { from, date, values } = eventsWith(filter, eventsOfWords);
    const exact = `${from} ${from.includes(' where ') ? 'and' : 'where'} length(${date}) = 10`;
    const ofDay = `
      ${exact.replace(
        ' where ',
        ` join event_reports on event_reports.event = events.key
          join articles on articles.key = event_reports.article where articles.duplicate_of is null and `,
      )} and ${date} = :on limit ${maxReports}`;
    const weighed = database.prepare(`
      select event_reports.article, event_reports.start, articles.day, events.approximate ${ofDay}`);
    const reported = database.prepare(`
      select ${articleColumns}, event_reports.event, event_reports.start, event_reports.end, event_reports.text,
        event_reports.basis, event_reports.planned, events.approximate ${ofDay}`);
    const surname = surnameOf(filter);
    const own = span();

    const days = countDays(filter, { exact, date, values });
    let left = maxReportsWeighed;
    const items = days
      .slice(0, Math.max(minDaysWeighed, daysWeighedPerKeyDate * limit))
      .flatMap(day => {
        if (left <= 0) return [];
        const reports = weighed.all({ ...values, on: day.date }) as WeighedRow[];
        left -= reports.length;
        return [{ date: day.date, sum: articlesWeight(day.date, own, reports) }];
      })
      .sort((a, b) => b.sum - a.sum)
      .slice(0, Math.max(minDaysRead, daysReadPerKeyDate * limit))
      .flatMap(({ date: on }) => {
        const found = (reported.all({ ...values, on }) as ReportRow[]).map(row => ({
          ...row,
          weight: reportWeight(on, own, row),
        }));
        const best = centralReport(found, surname);
        return best === null ? [] : [{ on, ...best, articles: new Set(found.map(({ key }) => key)).size }];
      })
      .sort((a, b) => b.weight - a.weight || (a.on < b.on ? -1 : 1))
      .slice(0, limit)
      .map(
        ({ on, weight, chosen, alike, articles }): KeyDate => ({
          date: on,
          weight,
          articles,
          basis: chosen.basis,
          planned: chosen.planned === 1,
          approximate: chosen.approximate === 1,
          text: chosen.text,
          evidence: [chosen, ...alike].map(row => evidenceOf(row, row, row.text)),
          people: (people.all(chosen.event) as string[]).flatMap(key => rows.person(Number(key)) ?? []),
        }),
      );
    const months = Map.groupBy(days, day => day.date.slice(0, 7));
    return {
      total: days.length,
      items,
      months: [...months]
        .map(([month, all]) => ({ month, days: all.length }))
        .sort((a, b) => (a.month < b.month ? -1 : 1)),
    };
  };

  /** The surname of the person asked about, to see how prominent they are in a sentence. */
  function surnameOf({ person }: Filter): string | null {
    const name = person === undefined ? undefined : rows.person(numberOf(person))?.name;
    return name?.split(' ').at(-1) ?? null;
  }
}

/** The sum of the weights of the articles that report something of a day, each with its best report. */
function articlesWeight(date: string, own: Span | null, reports: WeighedRow[]): number {
  const best = new Map<number, number>();
  for (const report of reports)
    best.set(report.article, Math.max(best.get(report.article) ?? 0, reportWeight(date, own, report)));
  return [...best.values()].reduce((sum, weight) => sum + weight, 0);
}

function reportWeight(
  date: string,
  own: Span | null,
  { day, start, approximate }: Omit<WeighedRow, 'article'>,
): number {
  const lag = day === '' ? 2 : daysBetween(date, day);
  const { until, weight } = weightByLag.find(each => lag <= each.until)!;
  const isBeforeLibrary = own !== null && date < own.first && lag >= 0 && until < Number.POSITIVE_INFINITY;
  return (
    (isBeforeLibrary ? beforeLibraryWeight : weight) *
    (start < leadEnd ? leadWeight : 1) *
    (approximate === 1 ? approximateWeight : 1) *
    freshness(date, own)
  );
}

function freshness(date: string, own: Span | null): number {
  return own === null ? 1 : 1 + newestBonus * 0.5 ** Math.max(0, daysBetween(date, own.last));
}

/** From one day to another, negative if the other is earlier. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from)) / 86_400_000;
}
