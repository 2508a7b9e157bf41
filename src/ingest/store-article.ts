import type { AddOutcome } from '../library/model/contracts.ts';
import { createSeenContent } from '../library/news/seen-content.ts';
import { sentencesOf } from '../library/text/sentences.ts';
import type { Reading } from '../reading/model/reading.ts';
import type { Library } from '../store.ts';
import type { Article } from '../system/article.ts';
import type { Refusal } from '../system/refusal.ts';
import { readingWithoutFutureDate, withoutFutureDate } from './future-date.ts';
import type { Readers } from './workers/readers.ts';

/** An edit is news if at least this share of the sentences says something new. */
const newsFrom = 0.5;

/** An article of which nothing is left to read. */
export const noText: Refusal = { reason: 'there is no text in it', code: 'empty' };

/** What happened to an article that was to be stored: `known` if it is there and says the same. */
export type Stored =
  | { outcome: 'loaded' | 'edited' | 'known'; id: string }
  | ({ outcome: 'refused' } & Refusal);

/**
 * The reading of an article, or why there is none. A day of publication that is more than two days ahead is left out.
 * @param now milliseconds since the epoch
 */
export async function readArticle(
  article: Article,
  readers: Readers,
  now: number,
): Promise<{ reading: Reading } | { refused: Refusal }> {
  const answer = await readers.read(withoutFutureDate(article, now).item, { keep: true });
  if ('refused' in answer) return answer;
  const { item: reading } = readingWithoutFutureDate(JSON.parse(answer.json) as Reading, now);
  return reading.input?.trim() ? { reading } : { refused: noText };
}

/**
 * Stores a reading under its id, in place of what is there. A subscriber who has been sent the article is not sent it
 * again, unless at least half of it says something new.
 * @param options.completes the article's whole text has come after its teaser: no news, and nothing is withdrawn
 */
export async function storeReading(
  library: Library,
  reading: Reading,
  options: { now: number; archive: boolean; completes?: boolean },
): Promise<Stored> {
  const before = await library.articles.get(reading.id);
  const isNews = before !== null && !options.completes && isMostlyNew(before.reading, reading);
  const added: AddOutcome = await library.articles.replace(reading, { ...options, isNews });
  if (added.outcome === 'refused') return added;
  if (added.outcome === 'known') return { outcome: 'known', id: added.id };
  return { outcome: before === null ? 'loaded' : 'edited', id: added.id };
}

function isMostlyNew(before: Reading, after: Reading): boolean {
  const seen = createSeenContent();
  for (const { text } of sentencesOf(before)) seen.add(text);
  const sentences = sentencesOf(after);
  return (
    sentences.length > 0 &&
    sentences.filter(({ text }) => seen.isNew(text)).length >= sentences.length * newsFrom
  );
}
