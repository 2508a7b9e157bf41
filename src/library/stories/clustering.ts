import type { Database } from '../../database/database.ts';
import type { Reading } from '../../reading/model/reading.ts';
import { storedProfile } from '../model/stored-json.ts';
import { headingOf } from '../text/sentences.ts';
import { averageLink } from './average-link.ts';
import { type Frequencies, type Profile, profileOf, rarityOf, type Vector, vectorOf } from './profile.ts';
import { createComparison, sameFrom, tooFar, window } from './similarity.ts';
import { createWordCounts } from './word-counts.ts';

/** How many of an article's heaviest words are looked up, and in how many articles each. */
const postedWords = 20;
const perWord = 150;
const compared = 25;
/** How many terms of an article are stored. */
const storedTerms = 120;
/** How many articles are grouped again around one that arrives. */
const regrouped = 40;
/** A larger story stays together; only this many of its newest articles are compared. */
const wholeUpTo = 24;

type Item = { article: number | null; day: string; profile: Profile; story: number | null };
/** Where articles belong: `story` is null for one that is yet to be created. */
export type Placement = { story: number | null; articles: (number | null)[] };

/** Groups articles into stories by the words, names and days that they share with others. */
export function createClustering(database: Database) {
  const counts = createWordCounts(database);
  const insertProfile = database.prepare('insert into vectors (article, json) values (?, ?)');
  const deleteProfile = database.prepare('delete from vectors where article = ?');
  const post = database.prepare('insert or ignore into postings (word, day, article) values (?, ?, ?)');
  const unpost = database.prepare('delete from postings where article = ?');
  const postings = database
    .prepare(
      `select article from postings where word = ? and day >= ? and day <= ? order by day desc, article desc limit ${perWord}`,
    )
    .pluck();
  const storyOf = database.prepare('select story from articles where key = ?').pluck();
  const members = database.prepare(`
    select articles.key as article, articles.day, articles.story, vectors.json
    from articles join vectors on vectors.article = articles.key
    where articles.story = ? and articles.duplicate_of is null order by articles.key desc limit ${wholeUpTo + 1}`);
  const insertStory = database.prepare(
    'insert into stories (title, first, last, newest) values (?, ?, ?, 0)',
  );

  /** How frequent the stems are in the library, the new articles' included. */
  const frequenciesOf = (stems: Iterable<string>, arriving: readonly Profile[]): Frequencies => {
    const known = counts.of(stems);
    for (const form of arriving.flatMap(learnedStems)) known.set(form, (known.get(form) ?? 0) + 1);
    return {
      articles: counts.articles() + arriving.length,
      articlesWith: form => known.get(form) ?? 0,
    };
  };

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

  const membersOf = (story: number): Item[] =>
    (members.all(story) as { article: number; day: string; story: number; json: string }[]).map(
      ({ json, ...row }) => ({ ...row, profile: storedProfile(json) }),
    );

  /** The groups that these items form; those of a large story stay together. */
  const grouped = (items: Item[], large: ReadonlySet<number>): Item[][] => {
    const stems = items.flatMap(({ profile }) => [...profile.terms.map(([form]) => form), ...profile.names]);
    const arriving = items.filter(({ article }) => article === null).map(({ profile }) => profile);
    const frequencies = frequenciesOf(stems, arriving);
    const alike = createComparison(items, frequencies);
    const isLarge = (at: number) => large.has(items[at]!.story ?? -1);
    // Two large stories are never joined: only a part of each is looked at.
    const compare = (a: number, b: number) =>
      isLarge(a) && isLarge(b) && items[a]!.story !== items[b]!.story ? tooFar : alike(a, b);
    const together = [
      ...Map.groupBy(items.keys(), at => {
        const { story } = items[at]!;
        return story !== null && large.has(story) ? `story ${story}` : at;
      }).values(),
    ];
    return averageLink(together, compare, sameFrom).map(group => group.map(at => items[at]!));
  };

  return {
    profileOf,
    /** How frequent words are: to be written at the end of each transaction, and forgotten after one that failed. */
    counts,
    /**
     * Where a new article belongs, and where those around it do now that it is there. The first placement is that of
     * the new one, which is `null` among its articles; the others are only those that have to move.
     */
    place(profile: Profile, day: string): Placement[] {
      const vector = vectorOf(profile, frequenciesOf(learnedStems(profile), [profile]));
      const items: Item[] = [{ article: null, day, profile, story: null }];
      const large = new Set<number>();
      const seen = new Set<number>();
      for (const article of candidates(vector, day)) {
        const story = storyOf.get(article) as number;
        if (seen.has(story)) continue;
        seen.add(story);
        const all = membersOf(story);
        if (all.length > wholeUpTo) large.add(story);
        items.push(...all.slice(0, wholeUpTo));
        if (items.length >= regrouped) break;
      }
      return placementsOf(grouped(items, large), large);
    },
    /** The groups that the rest of a story forms after an article was removed. */
    regroup(story: number): Placement[] {
      const items = membersOf(story);
      return items.length > wholeUpTo ? [] : placementsOf(grouped(items, new Set()), new Set());
    },
    createStory: (reading: Reading, day: string) =>
      Number(insertStory.run(headingOf(reading), day, day).lastInsertRowid),
    /** Stores what an article is compared by, so that later ones find it. */
    add(article: number, day: string, profile: Profile): void {
      const frequencies = frequenciesOf(learnedStems(profile), [profile]);
      const heaviest = profile.terms.toSorted(
        (a, b) => b[1] * rarityOf(b[0], frequencies) - a[1] * rarityOf(a[0], frequencies),
      );
      const terms = heaviest
        .slice(0, storedTerms)
        .map(([form, weight]): [string, number] => [form, Math.round(weight * 100) / 100]);
      insertProfile.run(article, JSON.stringify({ ...profile, terms }));
      for (const [word] of vectorOf(profile, frequencies).slice(0, postedWords)) post.run(word, day, article);
      counts.add(learnedStems(profile));
    },
    remove(article: number, reading: Reading): void {
      if (deleteProfile.run(article).changes === 0) return;
      unpost.run(article);
      counts.remove(learnedStems(profileOf(reading)));
    },
  };
}

