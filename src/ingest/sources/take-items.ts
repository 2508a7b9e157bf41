import type { Source, SourceItem } from '../../library/sources/types.ts';
import type { Reading } from '../../reading/model/reading.ts';
import type { FeedItem } from '../../sources/feeds/feed.ts';
import { causeOfPage } from '../../sources/fetch/causes.ts';
import type { Fetcher } from '../../sources/fetch/fetcher.ts';
import { articleOfItem, needsPage, pageIsBetter } from '../../sources/items/item-article.ts';
import { itemDates } from '../../sources/items/item-dates.ts';
import { type Matched, matchItems } from '../../sources/items/match.ts';
import { decode } from '../../sources/text/decoding.ts';
import { repairMojibake } from '../../sources/text/mojibake.ts';
import type { Library } from '../../store.ts';
import type { Article } from '../../system/article.ts';
import type { Readers } from '../workers/readers.ts';
import { readArticle, storeReading } from './store-article.ts';

const day = 86_400_000;
/** What was published longer ago when it is first seen is not news for a digest. */
const newsFor = 7 * day;
/** Stored with an item whose article was removed here. */
const takenDown = 'its article was removed';
const acceptPages = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';

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
    if (parts.isStopping()) return { ...taken, isWhole: false };
    const before = byKey.get(matched.known.key);
    const item = (await isTakenDown(before, library))
      ? {
          row: { ...matched.known, article: null, problem: takenDown, teaser: false },
          outcome: 'known' as const,
        }
      : await takeItem(source, matched, now, parts);
    await library.sources.keepItems(source.id, [item.row], now);
    if (item.row.problem !== null && item.row.problem !== takenDown)
      taken.problems.push({ title: matched.item.title, reason: item.row.problem });
    else if (item.outcome !== 'known') taken[item.outcome === 'edited' ? 'edited' : 'added'] += 1;
  }
  return { ...taken, isWhole: true };
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

async function takeItem(
  source: Source,
  { item, known }: Matched,
  now: number,
  parts: TakingParts,
): Promise<{ row: SourceItem; outcome: 'loaded' | 'edited' | 'known' | 'refused' }> {
  const row = { ...known, article: null, problem: null, teaser: false };
  const article = articleOfItem(item, { key: articleId(source, known.key), source: source.name, now });
  const read = await readingOfItem(source, item, article, parts);
  if ('refused' in read) return { row: { ...row, problem: read.refused }, outcome: 'refused' };
  const published = Date.parse(article?.publishedAt ?? '');
  const archive = source.archive || now - published > newsFor;
  const stored = await storeReading(parts.library, read.reading, { now, archive });
  if (stored.outcome === 'refused')
    return { row: { ...row, problem: stored.reason }, outcome: stored.outcome };
  return { row: { ...row, article: stored.id, teaser: read.teaser }, outcome: stored.outcome };
}

/** The reading of an item: of the feed's text, or of its page if that says more. */
async function readingOfItem(
  source: Source,
  item: FeedItem,
  article: Article | null,
  { readers, fetcher }: TakingParts,
): Promise<{ reading: Reading; teaser: boolean } | { refused: string }> {
  const own = article ? await readArticle(article, readers) : { refused: 'there is no text in it' };
  const isTeaser = article?.teaser === true;
  if (article === null || !needsPage(item, source.textFrom))
    return 'refused' in own ? own : { reading: own.reading, teaser: isTeaser };
  const html = await pageAt(item.url!, fetcher);
  if (html !== null) {
    const { text: _, derived: __, teaser: ___, ...facts } = article;
    const page = await readArticle({ ...facts, text: '', html }, readers);
    const teaser = 'refused' in own ? '' : own.reading.text;
    if (!('refused' in page) && pageIsBetter(teaser, page.reading.text, html))
      return { reading: page.reading, teaser: false };
  }
  return 'refused' in own ? own : { reading: own.reading, teaser: isTeaser };
}

/** The page at an address; null if there is none that can be read as an article. */
async function pageAt(url: string, fetcher: Fetcher): Promise<string | null> {
  const outcome = await fetcher.get(url, { accept: acceptPages });
  if (outcome.kind !== 'fetched') return null;
  const decoded = decode(outcome.body, outcome.charset);
  if (!('text' in decoded) || causeOfPage(decoded.text, outcome.url) !== 'not-a-feed') return null;
  return repairMojibake(decoded.text);
}
