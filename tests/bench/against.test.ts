import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { benchAgainst } from './against.ts';

test('reading is timed against another checkout, the command and reading alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'communique-against-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'articles.jsonl');
  writeFileSync(file, `${JSON.stringify({ text: '“We have to repair it,” Ilse Brandt said.' })}\n`);
  const against = fileURLToPath(new URL('../..', import.meta.url));
  const figures = await benchAgainst({ file, against, runs: 1, first: true, rounds: 1 });
  expect(figures.articles).toBe(1);
  for (const { own, other, ratio } of [figures.cpu, figures.wall, figures.warm]) {
    expect(own).toBeGreaterThan(0);
    expect(ratio).toBeCloseTo(own / other);
  }
  await expect(benchAgainst({ file, against: folder, runs: 1 })).rejects.toThrow(`read in ${folder} failed`);
}, 60_000);
