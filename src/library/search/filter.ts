import type { Database } from '../../database/database.ts';
import type { Search } from '../model/contracts.ts';
import { countLimit, createCounters, limitedCount, limitedTotal } from '../model/counting.ts';
import { type ArticleRow, articleColumns, numberOf, refOf, toSlice } from '../model/rows.ts';
import type { ArticleRef, Filter, Range, Slice } from '../model/types.ts';
import { createHits } from './hits.ts';

/** As many as are counted: no page shows more. */
const maxCandidates = countLimit;

type Values = Record<string, string | number>;

/** The tables that hold the articles of a person, an entity or a topic in the order of their days. */
const tables = { person: 'appearances', entity: 'entity_articles', topic: 'article_topics' } as const;

/**
 * Articles that meet every condition, newest first. The first condition gives the candidates, at most its newest
 * `maxCandidates` articles, and the others are checked for each of them: no condition goes through the whole library.
 */
export function createFiltered(database: Database): Search['filtered'] {
  const hits = createHits(database);
  const counters = createCounters(database);
  const listed = database.prepare(`
    select ${articleColumns} from json_each(?) as listed join articles on articles.key = listed.value order by listed.key`);

  const page = (where: string[], values: Values, range: Range): Slice<ArticleRef> => {
    const from = `from articles where ${['duplicate_of is null', ...where].join(' and ')}`;
    const total = database
      .prepare(limitedCount(`select 1 ${from}`))
      .pluck()
      .get(values);
    const found = database
      .prepare(`select ${articleColumns} ${from} order by day desc, key desc limit :limit offset :offset`)
      .all({ ...values, ...range });
    return toSlice<ArticleRow, ArticleRef>(total, found, refOf);
  };

  const newestOf = (kind: keyof typeof tables, value: string | number, dated: string[], period: Values) =>
    database
      .prepare(`
        select article from ${tables[kind]} where ${[`${kind} = :value`, ...dated].join(' and ')}
        group by day, article order by day desc, article desc limit ${maxCandidates + 1}`)
      .pluck()
      .all({ ...period, value }) as number[];

  return async (filter, range) => {
    const period: Values = {
      ...(filter.from !== undefined && { from: filter.from }),
      ...(filter.to !== undefined && { to: periodEnd(filter.to) }),
    };
    const dated = Object.keys(period).map(name =>
      name === 'from' ? `day <> '' and day >= :from` : `day <> '' and day <= :to`,
    );
    const conditions = conditionsOf(filter);
    const [first, ...others] = conditions;
    if (filter.words === undefined && first === undefined) {
      if (dated.length > 0) return page(dated, period, range);
      return { ...page([], {}, range), total: limitedTotal(counters.get('originals')) };
    }
    const candidates =
      filter.words === undefined
        ? newestOf(first![0], first![1], dated, period)
        : hits.newest(filter.words).keys;
    const checked = filter.words === undefined ? others : conditions;
    const where = checked.map(
      ([kind]) =>
        `exists (select 1 from ${tables[kind]} as other
          where ${kind} = :${kind} and other.day = articles.day and other.article = articles.key)`,
    );
    const keys = database
      .prepare(`
        select key from articles
        where ${['duplicate_of is null', 'key in (select value from json_each(:candidates))', ...dated, ...where].join(' and ')}
        order by day desc, key desc`)
      .pluck()
      .all({
        ...period,
        ...Object.fromEntries(checked),
        candidates: JSON.stringify(candidates.slice(0, maxCandidates)),
      }) as number[];
    return {
      total: candidates.length > maxCandidates ? countLimit + 1 : keys.length,
      items: (
        listed.all(JSON.stringify(keys.slice(range.offset, range.offset + range.limit))) as ArticleRow[]
      ).map(refOf),
    };
  };
}

function conditionsOf({ person, entity, topic }: Filter): [keyof typeof tables, string | number][] {
  return [
    ...(person === undefined ? [] : [['person', numberOf(person)] as [keyof typeof tables, number]]),
    ...(entity === undefined ? [] : [['entity', entity] as [keyof typeof tables, string]]),
    ...(topic === undefined ? [] : [['topic', topic] as [keyof typeof tables, string]]),
  ];
}

/** The last text that sorts within a year, month or day. */
export function periodEnd(date: string): string {
  return `${date}~`;
}
