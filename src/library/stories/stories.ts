import type { Database } from '../../database/database.ts';
import type { Stories } from '../model/contracts.ts';
import { countLimit, createCounters, limitedTotal } from '../model/counting.ts';
import { createRows, numberOf } from '../model/rows.ts';
import type { Range } from '../model/types.ts';
import { askedWords } from '../search/asked-words.ts';
import { createFiltered } from '../search/filter.ts';
import { createHits, type Hits } from '../search/hits.ts';
import { createPassages } from '../search/passages.ts';
import { createStoryRows } from './story-rows.ts';

/** So many of the newest stories are in the order of their days, then of how many articles report them. */
const weighed = 200;
/** For how many articles the stories are looked up at once. */
const articlesAtOnce = 100;
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
  const storiesOf = (keys: number[]) =>
    new Map(
      (storyOf.all(JSON.stringify(keys)) as { key: number; story: number }[]).map(
        ({ key, story }) => [key, story] as const,
      ),
    );
  /**
   * The stories of articles in their order, each with the first of its articles. Where they are more than are counted,
   * no further articles are looked up than it takes to find `enough` of them.
   */
  const storiesIn = ({ keys, isMore }: Hits, enough: number): Map<number, number> => {
    const best = new Map<number, number>();
    const atOnce = isMore ? articlesAtOnce : keys.length;
    for (let at = 0; at < keys.length && !(isMore && best.size >= enough); at += atOnce) {
      const some = keys.slice(at, at + atOnce);
      const byArticle = storiesOf(some);
      for (const key of some) {
        const story = byArticle.get(key);
        if (story !== undefined && !best.has(story)) best.set(story, key);
      }
    }
    return best;
  };

  // In one transaction, as another process may remove an article between two look-ups.
  const matching = database.transaction((words: string, { limit, offset }: Range) => {
    const asked = askedWords(words);
    const found = hits.rankedByAllOrAny(words);
    const best = storiesIn(found, offset + limit);
    return {
      isPartial: found.isPartial,
      total: found.isMore ? countLimit + 1 : limitedTotal(best.size),
      items: [...best].slice(offset, offset + limit).map(([story, key]) => ({
        story: stories.get(story)!,
        passage: passage(rows.article(key), asked),
      })),
    };
  });

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
      const keys = filtered.newest(filter, articlesRead);
      const ordered = [...storiesIn({ keys, isMore: false }, 0).keys()];
      return { total: limitedTotal(ordered.length), items: all(ordered.slice(offset, offset + limit)) };
    },
    matching: async (words, range) => matching(words, range),
    async find(words, { limit, offset }) {
      const found = hits.ranked(words);
      const ranked = [...storiesIn(found, offset + limit).keys()];
      return {
        total: found.isMore ? countLimit + 1 : limitedTotal(ranked.length),
        items: all(ranked.slice(offset, offset + limit)),
      };
    },
  };
}
