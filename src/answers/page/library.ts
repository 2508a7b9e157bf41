import type { Vocabulary } from '../../languages/vocabulary.ts';
import type {
  Articles,
  News,
  People,
  Search,
  Stories,
  Timeline,
  Topics,
} from '../../library/model/contracts.ts';
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
  /** The quotation marks of the reader's language; English ones if there are none. */
  quoteMarks?: readonly [start: string, end: string];
  /** The label of a topic in the reader's language, if it has one of its own there. */
  topicLabel?: (id: string) => string | undefined;
  /** The words that are understood in questions besides English ones. */
  vocabulary?: Vocabulary;
};
