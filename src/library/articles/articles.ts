import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import type { AddOptions, Articles, ReplaceOptions } from '../model/contracts.ts';
import { createCounters, limitedCount, limitedTotal } from '../model/counting.ts';
import { type ArticleRow, articleColumns, createRows, evidenceOf, refOf, toSlice } from '../model/rows.ts';
import type { StoredArticle } from '../model/types.ts';
import { createHits } from '../search/hits.ts';
import { inputOf, type StoredSentence, sentenceIndexAt, sentencesOf } from '../text/sentences.ts';
import { createArticleRemoval } from './article-removal.ts';
import { createArticleStore, createStores } from './article-store.ts';

/** The articles of the library. */
export function createArticles(database: Database): Articles {
  const rows = createRows(database);
  const stores = createStores(database);
  const store = createArticleStore(database, stores);
  const removeOne = createArticleRemoval(database, stores);
  const keyOfId = database.prepare('select key from articles where id = ?').pluck();
  const ofSource = database.prepare('select key from articles where source = ? order by key limit ?').pluck();
  const { texts, knownNames } = stores;
  const { counts } = stores.clustering;
  /** In one transaction, all or nothing, with the words of its articles counted and indexed together at its end. */
  const inOne = <Given extends unknown[], Outcome>(act: (...given: Given) => Outcome) => {
    const transaction = database.transaction((...given: Given) => {
      const outcome = act(...given);
      counts.write();
      texts.write();
      return outcome;
    });
    return (...given: Given): Outcome => {
      try {
        return transaction.immediate(...given);
      } catch (error) {
        counts.forget();
        texts.forget();
        throw error;
      } finally {
        knownNames.clear();
      }
    };
  };
  const addAll = inOne((readings: readonly Reading[], options: AddOptions) =>
    readings.map(reading => store.add(reading, options)),
  );
  const replace = inOne((reading: Reading, options: ReplaceOptions) =>
    store.replace(reading, options, removeOne),
  );
  const removeAll = inOne((keys: number[]): number => {
    for (const key of keys) removeOne(key);
    return keys.length;
  });
  const withdraw = inOne((key: number) => {
    stores.withdrawals.removed(rows.readingOrNothing(key));
    removeOne(key);
  });
  const latest = database.prepare(`
    select ${articleColumns} from articles where duplicate_of is null order by day desc, key desc limit ? offset ?`);
  const outlet = `select ${articleColumns} from articles where source = @source and duplicate_of is null`;
  const ofOutlet = database.prepare(`${outlet} order by day desc, key desc limit @limit`);
  const ofOutletAmong = database.prepare(
    `${outlet} and key in (select value from json_each(@keys)) order by day desc, key desc limit @limit`,
  );
  const hits = createHits(database);
  const between = 'from articles where id >= @id and id < @id || char(1114111)';
  const beginning = database.prepare(
    `select ${articleColumns} ${between} order by id limit @limit offset @offset`,
  );
  const countBeginning = database.prepare(limitedCount(`select 1 ${between}`)).pluck();
  const counters = createCounters(database);
  const existing = database
    .prepare('select id from articles where id in (select value from json_each(?))')
    .pluck();

  return {
    has: async (id, input) => store.has(id, input),
    add: async (reading, options) => addAll([reading], options)[0]!,
    addAll: async (readings, options) => addAll(readings, options),
    replace: async (reading, options) => replace(reading, options),
    remove: async id => removeAll([keyOfId.get(id) ?? []].flat() as number[]) > 0,
    async withdraw(id) {
      const key = keyOfId.get(id) as number | undefined;
      if (key !== undefined) withdraw(key);
      return key !== undefined;
    },
    removeSource: async (source, limit) => removeAll(ofSource.all(source, limit) as number[]),
    existing: async ids => existing.all(JSON.stringify(ids)) as string[],
    ...createReadingFacts(database),
    count: async () => counters.get('articles'),
    beginning: async (id, range) =>
      toSlice<ArticleRow, ReturnType<typeof refOf>>(
        countBeginning.get({ id }),
        beginning.all({ id, ...range }),
        refOf,
      ),
    async ofOutlet(source, words, limit) {
      const rows =
        words === undefined
          ? ofOutlet.all({ source, limit })
          : ofOutletAmong.all({ source, limit, keys: JSON.stringify(hits.newest(words).keys) });
      return (rows as ArticleRow[]).map(refOf);
    },
    latest: async ({ limit, offset }) =>
      toSlice<ArticleRow, ReturnType<typeof refOf>>(
        limitedTotal(counters.get('originals')),
        latest.all(limit, offset),
        refOf,
      ),
    ...createStoredArticles(database),
    async sentenceAt(article, start, end) {
      const row = rows.articleById(article);
      if (!row) return null;
      const reading = rows.readingOrNothing(row.key);
      const sentences = sentencesOf(reading);
      const at = sentenceIndexAt(sentences, start);
      const last = Math.max(at, sentenceIndexAt(sentences, end - 1));
      if (at < 0) return null;
      const input = inputOf(reading);
      const evidence = (one: StoredSentence | undefined) => (one ? evidenceOf(row, one, one.text) : null);
      const run = sentences.slice(at, last + 1);
      const whole = { start: run[0]!.start, end: run.at(-1)!.end, text: run.map(one => one.text).join(' ') };
      const parted = (a: StoredSentence | undefined, b: StoredSentence | undefined) =>
        !a || !b || paragraphsBetween(input.slice(a.end, b.start)) > 1;
      const before = sentences[at - 1];
      const after = sentences[last + 1];
      return {
        sentence: evidence(whole)!,
        before: parted(before, run[0]) ? null : evidence(before),
        after: parted(run.at(-1), after) ? null : evidence(after),
      };
    },
  };
}

