import type { Reading } from '../model/reading.ts';
import { tokenSentences } from '../tokens/tokens.ts';
import type { Topical } from './find-topics.ts';

/** A stored reading prepared for topic matching: the words of its clean text, tokenized again. */
export function topical({ title, text }: Pick<Reading, 'title' | 'text'>): Topical {
  let start = 0;
  const paragraphs = text.split('\n\n').map(({ length }) => {
    const paragraph = { start, end: start + length };
    start += length + 2;
    return paragraph;
  });
  return {
    title,
    sentences: tokenSentences(text, paragraphs).flatMap(sentences => sentences.map(tokens => ({ tokens }))),
  };
}
