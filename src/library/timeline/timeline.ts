import type { Database } from '../../database/database.ts';
import { type ArticleRow, articleColumns, evidenceOf, numberOf, rowsOf } from '../model/rows.ts';
import type { Filter, Timeline, TimelineEntry } from '../model/types.ts';
import { endOf } from '../search/filter.ts';
import { matchOf } from '../search/search-words.ts';

type HappeningRow = {
  key: number;
  date: string;
  precision: TimelineEntry['precision'];
  basis: string;
  text: string;
  until: string | null;
  approximate: number;
  planned: number;
};
type TellingRow = ArticleRow & { start: number; end: number; text: string };

/** What happened when, told once. */
export function timelineOf(database: Database): Timeline {
  const rows = rowsOf(database);
  const tellings = database.prepare(`
    select ${articleColumns}, tellings.start, tellings.end, tellings.text
    from tellings join articles on articles.key = tellings.article
    where happening = ? order by tellings.planned, tellings.article, tellings.start`);
  const people = database
    .prepare(
      "select substr(mark, 2) from happening_marks where happening = ? and mark glob 'p*' order by mark",
    )
    .pluck();

  const entry = (row: HappeningRow): TimelineEntry => {
    const seen = new Set<string>();
    const evidence = (tellings.all(row.key) as TellingRow[])
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
      const { from, date, counted, values } = happeningsWith(filter);
      const total = database.prepare(`select count(*) ${counted}`).pluck().get(values) as number;
      const found = database
        .prepare(`
          select happenings.* ${from} order by ${date}, happenings.key limit :limit offset :offset`)
        .all({ ...values, limit, offset }) as HappeningRow[];
      return { total, items: found.map(entry) };
    },
  };
}

/**
 * A filter on happenings, as what stands behind `select`; `date` is read off the index that it goes by, and
 * `counted` finds as many without the happenings themselves where only marks decide. A month or year is
 * within a range as soon as a part of it is; one that goes on before and after the range tells nothing of it.
 */
function happeningsWith(filter: Filter) {
  const values: Record<string, string | number> = {};
  const marks = [
    ...(filter.person === undefined ? [] : [`p${numberOf(filter.person)}`]),
    ...(filter.topic === undefined ? [] : [`t${filter.topic}`]),
  ];
  marks.forEach((mark, at) => {
    values[`mark${at}`] = mark;
  });
  const [first, ...others] = marks.map((_, at) => `mark${at}`);
  const date = first === undefined ? 'happenings.date' : `${first}.date`;
  const marked = [
    `happening_marks as ${first}`,
    ...others.map(
      one =>
        `join happening_marks as ${one} on ${one}.happening = ${first}.happening and ${one}.mark = :${one}`,
    ),
  ].join(' ');
  const where = first === undefined ? [] : [`${first}.mark = :${first}`];
  const byMarks = where.length;
  if (filter.words !== undefined) {
    where.push(`happenings.key in (select happening from tellings
      where article in (select rowid from search where search match :match))`);
    values.match = matchOf(filter.words) ?? '""';
  }
  if (filter.from !== undefined) {
    where.push(`
      coalesce(happenings.until, happenings.date) >= substr(:from, 1, length(happenings.date))
      and (${date} >= :year or happenings.until is not null)`);
    values.year = filter.from.slice(0, 4);
    values.from = filter.from;
  }
  if (filter.to !== undefined) {
    where.push(`${date} <= :to`);
    values.to = endOf(filter.to);
  }
  if (filter.from !== undefined && filter.to !== undefined) {
    // Behind a year stands -01-01 as its first day, behind a month -01; no day comes after their 31st.
    where.push(`not (happenings.until is null and length(happenings.date) < 10
      and happenings.date || substr('-01-01', length(happenings.date) - 3) < :from
      and happenings.date || substr('-12-31', length(happenings.date) - 3) > :to)`);
  }
  const condition = where.length > 0 ? `where ${where.join(' and ')}` : '';
  const tables =
    first === undefined ? 'happenings' : `${marked} join happenings on happenings.key = ${first}.happening`;
  const from = `from ${tables} ${condition}`;
  const isMarkedOnly = first !== undefined && where.length === byMarks;
  return { from, date, counted: isMarkedOnly ? `from ${marked} ${condition}` : from, values };
}
