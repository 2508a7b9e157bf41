import { expect, test } from 'vitest';
import { runAttack } from './run.ts';

test.each([
  ['open', 1],
  ['invite', 2],
] as const)(
  'attacks from every role in every type of chat change, post and alert nothing, ACCESS=%s',
  async (access, seed) => {
    const strange: string[] = [];
    const figures = await runAttack({ steps: 40, seed, access, onStrange: line => strange.push(line) });
    expect(strange).toEqual([]);
    expect(figures).toMatchObject({
      unentitledChanges: 0,
      unrequestedPosts: 0,
      unanswered: 0,
      adminAlerts: 0,
      errors: 0,
      leaks: 0,
    });
    expect(figures.taps).toBeGreaterThan(10);
    expect(figures.texts + figures.odd).toBeGreaterThan(3);
  },
);
