import { expect, test } from 'vitest';
import { runTwoFiles } from './run.ts';

test('killed in a take-over, in a load and between the two files, nothing is lost or doubled', async () => {
  const figures = await runTwoFiles({ kills: 6, seed: 5, sizes: { chats: 200, loaded: 12, days: 4 } });
  expect(figures.map(({ work }) => work)).toEqual(['open', 'load', 'plan']);
  for (const { kills, lost, doubled } of figures)
    expect({ enough: kills >= 2, lost, doubled }).toEqual({ enough: true, lost: 0, doubled: 0 });
}, 120_000);
