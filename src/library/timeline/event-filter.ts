import { numberOf } from '../model/rows.ts';
import type { Filter } from '../model/types.ts';
import { periodEnd } from '../search/filter.ts';
import type { EventsOfWords } from './events-of-words.ts';

/** The tags that an event must have. */
export function tagsOf(filter: Filter): string[] {
  return [
    ...(filter.person === undefined ? [] : [`p${numberOf(filter.person)}`]),
    ...(filter.entity === undefined ? [] : [filter.entity]),
    ...(filter.topic === undefined ? [] : [`t${filter.topic}`]),
  ];
}

/**
 * A filter on events, as what follows `select`; `date`, `key` and `weight` are read off the index that it goes by, and
 * `counted` finds as many without the events themselves where only tags decide. A month or year is
 * within a range as soon as a part of it is; one that reaches beyond the range at both ends says nothing about it.
 */
export function eventsWith(filter: Filter, eventsOfWords: (words: string) => EventsOfWords) {
  const values: Record<string, string | number> = {};
  const tags = tagsOf(filter);
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
    where.push('events.key in (select value from json_each(:among))');
    values.among = JSON.stringify(eventsOfWords(filter.words).keys);
  }
  if (filter.from !== undefined) {
    // What began earlier and reaches into the range decides how far back the index is followed.
    where.push(`
      coalesce(events.until, events.date) >= substr(:from, 1, length(events.date))
      and ${date} >= coalesce((select min(date) from events indexed by events_until
        where until is not null and until >= :year and date < :year), :year)`);
    values.year = filter.from.slice(0, 4);
    values.from = filter.from;
  }
  if (filter.to !== undefined) {
    where.push(`${date} <= :to`);
    values.to = periodEnd(filter.to);
  }
  if (filter.from !== undefined && filter.to !== undefined) {
    // A year is completed by -01-01 to its first day, a month by -01; no day comes after their 31st.
    where.push(`not (events.until is null and length(events.date) < 10
      and events.date || substr('-01-01', length(events.date) - 3) < :from
      and events.date || substr('-12-31', length(events.date) - 3) > :to)`);
  }
  const condition = where.length > 0 ? `where ${where.join(' and ')}` : '';
  const tables = first === undefined ? 'events' : `${tagged} join events on events.key = ${first}.event`;
  const from = `from ${tables} ${condition}`;
  const isMarkedOnly = first !== undefined && where.length === byMarks;
  const [key, weight] =
    first === undefined ? ['events.key', 'events.weight'] : [`${first}.event`, `${first}.weight`];
  return { from, date, key, weight, counted: isMarkedOnly ? `from ${tagged} ${condition}` : from, values };
}
