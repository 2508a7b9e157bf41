import { DateTime } from 'luxon';
import { digestPages } from '../answers/digest.ts';
import type { Library } from '../answers/library.ts';
import type { Page } from '../answers/page.ts';
import { limitedArticles } from '../answers/quote.ts';

/** What a digest is about and how far its reader was told. */
export type Interest = {
  /** Ids; everything where both lists are empty. */
  topics: string[];
  people: string[];
  /** The arrival up to which its reader was told; null for a first digest. */
  told: number | null;
  /** Names the local day. */
  zone: string;
};

export type Digest = {
  /** One for each message; empty where nothing is new, but for a preview, which says so. */
  pages: Page[];
  /** The arrival up to which it tells. */
  upTo: number;
};

const storiesTold = 10;
/** A first digest is chosen from so many of the newest articles. */
const newestArticles = 3000;

/**
 * What is new for somebody, or, before a first digest, the newest that matches.
 * @param options.now milliseconds since the epoch
 * @param options.stories how many stories are told at most
 */
export async function composeDigest(
  library: Library,
  interest: Interest,
  options: { now: number; preview?: boolean; stories?: number },
): Promise<Digest> {
  const { topics, people, told, zone } = interest;
  const upTo = await library.news.head();
  const limit = options.stories ?? storiesTold;
  const after = told ?? (await library.news.before(newestArticles));
  const { total, items } = await library.news.stories({ after, upTo, topics, people, limit });
  const preview = options.preview ?? false;
  if (items.length === 0 && !preview) return { pages: [], upTo };
  const pages = digestPages(items, {
    day: DateTime.fromMillis(options.now, { zone }).toISODate() ?? '',
    about: await namesOf(library, topics, people),
    first: told === null,
    preview,
    total,
    limited: await limitedArticles(
      library,
      items.flatMap(({ quotes }) => quotes),
    ),
  });
  return { pages, upTo };
}

async function namesOf(library: Library, topics: string[], people: string[]): Promise<string[]> {
  const labels =
    topics.length === 0 ? [] : (await library.topics.all()).filter(({ id }) => topics.includes(id));
  const persons = await Promise.all(people.map(id => library.people.get(id)));
  return [...labels.map(({ label }) => label), ...persons.flatMap(person => person?.name ?? [])];
}
