import type { Document } from './document.ts';
import type { ReadQuote, SpanWithText } from './reading.ts';

/** Two or three sentences of the body that tell best what it says, in their order. */
export function summarize(_document: Document, _quotes: ReadQuote[]): SpanWithText[] {
  return [];
}
