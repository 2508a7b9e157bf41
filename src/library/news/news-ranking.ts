import type { Arrival, Match } from './news-matching.ts';

/** A story of the news as it is weighed. */
export type Weighed = {
  story: number;
  arrivals: Arrival[];
  /** How many outlets report it; articles of unknown outlets count one each. */
  sources: number;
  score: number;
};

/**
 * Stories with their new articles, most important first for the filter that gave `matches`:
 *
 *   1.5 · log2(1 + coverage) + 2 · fit + freshness − age
 *
 * `coverage`: its outlets, and half a point for each article beyond that; copies of one another count once.
 * `fit`: how well its best article meets the filter, 1 for a person or words, for a topic how much the
 * article is about it, half a point more for each further thing met. `freshness`: 1 on the newest day of
 * all, half of it for each day before. `age`: from a week before it on, as in a first digest, log2 of the
 * weeks: two papers don’t make news of what is five weeks old. Of equal ones the newest arrival comes first.
 */
export function ranked(arrivals: Arrival[], matches: Map<number, Match>): Weighed[] {
  const matching = arrivals.filter(({ key }) => matches.has(key));
  const newest = matching.reduce((day, arrival) => (arrival.day > day ? arrival.day : day), '');
  return [...Map.groupBy(matching, ({ story }) => story)]
    .map(([story, group]) => {
      const articles = new Set(group.map(({ original }) => original)).size;
      const sources = new Set(group.map(({ source, key }) => source ?? key)).size;
      const fit = Math.max(...group.map(({ key }) => fitOf(matches.get(key)!)));
      const day = group.reduce((last, arrival) => (arrival.day > last ? arrival.day : last), '');
      return {
        story,
        arrivals: group,
        sources,
        score:
          1.5 * Math.log2(1 + Math.max(sources, (sources + articles) / 2)) +
          2 * fit +
          freshness(day, newest) -
          age(day, newest),
      };
    })
    .sort((a, b) => b.score - a.score || b.arrivals.at(-1)!.key - a.arrivals.at(-1)!.key);
}

function fitOf({ topics, people, words }: Match): number {
  const all = [...topics.map(({ score }) => score), ...people.map(() => 1), ...words.map(() => 1)];
  return all.length === 0 ? 0 : Math.max(...all) + (all.length - 1) / 2;
}

function freshness(day: string, newest: string): number {
  const days = daysBefore(day, newest);
  return days === null ? 0.5 : 0.5 ** days;
}

function age(day: string, newest: string): number {
  return Math.log2(Math.max(1, (daysBefore(day, newest) ?? 0) / 7));
}

/** Null if one of the days is unknown. */
function daysBefore(day: string, newest: string): number | null {
  if (day === '' || newest === '') return null;
  return Math.max(0, (Date.parse(newest.slice(0, 10)) - Date.parse(day.slice(0, 10))) / 86_400_000);
}
