import type { NewsFilter } from '../model/types.ts';
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
