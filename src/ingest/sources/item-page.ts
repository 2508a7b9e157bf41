import type { Reading } from '../../reading/model/reading.ts';
import type { Fetcher } from '../../sources/fetch/fetcher.ts';
import { causeOfPage } from '../../sources/fetch/page-causes.ts';
import { pageIsBetter } from '../../sources/items/item-article.ts';
import type { PageFailure } from '../../sources/polling/page-retry.ts';
import { decode } from '../../sources/text/decoding.ts';
import { pageText } from '../../sources/text/page-text.ts';
import type { Article } from '../../system/article.ts';
import { readArticle } from '../store-article.ts';
import type { Readers } from '../workers/readers.ts';

const acceptPages = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';

const feedRoot = /^\s{0,50}(?:<\?xml\b[^<>]{0,200}>\s{0,50})?<(?:rss|feed|rdf:RDF)\b/i;

/** What is known of an article but its text. */
export type ArticleFacts = Omit<Article, 'text' | 'html' | 'derived' | 'teaser'> & { url: string };

/** `nothing`: the page came, but says no more than the feed; `failed`: it could not be had. */
export type ItemPage = { reading: Reading } | 'nothing' | { failed: PageFailure };

/** What the feed says of an article, without its text. */
export function factsOf({
  text: _,
  html: __,
  derived: ___,
  teaser: ____,
  ...facts
}: Article & { url: string }): ArticleFacts {
  return facts;
}

/**
 * The reading of an article's page, if it says more than the feed does.
 * @param teaser the text that the feed has of it
 * @param now milliseconds since the epoch
 */
export async function readItemPage(
  facts: ArticleFacts,
  teaser: string,
  now: number,
  { fetcher, readers }: { fetcher: Fetcher; readers: Readers },
): Promise<ItemPage> {
  const outcome = await fetcher.get(facts.url, { accept: acceptPages });
  if (outcome.kind === 'unchanged') return 'nothing';
  if (outcome.kind === 'failed')
    return { failed: { cause: outcome.cause, retryAt: outcome.retryAt ?? null } };
  const decoded = decode(outcome.body, outcome.charset);
  // A link may lead to a file or back to a feed.
  if (!('text' in decoded) || feedRoot.test(decoded.text)) return 'nothing';
  const cause = causeOfPage(decoded.text, outcome.url);
  if (cause !== 'not-a-feed') return { failed: { cause, retryAt: null } };
  const content = pageText(decoded.text, outcome.contentType);
  const page = await readArticle({ ...facts, ...content }, readers, now);
  const isBetter = !('refused' in page) && pageIsBetter(teaser, page.reading.text, decoded.text);
  return isBetter ? page : 'nothing';
}
