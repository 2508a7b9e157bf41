import type { ReadDate } from '../model/reading.ts';
import { addDays } from '../text/calendar.ts';
import { countOf } from './lexicon.ts';

/** What the words before a date make of it: `the day before …`, `around …`, `in late …`. */
export function qualified(before: string, date: ReadDate): ReadDate {
  const beside = dayBeside(before, date);
  if (beside) return beside;
  return isRough(before, date) ? { ...date, approximate: true } : date;
}

/** `the day before last Tuesday`: the day beside the one that was found, with the words that tell it. */
function dayBeside(before: string, date: ReadDate): ReadDate | null {
  const words = /\b(?:(\w+) days?|day) (before|after) (?:on )?$/.exec(before);
  const count = words?.[1] === undefined || words[1] === 'the' ? 1 : countOf(words[1]);
  if (!words || date.value?.length !== 10 || Number.isNaN(count)) return null;
  return {
    ...date,
    start: date.start - words[0].length,
    text: words[0] + date.text,
    value: addDays(date.value, words[2] === 'before' ? -count : count),
  };
}

const part = '(?:early|late|mid|(?:the )?(?:beginning|end|start|middle) of)';
const roughly = new RegExp(
  `\\b(?:${part}|around|about|circa|roughly|approximately)(?: in)?[\\s-](?:the )?$`,
  'i',
);
const partly = new RegExp(`^${part}[\\s-]`, 'i');

/** Whether the words say of a month or year that it is not all of it, or not surely it. */
function isRough(before: string, { value, text }: ReadDate): boolean {
  const isPeriod = value !== null && value.length < 10 && !value.includes('/');
  return isPeriod && (partly.test(text) || roughly.test(before));
}
