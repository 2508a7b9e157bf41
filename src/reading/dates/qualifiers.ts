import type { ReadDate } from '../model/reading.ts';
import { addDays } from '../text/calendar.ts';
import { countOf } from './forms/lexicon.ts';

/** Applies the words around a date: `the day before …`, `around …`, `in late …`, `… the year before`. */
export function qualified(before: string, after: string, date: ReadDate): ReadDate {
  const adjacent = adjacentDay(before, date);
  if (adjacent) return adjacent;
  if (date.basis === 'year-inferred' && isOfAnotherYear(before, after)) return { ...date, value: null };
  return isRough(before, date) ? { ...date, approximate: true } : date;
}

/** `It is ten years since the bank failed in May`, `on 5 May the year before`: of a year that is not the nearest. */
const isOfAnotherYear = (before: string, after: string) =>
  (before.includes(' since ') && yearsSince.test(before)) ||
  (after.includes(' year ') && yearBefore.test(after));
const yearsSince = /\b(?:years|decades) since [^.,;:]{1,80}$/;

const yearBefore = /^,? (?:the|a) year (?:before|earlier)\b(?! last\b)/;

const eve = /\b(?:the )?eve of (?:the )?$/i;

const stepsFrom =
  /\b(?:(\w+) days?|day) (before|after) (?:(?:(?:the|his|her|its|their|an?) (?:\p{Ll}+ ){1,3})?on )?(?:the )?$/u;

/** `the day before last Tuesday`, `two days after the fire on 5 May`, `three days before the 9 May vote`, `on the eve of the 12 October vote`: the adjacent day, its span extended to these words. */
function adjacentDay(before: string, date: ReadDate): ReadDate | null {
  const words = stepsFrom.exec(before);
  const isOne = words?.[1] === undefined || /^the day /.test(words[0]);
  const count = isOne ? 1 : words[1] === 'the' ? Number.NaN : countOf(words[1]!);
  const ofEve = date.value?.length === 10 ? eve.exec(before) : null;
  if (ofEve) return counted(ofEve[0], date, -1);
  if (!words) return weekFrom(before, date);
  if (date.value?.length !== 10 || Number.isNaN(count)) return null;
  return counted(words[0], date, words[2] === 'before' ? -count : count);
}

/** A date that many days after another, its span extended to the words before that. */
const counted = (words: string, date: ReadDate, days: number): ReadDate => ({
  ...date,
  start: date.start - words.length,
  text: words + date.text,
  value: addDays(date.value!, days),
});

/** `a week from Monday`, `a week on Monday`, `a fortnight on Monday`. */
function weekFrom(before: string, date: ReadDate): ReadDate | null {
  const words =
    /\b(?:(an?|one|two|three|four) (?:weeks?|(fortnight)) (from|after|before) (?:on )?|(a) (?:week|(fortnight)) on )$/.exec(
      before,
    );
  if (!words || date.value?.length !== 10) return null;
  const [, count, fortnight, way, one, isFortnight] = words;
  const days = (fortnight || isFortnight ? 14 : 7) * countOf(count ?? one!) * (way === 'before' ? -1 : 1);
  return counted(words[0], date, days);
}

const part = '(?:early|late|mid|(?:the )?(?:beginning|end|start|middle) of)';
const roughly = new RegExp(
  `\\b(?:${part}|around|about|circa|roughly|approximately)(?: in)?[\\s-](?:the )?$`,
  'i',
);
const partly = new RegExp(`^${part}[\\s-]`, 'i');

/** Whether the words make a month or year partial or approximate. */
function isRough(before: string, { value, text }: ReadDate): boolean {
  const isPeriod = value !== null && value.length < 10 && !value.includes('/');
  return isPeriod && (partly.test(text) || roughly.test(before));
}
