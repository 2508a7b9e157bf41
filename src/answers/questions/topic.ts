import { askButton, idIn, note, rows } from '../page/builders.ts';
import { clip } from '../page/clip.ts';
import type { Declaration } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { exampleLine, usagePage } from '../page/usage.ts';
import { storyButtons, storyList, storyListSizes } from '../parts/story-list.ts';
import { emptyPage } from '../parts/subject.ts';

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
  if (topic === null) return unknownTopic(library, question.topic, view);
  const known: Question = { kind: 'topic', topic: `#${topic.id}` };
  const part = await loadListPage(view, storyListSizes, range =>
    library.stories.about({ topic: topic.id }, range),
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
          { messageKey: 'digest-stories', args: { count: part.count } },
        ],
      },
      await storyList(library, part.items, view),
    ],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(known, view)
        : [...storyButtons(part.items, view), ...pager(known, view, part), [timeline]],
    about: `t${topic.id}`,
  };
}

/** Words that are no topic are searched for; if that finds nothing, the known topics are offered. */
async function unknownTopic(library: Library, name: string, view: View): Promise<Page> {
  const topics = (await library.topics.all()).slice(0, 8);
  if ((await library.articles.count()) === 0) return emptyPage();
  const buttons = rows(
    topics.map(({ id, label }) => askButton([{ text: label }], { kind: 'topic', topic: `#${id}` })),
    2,
  );
  const found = await library.stories.find(name, { limit: storyListSizes[view.chat], offset: 0 });
  if (found.total === 0)
    return topics.length === 0 ? note('no-topics') : note('unknown-topic', { name: clip(name, 80) }, buttons);
  return {
    blocks: [
      { kind: 'text', line: [{ messageKey: 'no-topic-but', args: { name: clip(name, 80) } }] },
      await storyList(library, found.items, view),
    ],
    buttons: view.chat === 'group' ? [] : [...storyButtons(found.items, view), ...buttons],
  };
}
