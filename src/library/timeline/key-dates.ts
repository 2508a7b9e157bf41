import type { Database } from '../../database/database.ts';
import { memoize } from '../../system/memoize.ts';
import type { Timeline } from '../model/contracts.ts';
import { type ArticleRow, createRows, evidenceOf, numberOf } from '../model/rows.ts';
import type { Filter, KeyDate } from '../model/types.ts';
import { periodEnd } from '../search/filter.ts';
import { type MainEvent, mainEvent } from './central-report.ts';
import { eventsWith, tagsOf } from './event-filter.ts';
import { createEventsOfWords } from './events-of-words.ts';
import { dayWeight, keptWeight, reportWeight } from './report-weight.ts';
import type { Span } from './span.ts';

/** The sentences are read for this many times as many days as are asked for, and for at least … */
const daysReadPerKeyDate = 2;
const minDaysRead = 6;
/**
 * Of each day the reports of this many events are read, those that weigh most, and at most this many reports. With
 * fewer, what many articles report in words of their own falls behind a day with a few equal reports.
 */
const mostEvents = 30;
const mostReports = 40;
/** This many days are looked at, the newest: more than eight years of a tag that something happened to every day. */
const mostDays = 3000;

/** `weight`: what the reports of its events weigh by themselves. */
type Day = { date: string; events: number; weight: number };
type ReportRow = Pick<ArticleRow, 'key' | 'title' | 'day' | 'story'> & {
  event: number;
  /** Of the event. */
  kept: number;
  start: number;
  end: number;
  text: string;
  basis: string;
  approximate: number;
  planned: number;
};

type WeighedReport = ReportRow & { weight: number };
/** `articles`: how many of them were read that report something of the day. */
type WeighedDay = { date: string; weight: number; articles: number; main: MainEvent<WeighedReport> };
type KeptDay = Omit<WeighedDay, 'main'> & ReturnType<MainEvent<WeighedReport>['central']>;

/**
 * Chooses the most important days. Each article counts on a day with the weight of its best report; a day's weight is
 * that of its most important event: the sum of these weights, each times the likeness (cosine of content words) of
 * the article's report to the sentence that reports the event best. Many unrelated events do not add up to a key
 * date. Which days are looked at is decided by what all their reports weigh together, which is kept; where a day has
 * more reports than are read, those that are read stand for the others of their events. `npm run eval -- FOLDER
 * timelines` prints what this gives on timelines-dev, next to counting articles by their day of publication.
 */
