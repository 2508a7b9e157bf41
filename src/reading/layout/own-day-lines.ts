import { sittingDay } from '../dates/sitting-day.ts';
import { monthPattern } from '../text/calendar.ts';
import type { ClassifiedLine } from '../text/lines.ts';

/** Lines from the first that are searched for the day of a sitting. */
const mostLines = 50;
/** Fewer lines with a day, each above prose, do not divide an article. */
const fewestHeadings = 2;

/** `AUG. 7`, `Friday, 3 March`: a day without its year, and nothing else. */
const dayAlone = new RegExp(
  `^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:${monthPattern})\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)? (?:${monthPattern}))[.:]?$`,
  'i',
);
/** UTF-16 code units. */
const longestDay = 30;

/** Marks the lines that give a day of the article's own: the headings of its parts, the day of a sitting. */
export function markOwnDays(lines: ClassifiedLine[]): void {
  const headings = lines.filter(({ line, kind }, at) => {
    const below = lines[at + 1];
    return (
      kind === null &&
      line.text.length <= longestDay &&
      dayAlone.test(line.text) &&
      below?.shape.prose === true
    );
  });
  const days = new Set(headings.map(({ line }) => line.text));
  if (days.size >= fewestHeadings) for (const heading of headings) heading.isOwnDay = true;
  const sitting = sittingDay(lines.slice(0, mostLines).map(({ line }) => line.text));
  if (sitting) lines[sitting.at]!.isOwnDay = true;
}
