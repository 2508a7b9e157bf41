import { expect, test } from 'vitest';
import { runBurst } from './burst-run.ts';

test('many questions at once and a burst of updates leave the bot below 200 MB', async () => {
  const figures = await runBurst({ questions: 150, updates: 300, seed: 1 });
  expect(figures.unanswered).toBe(0);
  expect(Math.max(figures.afterQuestions, figures.whileBursting, figures.afterBurst)).toBeLessThan(200);
  // What is measured is a bot at work.
  expect(figures.before).toBeGreaterThan(50);
}, 300_000);
