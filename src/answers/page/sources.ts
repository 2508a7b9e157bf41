import type { ArticleRef } from '../../library/model/types.ts';
import type { Block, Piece } from './page.ts';

/** The sources of a page as they are cited: each article has one number, however often it is cited. */
export type Sources = {
  /** A blank and the number of the article, for the end of a line. */
  cite(...articles: ArticleRef[]): Piece[];
  /** The same for the article of a passage: its number leads to the passage. */
  citePassage(passage: Passage): Piece[];
  /** The list for the end of the page; no block when nothing was cited. */
  blocks(): Block[];
};

/** Where a line was taken from. */
export type Passage = { article: ArticleRef; start: number; end: number };

/** An empty list of sources, for one page. */
export function newSources(): Sources {
  const sources: ArticleRef[] = [];
  const numberOf = (article: ArticleRef) => {
    const known = sources.findIndex(source => source.id === article.id);
    return known >= 0 ? known + 1 : sources.push(article);
  };
  return {
    cite: (...articles) => {
      const numbers = [...new Set(articles.map(numberOf))].sort((a, b) => a - b);
      return [{ text: ' ' }, ...numbers.map(source => ({ source }))];
    },
    citePassage: ({ article, start, end }) => [
      { text: ' ' },
      { source: numberOf(article), context: { article: article.id, start, end } },
    ],
    blocks: () => (sources.length === 0 ? [] : [{ kind: 'sources', sources }]),
  };
}
