import type { Span } from '../model/document.ts';
import { type Around, letter, marksOf, space } from './marks.ts';
import type { Mark } from './quote-span.ts';

/**
 * A run that the marks of a paragraph enclose. `start`/`end` leave the marks out, `outer` takes them in.
 * `lost` names a mark that the text should have and hasn't: its side was set by `limit` alone.
 */
export type Marked = Span & {
  outer: Span;
  paragraph: number;
  lost: 'open' | 'close' | null;
  /** The quote goes on in the next paragraph, which opens again. */
  goesOn: boolean;
};

const doubleOpening = /^\s*(?:["“„«‹‘]|''|``)/;
const singleOpening = /^\s*[‘']\p{Lu}/u;

/** With which kind of mark a paragraph opens; a single one before a capital counts as such. */
export function openingOf(input: string, { start }: Span): Around['nextOpens'] {
  const beginning = input.slice(start, start + 8);
  if (singleOpening.test(beginning)) return 'single';
  return doubleOpening.test(beginning) ? 'double' : null;
}

/** The quoted runs of a paragraph, outermost only, in order; those with a lost mark reach to the next mark or the paragraph's end. */
export function markedRuns(input: string, paragraph: Span, number: number, around: Around): Marked[] {
  const { nextOpens } = around;
  const marks = marksOf(input, paragraph, around);
  const runs: Marked[] = [];
  let open: Mark | null = null;
  let last = paragraph.start;
  const put = (from: Mark | null, to: Mark | null, limit: number, goesOn = false) => {
    const run = runBetween(input, from, to, { last, limit, goesOn });
    runs.push({ ...run, paragraph: number });
    last = run.outer.end;
  };
  for (const mark of marks) {
    const isInSingle: boolean = open?.family === 'single';
    const isSingle = mark.family === 'single';
    if (isSingle && isIdle(mark, open)) continue;
    if (mark.role === 'open') {
      if (open && !isInSingle) closeAt(open, mark.at);
      open = mark;
    } else {
      if (open === null && !isSingle) last = withoutSingles(runs, input, paragraph.start);
      put(isInSingle && !isSingle ? null : open, mark, 0);
      open = null;
    }
  }
  if (open && goesOnBelow(input, open, paragraph, nextOpens)) put(open, null, paragraph.end, true);
  else if (open && open.family !== 'single') closeAt(open, paragraph.end);
  return runs.filter(run => run.end > run.start);

  function closeAt(from: Mark, limit: number) {
    const slip = slipped(input, from, limit);
    put(from, slip, limit);
  }
}

/** Whether a quote that nothing closes in its paragraph goes on in the next one. */
function goesOnBelow(input: string, open: Mark, { end }: Span, nextOpens: Around['nextOpens']): boolean {
  if (open.family === 'single') return nextOpens === 'single';
  return nextOpens !== null && !slipped(input, open, end);
}

/** A single mark opens only where nothing is open, and closes only what another single mark opened. */
function isIdle({ role }: Mark, open: Mark | null): boolean {
  return role === 'open' ? open !== null : open?.family !== 'single';
}

/**
 * Drops the runs in single marks at the end of a list, `X said, We heard ‘no’ and ‘never.’”`: they are within the one
 * that lost its opening mark. Gives where the run before them ended, or `start`.
 */
function withoutSingles(runs: Marked[], input: string, start: number): number {
  while (runs.length > 0 && isInSingles(input, runs.at(-1)!)) runs.pop();
  return runs.at(-1)?.outer.end ?? start;
}

/** Whether a run has both its marks and they are single ones. */
export function isInSingles(input: string, { outer, lost }: Marked): boolean {
  const marks = input.slice(outer.start, outer.start + 2);
  return lost === null && /^[‘'‚]/.test(marks) && !/^['‘]{2}/.test(marks);
}

/**
 * The run between two marks. Without `from` it begins at `last`, where the run before it ended; without `to` it ends
 * at `limit`. All are UTF-16 offsets in `input`.
 */
function runBetween(
  input: string,
  from: Mark | null,
  to: Mark | null,
  { last, limit, goesOn }: { last: number; limit: number; goesOn: boolean },
): Omit<Marked, 'paragraph'> {
  const outer = { start: from ? from.at : last, end: to ? to.at + to.length : limit };
  const start = from ? from.at + from.length : afterSingle(input, last, limit || to!.at);
  const lostClose = to || goesOn ? null : 'close';
  return { ...trimmed(input, start, to ? to.at : limit), outer, lost: from ? lostClose : 'open', goesOn };
}

/** Where a double mark closes what a single one opened, the quote begins behind that one. */
function afterSingle(input: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && /\s/.test(input[at]!)) at++;
  return /^[‘'‚]\p{L}/u.test(input.slice(at, at + 2)) ? at + 1 : start;
}

/** A double mark that a single one closes: `"… members.'`. */
function slipped(input: string, from: Mark, limit: number): Mark | null {
  let isNested = false;
  for (let at = from.at + from.length; at < limit; at++) {
    if (!"'’‘".includes(input[at]!)) continue;
    const before = input[at - 1] ?? '';
    const after = input[at + 1] ?? '';
    const opens = input[at] !== '’' && at > from.at + from.length && space.test(before) && letter.test(after);
    if (opens) isNested = true;
    if (opens || input[at] === '‘') continue;
    // `no magic to the phrase 'radical Islam.' It …`: it closes what a single mark opened within the quote.
    if (isNested && !letter.test(after)) {
      isNested = false;
      continue;
    }
    const ends = at >= limit - 2 || /^['’](?:[.,] |[.,]?,? [-–—] )/.test(input.slice(at, at + 6));
    // No plural and no clipped `-ing` ends so.
    const isMark = /\s/.test(after) && letter.test(before) && !/(s|in|[oO])$/.test(input.slice(at - 2, at));
    const closes = /[.,!?…'’]/.test(before) || isMark || (ends && letter.test(before));
    if (closes && !letter.test(after)) return { at, length: 1, role: 'close', family: 'single' };
  }
  return null;
}

function trimmed(input: string, start: number, end: number): Span {
  while (start < end && /\s/.test(input[start]!)) start++;
  while (end > start && /\s/.test(input[end - 1]!)) end--;
  return { start, end };
}
