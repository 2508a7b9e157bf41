import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { benchElsewhere } from './elsewhere.ts';

test('readings made by two processes are loaded into one library, every one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'communique-elsewhere-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'articles.jsonl');
  const articles = ['harbour', 'bridge', 'tower'].map(what => ({
    id: what,
    text: `The ${what} will be closed on Monday, the mayor said.\n\n“We have to repair the ${what},” Ilse Brandt said.`,
  }));
  writeFileSync(file, articles.map(article => JSON.stringify(article)).join('\n'));
  const figures = await benchElsewhere(file, 2);
  expect(figures).toMatchObject({ processes: 2, articles: 3, held: 3 });
  expect(figures.readPerSecond).toBeGreaterThan(0);
}, 60_000);
