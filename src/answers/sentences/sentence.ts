import type { StoredArticle } from '../../library/model/types.ts';
import { type AskedWord, formsOf, includesWord } from './question-words.ts';

/** A sentence as it is judged: offsets of `text` in the article's input (UTF-16). */
export type JudgedSentence = { article: StoredArticle; start: number; end: number; text: string };

/** How well a sentence fits the question word, as a factor: 1 if it has what is asked for. */
export type Judge = (sentence: JudgedSentence, asked: readonly AskedWord[], question: string) => number;

/** A factor for what does not answer the question word at all. */
export const unfit = 0.6;

/** Mentions within a sentence. */
export function namesIn(
  entities: readonly { mentions: readonly { start: number; end: number; text: string }[] }[],
  start: number,
  end: number,
) {
  return entities.flatMap(({ mentions }) => mentions.filter(mention => isIn(mention, start, end)));
}

/** Whether a span is within a sentence. */
export function isIn(span: { start: number; end: number }, start: number, end: number): boolean {
  return span.start >= start && span.end <= end;
}

/** Whether a name is in the question. */
export function isAsked(name: string, asked: readonly AskedWord[]): boolean {
  const own = formsOf(name);
  return asked.some(word => includesWord(own, word));
}
