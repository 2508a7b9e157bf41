import { askButton, note, rows } from '../page/builders.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Line, Page, View } from '../page/page.ts';
import { listPageOf, moreInPrivateChat, pager } from '../page/paging.ts';
import type { QuestionOf } from '../page/question.ts';
import { emptyPage } from '../parts/subject.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** Which topics the articles cover. */
    topics: Record<never, never>;
  }
}

export const topics: Declaration<'topics'> = {
  kind: 'topics',
  offered: 'private',
  usage: '',
  parse: () => ({ kind: 'topics' }),
  words: () => [],
  answer: answerTopics,
  asked: async () => ({ kind: 'topics' }),
};

const sizes = { private: 16, group: 6 };

/** The topics that the articles are about. */
async function answerTopics(library: Library, _question: QuestionOf<'topics'>, view: View): Promise<Page> {
  const topics = await library.topics.all();
  if (topics.length === 0) return (await library.articles.count()) === 0 ? emptyPage() : note('no-topics');
  const part = await listPageOf(view, sizes, topics);
  const items = part.items.map(
    ({ label, articles }): Line => [
      { text: label },
      { text: ' — ' },
      { messageKey: 'articles', args: { count: articles } },
    ],
  );
  const buttons = part.items.map(({ id, label }) =>
    askButton([{ text: label }], { kind: 'topic', topic: `#${id}` }),
  );
  return {
    blocks: [
      { kind: 'heading', line: [{ messageKey: 'topics' }] },
      { kind: 'list', items },
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat({ kind: 'topics' }, view)
        : [...rows(buttons, 2), ...pager({ kind: 'topics' }, view, part)],
  };
}
