import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { addressToFetch } from '../../sources/fetch/address.ts';
import { isOtherKind } from '../../sources/fetch/causes.ts';
import type { Fetcher } from '../../sources/fetch/fetcher.ts';
import type { Cause } from '../../sources/fetch/outcome.ts';
import { causeOfPage, isListOfArticles } from '../../sources/fetch/page-causes.ts';
import { isBehindPaywall } from '../../sources/items/item-article.ts';
import { decode } from '../../sources/text/decoding.ts';
import { pageText } from '../../sources/text/page-text.ts';
import type { Library } from '../../store.ts';
import type { Clock } from '../../system/clock.ts';
import { noArticle } from '../../system/refusal.ts';
import type { DoubtedDates } from '../date-doubts.ts';
import { type LoadCounts, loadPaths, type RefusedPlace } from '../load.ts';
import { readArticle, type Stored } from '../store-article.ts';
import type { Readers } from '../workers/readers.ts';

/** What became of a page that was read once; `isPart` if the rest of it is for those who pay. */
export type PageRead = (Stored & { isPart?: boolean }) | { outcome: 'failed'; cause: Cause };

/** Reads the page at an address once, as an article. */
export async function readPage(
  address: string,
  {
    library,
    readers,
    fetcher,
    clock,
  }: { library: Library; readers: Readers; fetcher: Fetcher; clock: Clock },
): Promise<PageRead> {
  const url = addressToFetch(address);
  if (url === null) return { outcome: 'failed', cause: 'address' };
  const outcome = await fetcher.get(url, { accept: 'text/html, */*;q=0.5' });
  if (outcome.kind !== 'fetched')
    return { outcome: 'failed', cause: outcome.kind === 'failed' ? outcome.cause : 'http-error' };
  if (isOtherKind(outcome.contentType, outcome.body)) return { outcome: 'failed', cause: 'other-kind' };
  const decoded = decode(outcome.body, outcome.charset);
  if (!('text' in decoded)) return { outcome: 'refused', ...decoded };
  const cause = causeOfPage(decoded.text, outcome.url);
  if (cause !== 'not-a-feed') return { outcome: 'failed', cause };
  if (isListOfArticles(decoded.text)) return { outcome: 'failed', cause: 'list-page' };
  const content = pageText(decoded.text, outcome.contentType);
  const read = await readArticle({ ...content, url: outcome.url }, readers, clock.now());
  if ('refused' in read) return { outcome: 'refused', ...read.refused };
  if (read.reading.text === '') return { outcome: 'refused', ...noArticle };
  const added = await library.articles.add(read.reading, { now: clock.now() });
  if (added.outcome === 'refused') return added;
  return { outcome: added.outcome, id: added.id, isPart: isBehindPaywall(decoded.text) };
}

/** What came of a file: what was refused in it, and the dates that were taken with a reservation. */
export type FileTaken = { counts: LoadCounts; refused: RefusedPlace[]; doubted: DoubtedDates[] };

/**
 * Loads a file of articles, as `load` does. `name` decides how it is read, and what was refused calls it by its last part.
 * Two files of one name with different texts are two articles: in a chat, “article.txt” says nothing.
 */
export async function takeFile(
  name: string,
  bytes: Uint8Array,
  { library, readers, clock }: { library: Library; readers: Readers; clock: Clock },
): Promise<FileTaken> {
  const scratch = await mkdtemp(join(tmpdir(), 'communique-file-'));
  const [refused, doubted]: [RefusedPlace[], DoubtedDates[]] = [[], []];
  try {
    const path = join(scratch, basename(name).replace(/^\.+/, '') || 'file.txt');
    await writeFile(path, bytes);
    const counts = await loadPaths(library, readers, [path], {
      now: clock.now(),
      onRefused: (_, each) => refused.push({ ...each, where: each.where.replace(`${scratch}/`, '') }),
      onDoubt: (_, dates) => doubted.push(dates),
    });
    return { counts, refused, doubted };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
