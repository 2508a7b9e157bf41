import type { ReadDate } from '../model/reading.ts';
import { daysBetween, weekdayNumber, weekdayOf } from '../text/calendar.ts';
import type { Tense } from '../tokens/tense/tense.ts';
import { clock, weekday } from './forms/lexicon.ts';

/** A date with the tense of its verb. */
export type FoundDate = ReadDate & { tense: Tense };

/**
 * A weekday, or a day without its year, whose verb does not decide is the one that it is elsewhere in the
 * article, where all the others agree.
 */
export function reconcileDates(found: FoundDate[]): ReadDate[] {
  const sure = new Map<string, Set<string>>();
  const isOpen = ({ tense, basis }: FoundDate) =>
    basis !== 'explicit' && (tense === 'open' || tense === 'present');
  for (const date of found)
    if (date.value?.length === 10 && !isOpen(date))
      for (const key of keysOf(date)) sure.set(key, (sure.get(key) ?? new Set()).add(date.value));
  return found.map(one => {
    const { tense: _, ...date } = one;
    if (date.value?.length !== 10 || !isOpen(one)) return date;
    const others = keysOf(date)
      .map(key => sure.get(key))
      .find(values => values !== undefined);
    const [other] = others ?? [];
    const isOfThen = other && Math.abs(Number(other.slice(0, 4)) - Number(date.value.slice(0, 4))) <= 1;
    return isOfThen && others?.size === 1 ? { ...date, value: other } : date;
  });
}

/** Days between today and the day that words call so, where an article is dated late or early. */
const farthestToday = 7;
const bareDay = new RegExp(`^(?:(?<w>${weekday})|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)$`);

/**
 * Gives a weekday, or a word like `today`, the day that is next to it in brackets or between commas: `on Thursday (16
 * May)`, `on 16 May (Thursday)`, `Yesterday, 12 May, …`.
 * @param between the text between the two dates
 * @param after the text behind the second
 */
export function shareDay(first: FoundDate, second: FoundDate, between: string, after: string): void {
  const isBracketed = between === ' (' && after.startsWith(')');
  const isSetOff = between === ', ' && /^(?:[,.;:]|$)/.test(after);
  if (!isBracketed && !isSetOff) return;
  const [named, day] = second.basis === 'relative' ? [second, first] : [first, second];
  const word = bareDay.exec(named.text);
  if (!word || day.basis === 'relative' || day.value?.length !== 10) return;
  const of = word.groups?.w;
  const fits = of
    ? isBracketed && weekdayOf(day.value) === weekdayNumber(of)
    : named === first &&
      named.value !== null &&
      Math.abs(daysBetween(named.value, day.value)) <= farthestToday;
  if (fits) Object.assign(named, { value: day.value, basis: day.basis });
}

/** `Sunday`, `10:30 am on Sunday` */
const leadingWeekday = new RegExp(`^${clock}(?<w>${weekday})(?! week)`);

/** What a day is called that may be another one elsewhere: its weekday, or its month and number. */
function keysOf({ text, value, basis }: ReadDate): string[] {
  const named = leadingWeekday.exec(text)?.groups?.w;
  return basis === 'relative' ? (named ? [named] : []) : [value!.slice(5)];
}
