import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { LeftOut, Task } from './metric.ts';
import { feedsTask } from './metrics/feeds.ts';
import { namesTask, storiesTask } from './metrics/libraries.ts';
import { pagesTask } from './metrics/pages.ts';
import { entitiesTask, readingMetrics, readingTask } from './metrics/readings.ts';
import { timelinesTask } from './metrics/timelines.ts';

/** Every metric's name, as it is asked for. */
export const metrics = [
  ...readingMetrics,
  'entities',
  'names',
  'stories',
  'timelines',
  'pages',
  'feeds',
] as const;

/** Annotated files have this in their names: the part before it names the metric. */
const annotated = /^(\p{L}+)(?:-\p{L}+)*-dev\d*(\.jsonl)?$/u;
const pages = /-dev\d*\.jsonl(\.gz)?$/;
const data = /\.(jsonl|json|gz|csv|tsv)$/;
/** Folders looked into that lie in the folder given, or beside it. */
const rooms = ['eval', 'pages', 'feeds'];

/**
 * What is to be scored in a folder of annotated files, and what is left out, with the reason. The folder is one
 * with `eval`, `pages` and `feeds` in it, or `eval` itself, with the others beside it.
 */
export function discover(folder: string): { tasks: Task[]; leftOut: LeftOut[] } {
  const given = resolve(folder);
  const evaluation = existsSync(join(given, 'eval')) ? join(given, 'eval') : given;
  const parent = dirname(evaluation);
  const found = { tasks: [] as Task[], leftOut: [] as LeftOut[] };
  inEvaluation(evaluation, found);
  if (given !== evaluation || basename(evaluation) === 'eval') {
    inPages(join(parent, 'pages'), found);
    inFeeds(join(parent, 'feeds'), evaluation, found);
  }
  if (given !== evaluation)
    for (const name of entriesOf(given))
      if (!rooms.includes(name) && holdsData(join(given, name)))
        found.leftOut.push({ file: name, reason: 'no metric reads this folder' });
  const order = (metric: string) => metrics.indexOf(metric);
  found.tasks.sort((a, b) => order(a.metric) - order(b.metric) || (a.file < b.file ? -1 : 1));
  return found;
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: each way to leave a file out is named where it is found
function inEvaluation(folder: string, { tasks, leftOut }: { tasks: Task[]; leftOut: LeftOut[] }): void {
  const hasScript = existsSync(join(folder, 'score.py'));
  for (const name of entriesOf(folder)) {
    const path = join(folder, name);
    const metric = annotated.exec(name)?.[1];
    const isFolder = statSync(path).isDirectory();
    if (metric === undefined) {
      if (name.endsWith('-docs.jsonl') && existsSync(path.replace('-docs.jsonl', '.jsonl'))) continue;
      if (isFolder || data.test(name))
        leftOut.push({
          file: name,
          reason: 'its name does not say that it is annotated (METRIC-dev….jsonl)',
        });
    } else if (metric === 'timelines' && isFolder && existsSync(join(path, 'gold.jsonl')))
      tasks.push(timelinesTask(path));
    else if (isFolder) leftOut.push({ file: name, reason: 'a folder without gold.jsonl' });
    else if (![...readingMetrics, 'names', 'stories'].includes(metric))
      leftOut.push({ file: name, reason: `there is no metric named ${metric}` });
    else {
      // Only these are scored without score.py.
      if (metric === 'people') tasks.push(entitiesTask(path));
      if (hasScript) tasks.push(scriptedTask(metric, path));
      else leftOut.push({ file: name, reason: 'score.py is not in its folder' });
    }
  }
}

function scriptedTask(metric: string, path: string): Task {
  if (metric === 'names') return namesTask(path);
  return metric === 'stories' ? storiesTask(path) : readingTask(metric, path);
}

function inPages(folder: string, { tasks, leftOut }: { tasks: Task[]; leftOut: LeftOut[] }): void {
  for (const name of entriesOf(folder))
    if (pages.test(name)) tasks.push(pagesTask(join(folder, name)));
    else leftOut.push({ file: `pages/${name}`, reason: 'its name does not say that it is annotated' });
}

function inFeeds(
  folder: string,
  scorers: string,
  { tasks, leftOut }: { tasks: Task[]; leftOut: LeftOut[] },
): void {
  for (const name of entriesOf(folder)) {
    const file = `feeds/${name}`;
    if (!existsSync(join(folder, name, 'expect.jsonl')))
      leftOut.push({ file, reason: 'it has no expectations (expect.jsonl)' });
    else if (!existsSync(join(scorers, 'score_feeds.py')))
      leftOut.push({ file, reason: 'score_feeds.py is missing' });
    else tasks.push(feedsTask(join(folder, name), scorers));
  }
}

function entriesOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function holdsData(path: string): boolean {
  if (!statSync(path).isDirectory()) return data.test(path);
  return entriesOf(path).some(
    name => data.test(name) || name.endsWith('.txt') || statSync(join(path, name)).isDirectory(),
  );
}
