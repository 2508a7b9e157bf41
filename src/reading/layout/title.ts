import { hasAsciiLetters } from '../text/ascii.ts';
import { isDateline, normalized } from '../text/line-words.ts';
import type { ClassifiedLine } from '../text/lines.ts';
import { stem } from '../text/stem.ts';
import { isBylineAt, isOccasion } from './byline.ts';

/** Lines examined above the body and inside it: a title that reads as a sentence is taken for body at first. */
const farthestAbove = 60;
const farthestInside = 3;
/** UTF-16 code units of the body that a title is compared with. */
const leadLength = 3_000;
/** A line with a lower score is not the title, unless it is the only line above the body. */
const leastScore = 1.2;

/**
 * The index of the title, -1 if there is none: the short line above the body that shares the most words with its
 * beginning. Being repeated, having an author or a day below it and being near the body count for it.
 */
export function titleIndex(lines: ClassifiedLine[], bodyStart: number): number {
  const context: TitleContext = {
    lines,
    bodyStart,
    lead: leadWords(lines, bodyStart),
    isRepeated: repeatedLines(lines.slice(0, Math.min(lines.length, bodyStart + farthestInside))),
    isByline: memoizedBylines(lines),
  };
  let best = { at: -1, score: leastScore };
  const to = Math.min(lines.length, bodyStart + farthestInside);
  for (let at = Math.max(0, bodyStart - farthestAbove); at < to; at++) {
    const score = titleScore(context, at);
    if (score !== null && score > best.score + standfirstCost(lines, best.at, at)) best = { at, score };
  }
  return best.at >= 0 ? best.at : onlyLine(lines, bodyStart);
}

/** How much better than the line right above it a line must be: it may be the standfirst of that title. */
function standfirstCost(lines: ClassifiedLine[], title: number, at: number): number {
  if (title < 0 || at !== title + 1) return 0;
  const [above, below] = [lines[title]!.shape.words, lines[at]!.shape.words];
  if (below > above) return 2;
  return above >= fewestInTitle ? 1.2 : 0;
}

/** Words; a shorter line above another may be its kicker. */
const fewestInTitle = 6;

type TitleContext = {
  lines: ClassifiedLine[];
  bodyStart: number;
  lead: Set<string>;
  isRepeated(label: ClassifiedLine): boolean;
  isByline(at: number): boolean;
};

/** How well a line fits as the title, null if it cannot be one. */
function titleScore(
  { lines, bodyStart, lead, isRepeated, isByline }: TitleContext,
  at: number,
): number | null {
  const label = lines[at]!;
  const { words } = label.shape;
  if (!couldBeTitle(label) || isByline(at)) return null;
  const isTwice = words >= 4 && isRepeated(label);
  const hasAuthorBelow = [1, 2, 3, 4].some(step => isByline(at + step));
  if (isOccasion(label.line.text) && at <= Math.max(0, bodyStart)) return leastScore + 1;
  const isInBody = at >= bodyStart;
  if (isInBody && words > 20) return null;
  if (isInBody && !isTwice && (!hasAuthorBelow || /[.][”"’')]?$/.test(label.line.text))) return null;
  return (
    sharedWith(lead, label) +
    (isTwice ? 1 : 0) +
    (hasAuthorBelow ? 1.2 : 0) +
    (words >= 4 ? 0.4 : 0) -
    (words === 2 ? 0.6 : 0) -
    (isResult(label.line.text) ? 1.2 : 0) -
    Math.abs(bodyStart - 1 - at) * 0.02
  );
}

/** `Tarn Town 1-2 Ostby Rovers`: the result under a report's title, or a title if there is no other. */
function isResult(text: string): boolean {
  return /^\p{Lu}[\p{L}'’. ]{2,30} \d{1,3}[-–]\d{1,3} \p{Lu}[\p{L}'’. ]{2,30}$/u.test(text);
}

/** Recognizes lines of a title's length that occur more than once. */
function repeatedLines(lines: ClassifiedLine[]): (label: ClassifiedLine) => boolean {
  const counts = new Map<string, number>();
  for (const { line, shape } of lines) {
    if (shape.words < 4 || shape.words > 30) continue;
    const key = normalized(line.text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return ({ line }) => (counts.get(normalized(line.text)) ?? 0) > 1;
}

function memoizedBylines(lines: ClassifiedLine[]): (at: number) => boolean {
  const known = new Map<number, boolean>();
  return at => {
    const found = known.get(at) ?? (lines[at] !== undefined && isBylineAt(lines, at));
    known.set(at, found);
    return found;
  };
}

/** With few lines above the body no more evidence is needed: the last one that could be a title. */
function onlyLine(lines: ClassifiedLine[], bodyStart: number): number {
  if (bodyStart > fewLines) return -1;
  const candidates = lines.slice(0, bodyStart).flatMap((label, at) => {
    return couldBeTitle(label) && !isBylineAt(lines, at) ? [at] : [];
  });
  const long = candidates.filter(at => lines[at]!.shape.words >= 4);
  const [last, before] = [long.at(-1), long.at(-2)];
  // A longer line right under the title is its standfirst.
  if (last !== undefined && before === last - 1 && lines[last]!.shape.words > lines[before]!.shape.words)
    return before;
  return last ?? (candidates.length === 1 && bodyStart <= 3 ? candidates[0]! : -1);
}

const fewLines = 12;

/** A line that ends as a sentence or an introduction does, if with a code of the wire service (`&QL;`) behind it, is none. */
function couldBeTitle({ shape, kind, line }: ClassifiedLine): boolean {
  return (
    kind === null &&
    shape.words >= 2 &&
    shape.words <= 30 &&
    line.text.length <= 250 &&
    !/[.:…](?: &[A-Z]{2};)?$/.test(line.text) &&
    !isDateline(line.text) &&
    !pictureCredit.test(line.text)
  );
}

/** `The hall in May. Photo: Ines Roth`: what a picture shows, with who took it. */
const pictureCredit = /[.!?)] (?:Photo|Picture|Image|Photograph|Credit|Video)s?(?: by|:) ?\p{Lu}/u;

/** Share of a line's content words that occur in the lead: 3 for all of them, if there are two or more. */
function sharedWith(lead: Set<string>, { line }: ClassifiedLine): number {
  const words = contentWords(line.text);
  if (words.length === 0) return 0;
  const hits = words.filter(word => lead.has(word)).length;
  return ((3 * hits) / words.length) * Math.min(1, hits / 2);
}

function leadWords(lines: ClassifiedLine[], bodyStart: number): Set<string> {
  const found = new Set<string>();
  let length = 0;
  for (let at = bodyStart; at < lines.length && length < leadLength; at++) {
    const { line, shape, kind } = lines[at]!;
    if (kind !== null || !shape.prose || (at < bodyStart + farthestInside && !shape.closed)) continue;
    const text = line.text.slice(0, leadLength);
    length += text.length;
    for (const word of contentWords(text)) found.add(word);
  }
  return found;
}

/** Words of four letters and more, stemmed so that inflected forms match. */
function contentWords(text: string): string[] {
  const lower = text.toLowerCase();
  const found = lower.match(hasAsciiLetters(lower) ? /[a-z0-9]{4,}/g : /[\p{L}\p{N}]{4,}/gu) ?? [];
  return [...new Set(found.map(stem))];
}
