import { offersFor } from '../../../src/answers/asking/offers.ts';
import { answer } from '../../../src/answers/asking/registry.ts';
import type { Library } from '../../../src/answers/page/library.ts';
import type { Question } from '../../../src/answers/page/question.ts';
import type { Topic } from '../../../src/library/model/types.ts';

/** What questions are about: a frequent person, a word of the name, a topic, and the day of the newest article. */
export type Subject = { id: string; name: string; word: string; topic: Topic; newest: string };

/** A question of every kind about a subject; `/timeline` in each of the ways in which it looks for days. */
export const questions: Record<string, (subject: Subject) => Question> = {
  who: ({ name }) => ({ kind: 'who', name }),
  quotes: ({ name }) => ({ kind: 'quotes', name }),
  'quotes about': ({ name, word }) => ({ kind: 'quotes', name, about: word }),
  'quotes of anyone': ({ word }) => ({ kind: 'quotes', about: word }),
  timeline: () => ({ kind: 'timeline' }),
  'timeline of a person': ({ name }) => ({ kind: 'timeline', about: name }),
  'timeline of a topic': ({ topic }) => ({ kind: 'timeline', about: topic.label }),
  'timeline of words': ({ word }) => ({ kind: 'timeline', about: `${word} ${word}` }),
  'timeline of a month': ({ newest }) => ({
    kind: 'timeline',
    from: newest.slice(0, 7),
    to: newest.slice(0, 7),
  }),
  'timeline of a year': ({ newest }) => ({
    kind: 'timeline',
    from: newest.slice(0, 4),
    to: newest.slice(0, 4),
  }),
  'timeline of a day': ({ newest }) => ({ kind: 'timeline', from: newest, to: newest }),
  search: ({ word }) => ({ kind: 'search', words: word }),
  'search, unfinished': ({ word }) => ({ kind: 'search', words: word.slice(0, 4) }),
  latest: () => ({ kind: 'latest' }),
  topics: () => ({ kind: 'topics' }),
  topic: ({ topic }) => ({ kind: 'topic', topic: topic.label }),
  filter: ({ id, topic }) => ({ kind: 'filter', person: id, topic: topic.id }),
  'filter of a topic': ({ topic, newest }) => ({ kind: 'filter', topic: topic.id, from: newest.slice(0, 7) }),
  story: ({ word }) => ({ kind: 'story', story: word }),
};

/** What is offered for a name that is typed after the bot's own in any chat. */
export const offered = 'who, typed in any chat';

/** Of lists that go on for long a page far down. */
const deep = 50;
export const deepKinds = ['quotes', 'search', 'latest'].map(kind => ({
  kind,
  deep: `${kind}, page ${deep}`,
}));

type Asking = (library: Library, subject: Subject) => Promise<unknown>;

const asking =
  (questionOf: (subject: Subject) => Question, page: number): Asking =>
  (library, subject) =>
    answer(library, questionOf(subject), { page, chat: 'private' });

/** How the library is asked about a subject: by the question of each kind, and by what is typed in any chat. */
export const kinds: Record<string, Asking> = {
  ...Object.fromEntries(Object.entries(questions).map(([kind, questionOf]) => [kind, asking(questionOf, 1)])),
  ...Object.fromEntries(deepKinds.map(({ kind, deep: name }) => [name, asking(questions[kind]!, deep)])),
  [offered]: (library, { name }) => offersFor(library, name, 1),
};
