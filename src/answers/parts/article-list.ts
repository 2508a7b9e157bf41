import type { ArticleRef } from '../../library/model/types.ts';
import { askButton } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Line, View } from '../page/page.ts';

/** What a phone shows of a button as wide as the message. */
export const maxLabelLength = 32;
/** How many articles a list shows. */
export const listSizes = { private: 5, group: 3 };

/** Articles as a list; in a private chat each with the first sentence of its summary. */
export async function articleList(library: Library, articles: ArticleRef[], view: View): Promise<Block> {
  const leads =
    view.chat === 'group'
      ? new Map<string, string>()
      : await library.articles.leads(articles.map(({ id }) => id));
  const items = articles.map(article => {
    const lead = leads.get(article.id);
    return { article, line: lead === undefined ? null : [{ text: clip(lead, 280), inert: true }] };
  });
  return { kind: 'articles', items };
}

/** A button for each article of a list, with its number there. */
export function articleButtons(articles: ArticleRef[], view: View): Button[][] {
  return view.chat === 'group' ? [] : articles.map((article, i) => [articleButton(article, i + 1)]);
}

/** The button that opens an article. */
export function articleButton({ id, title }: ArticleRef, number?: number): Button {
  const name: Line =
    title === null
      ? [{ messageKey: 'untitled' }]
      : [{ messageKey: 'button-article', args: { title: clip(title, maxLabelLength) } }];
  const label: Line = number === undefined ? name : [{ source: number }, { text: ' ' }, ...name];
  return askButton(label, { kind: 'article', article: `#${id}` });
}
