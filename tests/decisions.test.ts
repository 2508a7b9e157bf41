import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownPath } from '../src/commands/cli/open.ts';

const lines = readFileSync(ownPath('docs/decisions.md'), 'utf8').split('\n');

test('every decision has an ID, the next of its part, and a date', () => {
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
