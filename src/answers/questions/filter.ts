import { askButton, dotted, note } from '../page/builders.ts';
import type { Library } from '../page/library.ts';
import type { Line, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import { periodLine } from '../page/period-line.ts';
import type { Question } from '../page/question.ts';
import { articleButtons, articleList, listSizes } from '../parts/article-list.ts';

/** Articles that meet every condition: a topic's id, a person's id, a period; newest first. */
export async function answerFilter(
  library: Library,
  question: Extract<Question, { kind: 'filter' }>,
  view: View,
): Promise<Page> {
  const { kind: _, ...filter } = question;
  const part = await loadListPage(view, listSizes, range => library.search.filtered(filter, range));
  const conditions = await conditionsLine(library, question);
  const heading: Line = dotted([
    conditions.length === 0 ? [{ messageKey: 'all-articles' }] : conditions,
    [{ messageKey: 'articles', args: { count: part.total } }],
  ]);
  const timeline = askButton([{ messageKey: 'button-timeline' }], timelineOf(question));
  if (part.total === 0)
    return { blocks: [{ kind: 'heading', line: heading }, ...note('no-matches').blocks], buttons: [] };
  return {
    blocks: [{ kind: 'heading', line: heading }, await articleList(library, part.items, view)],
    buttons:
      view.chat === 'group'
        ? moreInPrivateChat(question, view)
        : [...articleButtons(part.items, view), ...pager(question, view, part), [timeline]],
  };
}

async function conditionsLine(
  library: Library,
  question: Extract<Question, { kind: 'filter' }>,
): Promise<Line> {
  const topic = question.topic === undefined ? null : await library.topics.find(question.topic);
  const person = question.person === undefined ? null : await library.people.get(question.person);
  return dotted([
    topic === null ? [] : [{ text: topic.label }],
    person === null ? [] : [{ text: person.name }],
    periodLine(question),
  ]);
}

/** The timeline of the person, else of the topic, in the same period. */
function timelineOf({ topic, person, from, to }: Extract<Question, { kind: 'filter' }>): Question {
  const about = person ?? topic;
  return { kind: 'timeline', ...(about && { about: `#${about}` }), ...(from && { from }), ...(to && { to }) };
}
