import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../../src/ingest/workers/knowledge-files.ts';
import { read } from '../../src/reading/read.ts';
import type { Article } from '../../src/system/article.ts';
import { missedBars } from './bars.ts';
import { setAside } from './set-aside.ts';

/**
 * Reads the annotated articles of a folder, prints the figures that its `score.py` finds, and fails
 * where one of them misses its bar.
 *
 * With `--tuning` only on the articles to tune on, with `--aside` only on those kept back for the end.
 */
const usage =
  'Say which folder: node tests/eval/main.ts FOLDER [noise|dates|people|quotes|names|stories…] [--tuning|--aside]';

/** What is scored on readings alone. */
const readingTasks: Record<string, string[]> = {
  noise: ['noise-dev.jsonl'],
  dates: ['dates-dev.jsonl'],
  people: ['people-dev.jsonl'],
  quotes: ['quotes-dev.jsonl', 'quotes-noisy-dev.jsonl'],
};

/** What is scored on an export, after the documents were loaded into one library. */
const libraryTasks = {
  names: { gold: 'names-dev.jsonl', documents: 'names-dev-docs.jsonl', exported: 'people' },
  stories: { gold: 'stories-dev.jsonl', documents: 'stories-dev.jsonl', exported: 'articles' },
};

type Annotated = Article & { id?: string };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { tuning: { type: 'boolean' }, aside: { type: 'boolean' } },
});
const [folder, ...wanted] = positionals;
if (!folder) {
  console.error(usage);
  process.exit(64);
}
const asked = (task: string) => wanted.length === 0 || wanted.includes(task);
const scratch = mkdtempSync(join(tmpdir(), 'eval-'));
const missed: string[] = [];
try {
  for (const [task, files] of Object.entries(readingTasks))
    if (asked(task))
      for (const file of files) if (existsSync(join(folder, file))) scoreReadings(folder, task, file);
  if (!options.tuning && !options.aside)
    for (const [task, files] of Object.entries(libraryTasks))
      if (asked(task) && existsSync(join(folder, files.documents))) scoreLibrary(folder, task, files);
} finally {
  rmSync(scratch, { recursive: true });
}
for (const line of missed) console.error(line);
process.exitCode = missed.length > 0 ? 1 : 0;

function scoreReadings(folder: string, task: string, file: string): void {
  const all = parsed(join(folder, file));
  const { tuning, aside } = setAside(all);
  const articles = options.tuning ? tuning : options.aside ? aside : all;
  const knowledge = loadKnowledge(join(import.meta.dirname, '../../data/knowledge'));
  const started = performance.now();
  const readings = kept(
    `read-${file}`,
    articles.map(article => read(articleOf(article), knowledge)),
  );
  const seconds = (performance.now() - started) / 1_000;
  console.log(`${file}: ${articles.length} articles in ${seconds.toFixed(1)} s`);
  const gold = kept(file, articles);
  report(folder, task, file, gold, readings);
  if (task === 'quotes') console.log(python(join(import.meta.dirname, 'bands.py'), folder, gold, readings));
}

function scoreLibrary(
  folder: string,
  task: string,
  { gold, documents, exported }: { gold: string; documents: string; exported: string },
): void {
  const environment = { ...process.env, DATABASE: join(scratch, `${task}.db`), BOT_TOKEN: '' };
  const communique = (...words: string[]) =>
    execFileSync(process.execPath, [join(import.meta.dirname, '../../src/main.ts'), ...words], {
      encoding: 'utf8',
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 30,
    });
  console.log(`${documents}: ${communique('load', join(folder, documents)).trim()}`);
  const found = join(scratch, `${task}.jsonl`);
  writeFileSync(found, communique('export', exported));
  report(folder, task, gold, join(folder, gold), found);
}

/** Prints what `score.py` says, and remembers the bars that were missed. */
function report(folder: string, task: string, file: string, gold: string, found: string): void {
  const said = python(join(folder, 'score.py'), task, gold, found);
  console.log(said);
  missed.push(...missedBars(file, JSON.parse(said.trim().split('\n').at(-1)!)));
}

function python(...words: string[]): string {
  return execFileSync('python3', words, { encoding: 'utf8' });
}

function parsed(path: string): Annotated[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line));
}

function kept(name: string, lines: object[]): string {
  const path = join(scratch, name);
  writeFileSync(path, lines.map(line => JSON.stringify(line)).join('\n'));
  return path;
}

function articleOf({ id, text, title, publishedAt, url, source }: Annotated): Article {
  return {
    text,
    ...(id === undefined ? {} : { id }),
    ...(title ? { title } : {}),
    ...(publishedAt ? { publishedAt } : {}),
    ...(url ? { url } : {}),
    ...(source ? { source } : {}),
  };
}
