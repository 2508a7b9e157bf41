import type { Article } from '../system/article.ts';
import { noArticle, type Refusal } from '../system/refusal.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Reading } from './model/reading.ts';
import { read } from './read.ts';

/** A self-contained reading: with the text that its offsets refer to. */
export function storableReading(article: Article, knowledge: Knowledge): Reading {
  const reading = read(article, knowledge);
  return { ...reading, input: reading.input ?? article.text };
}

/**
 * Why an input is rejected; null if it is an article. A page without one is rejected, such as one
 * that shows its article only to browsers or subscribers; a text given as an article is accepted as it is.
 */
export function rejectInput(
  isPage: boolean,
  { input, text }: Pick<Reading, 'input' | 'text'>,
): Refusal | null {
  if (input?.trim() === '') return { reason: 'there is no text in it', code: 'empty' };
  return isPage && text === '' ? noArticle : null;
}
