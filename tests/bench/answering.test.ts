import { expect, test } from 'vitest';
import { benchAnswering } from './answering.ts';

test('every kind of question is asked in a small library and in a large one', async () => {
  const figures = await benchAnswering({ small: 5, large: 20 });
  expect(figures).toMatchObject({ small: 5, large: 20 });
  expect(figures.kinds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['who', 'quotes', 'timeline', 'search', 'latest']),
  );
  for (const { smallMs, largeMs, ratio } of figures.kinds) expect(ratio).toBeCloseTo(largeMs / smallMs);
});
