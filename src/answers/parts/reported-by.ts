import type { Evidence } from '../../library/model/types.ts';
import { beginsWithPronoun } from '../../reading/text/pronouns.ts';
import type { Library } from '../page/library.ts';

/**
 * A sentence of an article; if it opens with a pronoun, together with the sentence before it, as long as both fit
 * into `longest` characters (UTF-16 code units).
 */
export async function withAntecedent(library: Library, sentence: Evidence, longest: number): Promise<string> {
  const { article, start, end, text } = sentence;
  if (!beginsWithPronoun(text)) return text;
  const found = await library.articles.sentenceAt(article.id, start, end);
  const whole = found?.before ? `${found.before.text} ${text}` : text;
  return whole.length <= longest ? whole : text;
}