/** How many breaks between paragraphs a stretch holds: boilerplate between two sentences parts them. */
function paragraphsBetween(gap: string): number {
  return gap.split(/\n\s*\n/).filter((_, at) => at > 0).length;
}

/** Gives out whole articles. */
function createStoredArticles(database: Database): Pick<Articles, 'get' | 'readable'> {
  const rows = createRows(database);
  const appearancesIn = database.prepare('select local, person from appearances where article = ?');
  const stored = (row: ArticleRow, reading: Reading): StoredArticle => ({
    ...refOf(row),
    reading,
    story: String(row.story),
    cast: new Map(
      (appearancesIn.all(row.key) as { local: string; person: number }[]).map(
        ({ local, person }) => [local, rows.person(person)!] as const,
      ),
    ),
    duplicateOf: row.duplicate_of === null ? null : rows.article(row.duplicate_of).id,
    arrival: row.key,
  });

  return {
    async get(id) {
      const row = rows.articleById(id);
      return row ? stored(row, rows.reading(row.key)) : null;
    },
    async readable(ids) {
      const damaged = new Set<string>();
      const found = ids.flatMap(id => {
        const row = rows.articleById(id);
        return row ? [stored(row, rows.readingOrNothing(row.key, damaged))] : [];
      });
      return found.filter(({ id }) => !damaged.has(id));
    },
  };
}

/** Looks up single facts of readings without the whole of them. */
function createReadingFacts(database: Database): Pick<Articles, 'limited' | 'leads'> {
  // Of a damaged reading nothing is known: it is limited, and has no summary.
  const limited = database
    .prepare(`
      select id from articles join readings on readings.article = articles.key
      where id in (select value from json_each(?)) and not (json_valid(json) and json_extract(json, '$.rights') is null)`)
    .pluck();
  const leads = database
    .prepare(`
      select id, json_extract(json, '$.summary[0].text') from articles join readings on readings.article = articles.key
      where id in (select value from json_each(?)) and json_valid(json)`)
    .raw();
  return {
    limited: async ids => limited.all(JSON.stringify(ids)) as string[],
    async leads(ids) {
      const found = leads.all(JSON.stringify(ids)) as [string, string | null][];
      return new Map(found.flatMap(([id, lead]) => (lead === null ? [] : [[id, lead] as const])));
    },
  };
}
