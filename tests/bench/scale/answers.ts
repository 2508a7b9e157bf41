import { openLibrary } from '../../../src/store.ts';
import { createLeast } from './least.ts';
import { kinds, type Subject } from './questions.ts';

/** CPU of one kind of question in milliseconds; `least`: of the least SQL that fills its first page, the median. */
export type KindFigures = { kind: string; p50: number; p99: number; least: number };

const people = 20;
/**
 * What each kind of question costs in the library at `file`: the process's CPU time. Everything is asked once through
 * another connection before, so that the code is compiled and the file in the system's memory, as in a bot that has
 * been running; what a measured connection itself keeps is empty, as after each article that a load adds. With fewer
 * than six `rounds`, the 99th percentile of a kind is the slowest of all its answers.
 */
export async function measureAnswers(file: string, rounds: number): Promise<KindFigures[]> {
  const subjects = await subjectsIn(file);
  await timesOf(file, subjects);
  const times: Map<string, number[]>[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timesOf(file, subjects));
  const least = createLeast(file);
  try {
    return Object.keys(kinds).map(kind => {
      const sorted = times.flatMap(round => round.get(kind)!).toSorted((a, b) => a - b);
      return {
        kind,
        p50: quantile(sorted, 0.5),
        p99: quantile(sorted, 0.99),
        least: least.of(kind, subjects),
      };
    });
  } finally {
    least.close();
  }
}

/** The most frequent people, each with a topic and a word: questions about them are the most expensive. */
async function subjectsIn(file: string): Promise<Subject[]> {
  const library = openLibrary(file, { readNews: true });
  const leading = await library.people.leading(people);
  const topics = await library.topics.all();
  const [newest] = (await library.articles.latest({ limit: 1, offset: 0 })).items;
  library.close();
  return leading.map(({ id, name }, at) => ({
    id,
    name,
    word: name.toLowerCase().split(' ')[at % 2]!,
    topic: topics[at % topics.length]!,
    newest: newest?.published ?? '2030-01-01',
  }));
}

async function timesOf(file: string, subjects: Subject[]): Promise<Map<string, number[]>> {
  const library = openLibrary(file, { readNews: true });
  const times = new Map<string, number[]>();
  for (const [kind, ask] of Object.entries(kinds)) {
    const costs: number[] = [];
    for (const subject of subjects) costs.push(await costOf(() => ask(library, subject)));
    times.set(kind, costs);
  }
  library.close();
  return times;
}

async function costOf(ask: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await ask();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
