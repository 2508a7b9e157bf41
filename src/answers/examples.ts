import type { Library } from './library.ts';
import type { Examples } from './parse.ts';

/** Names of the library that make good examples: its leading person, its first topic, its newest article. */
export async function examplesOf(library: Library): Promise<Examples> {
  const [people, topics, articles, stories] = await Promise.all([
    library.people.leading(1),
    library.topics.all(),
    library.articles.latest({ limit: 1, offset: 0 }),
    library.stories.latest({ limit: 1, offset: 0 }),
  ]);
  return {
    person: people[0]?.name,
    topic: topics[0]?.label,
    article: articles.items[0]?.id,
    story: stories.items[0]?.title,
  };
}
