import type { Article } from '../system/article.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Reading } from './model/reading.ts';
import { read } from './read.ts';

/** A self-contained reading: with the text that its offsets refer to. */
export function storableReading(article: Article, knowledge: Knowledge): Reading {
  const reading = read(article, knowledge);
  return { ...reading, input: reading.input ?? article.text };
}
