import { expect, test } from 'vitest';
import { benchDigests } from './digests.ts';

test('however many want a digest, each filter is looked up once', async () => {
  const [few, many] = await benchDigests({ sizes: [40, 400], filters: 20, told: 20, fresh: 40 });
  expect(few).toMatchObject({ lookups: 20 });
  expect(many).toMatchObject({ lookups: 20, different: few!.different });
  expect(few!.messages).toBeGreaterThan(0);
  expect(many!.messages).toBe(10 * few!.messages);
});
