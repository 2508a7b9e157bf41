import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../src/article.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import { read } from '../../src/reading/read.ts';

/**
 * Reads the annotated articles of a folder and prints the figures that its `score.py` finds.
 * Usage: node tests/eval/main.ts FOLDER [TASK…]
 */
const tasks: Record<string, string[]> = {
  noise: ['noise-dev.jsonl'],
  dates: ['dates-dev.jsonl'],
  people: ['people-dev.jsonl'],
  quotes: ['quotes-dev.jsonl', 'quotes-noisy-dev.jsonl'],
};

type Annotated = Article & { dct?: string; date?: string };

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error('Say which folder: node tests/eval/main.ts FOLDER [TASK…]');
  process.exit(64);
}
const knowledge = loadKnowledge(join(import.meta.dirname, '../../data/knowledge'));
const scratch = mkdtempSync(join(tmpdir(), 'eval-'));
for (const [task, files] of Object.entries(tasks)) {
  if (wanted.length > 0 && !wanted.includes(task)) continue;
  for (const file of files.filter(name => existsSync(join(folder, name)))) {
    const readings = join(scratch, file);
    const articles = readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '');
    const started = performance.now();
    const lines = articles.map(line => JSON.stringify(read(articleOf(JSON.parse(line)), knowledge)));
    const seconds = (performance.now() - started) / 1_000;
    writeFileSync(readings, lines.join('\n'));
    console.log(`${file}: ${articles.length} articles in ${seconds.toFixed(1)} s`);
    console.log(
      execFileSync('python3', [join(folder, 'score.py'), task, join(folder, file), readings], {
        encoding: 'utf8',
      }),
    );
  }
}
rmSync(scratch, { recursive: true });

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
