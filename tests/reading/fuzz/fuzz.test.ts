import { expect, test } from 'vitest';
import { readCutPassages } from './cut-passages.ts';
import { mutatedArticle } from './mutated.ts';
import { readMutated } from './run.ts';

test('mutated articles are always the same for the same seed, and each is read', () => {
  expect(mutatedArticle(3, 14)).toEqual(mutatedArticle(3, 14));
  expect(mutatedArticle(3, 14)).not.toEqual(mutatedArticle(3, 15));
  const slowest = readMutated({ seed: 7, first: 0, count: 250 });
  expect(slowest.characters).toBeGreaterThan(0);
});

test('a text that begins or breaks off anywhere in a sentence is read', () => {
  expect(readCutPassages(8)).toBeGreaterThan(300);
});
