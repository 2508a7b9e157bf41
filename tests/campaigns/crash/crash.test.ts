import { expect, test } from 'vitest';
import { runCrash } from './run.ts';

test('killed three times, the bot loses nothing and says again only what may not have come', async () => {
  const figures = await runCrash({ kills: 3, subscribers: 30, seed: 3 });
  expect(figures.due).toBeGreaterThan(0);
  expect(figures).toMatchObject({
    kills: 3,
    lost: 0,
    unasked: 0,
    unmarked: 0,
    causeless: 0,
    unanswered: 0,
    answeredTwice: 0,
    unfinished: 0,
    doubled: 0,
    missing: 0,
  });
}, 300_000);