function learnedStems({ terms, names }: Profile): string[] {
  return [...new Set([...terms.map(([form]) => form), ...names])].sort();
}

/**
 * Gives each group the story that most of its articles are in, the largest group first; others need a new one. What is
 * grouped with a large story joins it.
 */
function placementsOf(groups: Item[][], large: ReadonlySet<number>): Placement[] {
  const taken = new Set<number>();
  const placements = groups
    .toSorted((a, b) => b.length - a.length)
    .map(group => {
      const votes = [...Map.groupBy(group, ({ story }) => story)]
        .filter(([story]) => story !== null && !taken.has(story))
        .sort(
          ([a, ofA], [b, ofB]) =>
            Number(large.has(b!)) - Number(large.has(a!)) || ofB.length - ofA.length || a! - b!,
        );
      const story = votes[0]?.[0] ?? null;
      if (story !== null) taken.add(story);
      return { story, group };
    });
  const own = placements.find(({ group }) => group.some(({ article }) => article === null));
  const articlesOf = (group: Item[]) => group.map(({ article }) => article);
  return [
    ...(own
      ? [{ story: own.story, articles: articlesOf(own.group.filter(item => item.story !== own.story)) }]
      : []),
    ...placements
      .filter(each => each !== own)
      .map(({ story, group }) => ({
        story,
        articles: articlesOf(group.filter(item => item.story !== story)),
      }))
      .filter(({ articles }) => articles.length > 0),
  ];
}

const dayLength = 86_400_000;

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day.slice(0, 10)) + days * dayLength).toISOString().slice(0, 10);
}
