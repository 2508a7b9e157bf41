import { expect, test } from 'vitest';
import type { Part } from '../../src/deliveries/outbox/outbox.ts';
import { lateAfter, markFor, withMark } from '../../src/digests/part-message.ts';
import { loadMessages } from '../../src/rendering/messages.ts';

const messages = loadMessages();
const due = Date.UTC(2030, 8, 25, 20, 30);
const part = (more: Partial<Part>): Part => ({
  id: 1,
  subscriptionId: 1,
  chatId: 7,
  threadId: null,
  due,
  part: 1,
  articles: [],
  body: '',
  state: 'planned',
  attempts: 0,
  planned: due,
  maybeDuplicate: 0,
  error: null,
  ...more,
});
const repeated = messages.say('digest-repeated');
const waited = 'Was due Wed 25 Sep, 22:30; it couldn’t be delivered earlier.';

test.each([
  ['in time', part({}), due + lateAfter - 1, null],
  ['kept back', part({}), due + lateAfter, waited],
  ['composed late, which it says itself', part({ planned: due + lateAfter }), due + lateAfter, null],
  ['put in line by an earlier version, and late', part({ planned: null }), due + lateAfter, waited],
  ['of unknown fate', part({ state: 'unknown' }), due, repeated],
  ['of unknown fate and late', part({ state: 'unknown' }), due + lateAfter, repeated],
  ['telling again what is in maybeDuplicate', part({ maybeDuplicate: 1 }), due, repeated],
])('the mark of a message that is %s', (_, it, now, mark) => {
  expect(markFor(it, 'Etc/GMT-2', now, messages)).toBe(mark);
});

test('no mark takes more room than is kept for one', () => {
  for (let month = 0; month < 12; month += 1)
    for (let date = 1; date <= 28; date += 1) {
      const late = part({ due: Date.UTC(2030, month, date, 23, 59), planned: null });
      const mark = markFor(late, 'UTC', late.due + lateAfter, messages)!;
      expect(mark.length).toBeLessThanOrEqual(repeated.length);
    }
});

test('what is marked keeps its form at its place', () => {
  const body = { text: 'Bold', entities: [{ type: 'bold' as const, offset: 0, length: 4 }], silent: true };
  const { text, entities, silent } = withMark(body, 'A mark.');
  expect(text).toBe('A mark.\n\nBold');
  expect(text.slice(entities[0]!.offset, entities[0]!.offset + entities[0]!.length)).toBe('Bold');
  expect(silent).toBe(true);
  expect(withMark(body, null)).toBe(body);
});
