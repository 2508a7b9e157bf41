import type { Reading } from '../reading/model/reading.ts';
import type { Article } from '../system/article.ts';
import type { DateDoubt } from './date-doubts.ts';

/** Dates may be ahead by a time zone and a clock that is wrong by a day, in milliseconds; further ones are doubted. */
const maxAhead = 2 * 86_400_000;

/** An article or a reading whose date is doubted comes without it, and with what is doubted. */
export type Dated<Item> = { item: Item; doubt: DateDoubt | null };

/**
 * An article can't have been published in the future: a date more than two days ahead of `now` (milliseconds since
 * the epoch) is left out, as otherwise the article would stay the newest for as long, and days such as “on Thursday”
 * would be reckoned from it.
 */
export function withoutFutureDate(article: Article, now: number): Dated<Article> {
  const { publishedAt, ...rest } = article;
  return isAhead(publishedAt, now)
    ? { item: rest, doubt: doubtOf(publishedAt!) }
    : { item: article, doubt: null };
}

/** The same for a reading, whose date may also come from its text. */
export function readingWithoutFutureDate(reading: Reading, now: number): Dated<Reading> {
  const { date } = reading.published;
  return date !== null && isAhead(date, now)
    ? { item: { ...reading, published: { date: null, basis: 'unknown' } }, doubt: doubtOf(date) }
    : { item: reading, doubt: null };
}

function isAhead(date: string | undefined, now: number): boolean {
  return date !== undefined && Date.parse(date) > now + maxAhead;
}

function doubtOf(date: string): DateDoubt {
  return { kind: 'ahead', value: date };
}
