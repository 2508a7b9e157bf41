import type { Database } from '../../database/database.ts';
import { memoize } from '../../system/memoize.ts';
import { countLimit, createCounters, limitedCount, limitedTotal } from '../model/counting.ts';
import { type ArticleRow, articleColumns, numberOf, refOf, toSlice } from '../model/rows.ts';
import type { ArticleRef, Filter, Range, Slice } from '../model/types.ts';
import { createHits, type Hits } from './hits.ts';

/** As many as are counted: no page shows more. */
const maxCandidates = countLimit;

type Values = Record<string, string | number>;

/** The tables that hold the articles of a person, an entity or a topic in the order of their days. */
const tables = { person: 'appearances', entity: 'entity_articles', topic: 'article_topics' } as const;

/**
 * Articles that meet every condition, newest first. The first condition gives the candidates, at most its newest
 * `maxCandidates` articles, and the others are checked for each of them: no condition goes through the whole library.
 */
export function createFiltered(database: Database) {
  const hits = createHits(database);
  const counters = createCounters(database);
  // There are as many statements as kinds of filters.
  const prepared = memoize((sql: string) => database.prepare(sql), 100);
  const listed = database.prepare(`
    select ${articleColumns} from json_each(?) as listed join articles on articles.key = listed.value order by listed.key`);

  const page = (where: string[], values: Values, range: Range): Slice<ArticleRef> => {
    const from = `from articles where ${['duplicate_of is null', ...where].join(' and ')}`;
    const total = prepared(limitedCount(`select 1 ${from}`))
      .pluck()
      .get(values);
    const found = prepared(
      `select ${articleColumns} ${from} order by day desc, key desc limit :limit offset :offset`,
    ).all({ ...values, ...range });
    return toSlice<ArticleRow, ArticleRef>(total, found, refOf);
  };

  /** The newest articles of the first condition that are not copies; `fits`: whether they meet the others, too. */
  const candidatesOf = (
    [[kind, value], ...others]: [Condition, ...Condition[]],
    dated: string[],
    period: Values,
  ): { article: number; fits: number }[] =>
    prepared(`
      select article, not ${isCopy('candidates.article')}
        ${others.map(([other]) => `and ${meeting(other, 'candidates.day', 'candidates.article')}`).join(' ')} as fits
      from (select day, article from ${tables[kind]} where ${[`${kind} = :value`, ...dated].join(' and ')}
        group by day, article order by day desc, article desc limit ${maxCandidates + 1}) as candidates
      order by day desc, article desc`).all({ ...period, ...Object.fromEntries(others), value }) as {
      article: number;
      fits: number;
    }[];

  /** A page of what meets one condition, read off its index. */
  const pageOfOne = ([kind, value]: Condition, dated: string[], period: Values, range: Range): ArticleRow[] =>
    prepared(`
      select ${articleColumns}
      from (select day, article from ${tables[kind]} as one
        where ${[`${kind} = :value`, ...dated].join(' and ')} and not ${isCopy('one.article')}
        group by day, article order by day desc, article desc limit :limit offset :offset) as newest
      cross join articles on articles.key = newest.article
      order by newest.day desc, newest.article desc`).all({ ...period, value, ...range }) as ArticleRow[];

  /** Of the newest articles with some words those that meet the conditions. */
  const withWords = (words: string, conditions: Condition[], dated: string[], period: Values): Hits => {
    const { keys: candidates, isMore } = hits.newest(words);
    const where = conditions.map(([kind]) => meeting(kind, 'articles.day', 'articles.key'));
    const keys = prepared(`
      select key from articles
      where ${['duplicate_of is null', 'key in (select value from json_each(:candidates))', ...dated, ...where].join(' and ')}
      order by day desc, key desc`)
      .pluck()
      .all({
        ...period,
        ...Object.fromEntries(conditions),
        candidates: JSON.stringify(candidates.slice(0, maxCandidates)),
      }) as number[];
    return { keys, isMore: isMore || candidates.length > maxCandidates };
  };

  /** The articles that meet a filter, as far as they are looked for; null if it has no condition but a period. */
  const found = (filter: Filter, dated: string[], period: Values): Hits | null => {
    const [first, ...others] = conditionsOf(filter);
    if (filter.words !== undefined)
      return withWords(filter.words, first === undefined ? [] : [first, ...others], dated, period);
    if (first === undefined) return null;
    const candidates = candidatesOf([first, ...others], dated, period);
    const keys = candidates
      .slice(0, maxCandidates)
      .filter(({ fits }) => fits === 1)
      .map(({ article }) => article);
    return { keys, isMore: candidates.length > maxCandidates };
  };

  return {
    /** A page of them; how many there are is counted where it is asked for. */
    page(filter: Filter, range: Range): Slice<ArticleRef> {
      const { dated, period } = periodOf(filter);
      const [only, ...others] = conditionsOf(filter);
      const isOne = filter.words === undefined && others.length === 0;
      if (only !== undefined && isOne && range.offset + range.limit <= maxCandidates)
        return {
          items: pageOfOne(only, dated, period, range).map(refOf),
          get total() {
            return totalOf(found(filter, dated, period)!);
          },
        };
      const all = found(filter, dated, period);
      if (all === null)
        return dated.length > 0
          ? page(dated, period, range)
          : { ...page([], {}, range), total: limitedTotal(counters.get('originals')) };
      const shown = JSON.stringify(all.keys.slice(range.offset, range.offset + range.limit));
      return {
        total: totalOf(all),
        items: (listed.all(shown) as ArticleRow[]).map(refOf),
      };
    },
    /** The keys of the newest `limit` of them. */
    newest(filter: Filter, limit: number): number[] {
      const { dated, period } = periodOf(filter);
      const all = found(filter, dated, period);
      if (all !== null) return all.keys.slice(0, limit);
      return prepared(`
        select key from articles where ${['duplicate_of is null', ...dated].join(' and ')}
        order by day desc, key desc limit :limit`)
        .pluck()
        .all({ ...period, limit }) as number[];
    },
  };
}

function totalOf({ keys, isMore }: Hits): number {
  return isMore ? countLimit + 1 : keys.length;
}

/** Whether an article is a copy, as SQL. */
function isCopy(article: string): string {
  return `exists (select 1 from articles indexed by articles_copies
    where articles.key = ${article} and duplicate_of is not null)`;
}

/** Whether an article of a day meets a condition, as SQL. */
function meeting(kind: keyof typeof tables, day: string, article: string): string {
  return `exists (select 1 from ${tables[kind]} as other
    where other.${kind} = :${kind} and other.day = ${day} and other.article = ${article})`;
}

/** The days that a filter allows, as conditions and their values. */
function periodOf({ from, to }: Filter): { dated: string[]; period: Values } {
  const period: Values = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: periodEnd(to) }),
  };
  const dated = Object.keys(period).map(name =>
    name === 'from' ? `day <> '' and day >= :from` : `day <> '' and day <= :to`,
  );
  return { dated, period };
}

type Condition = [kind: keyof typeof tables, value: string | number];

function conditionsOf({ person, entity, topic }: Filter): Condition[] {
  return [
    ...(person === undefined ? [] : [['person', numberOf(person)] as Condition]),
    ...(entity === undefined ? [] : [['entity', entity] as Condition]),
    ...(topic === undefined ? [] : [['topic', topic] as Condition]),
  ];
}

/** The last text that sorts within a year, month or day. */
export function periodEnd(date: string): string {
  return `${date}~`;
}
