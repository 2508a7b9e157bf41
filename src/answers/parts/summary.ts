import type { StoredArticle } from '../../library/model/types.ts';
import type { SpanWithText } from '../../reading/model/reading.ts';

/** Sentences that tell an article in short: at most `most`, and of a short one no more than half of it. */
export function summaryOf({ reading }: StoredArticle, most: number): SpanWithText[] {
  const half = Math.max(1, Math.floor(reading.sentences.length / 2));
  return reading.summary.slice(0, Math.min(most, half));
}
