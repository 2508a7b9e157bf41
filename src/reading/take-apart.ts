import type { Article } from '../article.ts';
import type { Document, Paragraph } from './document.ts';
import type { Knowledge } from './knowledge.ts';
import { linesOf } from './lines.ts';
import { sentencesOf } from './sentences.ts';

/**
 * Takes an article apart: what is furniture, what is body, its paragraphs, sentences and words. Any text
 * will do, an empty one too; nothing is thrown. Offsets are UTF-16 code units into the `input` of the result.
 */
export function takeApart(article: Article, knowledge: Knowledge): Document {
  const input = article.text;
  const lines = linesOf(input);
  const paragraphs: Paragraph[] = lines.map(({ start, end }) => ({ start, end, kind: 'text' }));
  return {
    input,
    title: article.title ?? null,
    titleSpan: null,
    byline: null,
    language: 'en',
    published: {
      date: article.publishedAt?.slice(0, 10) ?? null,
      basis: article.publishedAt ? 'given' : 'unknown',
    },
    paragraphs,
    sentences: sentencesOf(input, paragraphs, knowledge),
    removed: [],
    rights: null,
  };
}
