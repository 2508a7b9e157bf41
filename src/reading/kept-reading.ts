import type { Article } from '../article.ts';
import type { Knowledge } from './knowledge.ts';
import { read } from './read.ts';
import type { Reading } from './reading.ts';

/** A reading that can stand by itself: with the text its offsets refer to. */
export function keptReading(article: Article, knowledge: Knowledge): Reading {
  const reading = read(article, knowledge);
  return { ...reading, input: reading.input ?? article.text };
}
