import { expect, test } from 'vitest';
import { runBroadcast } from './run.ts';

test('digests due at once go out as fast as Telegram takes them, and people who type are answered meanwhile', async () => {
  const figures = await runBroadcast({ people: 300, groups: 10, seed: 1, latency: 80 });
  expect(figures).toMatchObject({ digests: 317, lost: 0, early: 0, unanswered: 0, paid: 0 });
  expect(figures.taken / figures.needed).toBeLessThan(1.15);
  expect(figures.commands).toBeGreaterThan(0);
  expect(figures.median).toBeLessThan(1000);
}, 300_000);

test('where the owner pays, digests go out much faster than Telegram allows for nothing', async () => {
  const figures = await runBroadcast({ people: 300, groups: 0, seed: 1, latency: 80, paid: true });
  expect(figures).toMatchObject({ lost: 0, early: 0, refused: 0, paid: 300 });
  expect(figures.taken).toBeLessThan(figures.needed / 5);
});