export function createKeyDates(database: Database, span: () => Span | null) {
  const rows = createRows(database);
  const eventsOfWords = createEventsOfWords(database);
  const people = database
    .prepare("select substr(tag, 2) from event_tags where event = ? and tag glob 'p*' order by tag")
    .pluck();

  // There are as many statements as kinds of filters.
  const prepared = memoize((sql: string) => database.prepare(sql), 100);

  // Days without a look at the events themselves.
  const within = `date >= :from and date <= :to`;
  const newest = `${within} order by date desc limit ${mostDays}`;
  const eventDays = database.prepare(`select date, events, weight from event_days where ${newest}`);
  const taggedDays = database.prepare(
    `select date, events, weight from tag_days where tag = :tag and ${newest}`,
  );

  /** The exact days on which the filter allows events, and what finds the events of each. */
  const daysWith = (filter: Filter) => {
    const { words, from = '', to, ...others } = filter;
    const [tag, ...more] = tagsOf(filter);
    if (words === undefined && more.length === 0) {
      const period = { from, to: periodEnd(to ?? '9') };
      const found = tag === undefined ? eventDays.all(period) : taggedDays.all({ ...period, tag });
      return { days: found as Day[], query: eventsWith(others, eventsOfWords) };
    }
    const query = eventsWith(filter, eventsOfWords);
    const { date, weight, counted, values } = query;
    const days = prepared(
      `select ${date} as date, count(*) as events, sum(${weight}) as weight ${exactly(counted, date)} group by ${date}`,
    ).all(values) as Day[];
    return { days, query };
  };

  return async (filter: Filter, limit: number): ReturnType<Timeline['keyDates']> => {
    const { days, query } = daysWith(filter);
    const { date, key, weight, counted, values } = query;
    // In this order, whatever seems cheaper: of a day only the few events that weigh most are looked up.
    const reported = prepared(`
      select articles.key, articles.title, articles.day, articles.story, main.event, main.kept, event_reports.start,
        event_reports.end, event_reports.text, event_reports.basis, event_reports.planned, events.approximate
      from (select ${key} as event, ${weight} as kept ${exactly(counted, date)} and ${date} = :on
        order by ${weight} desc, ${key} limit ${mostEvents}) as main
      cross join events on events.key = main.event
      cross join event_reports on event_reports.event = main.event
      cross join articles on articles.key = event_reports.article
      where articles.duplicate_of is null limit ${mostReports}`);
    const surname = surnameOf(filter);
    const own = span();

    const read = days
      .map(({ date, events, weight }) => ({ date, events, sum: dayWeight(date, own, weight) }))
      .sort((a, b) => b.sum - a.sum || b.events - a.events || (a.date > b.date ? -1 : 1))
      .slice(0, Math.max(minDaysRead, daysReadPerKeyDate * limit));
    // The best first, at most as many as are asked for. The reports of all other days are let go at once: many of them
    // kept until the end would make the memory of the whole bot be collected.
    const best: KeptDay[] = [];
    for (const { date: on } of read) {
      const day = weigh(on, own, reported.all({ ...values, on }) as ReportRow[]);
      if (day === null || (best.length >= limit && day.weight < best.at(-1)!.weight)) continue;
      const { main, ...weighed } = day;
      const one = { ...weighed, ...main.central(surname) };
      const place = best.findIndex(other => comesBefore(one, other));
      best.splice(place < 0 ? best.length : place, 0, one);
      best.length = Math.min(best.length, limit);
    }
    const items = best.map(
      ({ date, weight, chosen, alike, articles }): KeyDate => ({
        date,
        weight,
        articles,
        basis: chosen.basis,
        planned: chosen.planned === 1,
        approximate: chosen.approximate === 1,
        text: chosen.text,
        evidence: [chosen, ...alike].map(row => evidenceOf(rows.article(row.key), row, row.text)),
        people: (people.all(chosen.event) as string[]).flatMap(key => rows.person(Number(key)) ?? []),
      }),
    );
    return { total: days.length, items, months: monthsOf(days) };
  };

  /** The surname of the person asked about, to see how prominent they are in a sentence. */
  function surnameOf({ person }: Filter): string | null {
    const name = person === undefined ? undefined : rows.person(numberOf(person))?.name;
    return name?.split(' ').at(-1) ?? null;
  }
}

/** The same query for events with an exact day only. */
function exactly(from: string, date: string): string {
  return `${from} ${from.includes(' where ') ? 'and' : 'where'} length(${date}) = 10`;
}

/** Where a few articles make the news, many days weigh the same: someone's words give way to what happened. */
function comesBefore(a: KeptDay, b: KeptDay): boolean {
  return (
    a.weight > b.weight ||
    (a.weight === b.weight && (a.score > b.score || (a.score === b.score && a.date < b.date)))
  );
}

/** What the reports of a day that were read say of it; null if there are none. */
function weigh(date: string, own: Span | null, rows: ReportRow[]): WeighedDay | null {
  const found = rows.map(row => ({ ...row, weight: reportWeight(date, own, row) }));
  const main = mainEvent(found);
  if (main === null) return null;
  const articles = new Set(found.map(({ key }) => key)).size;
  return { date, weight: main.weight * standingFor(date, found), articles, main };
}

/** The months of days, in order, each with how many of its days there are. */
function monthsOf(days: Day[]): { month: string; days: number }[] {
  const counts = new Map<string, number>();
  for (const { date } of days) {
    const month = date.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, days]) => ({ month, days })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/**
 * How many times as much the events of some reports weigh as these reports do: 1 if they are all there are. The reports
 * of an event follow each other, and among them those of an article.
 */
function standingFor(date: string, found: ReportRow[]): number {
  let [events, read, ofArticle] = [0, 0, 0];
  found.forEach((report, at) => {
    const before = found[at - 1];
    const isNewEvent = report.event !== before?.event;
    if (isNewEvent) events += report.kept;
    if (isNewEvent || report.key !== before?.key) ofArticle = 0;
    const more = Math.max(0, keptWeight(date, report) - ofArticle);
    ofArticle += more;
    read += more;
  });
  return Math.max(1, events / read);
}
