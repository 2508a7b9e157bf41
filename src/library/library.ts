import type { Database } from '../database/database.ts';
import { createArticles } from './articles/articles.ts';
import { createMaintenance, type Maintenance } from './articles/maintenance.ts';
import { createExports, type Exports } from './exports.ts';
import type { Articles, News, People, Search, Stories, Timeline, Topics } from './model/contracts.ts';
import { createNews } from './news/news.ts';
import { createPeople } from './people/people.ts';
import { createRetraction, type Retraction } from './quotes/retraction.ts';
import { createSearch } from './search/search.ts';
import { createSources } from './sources/sources.ts';
import type { Sources } from './sources/types.ts';
import { createStories } from './stories/stories.ts';
import { createSubjects } from './subjects/subjects.ts';
import type { Subjects } from './subjects/types.ts';
import { createTimeline } from './timeline/timeline.ts';
import { createTopics } from './topics/topics.ts';

/** The news: what was read, stored and joined up. */
export type NewsLibrary = {
  articles: Articles;
  people: People;
  subjects: Subjects;
  quotes: {
    /** Takes a quote back for good, by the article's id and its first offset: `a17@1204`. */
    retract(id: string): Promise<Retraction>;
  };
  topics: Topics;
  stories: Stories;
  search: Search;
  timeline: Timeline;
  news: News;
  sources: Sources;
  maintenance: Maintenance;
  /** What the library holds, a plain object at a time; see the machine contract. */
  export: Exports;
};

/** All repositories of the news on one connection. */
export function createLibrary(database: Database): NewsLibrary {
  const people = createPeople(database);
  return {
    articles: createArticles(database),
    people,
    subjects: createSubjects(database, people),
    quotes: { retract: async id => createRetraction(database)(id) },
    topics: createTopics(database),
    stories: createStories(database),
    search: createSearch(database),
    timeline: createTimeline(database),
    news: createNews(database),
    sources: createSources(database),
    maintenance: createMaintenance(database),
    export: createExports(database),
  };
}
