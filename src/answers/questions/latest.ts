import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { articleButtons, articleList, listSizes } from '../parts/article-list.ts';
import { emptyPage } from '../parts/person.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** The newest news. */
    latest: Record<never, never>;
  }
}

export const latest: Declaration<'latest'> = {
  kind: 'latest',
  aliases: ['news'],
  offered: 'everywhere',
  usage: '',
  parse: () => ({ kind: 'latest' }),
  words: () => [],
  answer: answerLatest,
  phrases: [
    {
      pattern:
        /^(?:(?:(?:what(?:['’]?s| is)|show me|tell me|any) )?(?:the )?(?:(?:latest|newest|new)(?: news| articles)?|news)|(?:останні )?новини|що нового)$/iu,
      ask: async () => ({ kind: 'latest' }),
    },
  ],
};

/** The newest articles. */
async function answerLatest(library: Library, _question: QuestionOf<'latest'>, view: View): Promise<Page> {
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
          { messageKey: 'articles', args: { count: part.count } },
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
