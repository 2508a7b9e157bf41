import { stampedDay } from './stamped-day.ts';

/** Lines from the first among which the day of a sitting is, and further ones that show that it is one. */
const farthestDay = 12;
const farthestName = 3;
const farthestOpening = 4;
const farthestTurn = 30;
const fewestTurns = 2;

/** Who sits, in a heading. */
const chamber =
  /\b(?:parliament|house of|senate|assembly|congress|commons|lords|chamber|dáil|seanad|council|committee|commission|inquiry|hansard|official report|proceedings)\b/i;
/** A word that is no part of a heading in which all else has a capital. */
const inProse = /(?<!\S)(?!(?:of|the|and|for|on|in|to)\s)\p{Ll}|[.:!?]$/u;
/** UTF-16 code units. */
const longestHeading = 80;

/** `The House met at 10 a.m.` */
const opening =
  /^(?:\p{L}+ ){1,5}(?:met|sat|assembled|convened|resumed|was called to order)\b(?=.{0,40}\b(?:at|pursuant)\b)/u;
/** `MR. COLE (North): …` */
const turn = /^\p{Lu}[\p{Lu} .,'’-]{2,50}(?:\([^()]{2,60}\))?:\s/u;

/**
 * The line of a record of a sitting that gives its day, below the name of who sat: what is said there counts from it.
 * Null where nothing below shows a sitting: then it may be the day of publication.
 * @param lines the lines of the text from the first, as many as there are
 */
export function sittingDay(lines: string[]): { at: number; day: string } | null {
  for (let at = 1; at < Math.min(lines.length, farthestDay); at++) {
    const day = stampedDay(lines[at]!);
    if (day === null || !lines.slice(Math.max(0, at - farthestName), at).some(namesChamber)) continue;
    const below = lines.slice(at + 1, at + 1 + farthestTurn);
    const isOpened = below.slice(0, farthestOpening).some(line => opening.test(line));
    if (isOpened || below.filter(line => turn.test(line)).length >= fewestTurns) return { at, day };
  }
  return null;
}

const namesChamber = (line: string) =>
  line.length <= longestHeading && chamber.test(line) && !inProse.test(line);
