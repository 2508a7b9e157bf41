import { expect, test } from 'vitest';
import type { Line } from '../../src/answers/page/page.ts';
import { loadMessages } from '../../src/rendering/messages.ts';
import { richLine } from '../../src/rendering/pieces.ts';

const setting = { messages: loadMessages(), addresses: [] };
const moment = Date.UTC(2030, 0, 7, 8);

test('a moment within a message is marked where its language puts it, and reads the same without the mark', () => {
  const line: Line = [
    { text: '•  ' },
    { messageKey: 'next-at', args: { next: { moment, text: 'Mon 7 Jan, 09:00' } }, style: 'italic' },
  ];
  const { text, entities } = richLine(line, setting);
  expect(text).toBe('• next: Mon 7 Jan, 09:00');
  const mark = entities.find(({ type }) => type === 'date_time')!;
  expect(text.slice(mark.offset, mark.offset + mark.length)).toBe('Mon 7 Jan, 09:00');
  expect(mark).toMatchObject({ unix_time: moment / 1000, date_time_format: 'wdt' });
  expect(entities.find(({ type }) => type === 'italic')).toMatchObject({ offset: 2 });
});

test('of a time alone only the time is shown', () => {
  const { entities } = richLine(
    [{ messageKey: 'digest-late', args: { time: { moment, text: '09:00' } } }],
    setting,
  );
  expect(entities).toEqual([
    { type: 'date_time', offset: 10, length: 5, unix_time: moment / 1000, date_time_format: 't' },
  ]);
});

test('characters for private use in the news mark nothing', () => {
  const { text, entities } = richLine([{ text: 'a\ue000b' }], setting);
  expect([text, entities]).toEqual(['a\ue000b', []]);
});
