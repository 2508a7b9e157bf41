import type { Token } from './document.ts';
import type { Reading } from './reading.ts';
import { tokenSentences } from './tokens.ts';
import type { Topical } from './topics.ts';

/** A stored reading as it is looked through for topics: the words of its clean text, taken apart again. */
export function topical({ title, text }: Pick<Reading, 'title' | 'text'>): Topical {
  const sentences: { tokens: Token[] }[] = [];
  let start = 0;
  for (const paragraph of text.split('\n\n')) {
    for (const tokens of tokenSentences(text, start, start + paragraph.length)) sentences.push({ tokens });
    start += paragraph.length + 2;
  }
  return { title, sentences };
}
