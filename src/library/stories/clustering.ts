import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { storedVector } from '../model/stored-json.ts';
import { headingOf } from '../text/sentences.ts';
import { countsOf, similarity, type Vector, vectorOf } from './tf-idf.ts';

/** Articles about one event appear within this many days of each other. */
const window = 7;
/** From this similarity on, two articles close in time are about one event; without dates it takes more. */
const datedFrom = 0.25;
const undatedFrom = 0.3;
/** What a day between two articles takes off their similarity. */
const perDay = 0.015;
/** Stories less similar by this much may still belong to the one that an article joins. */
const nearness = 0.1;
/** How many of an article's most informative words are looked up, and in how many articles each. */
const postedWords = 20;
const perWord = 150;
const compared = 25;

type Neighbour = { article: number; story: number; similarity: number };

/**
 * Assigns articles to stories as they arrive: by the rare words, people and places they share with articles of the
 * days around. What was decided for earlier articles stays as it is.
 */
export function createClustering(database: Database) {
  const articlesWith = database
    .prepare('select word, articles from words where word in (select value from json_each(?))')
    .raw();
  // The largest key so far: counting would take longer with every article.
  const countArticles = database.prepare('select coalesce(max(article), 0) from vectors').pluck();
  const learn = database.prepare(`
    insert into words (word, articles) select value, 1 from json_each(?) where true
    on conflict (word) do update set articles = articles + 1`);
  const unlearn = database.prepare('update words set articles = articles - 1 where word = ?');
  const dropUnlearned = database.prepare('delete from words where word = ? and articles <= 0');
  const insertVector = database.prepare('insert into vectors (article, json) values (?, ?)');
  const deleteVector = database.prepare('delete from vectors where article = ?');
  const post = database.prepare('insert or ignore into postings (word, day, article) values (?, ?, ?)');
  const unpost = database.prepare('delete from postings where article = ?');
  const postings = database
    .prepare(
      `select article from postings where word = ? and day >= ? and day <= ? order by day desc, article desc limit ${perWord}`,
    )
    .pluck();
  const neighbour = database.prepare(`
    select articles.story, articles.day, vectors.json from articles join vectors on vectors.article = articles.key
    where articles.key = ?`);
  const insertStory = database.prepare(
    'insert into stories (title, first, last, newest) values (?, ?, ?, 0)',
  );

  const candidates = (vector: Vector, day: string): number[] => {
    const shared = new Map<number, number>();
    const ranges: [string, string][] =
      day === ''
        ? [['', '~']]
        : [
            [dayAfter(day, -window), dayAfter(day, window)],
            ['', ''],
          ];
    for (const [word, weight] of vector.slice(0, postedWords))
      for (const [from, to] of ranges)
        for (const article of postings.all(word, from, to) as number[])
          shared.set(article, (shared.get(article) ?? 0) + weight);
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, compared)
      .map(([article]) => article);
  };

  const neighbours = (vector: Vector, day: string, among: number[]): Neighbour[] => {
    const weights = new Map(vector);
    const found: Neighbour[] = [];
    for (const article of among) {
      const row = neighbour.get(article) as { story: number; day: string; json: string } | undefined;
      if (!row) continue;
      const dated = day !== '' && row.day !== '';
      const apart = dated ? daysBetween(day, row.day) : 0;
      if (apart > window) continue;
      const alike = similarity(weights, storedVector(row.json)) - apart * perDay;
      // Relative to the threshold, so that dated and undated articles compare.
      found.push({ article, story: row.story, similarity: alike - (dated ? datedFrom : undatedFrom) });
    }
    return found;
  };

  return {
    /** An article's informative words, weighted by what the library holds so far. */
    weigh(reading: Reading): { vector: Vector; counts: Map<string, number> } {
      const counts = countsOf(reading);
      const known = new Map(articlesWith.all(JSON.stringify([...counts.keys()])) as [string, number][]);
      const vector = vectorOf(counts, word => known.get(word) ?? 0, countArticles.get() as number);
      return { counts, vector };
    },
    /**
     * The stories that an article fits, best first; none if it is about something new. `nearly` are those it
     * might be a link to. `among`: only these articles' stories.
     */
    storiesFor(vector: Vector, day: string, among?: number[]): { fits: number[]; nearly: number[] } {
      const found = neighbours(vector, day, among ?? candidates(vector, day));
      const scored = [...Map.groupBy(found, one => one.story)]
        .map(([story, members]) => ({ story, score: storyScore(members.map(member => member.similarity)) }))
        .sort((a, b) => b.score - a.score || a.story - b.story);
      const from = (least: number) => scored.filter(({ score }) => score >= least).map(({ story }) => story);
      return { fits: from(0), nearly: from(-nearness) };
    },
    createStory: (reading: Reading, day: string) =>
      Number(insertStory.run(headingOf(reading), day, day).lastInsertRowid),
    add(article: number, day: string, vector: Vector, counts: Map<string, number>): void {
      insertVector.run(article, JSON.stringify(vector));
      for (const [word] of vector.slice(0, postedWords)) post.run(word, day, article);
      learn.run(JSON.stringify([...counts.keys()].sort()));
    },
    remove(article: number, reading: Reading): void {
      if (deleteVector.run(article).changes === 0) return;
      unpost.run(article);
      for (const word of countsOf(reading).keys()) {
        unlearn.run(word);
        dropUnlearned.run(word);
      }
    },
  };
}

/** How well an article fits a story: its most similar article counts, and the mean of the best five somewhat more. */
function storyScore(similarityes: number[]): number {
  const best = similarityes.sort((a, b) => b - a).slice(0, 5);
  const mean = best.reduce((sum, value) => sum + value, 0) / best.length;
  return 0.4 * best[0]! + 0.6 * mean;
}

const dayLength = 86_400_000;

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / dayLength;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day.slice(0, 10)) + days * dayLength).toISOString().slice(0, 10);
}
