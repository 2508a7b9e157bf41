import { DateTime } from 'luxon';
import { digestPages } from '../answers/digest/digest.ts';
import { filterText, windowText } from '../answers/digest/window.ts';
import { note } from '../answers/page/builders.ts';
import type { Library } from '../answers/page/library.ts';
import type { Page } from '../answers/page/page.ts';
import { wishLabels } from '../answers/parts/interest.ts';
import { limitedArticles } from '../answers/parts/quote.ts';
import type { KeptQuestions } from '../deliveries/stored-queries.ts';
import { type Subscription, usualChoices } from '../deliveries/subscriptions.ts';
import type { NewsFilter } from '../library/model/types.ts';

/** The part of a subscription that its digest depends on: equal interests have the same digest. */
export type Interest = NewsFilter &
  Pick<Subscription, 'told' | 'since' | 'zone' | 'length' | 'most' | 'sayNothing'>;

export type Digest = {
  /** One for each message; empty if nothing is new and that isn't to be reported. */
  pages: Page[];
  /** It covers arrivals up to this one. */
  upTo: number;
  /** How many stories matched. */
  total: number;
};

/** A first digest is chosen from this many of the newest articles. */
const firstDigestArticles = 3000;

/** The interest of someone who wants all news and hasn't had a digest. */
export function allNews(zone: string): Interest {
  return { ...usualChoices, topics: [], people: [], told: null, since: null, zone };
}

/** Digests sent as news arrives never report that nothing is new. */
export function interestOf(subscription: Interest & Partial<Pick<Subscription, 'atOnce'>>): Interest {
  const { topics, people, words, without, withoutSources } = subscription;
  const { told, since, zone, length, most } = subscription;
  const sayNothing = subscription.sayNothing && !subscription.atOnce;
  return { topics, people, words, without, withoutSources, told, since, zone, length, most, sayNothing };
}

/**
 * What is new for an interest; for a first digest, the newest matching stories.
 * @param options.now milliseconds since the epoch
 * @param options.stories maximum number of stories, if not the interest's own
 */
export async function composeDigest(
  library: Library & { keptQuestions: Pick<KeptQuestions, 'keep'> },
  interest: Interest,
  options: { now: number; preview?: boolean; stories?: number },
): Promise<Digest> {
  const { topics, people, words, without, withoutSources, told } = interest;
  const filter: NewsFilter = { topics, people, words, without, withoutSources };
  const preview = options.preview ?? false;
  const upTo = await library.news.head();
  const after = told ?? (await library.news.before(firstDigestArticles));
  const since = told === null ? after : (interest.since ?? 0);
  const limit = options.stories ?? interest.most;
  const { total, items } = await library.news.stories({ since, after, upTo, filter, limit });
  if (items.length === 0 && !preview)
    return { pages: interest.sayNothing ? [note('digest-nothing')] : [], upTo, total };
  const pages = digestPages(items, {
    day: DateTime.fromMillis(options.now, { zone: interest.zone }).toISODate() ?? '',
    about: await wishLabels(library, filter),
    first: told === null && !preview,
    preview,
    total,
    length: interest.length,
    ...(!preview && {
      window: windowText({ key: library.keptQuestions.keep(filterText(filter)), since, after, upTo }),
    }),
    limited: await limitedArticles(
      library,
      items.flatMap(({ quotes }) => quotes),
    ),
  });
  return { pages, upTo, total };
}
