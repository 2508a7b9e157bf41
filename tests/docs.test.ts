import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ownPath } from '../src/commands/cli/open.ts';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('docs/*.md', { cwd: ownPath('') }),
];

test('every link in the documents leads to a file, and every path that they name is there', () => {
  const missing: string[] = [];
  let links = 0;
  for (const page of pages) {
    const text = readFileSync(ownPath(page), 'utf8');
    const linked = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)|(?:src|srcset)="([^"]+)"/g)].map(
      ([, link, picture]) => join(dirname(page), link ?? picture ?? ''),
    );
    const named = [...text.matchAll(/`((?:src|tests|docs|data|scripts)\/[\w./-]+)`/g)].map(
      ([, path]) => path!,
    );
    for (const path of [...linked, ...named]) {
      if (/^(?:[\w.]+\/)?https?:/.test(path) || /^data\/store/.test(path)) continue;
      links += 1;
      if (!existsSync(ownPath(path))) missing.push(`${page}: ${path}`);
    }
  }
  expect(missing).toEqual([]);
  expect(links).toBeGreaterThan(60);
});

test('every decision has an ID, the next of its part, and a date', () => {
  const lines = readFileSync(ownPath('docs/decisions.md'), 'utf8').split('\n');
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('### ')) continue;
    const [, part = '', number] = /^### ([A-Z])(\d+)\. \S/.exec(line) ?? [];
    const expected = (counts.get(part) ?? 0) + 1;
    counts.set(part, expected);
    const isDated = /^\d{4}-\d{2}-\d{2}\. \S/.test(lines[at + 1] ?? '');
    if (Number(number) !== expected || !isDated) wrong.push(line);
  }
  expect(wrong).toEqual([]);
  expect(counts.size).toBeGreaterThan(3);
  // A list would hold decisions that have neither.
  expect(lines.filter(line => /^\s*[-*] /.test(line))).toEqual([]);
});
