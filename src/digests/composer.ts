import { DateTime } from 'luxon';
import { digestPages } from '../answers/digest/digest.ts';
import { filterText } from '../answers/digest/window.ts';
import { note } from '../answers/page/builders.ts';
import type { Library } from '../answers/page/library.ts';
import type { Page } from '../answers/page/page.ts';
import { interestLabels } from '../answers/parts/interest.ts';
import { limitedArticles } from '../answers/quoted/quote.ts';
import { queryKey, type StoredQueries } from '../deliveries/stored-queries.ts';
import { type Subscription, usualChoices } from '../deliveries/subscriptions/subscriptions.ts';
import type { NewsFilter } from '../library/model/types.ts';

/** The part of a subscription that its digest depends on: equal interests have the same digest. */
export type Interest = NewsFilter &
  Pick<Subscription, 'deliveredUpTo' | 'since' | 'zone' | 'length' | 'most' | 'sayNothing'>;

export type Digest = {
  /** One for each message; empty if nothing is new and that isn't to be reported. */
  pages: Page[];
  /** It covers arrivals up to this one. */
  upTo: number;
  /** How many stories matched. */
  total: number;
  /** Ids of articles that it says nothing of, as their stored readings are damaged. */
  damaged: string[];
};

/** A first digest is chosen from this many of the newest articles. */
const firstDigestArticles = 3000;

/** The interest of someone who wants all news and has had no digest yet. */
export function allNews(zone: string): Interest {
  return { ...usualChoices, topics: [], people: [], deliveredUpTo: null, since: null, zone };
}

/** Digests sent as news arrives never report that nothing is new. */
export function interestOf(subscription: Interest & Partial<Pick<Subscription, 'atOnce'>>): Interest {
  const { topics, people, words, without, withoutSources, withoutPeople, withoutStories } = subscription;
  const { deliveredUpTo, since, zone, length, most } = subscription;
  const sayNothing = subscription.sayNothing && !subscription.atOnce;
  return {
    topics,
    people,
    words,
    without,
    withoutSources,
    withoutPeople,
    withoutStories,
    deliveredUpTo,
    since,
    zone,
    length,
    most,
    sayNothing,
  };
}

/**
 * What is new for an interest; for a first digest, the newest matching stories.
 * @param options.now milliseconds since the epoch
 * @param options.stories maximum number of stories, if not the interest's own
 */
export async function composeDigest(
  library: Library & { storedQueries: Pick<StoredQueries, 'keep'> },
  interest: Interest,
  options: { now: number; preview?: boolean; stories?: number },
): Promise<Digest> {
  const { topics, people, words, without, withoutSources, withoutPeople, withoutStories } = interest;
  const { deliveredUpTo } = interest;
  const filter: NewsFilter = {
    ...{ topics, people, words, without, withoutSources, withoutPeople, withoutStories },
  };
  const preview = options.preview ?? false;
  const upTo = await library.news.head();
  const after = deliveredUpTo ?? (await library.news.before(firstDigestArticles));
  const since = deliveredUpTo === null ? after : (interest.since ?? 0);
  const limit = options.stories ?? interest.most;
  const { total, items, damaged } = await library.news.stories({ since, after, upTo, filter, limit });
  if (items.length === 0 && !preview)
    return { pages: interest.sayNothing ? [note('digest-nothing')] : [], upTo, total, damaged };
  const query = filterText(filter);
  if (!preview) await library.storedQueries.keep([query]);
  const pages = digestPages(items, {
    day: DateTime.fromMillis(options.now, { zone: interest.zone }).toISODate() ?? '',
    about: await interestLabels(library, filter),
    first: deliveredUpTo === null && !preview,
    preview,
    total,
    length: interest.length,
    ...(!preview && { window: { key: queryKey(query), since, after, upTo } }),
    limited: await limitedArticles(
      library,
      items.flatMap(({ quotes }) => quotes),
    ),
  });
  return { pages, upTo, total, damaged };
}
