import type { Document } from './document.ts';
import type { Knowledge } from './knowledge.ts';
import type { ReadPerson, ReadQuote } from './reading.ts';

/** The quotes of the body, each with its speaker as far as the text tells. */
export function findQuotes(_document: Document, _people: ReadPerson[], _knowledge: Knowledge): ReadQuote[] {
  return [];
}
