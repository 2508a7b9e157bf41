import type { Evidence } from '../../library/model/types.ts';
import type { Library } from '../page/library.ts';

/** How sentences begin that speak of somebody or something named before. */
const backward = /^[“"]?(?:he|she|they|it|this|that|these|those|his|her|their)\b/i;

/**
 * A sentence of an article; with the one before it where a pronoun at its start would leave the reader
 * wondering who is meant, if both are no longer than `longest` characters.
 */
export async function withAntecedent(library: Library, sentence: Evidence, longest: number): Promise<string> {
  const { article, start, end, text } = sentence;
  if (!backward.test(text)) return text;
  const found = await library.articles.sentenceAt(article.id, start, end);
  const whole = found?.before ? `${found.before.text} ${text}` : text;
  return whole.length <= longest ? whole : text;
}
