import type { Examples } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';

/** Names of the library that make good examples: its leading people, its first topic, its newest article. */
export async function examplesOf(library: Library): Promise<Examples> {
  const [people, topics, articles, stories] = await Promise.all([
    library.people.leading(2),
    library.topics.all(),
    library.articles.latest({ limit: 1, offset: 0 }),
    library.stories.latest({ limit: 1, offset: 0 }),
  ]);
  return {
    person: people[0]?.name,
    otherPerson: people[1]?.name,
    topic: topics[0]?.label,
    article: beginning(articles.items[0]?.title),
    year: articles.items[0]?.published?.slice(0, 4),
    story: beginning(stories.items[0]?.title),
  };
}

/** Enough words of a title to find it by. */
function beginning(title: string | null | undefined): string | undefined {
  return title?.split(/\s+/).slice(0, 4).join(' ') || undefined;
}
