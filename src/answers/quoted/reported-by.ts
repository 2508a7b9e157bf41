import type { Evidence } from '../../library/model/types.ts';
import { withoutDateline } from '../../reading/text/line-words.ts';
import { beginsWithPronoun } from '../../reading/text/pronouns.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';

/** What is only clear after the sentence before: `similar measures`, `These were …`. */
const pointsBack =
  /^(?:these|those|both|the (?:former|latter)|the same)\b|\b(?:similar|the same|such) (?:measures?|steps?|moves?|actions?|number)\b|\bdid the same\b/i;
/** Less than this of the sentence before, in characters, would not say what it is about. */
const leastBefore = 80;

/**
 * A sentence of an article, without a dateline; if it opens with a pronoun or points back, together with the sentence
 * before it, which is shortened so that both fit into `longest` characters (UTF-16 code units).
 */
export async function withAntecedent(library: Library, sentence: Evidence, longest: number): Promise<string> {
  const { article, start, end, text } = sentence;
  if (!beginsWithPronoun(text) && !pointsBack.test(text)) return withoutDateline(text);
  const found = await library.articles.sentenceAt(article.id, start, end);
  const left = longest - text.length - 1;
  if (!found?.before || left < Math.min(leastBefore, found.before.text.length)) return text;
  return `${clip(withoutDateline(found.before.text), left)} ${text}`;
}
