import type { Source, SourceItem } from '../../library/sources/types.ts';
import type { Reading } from '../../reading/model/reading.ts';
import type { FeedItem } from '../../sources/feeds/feed.ts';
import type { Fetcher } from '../../sources/fetch/fetcher.ts';
import { articleOfItem, needsPage } from '../../sources/items/item-article.ts';
import { itemDates } from '../../sources/items/item-dates.ts';
import { type Matched, matchItems } from '../../sources/items/match.ts';
import { nextPageTry, type PageFailure } from '../../sources/polling/page-retry.ts';
import type { Library } from '../../store.ts';
import type { Article } from '../../system/article.ts';
import type { Refusal } from '../../system/refusal.ts';
import { noText, readArticle, storeReading } from '../store-article.ts';
import type { Readers } from '../workers/readers.ts';
import { type ArticleFacts, factsOf, readItemPage } from './item-page.ts';

const day = 86_400_000;
/** What was published longer ago when it is first seen is not news for a digest. */
const newsFor = 7 * day;
/** Stored with an item whose article was removed here. */
const takenDown = 'its article was removed';

export type TakingParts = {
  library: Library;
  readers: Readers;
  fetcher: Fetcher;
  /** Whether the program is about to end: what has not been taken is taken after the next start. */
  isStopping(): boolean;
};

/** How many items became articles, replaced theirs, and were not taken, with the reasons. */
export type Taken = { added: number; edited: number; problems: { title: string | null; reason: string }[] };

/** The id of a source's article. */
export function articleId(source: Pick<Source, 'id'>, key: string): string {
  return `s${source.id}-${key}`;
}

/**
 * Takes what is new or edited in a feed, the oldest first, so that articles arrive in the order of their publication.
 * Each item is stored with its article, so that a restart goes on where it was.
 */
export async function takeItems(
  source: Source,
  items: FeedItem[],
  now: number,
  parts: TakingParts,
): Promise<Taken & { isWhole: boolean }> {
  const { library } = parts;
  const known = await library.sources.items(source.id);
  const byKey = new Map(known.map(item => [item.key, item]));
  const taken: Taken = { added: 0, edited: 0, problems: [] };
  const changed = matchItems(items, known).filter(({ change }) => change !== 'same');
  for (const matched of oldestFirst(changed, now)) {
    if (parts.isStopping() || (await isRemoved(source, library))) return { ...taken, isWhole: false };
    const before = byKey.get(matched.known.key);
    const item = (await isTakenDown(before, library))
      ? {
          row: { ...matched.known, article: null, problem: takenDown, teaser: false },
          outcome: 'known' as const,
        }
      : await takeItem(source, matched, before, now, parts);
    if (!(await keepItem(source, item, now, library))) return { ...taken, isWhole: false };
    if (item.row.problem !== null && item.row.problem !== takenDown)
      taken.problems.push({ title: matched.item.title, reason: item.row.problem });
    else if (item.outcome !== 'known') taken[item.outcome === 'edited' ? 'edited' : 'added'] += 1;
  }
  return { ...taken, isWhole: true };
}

/** Whether a source was removed, perhaps by another process, while it was being read. */
async function isRemoved({ id }: Source, { sources }: Library): Promise<boolean> {
  const source = await sources.get(id);
  return source === null || source.removedAt !== null;
}

/** Stores an item. Of a source that was erased meanwhile nothing may stay that its removal didn't know of. */
async function keepItem(
  source: Source,
  { row, outcome, retry }: TakenItem,
  now: number,
  library: Library,
): Promise<boolean> {
  if ((await library.sources.get(source.id)) === null) {
    if (outcome === 'loaded' && row.article !== null) await library.articles.remove(row.article);
    return false;
  }
  await library.sources.keepItems(source.id, [row], now);
  if (retry) await library.sources.keepPageRetry(source.id, row.key, retry);
  else await library.sources.dropPageRetry(source.id, row.key);
  return true;
}

/** Whether an item's article was removed by hand: an edit doesn't bring it back. */
async function isTakenDown(before: SourceItem | undefined, library: Library): Promise<boolean> {
  if (before === undefined) return false;
  if (before.article === null) return before.problem === takenDown;
  return (await library.articles.existing([before.article])).length === 0;
}

function oldestFirst(matched: Matched[], now: number): Matched[] {
  const moment = ({ item }: Matched) => Date.parse(itemDates(item, now).publishedAt ?? '') || now;
  // Feeds list the newest first, so those of one moment are turned round.
  return matched.toReversed().sort((a, b) => moment(a) - moment(b));
}

type TakenItem = {
  row: SourceItem;
  outcome: 'loaded' | 'edited' | 'known' | 'refused';
  /** When its page is fetched again. */
  retry?: { facts: string; tries: number; dueAt: number } | null;
};

async function takeItem(
  source: Source,
  { item, known }: Matched,
  before: SourceItem | undefined,
  now: number,
  parts: TakingParts,
): Promise<TakenItem> {
  const row = { ...known, article: null, problem: null, teaser: false };
  const article = articleOfItem(item, { key: articleId(source, known.key), source: source.name, now });
  const read = await readingOfItem(source, item, article, now, parts);
  const retry = read.missing ? retryOf(read.missing, known.key, now) : null;
  // The whole article, as it was, is better than the teaser of the edited one.
  if (read.missing && article?.teaser && before?.article && !before.teaser)
    return { row: { ...row, article: before.article }, outcome: 'known', retry };
  if ('refused' in read) return { row: { ...row, problem: read.refused.reason }, outcome: 'refused', retry };
  const archive = isArchived(source, article?.publishedAt, now);
  const stored = await storeReading(parts.library, read.reading, { now, archive });
  if (stored.outcome === 'refused')
    return { row: { ...row, problem: stored.reason }, outcome: stored.outcome, retry };
  return { row: { ...row, article: stored.id, teaser: read.teaser }, outcome: stored.outcome, retry };
}

/** Whether an article that is first seen now is too old to be news. */
export function isArchived(source: Source, publishedAt: string | undefined, now: number): boolean {
  return source.archive || now - Date.parse(publishedAt ?? '') > newsFor;
}

type Missing = { facts: ArticleFacts; failure: PageFailure };

function retryOf({ facts, failure }: Missing, key: string, now: number): TakenItem['retry'] {
  const next = nextPageTry(failure, 0, now, key);
  return next && { ...next, facts: JSON.stringify(facts) };
}

/** The reading of an item: of the feed's text, or of its page if that says more. `missing`: the page can't be had. */
async function readingOfItem(
  source: Source,
  item: FeedItem,
  article: Article | null,
  now: number,
  parts: TakingParts,
): Promise<({ reading: Reading; teaser: boolean } | { refused: Refusal }) & { missing?: Missing }> {
  const own = article ? await readArticle(article, parts.readers, now) : { refused: noText };
  const kept = 'refused' in own ? own : { reading: own.reading, teaser: article?.teaser === true };
  if (!article?.url || !needsPage(item, source.textFrom)) return kept;
  const facts = factsOf({ ...article, url: article.url });
  const page = await readItemPage(facts, 'refused' in own ? '' : own.reading.text, now, parts);
  if (page === 'nothing') return kept;
  if ('failed' in page) return { ...kept, missing: { facts, failure: page.failed } };
  return { reading: page.reading, teaser: false };
}
