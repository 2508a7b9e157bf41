import type { NewsFilter } from '../model/types.ts';
import { foldedWords } from '../text/fold.ts';
import { isFrequent } from '../text/word-lists.ts';
import type { Match } from './news-matching.ts';
import type { Weighed } from './news-ranking.ts';

/**
 * Puts the best story of each thing that was asked for before the second one of any, and otherwise keeps the order. A
 * story that meets several of them counts for all of them.
 * @param stories most important first
 */
export function fairOrder(stories: Weighed[], matches: Map<number, Match>, filter: NewsFilter): Weighed[] {
  const missing = new Set([
    ...filter.topics.map(id => `t${id}`),
    ...filter.people.map(id => `p${id}`),
    ...filter.words.map(words => `w${words}`),
  ]);
  if (missing.size < 2) return stories;
  const first: Weighed[] = [];
  for (const story of stories) {
    if (missing.size === 0) break;
    const met = story.arrivals
      .flatMap(({ key }) => wishesMet(matches.get(key)))
      .filter(wish => missing.has(wish));
    if (met.length === 0) continue;
    first.push(story);
    for (const wish of met) missing.delete(wish);
  }
  const chosen = new Set(first);
  return [...first, ...stories.filter(story => !chosen.has(story))];
}

function wishesMet(match: Match | undefined): string[] {
  if (!match) return [];
  return [
    ...match.topics.map(({ id }) => `t${id}`),
    ...match.people.map(id => `p${id}`),
    ...match.words.map(words => `w${words}`),
  ];
}

/** How many stories alike may come before others that are none; of so many words of a title most must be known by then. */
const mostAlike = 3;
const fewestWords = 3;
const shareAlike = 0.6;

/**
 * Puts stories of one outlet behind all others that only go on with what three before them already report: the ninth
 * village that a flood has reached must not keep out what else there is. What several outlets report stays in its place.
 * @param stories most important first
 */
export function withoutFlood(
  stories: readonly Weighed[],
  titleOf: (story: Weighed) => string | null,
): Weighed[] {
  const used = new Map<string, number>();
  const [first, behind]: [Weighed[], Weighed[]] = [[], []];
  for (const story of stories) {
    const words = [...new Set(foldedWords(titleOf(story) ?? ''))].filter(word => !isFrequent(word));
    const known = words.filter(word => (used.get(word) ?? 0) >= mostAlike);
    const isMore =
      story.sources === 1 && words.length >= fewestWords && known.length >= shareAlike * words.length;
    (isMore ? behind : first).push(story);
    for (const word of words) used.set(word, (used.get(word) ?? 0) + 1);
  }
  return [...first, ...behind];
}
