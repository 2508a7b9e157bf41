import { askButton, dotted, note } from '../page/builders.ts';
import type { Declaration, Parsed } from '../page/declaration.ts';
import type { Library } from '../page/library.ts';
import type { Line, Page, View } from '../page/page.ts';
import { loadListPage, moreInPrivateChat, pager } from '../page/paging.ts';
import { periodText, splitPeriod } from '../page/period.ts';
import { periodLine } from '../page/period-line.ts';
import type { Question, QuestionOf } from '../page/question.ts';
import { usagePage } from '../page/usage.ts';
import { articleButtons, articleList, listSizes } from '../parts/article-list.ts';
import { filterOn } from '../parts/subject.ts';

declare module '../page/question.ts' {
  interface Questions {
    /** The news that meets every condition: a topic's id, the id of a person, an organization or a place, days that are both included. */
    filter: { topic?: string; person?: string; from?: string; to?: string };
  }
}

export const filter: Declaration<'filter'> = {
  kind: 'filter',
  // Typed, /filter opens the dialog that asks for the conditions.
  offered: 'button',
  usage: 'topic:ID person:ID PERIOD',
  parse: parseFilter,
  words: ({ topic, person, ...period }) => [
    topic && `topic:${encodeURIComponent(topic)}`,
    person && `person:${encodeURIComponent(person)}`,
    periodText(period),
  ],
  answer: answerFilter,
};

function parseFilter(words: string): Parsed<QuestionOf<'filter'>> {
  const split = splitPeriod(words);
  if ('wrong' in split) return usagePage('wrong-day', [], { day: split.wrong });
  const given = (key: string) => {
    const value = split.words.split(' ').find(word => word.startsWith(`${key}:`));
    return value === undefined ? undefined : decoded(value.slice(key.length + 1));
  };
  const topic = given('topic');
  const person = given('person');
  return { kind: 'filter', ...(topic && { topic }), ...(person && { person }), ...split.period };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Typed by hand, with a percent sign of its own.
    return value;
  }
}

/** Articles that meet every condition: a topic, a name, a period; newest first. */
async function answerFilter(library: Library, question: QuestionOf<'filter'>, view: View): Promise<Page> {
  const { kind: _, person, ...rest } = question;
  const filter = { ...rest, ...(person !== undefined && filterOn(person)) };
  const part = await loadListPage(view, listSizes, range => library.search.filtered(filter, range));
  const conditions = await conditionsLine(library, question);
  const heading: Line = dotted([
    conditions.length === 0 ? [{ messageKey: 'all-articles' }] : conditions,
    [{ messageKey: 'articles', args: { count: part.count } }],
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

async function conditionsLine(library: Library, question: QuestionOf<'filter'>): Promise<Line> {
  const topic = question.topic === undefined ? null : await library.topics.find(question.topic);
  const person = question.person === undefined ? null : await library.subjects.get(question.person);
  return dotted([
    topic === null ? [] : [{ text: topic.label }],
    person === null ? [] : [{ text: person.name }],
    periodLine(question),
  ]);
}

/** The timeline of the person, else of the topic, in the same period. */
function timelineOf({ topic, person, from, to }: QuestionOf<'filter'>): Question {
  const about = person ?? topic;
  return { kind: 'timeline', ...(about && { about: `#${about}` }), ...(from && { from }), ...(to && { to }) };
}
