import type { Removed } from '../model/document.ts';
import { type LineShape, shapeOf } from '../text/line-shape.ts';
import { trimmed } from '../text/line-words.ts';
import type { ClassifiedLine, Line } from '../text/lines.ts';
import { isResultRow } from '../text/result-row.ts';
import type { BoilerplateDetector } from './boilerplate.ts';
import { isBylineAt } from './byline.ts';
import { isCreditBelow, isRightBelow } from './pull-quotes.ts';

/** The lines of a text, each with its shape and, if it is boilerplate, the kind of it. */
export function classifyLines(lines: Line[], detector: BoilerplateDetector): ClassifiedLine[] {
  const labels = lines.map(line => ({ line, shape: shapeOf(line.text), kind: detector(line.text) }));
  if (isEnglish(labels)) for (const { shape } of labels) shape.sentence = shape.prose;
  markTeasers(labels);
  keepLeadIns(labels);
  keepTableRows(labels);
  return labels;
}

/** Share of English function words among the words of a text's prose, of which other languages have a few too. */
const leastSmall = 0.15;

/** Whether a text is in English, in which a short sentence without function words is a label. */
function isEnglish(labels: readonly ClassifiedLine[]): boolean {
  let [words, small] = [0, 0];
  for (const { shape } of labels)
    if (shape.prose) {
      words += shape.words;
      small += shape.small;
    }
  return small >= words * leastSmall;
}

/** Unmarks `More from X:` above a line that is nothing but a quote: whose it is, not a heading of links. */
function keepLeadIns(labels: ClassifiedLine[]): void {
  for (const [at, label] of labels.entries()) {
    if (label.kind !== 'related' || !label.line.text.endsWith(':')) continue;
    if (/^["“„«].*["”“»]$/su.test(labels[at + 1]?.line.text.trim() ?? '')) label.kind = null;
  }
}

/** Unmarks rows that have no other row near them: those are no table. */
function keepTableRows(labels: ClassifiedLine[]): void {
  const rows = labels.flatMap(({ shape, kind }, at) => (shape.row && kind === null ? [at] : []));
  for (const [index, at] of rows.entries()) {
    const neighbours = [rows[index - 1], rows[index + 1]];
    if (!neighbours.some(other => other !== undefined && Math.abs(other - at) <= farthestRow))
      labels[at]!.shape.row = false;
  }
}

/** Lines between two rows of one table, such as the heading of a part of it. */
const farthestRow = 3;

/** Marks teasers of other articles: two or more near each other, under a heading and cut off with an ellipsis. */
function markTeasers(labels: ClassifiedLine[]): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, { line, shape, kind }] of labels.entries()) {
    if (kind !== null || shape.words < 8 || !isCutOff(line.text)) continue;
    const above = labels[at - 1];
    if (!above || above.shape.closed || above.shape.words > 25) continue;
    if (at - last <= 8) for (const teaser of [last, at]) labels[teaser]!.kind = 'related';
    last = at;
  }
}

