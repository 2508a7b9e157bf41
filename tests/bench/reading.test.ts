import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inventedNews } from './news.ts';
import { benchReading } from './reading.ts';

test('the reader is measured on made-up news, or on the articles of a folder', async () => {
  expect(inventedNews(5)).toBe(inventedNews(5));
  expect(inventedNews(5)).not.toBe(inventedNews(6));
  const figures = await benchReading({ articles: 2, rounds: 1, sentences: 6 });
  expect(figures).toMatchObject({ articles: 2, words: expect.any(Number) });
  expect(figures.ratio).toBeCloseTo(figures.reader / figures.bare);
  expect(figures.secondCore).toBeGreaterThan(0);
  expect(figures.lengths.map(({ times }) => times)).toEqual([1, 2, 4, 8]);

  const folder = mkdtempSync(join(tmpdir(), 'bench-reading-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await expect(benchReading({ folder })).rejects.toThrow(/no article/);
  writeFileSync(join(folder, 'one.txt'), 'Four words stand here.');
  expect(await benchReading({ folder, rounds: 1, sentences: 3, threads: false })).toMatchObject({
    articles: 1,
    words: 4,
    secondCore: null,
  });
});
