import type { Library } from '../page/library.ts';
import type { Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import { articleButtons, articleList, listSizes } from '../parts/article-list.ts';
import { emptyPage } from '../parts/person.ts';

/** The newest articles. */
export async function answerLatest(library: Library, view: View): Promise<Page> {
  const question = { kind: 'latest' } as const;
  const part = await loadListPage(view, listSizes, range => library.articles.latest(range));
  if (part.total === 0) return emptyPage();
  return {
    blocks: [
      {
        kind: 'heading',
        line: [
          { messageKey: 'latest' },
          { text: ' · ' },
          { messageKey: 'articles', args: { count: part.total } },
        ],
      },
      await articleList(library, part.items, view),
    ],
    buttons: [
      ...articleButtons(part.items, view),
      ...pager(question, view, part),
      ...moreInPrivateChat(question, view),
    ],
  };
}
