import { askButton, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Block, Button, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { articleButtons, listSizes } from '../parts/article-list.ts';
import { emptyPage, peopleCalled } from '../parts/person.ts';

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
  asked: async (_library, { about = '' }) => ({ kind: 'search', words: about }),
  example: ({ topic, person }) => topic?.toLowerCase() ?? person,
};

/** Articles with all the words, each with the sentence that fits best; the people that the words name go first. */
async function answerSearch(library: Library, question: QuestionOf<'search'>, view: View): Promise<Page> {
  const words = question.words;
  const [part, { fits, nearest }] = await Promise.all([
    loadListPage(view, listSizes, range => library.search.articles(words, range)),
    peopleCalled(library, words),
  ]);
  const people = (total: number) =>
    rows((total === 0 && fits.length === 0 ? nearest : fits).slice(0, 4).map(whoButton), 2);
  if (part.total === 0) {
    if ((await library.articles.count()) === 0) return emptyPage();
    return note(
      people(0).length > 0
        ? 'nothing-found-but'
        : words.includes(' ')
          ? 'nothing-found-of-all'
          : 'nothing-found',
      { words: clip(words, 100) },
      people(0),
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
            ...people(part.total),
            ...articleButtons(
              part.items.map(({ article }) => article),
              view,
            ),
            ...pager(question, view, part),
          ],
  };
}

function whoButton({ id, name }: { id: string; name: string }): Button {
  return askButton([{ messageKey: 'button-who', args: { name } }], { kind: 'who', name: `#${id}` });
}
