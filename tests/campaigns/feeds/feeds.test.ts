import { expect, test } from 'vitest';
import { runFeeds } from './run.ts';

test('many feeds are each asked in time, politely, and each item is taken once', async () => {
  const run = await runFeeds({ feeds: 60, hours: 4, every: 24, quiet: 2 });
  expect(run.articles).toBe(run.published);
  expect(run.requests).toBeGreaterThanOrEqual(60);
  expect(run.shortestWait).toBeGreaterThanOrEqual(10 * 60_000);
}, 120_000);
