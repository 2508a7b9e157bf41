import type { Paragraph } from '../model/document.ts';
import { isInSingles, type Marked } from './runs.ts';

/** A quote that was opened on one line and is closed on a later one, without marks between. */
export type OverLines = { open: Marked; close: Marked };

/** A quote runs over so many lines at most. */
const most = 40;

/**
 * The pairs of runs that open on one line and close on a later one of the same block: lines with no blank line
 * between them. The runs are those of the whole body, in order.
 */
export function quotesOverLines(input: string, paragraphs: Paragraph[], runs: Marked[]): OverLines[] {
  const pairs: OverLines[] = [];
  const doubles = runs.filter(run => !isInSingles(input, run));
  for (const [at, open] of doubles.entries()) {
    const close = doubles[at + 1];
    if (!close || open.lost !== 'close' || close.lost !== 'open') continue;
    const isLast = open.outer.end >= paragraphs[open.paragraph]!.end;
    const isFirst = close.outer.start <= paragraphs[close.paragraph]!.start;
    const lines = close.paragraph - open.paragraph;
    if (isLast && isFirst && lines > 0 && lines <= most && isOneBlock(input, paragraphs, open, close))
      pairs.push({ open, close });
  }
  return pairs;
}

function isOneBlock(input: string, paragraphs: Paragraph[], open: Marked, close: Marked): boolean {
  for (let at = open.paragraph; at < close.paragraph; at++) {
    const between = input.slice(paragraphs[at]!.end, paragraphs[at + 1]!.start);
    if (!/^[ \t]*\r?\n[ \t]*$/.test(between) || paragraphs[at + 1]!.kind === 'credit') return false;
  }
  return true;
}
