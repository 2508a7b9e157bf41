import { expect, test } from 'vitest';
import { currentGolden, recordedGolden } from './golden.ts';

test('readings change only together with readerVersion (npm run golden records both)', () => {
  expect(currentGolden()).toEqual(recordedGolden());
});
