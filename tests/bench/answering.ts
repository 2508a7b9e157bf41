import { answer } from '../../src/answers/asking/registry.ts';
import type { Question } from '../../src/answers/page/question.ts';
import type { Library } from '../../src/store.ts';
import { median, type Sizes, withTwoLibraries } from './libraries.ts';

export type AnsweringFigures = {
  small: number;
  large: number;
  /** Of each kind of question: milliseconds an answer, the median, and the slowest in the large library. */
  kinds: { kind: string; smallMs: number; largeMs: number; ratio: number; slowestMs: number }[];
};

/** So many people are asked for, the most frequent ones: theirs are the longest answers. */
const people = 20;

/**
 * What an answer costs in a large library as against a small one: the same questions, on people and words
 * from the most frequent to rare ones, asked in both in turn.
 */
export function benchAnswering(options: Sizes = {}): Promise<AnsweringFigures> {
  return withTwoLibraries(options, async (few, many, sizes) => {
    const names = (await few.people.leading(people)).map(({ name }) => name);
    const kinds: AnsweringFigures['kinds'] = [];
    for (const [kind, questions] of Object.entries(questionsOn(names))) {
      const times: [number[], number[]] = [[], []];
      for (const [nth, question] of questions.entries())
        for (const side of nth % 2 === 0 ? [0, 1] : [1, 0])
          times[side]!.push(await timeOf([few, many][side]!, question));
      const [smallMs, largeMs] = times.map(median) as [number, number];
      kinds.push({ kind, smallMs, largeMs, ratio: largeMs / smallMs, slowestMs: Math.max(...times[1]) });
    }
    return { ...sizes, kinds };
  });
}

/** Questions of each kind; the words of the invented articles are those that their people's names are made of. */
export function questionsOn(names: string[]): Record<string, Question[]> {
  const words = names.flatMap(name => name.toLowerCase().split(' '));
  return {
    who: names.map(name => ({ kind: 'who', name })),
    quotes: names.map(name => ({ kind: 'quotes', name })),
    'quotes about': names.map((name, at) => ({ kind: 'quotes', name, about: words[at]! })),
    timeline: [{ kind: 'timeline' }, ...names.map(name => ({ kind: 'timeline', about: name }) as const)],
    search: words.map(word => ({ kind: 'search', words: word })),
    latest: names.map(() => ({ kind: 'latest' })),
    topic: names.map((_, at) => ({ kind: 'topic', topic: `Topic ${at % 12}` })),
    filter: names.map((name, at) => ({ kind: 'filter', person: name, topic: `topic-${at % 12}` })),
  };
}

async function timeOf(library: Library, question: Question): Promise<number> {
  const start = performance.now();
  await answer(library, question, { page: 1, chat: 'private' });
  return performance.now() - start;
}
