import type { Articles, News, People, Search, Stories, Timeline, Topics } from '../../library/model/types.ts';
import type { Sources } from '../../library/sources/types.ts';
import type { Subjects } from '../../library/subjects/types.ts';

/** The rooms of the library that answers are made from. */
export type Library = {
  articles: Articles;
  people: People;
  subjects: Subjects;
  topics: Topics;
  stories: Stories;
  search: Search;
  timeline: Timeline;
  news: News;
  sources: Pick<Sources, 'itemOf'>;
};
