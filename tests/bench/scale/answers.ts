import { answer } from '../../../src/answers/asking/registry.ts';
import type { Question } from '../../../src/answers/page/question.ts';
import type { PersonRef } from '../../../src/library/model/types.ts';
import { openLibrary } from '../../../src/store.ts';

/** CPU of the answers of one kind of question, in milliseconds. */
export type KindFigures = { kind: string; p50: number; p99: number };

const people = 20;

/** What each kind of question costs in the library at `file`: the process's CPU time, each question asked twice, the second counts. */
export async function measureAnswers(file: string): Promise<KindFigures[]> {
  const library = openLibrary(file, { readNews: true });
  try {
    const leading = await library.people.leading(people);
    const [newest] = (await library.articles.latest({ limit: 1, offset: 0 })).items;
    const figures: KindFigures[] = [];
    for (const [kind, questions] of Object.entries(questionsOf(leading, newest?.published ?? '2030-01-01'))) {
      const times: number[] = [];
      for (const question of questions) {
        await answer(library, question, { page: 1, chat: 'private' });
        const before = process.cpuUsage();
        await answer(library, question, { page: 1, chat: 'private' });
        const { user, system } = process.cpuUsage(before);
        times.push((user + system) / 1000);
      }
      times.sort((a, b) => a - b);
      figures.push({ kind, p50: quantile(times, 0.5), p99: quantile(times, 0.99) });
    }
    return figures;
  } finally {
    library.close();
  }
}

/** Questions of every kind, about the most frequent people, topics and words: theirs are the most expensive answers. */
function questionsOf(leading: PersonRef[], newest: string): Record<string, Question[]> {
  const names = leading.map(({ name }) => name);
  const words = names.flatMap(name => name.toLowerCase().split(' '));
  const month = newest.slice(0, 7);
  const year = newest.slice(0, 4);
  const each = <T>(make: (name: string, at: number) => T): T[] => names.map(make);
  return {
    who: each(name => ({ kind: 'who', name })),
    quotes: each(name => ({ kind: 'quotes', name })),
    'quotes about': each((name, at) => ({ kind: 'quotes', name, about: words[at]! })),
    timeline: [{ kind: 'timeline' }],
    'timeline of a person': each(name => ({ kind: 'timeline', about: name })),
    'timeline of a topic': each((_, at) => ({ kind: 'timeline', about: `Topic ${at % 12}` })),
    'timeline of words': words.slice(0, 20).map(word => ({ kind: 'timeline', about: `${word} ${word}` })),
    'timeline of a period': [
      { kind: 'timeline', from: month, to: month },
      { kind: 'timeline', from: year, to: year },
      { kind: 'timeline', from: newest, to: newest },
    ],
    search: words.map(word => ({ kind: 'search', words: word })),
    latest: [{ kind: 'latest' }],
    topics: [{ kind: 'topics' }],
    topic: each((_, at) => ({ kind: 'topic', topic: `Topic ${at % 12}` })),
    filter: leading.map(({ id }, at) => ({ kind: 'filter', person: id, topic: `topic-${at % 12}` })),
    'filter of a topic': each((_, at) => ({ kind: 'filter', topic: `topic-${at % 12}`, from: month })),
    story: each((_, at) => ({ kind: 'story', story: words[at]! })),
  };
}

export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
