import type { Database } from './database.ts';
import { endOf } from './filter.ts';
import { type ArticleRow, articleColumns, evidenceOf, numberOf, rowsOf } from './rows.ts';
import { matchOf } from './search-words.ts';
import type { Filter, Timeline, TimelineEntry } from './types.ts';

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
      const { from, where, values } = happeningsWith(filter);
      const condition = where.length > 0 ? `where ${where.join(' and ')}` : '';
      const total = database.prepare(`select count(*) ${from} ${condition}`).pluck().get(values) as number;
      const found = database
        .prepare(`
          select happenings.* ${from} ${condition}
          order by happenings.date, happenings.key limit :limit offset :offset`)
        .all({ ...values, limit, offset }) as HappeningRow[];
      return { total, items: found.map(entry) };
    },
  };
}

/** A filter on happenings. A month or year is within a range as soon as a part of it is. */
function happeningsWith(filter: Filter) {
  const where: string[] = [];
  const values: Record<string, string | number> = {};
  const marks = [
    ...(filter.person === undefined ? [] : [`p${numberOf(filter.person)}`]),
    ...(filter.topic === undefined ? [] : [`t${filter.topic}`]),
  ];
  const from = `from happenings ${marks
    .map(
      (_, at) =>
        `join happening_marks as mark${at} on mark${at}.happening = happenings.key and mark${at}.mark = :mark${at}`,
    )
    .join(' ')}`;
  marks.forEach((mark, at) => {
    values[`mark${at}`] = mark;
  });
  if (filter.words !== undefined) {
    where.push(`happenings.key in (select happening from tellings
      where article in (select rowid from search where search match :match))`);
    values.match = matchOf(filter.words) ?? '""';
  }
  if (filter.from !== undefined) {
    where.push(`
      coalesce(happenings.until, happenings.date) >= substr(:from, 1, length(happenings.date))
      and (happenings.date >= :year or happenings.until is not null)`);
    values.year = filter.from.slice(0, 4);
    values.from = filter.from;
  }
  if (filter.to !== undefined) {
    where.push('happenings.date <= :to');
    values.to = endOf(filter.to);
  }
  return { from, where, values };
}