function isCutOff(text: string): boolean {
  return /[\p{L}\d,]\s?(\.\.\.|…|\[(…|\.\.\.)\])$/u.test(text.slice(-12)) && !/^["“‘'«]/.test(text);
}

/** Words of prose after which a heading such as "Comments" ends the body. */
const wordsBeforeEnding = 60;
/** The same where several buttons to reply follow. */
const wordsBeforeReplies = 20;
const fewestReplies = 2;

/**
 * The range of the body: the run of lines with the highest score, in which prose counts for it and labels, menus and
 * boilerplate against it. Both indexes are into `lines`, `end` exclusive.
 */
export function bodyRange(lines: ClassifiedLine[], endings: Set<string>): { start: number; end: number } {
  let best = { start: 0, end: 0, total: 0 };
  let start = 0;
  let total = 0;
  let proseWords = 0;
  let run = 0;
  for (const [index, { shape, kind }] of lines.entries()) {
    const cost = costOfEnding(lines, index, endings, proseWords);
    if (cost === Number.POSITIVE_INFINITY) break;
    total -= cost;
    const isProse = shape.prose && kind === null;
    run = isProse || (shape.sentence && kind === null) || shape.item || shape.row ? 0 : run + 1;
    total += score(shape, kind, run);
    if (isProse) proseWords += shape.words;
    if (total <= 0) {
      start = index + 1;
      total = 0;
      proseWords = 0;
      run = 0;
    } else if (total > best.total) {
      best = { start, end: index + 1, total };
    }
  }
  return { start: extendBack(lines, best.start), end: extendForward(lines, best.end) };
}

/** What a heading that ends the body counts against what follows, which must outweigh it; nothing does so for comments. */
function costOfEnding(lines: ClassifiedLine[], at: number, endings: Set<string>, proseWords: number): number {
  const { line, shape, kind } = lines[at]!;
  const isOfComments = kind === 'comments';
  if (isOfComments && proseWords >= wordsBeforeEnding && opensComments(line.text))
    return Number.POSITIVE_INFINITY;
  const enough = isOfComments && hasReplies(lines, at) ? wordsBeforeReplies : wordsBeforeEnding;
  if (proseWords < enough || !isEnding(line.text, shape, endings)) return 0;
  // A list of other articles may interrupt the article.
  return isOfComments ? Number.POSITIVE_INFINITY : otherArticles.test(line.text) ? 150 : 60;
}

/** Whether lines below are of the kind that is found around readers' comments. */
function hasReplies(lines: ClassifiedLine[], at: number): boolean {
  let replies = 0;
  for (let index = at + 1; index < lines.length && replies < fewestReplies; index++)
    if (lines[index]!.kind === 'comments') replies++;
  return replies >= fewestReplies;
}

/** Words of a heading that ends the body. */
const longestEnding = 6;
/** `The Latest on Harbours`, `More from Ostland` */
const otherArticles =
  /^(?:the )?(?:latest|more|most (?:read|popular)|top stories|trending|also) (?:on|in|from|at) \S[^.!?:,]{0,40}$/i;

/** Whether a line is a heading below which other articles are listed. */
export function isEnding(text: string, { words }: LineShape, endings: Set<string>): boolean {
  // `0 Comments` is a button: nothing is listed below it.
  const isList = endings.has(trimmed(text)) && !text.startsWith('0 ');
  return words <= longestEnding && (isList || otherArticles.test(text));
}

/** Whether readers' comments or the comment form begin here: however long they are, the article is over. */
function opensComments(text: string): boolean {
  return /^(leave (a|your) (reply|comment)|post a comment|add a comment|your email address will not|\d[\d,]* (thoughts|responses|replies|comments?) (on|to)\b|you must be (logged|signed) in)/i.test(
    text,
  );
}

/** A long paragraph a little above belongs to the body, whatever short lines are in between. */
function extendBack(lines: ClassifiedLine[], start: number): number {
  let reached = start;
  for (let index = start - 1; index >= Math.max(0, reached - farthestBack); index--) {
    const { shape, kind } = lines[index]!;
    if (kind === null && shape.prose && shape.words >= 20) reached = index;
  }
  return reached;
}

/** Short sentences right after the body belong to it, and a list that its last line announces. */
function extendForward(lines: ClassifiedLine[], end: number): number {
  let reached = end;
  let listed = 0;
  while (reached > 0 && reached < lines.length) {
    const { shape, kind, line } = lines[reached]!;
    if (kind !== null) break;
    if (shape.row || isInsideTable(lines, reached) || isOfResult(lines, reached)) {
      reached++;
      continue;
    }
    const previous = lines[reached - 1]!;
    if (isRightBelow(line, previous.line) && isCreditBelow(lines[reached]!, previous)) {
      reached++;
      continue;
    }
    if (shape.words < 2 && !isSpoken(lines[reached]!)) break;
    if (previous.line.text.endsWith(':')) listed = longestAnnounced;
    const isListed = listed-- > 0 && shape.words >= 3 && !isBylineAt(lines, reached);
    if (!isListed && !shape.closed && !line.text.endsWith(':')) break;
    reached++;
  }
  return reached;
}

/** `“Why?”`: a sentence in marks, however short, is no label. */
export function isSpoken({ line, shape }: ClassifiedLine): boolean {
  return shape.closed && /^["“„«‘]\p{L}/u.test(line.text);
}

/** Whether rows of a table are both above and below a line, as of the heading of a part of it. */
function isInsideTable(lines: ClassifiedLine[], at: number): boolean {
  const isRow = (other: number) => lines[other]?.kind === null && lines[other]!.shape.row;
  const steps = Array.from({ length: farthestRow }, (_, step) => step + 1);
  return steps.some(step => isRow(at - step)) && steps.some(step => isRow(at + step));
}

const resultLabel =
  /^(?:(?:goal |try |point )?scorers?|goals|tries|conversions|penalties|teams?|squads?|line-?ups?|starting xi|substitutes|subs|referees?|umpires?|attendances?|attendence|halftime|half-time|bowling|fall of wickets|did not bat|man of the match|sent off|bookings|yellow cards?|red cards?|result|standings|leaders|women's|men's|cast|director|did not (?:qualify|finish|start)|eliminated)(?: [\p{L}' ]{1,24})?:/iu;

/** `Scorers: Anna Holm (14)`, and rows under such a label: they belong to a report of one match. */
function isOfResult(lines: ClassifiedLine[], at: number): boolean {
  const { line, kind } = lines[at]!;
  if (kind !== null || line.text.length > longestResult) return false;
  if (resultLabel.test(line.text)) return true;
  const above = lines[at - 1];
  return above !== undefined && resultLabel.test(above.line.text) && isResultRow(line.text);
}

const longestResult = 400;
/** Lines of an unmarked list after a line that ends with a colon. */
const longestAnnounced = 12;
const farthestBack = 40;

function score(shape: LineShape, kind: Removed['kind'] | null, run: number): number {
  if (kind === 'caption') return 0;
  if (kind !== null) return kind === 'credit' || kind === 'related' ? -4 : -8;
  if (shape.sentence) return Math.min(shape.words, 60);
  if (shape.row) return 2;
  if (shape.item) return shape.words >= 6 ? 2 : -1;
  const base = shape.words >= 10 ? -0.5 : shape.words >= 5 ? -1 : -2;
  return base - Math.min(12, Math.max(0, run - 3) * 2);
}

/**
 * Marks boilerplate inside the body: the lists under headings such as "Related stories", times of
 * day alone above sentences, and menus, which are runs of short lines that are neither prose nor list items.
 */
export function markInside(
  lines: ClassifiedLine[],
  start: number,
  end: number,
  listHeadings: Set<string>,
): void {
  let underRelated = 0;
  let wasItem = false;
  let run: ClassifiedLine[] = [];
  const endRun = () => {
    const words = run.reduce((sum, label) => sum + label.shape.words, 0);
    if (run.length >= longestHeadingRun && words < run.length * 4)
      for (const label of run) label.kind = 'navigation';
    run = [];
  };
  for (let at = start; at < end; at++) {
    const label = lines[at]!;
    const { shape } = label;
    if (label.kind === 'related') underRelated = listHeadings.has(trimmed(label.line.text)) ? 8 : 0;
    else if (underRelated > 0) {
      // A sentence below a list of links is the article's again, as is one that has no further title below it.
      const isSentence = wasItem && !shape.item && shape.closed && shape.words >= fewestInSentence;
      const isSpoken = !shape.item || /^[–—]/.test(label.line.text);
      const isParagraph = shape.sentence && isSpoken && !isTeaserTitle(lines[at + 1]);
      wasItem = shape.item;
      if (isSentence || isParagraph || (shape.prose && (shape.words > 16 || /^["“„«]/.test(label.line.text))))
        underRelated = 0;
      else {
        underRelated--;
        label.kind ??= 'related';
      }
    }
    label.kind ??= kindAlone(label, lines[at + 1]);
    const isShort = !shape.prose && !shape.item && !shape.row && shape.words < 9 && !shape.closed;
    if (isShort || label.kind === 'navigation') run.push(label);
    else endRun();
  }
  endRun();
}

/** `* * *`, `—`: a line drawn with marks between two parts of a text. */
const ruleAlone = /^[ *•·~_=#–—-]{1,60}$/u;

/** Words of a time of day: `10:07 p.m. GMT`. */
const longestTime = 4;
const timeAlone = /^(?:[01]?\d|2[0-4])(?:[:.]| ?h ?)[0-5]\d(?: ?[ap]\.?m\.?)?(?: ?(?:Uhr|h|[A-Z]{3,4}))?$/i;

/** The kind of a line that is a rule, or a time of day above a sentence, as of an entry in a live report. */
function kindAlone(
  { line, shape }: ClassifiedLine,
  below: ClassifiedLine | undefined,
): Removed['kind'] | null {
  if (ruleAlone.test(line.text)) return 'other';
  const isTime = shape.words <= longestTime && below?.shape.prose === true && timeAlone.test(line.text);
  return isTime ? 'navigation' : null;
}

const fewestInSentence = 6;

/** Whether a line may be the title of another article below the words on the one above it. */
function isTeaserTitle(label: ClassifiedLine | undefined): boolean {
  return label !== undefined && (label.kind === null ? !label.shape.closed : label.kind === 'navigation');
}

/** Two or three headings may follow each other, as above a table; a longer run of short lines is a menu. */
const longestHeadingRun = 8;
