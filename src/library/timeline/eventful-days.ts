import type { Database } from '../../database/database.ts';
import { memoize } from '../../system/memoize.ts';
import type { Filter } from '../model/types.ts';
import { periodEnd } from '../search/filter.ts';
import { eventsWith, tagsOf } from './event-filter.ts';
import type { EventsOfWords } from './events-of-words.ts';
import { dayWeight, evenlyWeighed, unevenlyWeighed } from './report-weight.ts';
import type { Span } from './span.ts';

/** This many days are looked at, the newest: more than eight years of a tag that something happened to every day. */
const mostDays = 3000;

/** `weight`: what the reports of its events weigh by themselves. */
type Day = { date: string; events: number; weight: number };
type Month = { month: string; days: number };

/**
 * Finds the days whose reports weigh most together. Of everything, of a tag and of a period they are read off the
 * figures that are kept of each day.
 */
export function createEventfulDays(
  database: Database,
  eventsOfWords: (words: string) => EventsOfWords,
  span: () => Span | null,
) {
  // There are as many statements as kinds of filters.
  const prepared = memoize((sql: string) => database.prepare(sql), 100);
  const everything = keptDays(database, 'event_days', '');
  const tagged = keptDays(database, 'tag_days', 'tag = :tag and');

  return {
    prepared,
    /**
     * The exact days on which the filter allows events, those that weigh most in a library of this time, at most `most`;
     * `counted` gives the `total` of them all, and `months`, in order, each with how many of them there are; and `query`
     * finds the events of a day.
     */
    find(
      filter: Filter,
      most: number,
    ): { days: string[]; counted: () => { total: number; months: Month[] }; query: EventQuery } {
      const own = span();
      const { words, from = '', to, ...tags } = filter;
      const [tag, ...more] = tagsOf(filter);
      if (words === undefined && more.length === 0) {
        const period = { from, to: periodEnd(to ?? '9') };
        const kept = tag === undefined ? everything : tagged;
        const { days, counted } = kept(own, { ...period, ...(tag !== undefined && { tag }) }, most);
        return { days: weightiest(days, own, most), counted, query: eventsWith(tags, eventsOfWords) };
      }
      const query = eventsWith(filter, eventsOfWords);
      const { date, weight, counted, values } = query;
      const found = prepared(
        `select ${date} as date, count(*) as events, sum(${weight}) as weight ${exactly(counted, date)} group by ${date}`,
      ).all(values) as Day[];
      const all = { total: found.length, months: monthsOf(found) };
      return { days: weightiest(found, own, most), counted: () => all, query };
    },
  };
}

type EventQuery = ReturnType<typeof eventsWith>;

/**
 * Days of a table without a look at the events themselves. Nearly all count what their reports weigh and no more, so
 * that of these SQLite finds the weightiest: thousands of rows that live as long as an answer fill the old heap.
 */
function keptDays(database: Database, table: string, condition: string) {
  const within = `from ${table} where ${condition} date >= :from and date <= :to`;
  const oldest = database
    .prepare(`select date ${within} order by date desc limit 1 offset ${mostDays - 1}`)
    .pluck();
  const even = database.prepare(`
    select date, events, weight ${within} and ${evenlyWeighed.sql}
    order by weight desc, events desc, date desc limit :most`);
  const all = database.prepare(`select date, events, weight ${within}`);
  const months = database.prepare(`
    select substr(date, 1, 7) as month, count(*) as days ${within} group by month order by month`);
  return (own: Span | null, period: Record<string, string> & { from: string; to: string }, most: number) => {
    const looked = { ...period, from: (oldest.get(period) as string | undefined) ?? period.from };
    const uneven = unevenlyWeighed(own).flatMap(({ from, to }) => {
      const part = { from: from > looked.from ? from : looked.from, to: to < looked.to ? to : looked.to };
      return all.all({ ...looked, ...part }) as Day[];
    });
    return {
      days: [...uneven, ...(even.all({ ...looked, ...evenlyWeighed.bounds(own), most }) as Day[])],
      counted() {
        const found = months.all(looked) as Month[];
        return { total: found.reduce((sum, month) => sum + month.days, 0), months: found };
      },
    };
  };
}

/** The same query for events with an exact day only. */
export function exactly(from: string, date: string): string {
  return `${from} ${from.includes(' where ') ? 'and' : 'where'} length(${date}) = 10`;
}

function weightiest(days: Day[], own: Span | null, most: number): string[] {
  return days
    .map(({ date, events, weight }) => ({ date, events, sum: dayWeight(date, own, weight) }))
    .sort((a, b) => b.sum - a.sum || b.events - a.events || (a.date > b.date ? -1 : 1))
    .slice(0, most)
    .map(({ date }) => date);
}

function monthsOf(days: Day[]): Month[] {
  const counts = new Map<string, number>();
  for (const { date } of days) {
    const month = date.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return [...counts].map(([month, days]) => ({ month, days })).sort((a, b) => (a.month < b.month ? -1 : 1));
}
