import { dirname, join } from 'node:path';
import { linesIn, parsedLines } from '../bench.ts';
import type { Bench, Figures, Score, Task } from '../metric.ts';
import { articleKey, partOf } from '../parts.ts';
import { entityFigures } from './entities.ts';
import { proseAndTables } from './prose.ts';
import type { Annotated, ReadArticle } from './types.ts';

/** Metrics that `score.py` computes from readings alone. */
export const readingMetrics = ['quotes', 'people', 'dates', 'noise'];

/** Scores the articles of a file by their readings. */
export function readingTask(metric: string, path: string): Task {
  return { metric, file: fileOf(path), run: bench => scoreReadings(bench, metric, path) };
}

/** Scores the organizations and places of a file that annotates them; nothing where it doesn't. */
export function entitiesTask(path: string): Task {
  const file = fileOf(path);
  return {
    metric: 'entities',
    file,
    run: bench => {
      const gold = partOf(linesIn<Annotated>(path), bench.part, articleKey);
      if (!gold.some(({ others }) => others))
        return { file, reason: 'it annotates no organizations or places' };
      const figures = entityFigures(gold, readingsOf(bench, file, gold));
      return {
        metric: 'entities',
        file,
        documents: gold.length,
        details: 'distinct organizations and places per document, by name',
        figures,
      };
    },
  };
}

function scoreReadings(bench: Bench, metric: string, path: string): Score {
  const file = fileOf(path);
  const gold = partOf(linesIn<Annotated>(path), bench.part, articleKey);
  const readings = readingsOf(bench, file, gold);
  const folder = dirname(path);
  const score = scoreByScript(bench, folder, { metric, file, gold, found: readings });
  if (metric === 'quotes') {
    const paths = [bench.keep(file, gold), bench.keep(`read-${file}`, readings)];
    score.details += `\n${bench.python(join(import.meta.dirname, '../bands.py'), folder, ...paths).trimEnd()}`;
  }
  if (metric !== 'people' || !gold.some(({ people }) => people?.some(({ start }) => start !== undefined)))
    return score;
  const { prose, tables } = proseAndTables(gold, readings);
  for (const [name, part] of Object.entries({ prose, tables })) {
    const { figures } = scoreByScript(bench, folder, { metric, file: `${name}-${file}`, ...part });
    for (const [figure, value] of Object.entries(figures)) score.figures[`${name}_${figure}`] = value;
  }
  score.details += '; then those in sentences (prose) and those in tables, lists and scores (tables)';
  return score;
}

/** What `score.py` of `folder` prints: its last line is an object of figures. */
export function scoreByScript(
  bench: Bench,
  folder: string,
  { metric, file, gold, found }: { metric: string; file: string; gold: object[]; found: object[] },
): Score {
  const paths = [bench.keep(`gold-${file}`, gold), bench.keep(`found-${file}`, found)];
  const lines = bench
    .python(join(folder, 'score.py'), metric, ...paths)
    .trimEnd()
    .split('\n');
  const figures = JSON.parse(lines.at(-1)!) as Figures;
  return { metric, file, documents: gold.length, details: lines.slice(0, -1).join('\n'), figures };
}

function readingsOf(bench: Bench, file: string, gold: Annotated[]): ReadArticle[] {
  const { out } = bench.communique('none', 'read', '--jsonl', bench.keep(`articles-${file}`, gold));
  const lines = parsedLines<ReadArticle & { error?: string }>(out);
  for (const { id, error } of lines)
    if (error !== undefined) console.error(`${file}, ${id}: not read: ${error}`);
  return lines.filter(({ error }) => error === undefined);
}

function fileOf(path: string): string {
  return path.split('/').at(-1)!;
}
