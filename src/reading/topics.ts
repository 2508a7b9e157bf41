import type { Document } from './document.ts';
import type { Knowledge } from './knowledge.ts';
import type { Reading } from './reading.ts';

/** What the article is about, the surest topic first; none where it is about nothing known. */
export function findTopics(_document: Document, _knowledge: Knowledge): Reading['topics'] {
  return [];
}
