import type { Database } from '../../database/database.ts';
import type { Stories } from '../model/contracts.ts';
import { countLimit, createCounters, limitedTotal } from '../model/counting.ts';
import { createRows, numberOf } from '../model/rows.ts';
import { createFiltered } from '../search/filter.ts';
import { createHits } from '../search/hits.ts';
import { createPassages } from '../search/passages.ts';
import { askedWords } from '../search/search-words.ts';
import { createStoryRows } from './story-rows.ts';

/** So many of the newest stories are in the order of their days, then of how many articles report them. */
const weighed = 200;
/** Stories that meet a filter are taken from this many of its newest articles. */
const articlesRead = 1000;

/** Stories: the articles about one event. */
export function createStories(database: Database): Stories {
  const rows = createRows(database);
  const stories = createStoryRows(database);
  const latest = database
    .prepare('select key from stories order by last desc, newest desc limit ? offset ?')
    .pluck();
  const newestByWeight = database
    .prepare(`
      select key from (
        select key, newest, substr(last, 1, 10) as day,
          (select count(*) from articles where story = newest_stories.key) as articles
        from (select * from stories order by last desc, newest desc limit ${weighed}) as newest_stories)
      order by day desc, articles desc, newest desc limit ? offset ?`)
    .pluck();
  const counters = createCounters(database);
  const hits = createHits(database);
  const filtered = createFiltered(database);
  const storyOfId = database.prepare(
    'select id, story from articles where id in (select value from json_each(?))',
  );
  const storyOf = database.prepare(
    'select key, story from articles where key in (select value from json_each(?))',
  );

  const passage = createPassages(database);

  const all = (keys: unknown[]) => (keys as number[]).map(key => stories.get(key)!);
  return {
    get: async id => stories.get(numberOf(id)),
    async idsOf(articles) {
      const found = storyOfId.all(JSON.stringify(articles)) as { id: string; story: number }[];
      return new Map(found.map(({ id, story }) => [id, String(story)]));
    },
    async of(article) {
      const row = rows.articleById(article);
      return row ? stories.get(row.story) : null;
    },
    latest: async ({ limit, offset }) => ({
      total: limitedTotal(counters.get('stories')),
      items: all((offset + limit <= weighed ? newestByWeight : latest).all(limit, offset)),
    }),
    async about(filter, { limit, offset }) {
      const { items } = await filtered(filter, { limit: articlesRead, offset: 0 });
      const ids = JSON.stringify(items.map(({ id }) => id));
      const found = storyOfId.all(ids) as { id: string; story: number }[];
      const byArticle = new Map(found.map(({ id, story }) => [id, story]));
      const ordered = [...new Set(items.flatMap(({ id }) => byArticle.get(id) ?? []))];
      return { total: limitedTotal(ordered.length), items: all(ordered.slice(offset, offset + limit)) };
    },
    async matching(words, { limit, offset }) {
      const asked = askedWords(words);
      const { keys, isMore, isPartial } = hits.rankedByAllOrAny(words);
      const found = storyOf.all(JSON.stringify(keys)) as { key: number; story: number }[];
      const byArticle = new Map(found.map(({ key, story }) => [key, story]));
      const best = new Map<number, number>();
      for (const key of keys) {
        const story = byArticle.get(key);
        if (story !== undefined && !best.has(story)) best.set(story, key);
      }
      return {
        isPartial,
        total: isMore ? countLimit + 1 : limitedTotal(best.size),
        items: [...best].slice(offset, offset + limit).map(([story, key]) => ({
          story: stories.get(story)!,
          passage: passage(rows.article(key), asked),
        })),
      };
    },
    async find(words, { limit, offset }) {
      const { keys, isMore } = hits.ranked(words);
      const found = storyOf.all(JSON.stringify(keys)) as { key: number; story: number }[];
      const byArticle = new Map(found.map(({ key, story }) => [key, story]));
      const ranked = [...new Set(keys.flatMap(key => byArticle.get(key) ?? []))];
      return {
        total: isMore ? countLimit + 1 : limitedTotal(ranked.length),
        items: all(ranked.slice(offset, offset + limit)),
      };
    },
  };
}
