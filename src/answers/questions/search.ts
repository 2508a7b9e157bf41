import { note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { articleButtons, listSizes } from '../parts/article-list.ts';
import { emptyPage, subjectsCalled } from '../parts/subject.ts';
import { whoButton } from '../parts/who-button.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** Articles with all of the words. */
    search: { words: string };
  }
}

export const search: Declaration<'search'> = {
  kind: 'search',
  aliases: ['find'],
  offered: 'everywhere',
  usage: 'WORDS',
  parse: (words, examples) =>
    words === ''
      ? usagePage('missing-search', [exampleLine('search', examples.person)])
      : { kind: 'search', words: words },
  words: question => [question.words],
  answer: answerSearch,
  example: ({ topic, person }) => topic?.toLowerCase() ?? person,
};

/** Articles with all the words, each with the sentence that fits best; what the words name goes first. */
async function answerSearch(library: Library, question: QuestionOf<'search'>, view: View): Promise<Page> {
  const words = question.words;
  const [part, { fits, how, nearest }] = await Promise.all([
    loadListPage(view, listSizes, range => library.search.articles(words, range)),
    subjectsCalled(library, words),
  ]);
  const named = how === 'part' ? [] : fits;
  const offered = (total: number) =>
    rows((total === 0 && named.length === 0 ? nearest : named).slice(0, 4).map(whoButton), 2);
  if (part.total === 0) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return note(
      offered(0).length > 0
        ? 'nothing-found-but'
        : words.includes(' ')
          ? 'nothing-found-of-all'
          : 'nothing-found',
      { words: clip(words, 100) },
      offered(0),
    );
  }
  const list: Block = {
    kind: 'articles',
    items: part.items.map(({ article, passage }) => ({ article, line: [{ text: clip(passage.text, 320) }] })),
  };
  const found = { messageKey: 'found', args: { words: clip(words, 100), count: part.count } };
  return {
    blocks: [{ kind: 'heading', line: [found] }, list],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(question, view)
        : [
            ...offered(part.total),
            ...articleButtons(
              part.items.map(({ article }) => article),
              view,
            ),
            ...pager(question, view, part),
          ],
  };
}
