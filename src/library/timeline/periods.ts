import type { Database } from '../../database/database.ts';
import { countLimit, limitedCount } from '../model/counting.ts';
import type { Range, TimelineEntry } from '../model/types.ts';
import { periodEnd } from '../search/filter.ts';

export type EventRow = {
  key: number;
  date: string;
  precision: TimelineEntry['precision'];
  basis: string;
  text: string;
  until: string | null;
  approximate: number;
  planned: number;
};

/** What events are asked for: those with all the tags, among these keys, within a period of `YYYY`, `YYYY-MM` or days. */
export type EventFilter = {
  tags: string[];
  among: number[] | null;
  from?: string | undefined;
  to?: string | undefined;
};

type Values = Record<string, string | number>;
type Query = { sql: string; values: Values };

/**
 * Events of a period, in two queries that each follow an index: those that begin in it, and those that began before
 * and reach into it. A month or year is in a period as soon as a part of it is; one that goes on before and after
 * the period says nothing about it.
 */
export function createPeriods(database: Database) {
  const run = ({ sql, values }: Query) => database.prepare(sql).all(values) as EventRow[];

  /** Those that began before `from` and are not over by then, oldest first: few, whatever the period. */
  const reaching = (filter: EventFilter): EventRow[] => {
    const { from, to } = filter;
    if (from === undefined) return [];
    const { where, values } = conditionsOf(filter);
    const wider = [from.slice(0, 4), from.slice(0, 7)].filter(date => date.length < from.length);
    const found = [
      ...(wider.length === 0
        ? []
        : run({
            sql: `select events.* from events where ${['date in (select value from json_each(:wider))', 'until is null', ...where].join(' and ')}
              order by date, key limit ${countLimit + 1}`,
            values: { ...values, wider: JSON.stringify(wider) },
          })),
      ...run({
        sql: `select events.* from events where ${['until is not null', 'until >= :year', 'date < :from', 'until >= substr(:from, 1, length(date))', ...where].join(' and ')}
          order by date, key limit ${countLimit + 1}`,
        values: { ...values, year: from.slice(0, 4), from },
      }),
    ];
    return found
      .filter(row => to === undefined || !surrounds(row, from, periodEnd(to)))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.key - b.key));
  };

  /** Those that begin in the period. */
  const beginning = (filter: EventFilter, columns: string, tail: string, more: Values = {}): Query => {
    const [first, ...others] = filter.tags;
    const { where, values } = conditionsOf(first === undefined ? filter : { ...filter, tags: others });
    const date = first === undefined ? 'events.date' : 'tagged.date';
    const tables =
      first === undefined ? 'events' : 'event_tags as tagged join events on events.key = tagged.event';
    const conditions = [
      ...(first === undefined ? [] : ['tagged.tag = :tag']),
      ...(filter.from === undefined ? [] : [`${date} >= :from`]),
      ...(filter.to === undefined ? [] : [`${date} <= :to`]),
      ...where,
    ];
    const condition = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    return {
      sql: `select ${columns} from ${tables} ${condition} ${tail.replaceAll('$date', date)}`,
      values: {
        ...values,
        ...(first !== undefined && { tag: first }),
        ...(filter.from !== undefined && { from: filter.from }),
        ...(filter.to !== undefined && { to: periodEnd(filter.to) }),
        ...more,
      },
    };
  };

  const countBeginning = (filter: EventFilter): number => {
    const { sql, values } = beginning(filter, '1', '');
    return database.prepare(limitedCount(sql)).pluck().get(values) as number;
  };

  return {
    /** How many there are, at most `countLimit` and one more. */
    count(filter: EventFilter): number {
      return Math.min(countLimit + 1, countBeginning(filter) + reaching(filter).length);
    },
    /** A page of them, the oldest or the newest first. */
    page(filter: EventFilter, { limit, offset }: Range, order: 'oldest' | 'newest'): EventRow[] {
      const early = reaching(filter);
      const direction = order === 'oldest' ? '' : ' desc';
      const tail = `order by $date${direction}, events.key${direction} limit :limit offset :offset`;
      const read = (range: Range) =>
        range.limit <= 0 ? [] : run(beginning(filter, 'events.*', tail, range));
      if (order === 'newest') {
        const late = read({ limit, offset });
        if (late.length === limit) return late;
        const skipped = Math.max(0, offset - countBeginning(filter));
        return [...late, ...early.toReversed().slice(skipped, skipped + limit - late.length)];
      }
      const before = early.slice(offset, offset + limit);
      return [
        ...before,
        ...read({ limit: limit - before.length, offset: Math.max(0, offset - early.length) }),
      ];
    },
  };
}

/** The conditions that do not decide which index is followed. */
function conditionsOf({ tags, among }: EventFilter): { where: string[]; values: Values } {
  const values: Values = {};
  const where = tags.map((tag, at) => {
    values[`other${at}`] = tag;
    return `exists (select 1 from event_tags as other
      where other.tag = :other${at} and other.date = events.date and other.event = events.key)`;
  });
  if (among !== null) {
    where.push('events.key in (select value from json_each(:among))');
    values.among = JSON.stringify(among);
  }
  return { where, values };
}

/** Whether a month or year begins before the period and ends after it. */
function surrounds({ date, until }: EventRow, from: string, to: string): boolean {
  if (until !== null || date.length >= 10) return false;
  // After a year comes -01-01 as its first day, after a month -01; no day comes after their 31st.
  const first = date + '-01-01'.slice(date.length - 4);
  const last = date + '-12-31'.slice(date.length - 4);
  return first < from && last > to;
}
