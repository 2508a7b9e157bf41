import type { PageRetry, Source } from '../../library/sources/types.ts';
import { type NextTry, nextPageTry } from '../../sources/polling/page-retry.ts';
import type { Clock } from '../../system/clock.ts';
import type { Log } from '../../system/log.ts';
import { storeReading } from '../store-article.ts';
import { type ArticleFacts, readItemPage } from './item-page.ts';
import { isArchived, type TakingParts } from './take-items.ts';

/** How many pages are fetched in one round, and at the same time; each host gets one request at a time. */
const mostInRound = 40;
const mostAtOnce = 4;

/**
 * Fetches pages again that could not be had when their items came. What comes replaces the teaser in its place: it is
 * the same article, and not sent again.
 */
export function createPageRetries(parts: TakingParts & { clock: Clock; log: Log }): () => Promise<void> {
  const { library, clock, log, isStopping } = parts;
  const { sources } = library;

  async function fetchAgain({ source: id, item, facts: json, tries }: PageRetry): Promise<void> {
    const now = clock.now();
    const seed = `${item.key} ${tries}`;
    const source = await sources.get(id);
    if (source === null || source.removedAt !== null) return;
    const stored = item.article === null ? null : await library.articles.get(item.article);
    // Its article was removed here, or the source's owner now wants the feed's text.
    if ((item.article !== null && stored === null) || source.textFrom === 'feed')
      return sources.dropPageRetry(id, item.key);
    // Charged beforehand, so that a page on which the program breaks is not fetched for ever.
    await note(id, item.key, json, nextPageTry({ cause: 'interrupted', retryAt: null }, tries, now, seed));
    const facts = JSON.parse(json) as ArticleFacts;
    const teaser = item.teaser ? (stored?.reading.text ?? '') : '';
    const page = await readItemPage(facts, teaser, now, parts);
    // The answer belongs to the end of the program.
    if (isStopping()) return note(id, item.key, json, { tries, dueAt: now });
    if (page === 'nothing') return sources.dropPageRetry(id, item.key);
    if ('failed' in page) return note(id, item.key, json, nextPageTry(page.failed, tries, now, seed));
    await complete(source, item, page.reading, facts, now);
    await sources.dropPageRetry(id, item.key);
  }

  async function note(source: number, key: string, facts: string, next: NextTry | null): Promise<void> {
    return next ? sources.keepPageRetry(source, key, { ...next, facts }) : sources.dropPageRetry(source, key);
  }

  async function complete(
    source: Source,
    item: PageRetry['item'],
    reading: Parameters<typeof storeReading>[1],
    facts: ArticleFacts,
    now: number,
  ): Promise<void> {
    const archive = isArchived(source, facts.publishedAt, now);
    const stored = await storeReading(library, reading, { now, archive, completes: item.teaser });
    if (stored.outcome === 'refused') return;
    await sources.keepItems(source.id, [{ ...item, article: stored.id, problem: null, teaser: false }], now);
  }

  return async () => {
    const due = await sources.duePages(clock.now(), mostInRound);
    const work = async () => {
      for (let next = due.shift(); next && !isStopping(); next = due.shift())
        await fetchAgain(next).catch(error => {
          if (!isStopping()) log.error({ error, source: next?.source }, 'a page could not be read again');
        });
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
  };
}
