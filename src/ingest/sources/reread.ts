import { DamagedReading } from '../../library/model/damaged-reading.ts';
import { type Reading, readerVersion } from '../../reading/model/reading.ts';
import type { Library } from '../../store.ts';
import type { Article } from '../../system/article.ts';
import { readArticle } from '../store-article.ts';
import type { Readers } from '../workers/readers.ts';

export type RereadCounts = { reread: number; refused: number; total: number };

/** How many articles are looked up at a time. */
const piece = 50;

/**
 * Reads stored articles again that an older reader has read, one after the other, each in a small transaction of its
 * own, so that a bot on the same library goes on answering. What is interrupted goes on where it was, as the articles
 * done are no longer old. None arrives again.
 * @param options.all true: the current reader's too
 * @param options.onProgress called after each article
 * @param options.onRefused called with the id and reason of an article that stays as it was
 */
export async function reread(
  library: Library,
  readers: Readers,
  options: {
    all: boolean;
    now: number;
    onProgress?(counts: RereadCounts): void;
    onRefused?(id: string, reason: string): void;
  },
): Promise<RereadCounts> {
  const { maintenance, articles } = library;
  const version = options.all ? null : readerVersion;
  const counts = { reread: 0, refused: 0, total: await maintenance.countReadByOthers(version) };
  let after = 0;
  for (;;) {
    const { ids, last } = await maintenance.readByOthers(version, after, piece);
    if (last === null) return counts;
    after = last;
    for (const id of ids) {
      const problem = await rereadOne(id);
      if (problem !== null) {
        counts.refused += 1;
        options.onRefused?.(id, problem);
      } else counts.reread += 1;
      options.onProgress?.(counts);
    }
  }

  async function rereadOne(id: string): Promise<string | null> {
    const stored = await articles.get(id).catch((error: unknown) => {
      // The others are read again all the same.
      if (error instanceof DamagedReading) return error.message;
      throw error;
    });
    if (stored === null || typeof stored === 'string') return stored;
    const read = await readArticle(articleOf(stored.reading), readers, options.now);
    if ('refused' in read) return read.refused.reason;
    const added = await articles.replace(read.reading, { now: options.now, isNews: false, always: true });
    return added.outcome === 'refused' ? added.reason : null;
  }
}

/** The article that a reading was made from, as far as it is kept: of a page, the text that was taken from it. */
function articleOf({ id, input, text, title, byline, published, url, source }: Reading): Article {
  return {
    id,
    text: input ?? text,
    ...(title === null ? {} : { title }),
    ...(byline === null ? {} : { author: byline }),
    ...(published.basis === 'given' && published.date !== null ? { publishedAt: published.date } : {}),
    ...(url ? { url } : {}),
    ...(source ? { source } : {}),
  };
}
