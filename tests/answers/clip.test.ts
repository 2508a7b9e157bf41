import { expect, test } from 'vitest';
import { clip } from '../../src/answers/page/clip.ts';

test.each([
  ['The minister cancelled a meeting with Ana Moreira', 45, 'The minister cancelled a meeting with …'],
  ['The minister cancelled a meeting with Ana Moreira Costa', 50, 'The minister cancelled a meeting with …'],
  [
    'The minister cancelled a long meeting in Lorvik today',
    50,
    'The minister cancelled a long meeting in Lorvik …',
  ],
  ['Having cancelled the meeting, Ana left', 36, 'Having cancelled the meeting …'],
  // Where nearly all is a name, half of the text is better than none of it.
  ['So Ana Moreira Costa Silva Lindqvist', 30, 'So Ana Moreira Costa Silva …'],
])('%s, at most %i characters', (text, longest, shown) => {
  expect(clip(text, longest)).toBe(shown);
});
