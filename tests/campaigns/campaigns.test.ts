import { expect, test } from 'vitest';
import { runCrash } from './crash-run.ts';
import { runFaults } from './faults-run.ts';

test('killed twenty times, the bot loses nothing and says again only what may not have come', async () => {
  const figures = await runCrash({ kills: 20, subscribers: 30, seed: 3 });
  expect(figures.due).toBeGreaterThan(0);
  expect(figures).toMatchObject({
    kills: 20,
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

test('whatever goes wrong with a call, every part arrives, and twice only where a reply was lost', async () => {
  const figures = await runFaults({ deliveries: 156, seed: 3, callTimeout: 4 });
  expect(figures).toMatchObject({
    due: 156,
    lost: 0,
    unmarked: 0,
    causeless: 0,
    markedForNothing: 0,
    disordered: 0,
    harmed: 0,
    early: 0,
  });
}, 300_000);
