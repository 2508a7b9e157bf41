import type { StoredArticle } from '../../library/model/types.ts';
import type { TopicKnowledge } from '../../reading/knowledge/knowledge.ts';
import { type MatchedTopic, matchTopics } from '../../reading/topics/find-topics.ts';
import { topical } from '../../reading/topics/topical.ts';

type Seen = { article: StoredArticle; score: number };
type Tally = {
  id: string;
  label: string;
  caught: Seen[];
  gained: Seen[];
  lost: Seen[];
  words: Map<string, number>;
};

const examplesShown = 3;
const wordsShown = 8;

/**
 * What a topics file would match among articles, and what would change compared with the current one.
 * @returns lines for the owner to read: first the totals, then each topic with its words and examples
 */
export async function topicsPreview(
  articles: AsyncIterable<StoredArticle>,
  current: TopicKnowledge[],
  tried: TopicKnowledge[],
): Promise<string[]> {
  const tallies = new Map<string, Tally>();
  for (const { id, label } of [...current, ...tried])
    tallies.set(id, { id, label, caught: [], gained: [], lost: [], words: new Map() });
  const isTried = new Set(tried.map(({ id }) => id));
  let [count, without, withoutNow] = [0, 0, 0];
  for await (const article of articles) {
    const words = topical(article.reading);
    const before = matchTopics(words, current);
    const after = matchTopics(words, tried);
    count++;
    if (before.length === 0) withoutNow++;
    if (after.length === 0) without++;
    note(tallies, article, before, after);
  }
  const gone = [...tallies.values()].filter(({ id }) => !isTried.has(id));
  const kept = [...tallies.values()].filter(({ id }) => isTried.has(id));
  kept.sort((a, b) => b.caught.length - a.caught.length);
  return [
    `${count} articles, ${without} of them without a topic (${withoutNow} now). Nothing was stored.`,
    ...kept.flatMap(tally => ['', ...linesOf(tally)]),
    ...gone.flatMap(({ label, id, lost }) => [
      '',
      `${label} (${id}): no longer a topic; ${lost.length} articles have it now`,
    ]),
  ];
}

function note(
  tallies: Map<string, Tally>,
  article: StoredArticle,
  before: MatchedTopic[],
  after: MatchedTopic[],
): void {
  const had = new Set(before.map(({ id }) => id));
  const has = new Set(after.map(({ id }) => id));
  for (const { id, score, words } of after) {
    const tally = tallies.get(id)!;
    tally.caught.push({ article, score });
    if (!had.has(id)) tally.gained.push({ article, score });
    for (const word of words) tally.words.set(word, (tally.words.get(word) ?? 0) + 1);
  }
  for (const { id, score } of before) if (!has.has(id)) tallies.get(id)!.lost.push({ article, score });
}

function linesOf({ id, label, caught, gained, lost, words }: Tally): string[] {
  const change =
    gained.length + lost.length === 0 ? 'as now' : `${gained.length} new, ${lost.length} no longer`;
  const frequent = [...words].sort((a, b) => b[1] - a[1]).slice(0, wordsShown);
  return [
    `${label} (${id}): ${caught.length} articles, ${change}`,
    ...(frequent.length > 0
      ? [`  matched by ${frequent.map(([word, times]) => `${word} ${times}`).join(', ')}`]
      : []),
    ...examples('  ', gained.length === caught.length ? [] : caught),
    ...examples('+ ', gained),
    ...examples('- ', lost),
  ];
}

function examples(mark: string, seen: Seen[]): string[] {
  return seen
    .toSorted((a, b) => b.score - a.score)
    .slice(0, examplesShown)
    .map(
      ({ article, score }) => `${mark}${score.toFixed(2)} ${article.title ?? '(no title)'} #${article.id}`,
    );
}
