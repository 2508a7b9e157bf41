import type { Database } from '../../database/database.ts';
import { isEntityId } from '../entities/entity-id.ts';
import { createForwarding } from '../model/forwarding.ts';
import { numberOf } from '../model/rows.ts';
import type { NewsFilter } from '../model/types.ts';
import { matchOf } from '../search/match.ts';
import { fold } from '../text/fold.ts';

/** An article in a window of arrivals, as far as it matters for whether it is delivered. */
export type Arrival = { key: number; story: number; source: string | null; day: string; original: number };

/** The parts of a filter that an article matches. */
export type Match = { topics: { id: string; score: number }[]; people: string[]; words: string[] };

const everything: Match = { topics: [], people: [], words: [] };

/** Finds which articles match a filter, and by what. */
export function createNewsMatching(database: Database) {
  const topics = database.prepare(`
    select article, topic, score from article_topics
    where article in (select value from json_each(:keys)) and topic in (select value from json_each(:wanted))`);
  const people = database.prepare(`
    select distinct article, person from appearances
    where article in (select value from json_each(:keys)) and person in (select value from json_each(:wanted))`);
  const entities = database.prepare(`
    select article, entity from entity_articles
    where article in (select value from json_each(:keys)) and entity in (select value from json_each(:wanted))`);
  const forwarding = createForwarding(database);
  const words = database
    .prepare('select rowid from search where search match :match and rowid >= :first and rowid <= :last')
    .pluck();

  const withWords = (wish: string, first: number, last: number): number[] => {
    const match = matchOf(wish);
    return match === null ? [] : (words.all({ match: match.exact, first, last }) as number[]);
  };

  /** The articles that name people, organizations or places, and whom or what each names. */
  const naming = (keys: string, ids: readonly string[]): { article: number; id: string }[] => {
    if (ids.length === 0) return [];
    const persons = ids.filter(id => !isEntityId(id)).map(id => forwarding.current(numberOf(id)));
    const cast = people.all({ keys, wanted: JSON.stringify(persons) }) as CastRow[];
    const named = entities.all({ keys, wanted: JSON.stringify(ids.filter(isEntityId)) }) as EntityRow[];
    return [
      ...cast.map(({ article, person }) => ({ article, id: String(person) })),
      ...named.map(({ article, entity }) => ({ article, id: entity })),
    ];
  };

  /** Those without unwanted words, sources, names and stories. */
  const notLeftOut = (arrivals: Arrival[], filter: NewsFilter): Arrival[] => {
    const [first, last] = rangeOf(arrivals);
    const unwanted = new Set(filter.without.flatMap(wish => withWords(wish, first, last)));
    const keys = JSON.stringify(arrivals.map(({ key }) => key));
    for (const { article } of naming(keys, filter.withoutPeople ?? [])) unwanted.add(article);
    const sources = new Set(filter.withoutSources.map(fold));
    const stories = new Set((filter.withoutStories ?? []).map(numberOf));
    return arrivals.filter(
      ({ key, source, story }) =>
        !unwanted.has(key) && !stories.has(story) && !(source !== null && sources.has(fold(source))),
    );
  };

  return {
    /** Those of `arrivals` (in order of arrival) that match, each with the parts of the filter that it matches. */
    matching(arrivals: Arrival[], filter: NewsFilter): Map<number, Match> {
      const left = notLeftOut(arrivals, filter);
      const [first, last] = rangeOf(arrivals);
      if (filter.topics.length + filter.people.length + filter.words.length === 0)
        return new Map(left.map(({ key }) => [key, everything]));
      const found = new Map<number, Match>();
      const keys = JSON.stringify(left.map(({ key }) => key));
      const at = (key: number): Match => {
        const match = found.get(key) ?? { topics: [], people: [], words: [] };
        found.set(key, match);
        return match;
      };
      if (filter.topics.length > 0)
        for (const row of topics.all({ keys, wanted: JSON.stringify(filter.topics) }) as TopicRow[])
          at(row.article).topics.push({ id: row.topic, score: row.score });
      if (filter.people.length > 0)
        for (const { article, id } of naming(keys, filter.people)) at(article).people.push(id);
      const there = new Set(left.map(({ key }) => key));
      for (const wish of filter.words)
        for (const key of withWords(wish, first, last)) if (there.has(key)) at(key).words.push(wish);
      return found;
    },
  };
}

type TopicRow = { article: number; topic: string; score: number };
type EntityRow = { article: number; entity: string };
type CastRow = { article: number; person: number };

/** The first and the last key of arrivals, which are in order. */
function rangeOf(arrivals: Arrival[]): [first: number, last: number] {
  return [arrivals[0]?.key ?? 0, arrivals.at(-1)?.key ?? 0];
}
