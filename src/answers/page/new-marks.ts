import type { Block, Page } from './page.ts';

/** The ids of the articles that a page draws on. */
export function articlesOf(page: Page): string[] {
  return [...listedArticles(page), ...(page.unlisted ?? [])];
}

/** The ids of the articles that a page lists. */
export function listedArticles({ blocks }: Page): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'sources') return block.sources.map(({ id }) => id);
    return block.kind === 'articles'
      ? block.items.flatMap(({ article, others = [] }) => [article.id, ...others])
      : [];
  });
}

/**
 * The page with its new articles marked, and a line below the heading with the number of new ones in all.
 */
export function markNew(page: Page, fresh: string[], count: number): Page {
  if (count === 0) return page;
  const marked = page.blocks.map((block): Block => {
    return block.kind === 'sources' || block.kind === 'articles' ? { ...block, fresh } : block;
  });
  const line: Block = { kind: 'text', line: [{ messageKey: 'new-since', args: { count }, style: 'italic' }] };
  const behind = marked[0]?.kind === 'heading' ? 1 : 0;
  return { ...page, blocks: [...marked.slice(0, behind), line, ...marked.slice(behind)] };
}
