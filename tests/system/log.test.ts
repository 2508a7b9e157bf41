import { expect, test } from 'vitest';
import { createLog } from '../../src/system/log.ts';

test('a log line holds no token and no control character, and is still JSON', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: line => void lines.push(line) });
  const wild = 'a\u001b[2Jb\u009b31mc\u0007\u007f\r\nd';
  const token = `123456789:${'A'.repeat(35)}`;
  log.warn({ host: wild, error: new Error(`${wild} ${token}`) }, wild);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/[\p{Cc}--[\n]]/v);
  expect(lines[0]).not.toContain(token);
  expect(JSON.parse(lines[0]!)).toMatchObject({ host: wild, msg: wild });
});
