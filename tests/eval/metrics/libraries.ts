import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomFrom } from '../../bench/invented.ts';
import { linesIn, load, parsedLines } from '../bench.ts';
import type { Bench, Score, Task } from '../metric.ts';
import { joinGroups, partOf } from '../parts.ts';
import { scoreByScript } from './readings.ts';

type Document = { id: string; topic?: string; cluster?: string };
type Entity = { id: string; mentions: { doc: string }[] };

/** Scores stories: the documents of a file are loaded into one library, and its articles exported. */
export function storiesTask(path: string): Task {
  const file = path.split('/').at(-1)!;
  return {
    metric: 'stories',
    file,
    run: bench => {
      const all = linesIn<Document>(path);
      const gold = partOf(all, bench.part, ({ topic, cluster = '' }) => topic ?? cluster);
      if (gold.length === 0) return { file, reason: tooBig('topic') };
      const task = { metric: 'stories', gold, exported: 'articles' };
      const score = scoreExport(bench, path, { ...task, documents: gold });
      const shuffled = scoreExport(bench, path, {
        ...task,
        documents: inOtherOrder(gold),
        name: 'shuffled-',
      });
      // The result may hardly depend on the order of loading.
      score.figures.order_changes_f1 =
        Math.round(Math.abs(score.figures.b3_f1! - shuffled.figures.b3_f1!) * 1e4) / 1e4;
      return score;
    },
  };
}

/** Scores people across documents, which lie beside the file in one whose name ends with `-docs.jsonl`. */
export function namesTask(path: string): Task {
  const file = path.split('/').at(-1)!;
  return {
    metric: 'names',
    file,
    run: bench => {
      const beside = path.replace(/\.jsonl$/, '-docs.jsonl');
      if (!existsSync(beside))
        return { file, reason: `its documents, ${beside.split('/').at(-1)}, are missing` };
      const all = linesIn<Document>(beside);
      const topicOf = new Map(all.map(({ id, topic = '' }) => [id, topic]));
      const entities = linesIn<Entity>(path);
      // Topics in which the same person appears stay together: half a cluster cannot be scored.
      const together = joinGroups(
        entities.map(({ mentions }) => mentions.map(({ doc }) => topicOf.get(doc) ?? '')),
      );
      const documents = partOf(all, bench.part, ({ topic = '' }) => together(topic));
      const kept = new Set(documents.map(({ id }) => id));
      const gold = entities.filter(({ mentions }) => mentions.some(({ doc }) => kept.has(doc)));
      if (gold.length === 0) return { file, reason: tooBig('set of topics with a person in common') };
      return scoreExport(bench, path, { metric: 'names', documents, gold, exported: 'people' });
    },
  };
}

/** A permutation by a fixed seed (Fisher and Yates). */
function inOtherOrder<T>(documents: T[]): T[] {
  const random = randomFrom(1);
  const order = [...documents];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

const tooBig = (what: string) => `no ${what} is small enough for the fifth set aside, and none is torn apart`;

function scoreExport(
  bench: Bench,
  path: string,
  task: { metric: string; documents: Document[]; gold: object[]; exported: string; name?: string },
): Score {
  const { metric, documents, gold, exported, name = '' } = task;
  const file = name + path.split('/').at(-1)!;
  const account = load(bench, file, bench.keep(`documents-${file}`, documents));
  const found = parsedLines<object>(bench.communique(file, 'export', exported).out);
  const score = scoreByScript(bench, dirname(path), { metric, file, gold, found });
  return { ...score, documents: documents.length, details: `${score.details}; ${account}` };
}
