import { expect, test } from 'vitest';
import { runFaults } from './run.ts';

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
