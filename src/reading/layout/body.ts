import type { Removed } from '../model/document.ts';
import { type LineShape, shapeOf } from '../text/line-shape.ts';
import { trimmed } from '../text/line-words.ts';
import type { ClassifiedLine, Line } from '../text/lines.ts';
import type { BoilerplateDetector } from './boilerplate.ts';
import { isBylineAt } from './byline.ts';

export function classifyLines(lines: Line[], teller: BoilerplateDetector): ClassifiedLine[] {
  const labels = lines.map(line => ({ line, shape: shapeOf(line.text), kind: teller(line.text) }));
  markTeasers(labels);
  return labels;
}

/** Marks the beginnings of other articles: cut off with dots under a heading, two or more near each other. */
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

/** So many words of prose before it make a heading like "Comments" the end of the body. */
const wordsBeforeEnding = 60;

/**
 * Where the body stands among the lines: the stretch that is worth most when prose counts for it and labels,
 * menus and boilerplate count against it. Both indexes are into `lines`, `end` exclusive.
 */
export function bodyRange(lines: ClassifiedLine[], endings: Set<string>): { start: number; end: number } {
  let best = { start: 0, end: 0, worth: 0 };
  let start = 0;
  let worth = 0;
  let proseWords = 0;
  let run = 0;
  for (const [index, { line, shape, kind }] of lines.entries()) {
    if (proseWords >= wordsBeforeEnding && shape.words <= 6 && endings.has(trimmed(line.text))) {
      // A list of other articles can stand in mid-article; what follows must outweigh it.
      worth -= 60;
      if (/comment|reply/.test(line.text.toLowerCase())) break;
    }
    if (proseWords >= wordsBeforeEnding && kind === 'comments' && opensComments(line.text)) break;
    const isProse = shape.prose && kind === null;
    run = isProse || shape.item ? 0 : run + 1;
    worth += worthOf(shape, kind, run);
    if (isProse) proseWords += shape.words;
    if (worth <= 0) {
      start = index + 1;
      worth = 0;
      proseWords = 0;
      run = 0;
    } else if (worth > best.worth) {
      best = { start, end: index + 1, worth };
    }
  }
  return { start: extendBack(lines, best.start), end: extendForward(lines, best.end) };
}

/** Whether readers' comments begin here, or the form for one: however long they are, the article is over. */
function opensComments(text: string): boolean {
  return /^(leave (a|your) (reply|comment)|post a comment|add a comment|your email address will not|\d[\d,]* (thoughts|responses|replies|comments?) (on|to)\b|you must be (logged|signed) in)/i.test(
    text,
  );
}

/** A long paragraph a little above belongs to the body, whatever short lines stand between. */
function extendBack(lines: ClassifiedLine[], start: number): number {
  let reached = start;
  for (let index = start - 1; index >= Math.max(0, reached - farthestBack); index--) {
    const { shape, kind } = lines[index]!;
    if (kind === null && shape.prose && shape.words >= 20) reached = index;
  }
  return reached;
}

/** Short sentences right behind the body still belong to it, and a list that its last line announces. */
function extendForward(lines: ClassifiedLine[], end: number): number {
  let reached = end;
  let listed = 0;
  while (reached > 0 && reached < lines.length) {
    const { shape, kind, line } = lines[reached]!;
    if (kind !== null || shape.words < 2) break;
    if (lines[reached - 1]!.line.text.endsWith(':')) listed = longestAnnounced;
    const isListed = listed-- > 0 && shape.words >= 3 && !isBylineAt(lines, reached);
    if (!isListed && !shape.closed && !line.text.endsWith(':')) break;
    reached++;
  }
  return reached;
}

/** A list without marks that a line ending with a colon announces has no more lines. */
const longestAnnounced = 12;
const farthestBack = 40;

function worthOf(shape: LineShape, kind: Removed['kind'] | null, run: number): number {
  if (kind === 'caption') return 0;
  if (kind !== null) return kind === 'credit' || kind === 'related' ? -4 : -8;
  if (shape.prose) return Math.min(shape.words, 60);
  if (shape.item) return shape.words >= 6 ? 2 : -1;
  const base = shape.words >= 10 ? -0.5 : shape.words >= 5 ? -1 : -2;
  return base - Math.min(12, Math.max(0, run - 3) * 2);
}

/**
 * Marks what is boilerplate inside the body: the lists under headings such as "Related stories", and menus,
 * which are runs of short lines that are neither prose nor a list's items.
 */
export function markInside(
  lines: ClassifiedLine[],
  start: number,
  end: number,
  listHeadings: Set<string>,
): void {
  let underRelated = 0;
  let run: ClassifiedLine[] = [];
  const endRun = () => {
    const words = run.reduce((sum, label) => sum + label.shape.words, 0);
    if (run.length >= longestHeadingRun && words < run.length * 4)
      for (const label of run) label.kind = 'navigation';
    run = [];
  };
  for (const label of lines.slice(start, end)) {
    const { shape } = label;
    if (label.kind === 'related') underRelated = listHeadings.has(trimmed(label.line.text)) ? 8 : 0;
    else if (underRelated > 0) {
      if (shape.prose && shape.words > 16) underRelated = 0;
      else {
        underRelated--;
        label.kind ??= 'related';
      }
    }
    const isShort = !shape.prose && !shape.item && shape.words < 9 && !shape.closed;
    if (isShort || label.kind === 'navigation') run.push(label);
    else endRun();
  }
  endRun();
}

/** Marks the lines under the body that tell who wrote it. */
export function markAuthors(lines: ClassifiedLine[], start: number, end: number): void {
  for (let index = end - 1; index > start; index--) {
    const label = lines[index]!;
    if (label.kind !== null) continue;
    if (!tellsAuthor(label.line.text)) return;
    label.kind = 'byline';
  }
}

function tellsAuthor(text: string): boolean {
  if (text.length > 900) return false;
  const is =
    /^\p{Lu}[\p{L}'’.-]{0,30}( \p{Lu}[\p{L}'’.-]{0,30}){1,3},? (is|was|has been|covers|writes|works|reports|lives)\b(.{0,200})/u.exec(
      text,
    );
  if (!is) return false;
  return /^(covers|writes|reports)$/.test(is[2]!)
    ? /\b(for|at|about)\b/.test(is[3]!)
    : /\b(writer|reporter|editor|journalist|correspondent|columnist|author|professor|founder|consultant|contributor|freelance|blogger|producer|fellow)\b/.test(
        is[3]!,
      );
}

/** Two headings may follow each other, and a heading a table's; more short lines than this are a menu. */
const longestHeadingRun = 8;
