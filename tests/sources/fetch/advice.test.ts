import { expect, test } from 'vitest';
import { messageFiles } from '../../../src/languages/languages.ts';
import { adviceKey } from '../../../src/sources/fetch/advice.ts';
import type { Cause } from '../../../src/sources/fetch/outcome.ts';

test('every cause has a message with what to do about it, unless it says so itself', () => {
  const keys = [
    ...messageFiles('en')
      .join('\n')
      .matchAll(/^([a-z][\w-]*) =/gm),
  ].map(([, key]) => key!);
  const named = (prefix: string) =>
    keys.flatMap(key => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  const advice = named('cause-').map(cause => adviceKey(cause as Cause));
  expect(named('cause-').filter((_, at) => advice[at] === null)).toEqual(['private-address']);
  expect(new Set(advice.filter(key => key !== null))).toEqual(
    new Set(named('advice-').map(key => `advice-${key}`)),
  );
});
