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

/** Enough words of a title to find it by, and on to the next that none waits for: not `Minister calls on the`. */
function beginning(title: string | null | undefined): string | undefined {
  const words = title?.split(/\s+/) ?? [];
  const last = words.findIndex((word, at) => at >= fewestWords - 1 && !leading.test(word));
  return words.slice(0, last < 0 ? words.length : last + 1).join(' ') || undefined;
}

const fewestWords = 4;
const leading = /^(?:an?|the|of|in|on|at|to|by|for|from|with|and|or|as|is|are|was|were|his|her|its|their)$/i;
