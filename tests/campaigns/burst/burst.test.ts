import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownPath } from '../../../src/commands/cli/open.ts';
import { startOptions } from '../../start-options.ts';
import { runBurst } from './run.ts';

test('many questions at once and a burst of updates leave the bot below 200 MB', async () => {
  const figures = await runBurst({ questions: 80, updates: 150, seed: 1 });
  expect(figures.unanswered).toBe(0);
  expect(Math.max(figures.afterQuestions, figures.whileBursting, figures.afterBurst)).toBeLessThan(200);
  // What is measured is a bot at work.
  expect(figures.before).toBeGreaterThan(50);
}, 300_000);

test('the image limits Node’s memory as npm start does', () => {
  const command = JSON.parse(
    /^CMD (.+)$/m.exec(readFileSync(ownPath('Dockerfile'), 'utf8'))![1]!,
  ) as string[];
  expect(startOptions.length).toBeGreaterThan(0);
  expect(command.filter(word => word.startsWith('--'))).toEqual(startOptions);
});
