import type { Article } from '../system/article.ts';
import { type ExplainedQuote, Explanation } from './attribution/explanation.ts';
import { findQuotes } from './attribution/find-quotes.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { parseDocument } from './layout/parse-document.ts';
import { findPeople } from './people/find-people.ts';

/**
 * Why each quote of an article has its speaker, in the order of the text; runs in quote marks that count as
 * terms are among them. The decisions are those of `read`.
 */
export function explain(article: Article, knowledge: Knowledge): ExplainedQuote[] {
  const document = parseDocument(article, knowledge);
  const { people } = findPeople(document, knowledge);
  const explanation = new Explanation();
  findQuotes(document, people, knowledge, explanation);
  return explanation.quotes;
}
