import { expect, test } from 'vitest';
import { parseWhen } from '../../src/bot/when.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

test.each<[string, number[], string | null]>([
  ['8', everyDay, '08:00'],
  ['8:30', everyDay, '08:30'],
  ['0830', everyDay, '08:30'],
  ['weekdays 8.30', [1, 2, 3, 4, 5], '08:30'],
  ['mon, thu 19', [1, 4], '19:00'],
  ['every day at 7 pm', everyDay, '19:00'],
  ['7:30 p.m.', everyDay, '19:30'],
  ['12am', everyDay, '00:00'],
  ['Mon-Fri 9', [1, 2, 3, 4, 5], '09:00'],
  ['fri–mon 9am', [1, 5, 6, 7], '09:00'],
  ["Saturdays and Sundays at 10 o'clock", [6, 7], '10:00'],
  ['пн, ср 8:00', [1, 3], '08:00'],
  ['weekends', [6, 7], null],
  ['working days at 8', [1, 2, 3, 4, 5], '08:00'],
  ['кожен день о 8', everyDay, '08:00'],
  ['по буднях о 8:30', [1, 2, 3, 4, 5], '08:30'],
  ['у пʼятницю о 7 вечора', [5], '19:00'],
  ['щопонеділка о 8 ранку', [1], '08:00'],
  ['каждый день в 9', everyDay, '09:00'],
  ['в среду и субботу на 8:00', [3, 6], '08:00'],
])('%s', (typed, weekdays, time) => {
  expect(parseWhen(typed)).toEqual({ weekdays, time });
});

test.each(['25:00', 'tomorrow', '13pm', '8 9', '', 'mon-banana 8', '8:75'])('%j is not understood', typed => {
  expect(parseWhen(typed)).toBeNull();
});
