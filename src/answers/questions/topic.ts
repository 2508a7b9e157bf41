import { askButton, idIn, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { articleButtons, articleList, listSizes } from '../parts/article-list.ts';
import { emptyPage } from '../parts/person.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** The news on a topic. */
    topic: { topic: string };
  }
}

export const topic: Declaration<'topic'> = {
  kind: 'topic',
  offered: 'private',
  usage: 'TOPIC',
  parse: (words, examples) =>
    words === ''
      ? usagePage('missing-topic', [exampleLine('topic', examples.topic)])
      : { kind: 'topic', topic: words },
  words: question => [question.topic],
  answer: answerTopic,
  example: examples => examples.topic,
};

/** The newest articles on a topic. */
async function answerTopic(library: Library, question: QuestionOf<'topic'>, view: View): Promise<Page> {
  const topic = await library.topics.find(idIn(question.topic) ?? question.topic);
  if (topic === null) return unknownTopic(library, question.topic);
  const known: Question = { kind: 'topic', topic: `#${topic.id}` };
  const part = await loadListPage(view, listSizes, range =>
    library.search.filtered({ topic: topic.id }, range),
  );
  if (part.total === 0) return note('no-articles-on', { topic: topic.label });
  const timeline = askButton([{ messageKey: 'button-timeline' }], {
    kind: 'timeline',
    about: `#${topic.id}`,
  });
  return {
    blocks: [
      {
        kind: 'heading',
        line: [
          { text: topic.label },
          { text: ' · ' },
          { messageKey: 'articles', args: { count: part.count } },
        ],
      },
      await articleList(library, part.items, view),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [...articleButtons(part.items, view), ...pager(known, view, part), [timeline]],
    about: `t${topic.id}`,
  };
}

/** Says that there is no such topic and offers those there are. */
async function unknownTopic(library: Library, name: string): Promise<Page> {
  const topics = (await library.topics.all()).slice(0, 8);
  if (topics.length === 0) return (await library.articles.count()) === 0 ? emptyPage() : note('no-topics');
  const buttons = topics.map(({ id, label }) =>
    askButton([{ text: label }], { kind: 'topic', topic: `#${id}` }),
  );
  return note('unknown-topic', { name: clip(name, 80) }, rows(buttons, 2));
}
