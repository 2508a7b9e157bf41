import { expect, test } from 'vitest';
import { inventedReading } from './invented.ts';
import { benchLoading } from './loading.ts';

test('the measured articles are always the same and all of them can be loaded', async () => {
  expect(inventedReading(5)).toEqual(inventedReading(5));
  expect(inventedReading(5)).not.toEqual(inventedReading(6));
  const figures = await benchLoading({ small: 5, large: 20, measured: 10 });
  expect(figures).toMatchObject({ small: 5, large: 20 });
  expect(figures.ratio).toBeCloseTo(figures.largeMs / figures.smallMs);
});
