import type { Span } from '../model/document.ts';

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

type Mark = { at: number; length: number; role: 'open' | 'close'; family: 'double' | 'single' | 'guillemet' };

/** Marks of the direction of writing take no room. */
const space = /[\s([{—–/\u200e\u200f\u202a-\u202e\u2066-\u2069]|^$/;
const letter = /[\p{L}\p{N}]/u;

/** The quoted runs of a paragraph, outermost only, in order; those with a lost mark reach to the next mark or the paragraph's end. */
export function markedRuns(
  input: string,
  paragraph: Span,
  number: number,
  { nextOpens, readsApostrophes }: { nextOpens: boolean; readsApostrophes: boolean },
): Marked[] {
  const marks = marksOf(input, paragraph, readsApostrophes);
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
  if (open && open.family !== 'single') {
    if (nextOpens && !slipped(input, open, paragraph.end)) put(open, null, paragraph.end, true);
    else closeAt(open, paragraph.end);
  }
  return runs.filter(run => run.end > run.start);

  function closeAt(from: Mark, limit: number) {
    const slip = slipped(input, from, limit);
    put(from, slip, limit);
  }
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

/** Two single marks in the place of a double one. */
const doubled = new Set(["''", '``', '’’', '‘‘']);

function pairRole(isTick: boolean, isTicked: boolean, byShape: () => Mark['role']): Mark['role'] {
  if (isTick) return 'open';
  return isTicked ? 'close' : byShape();
}

/** Every mark of a paragraph with what it does there, by its shape, else by the white space next to it. */
function marksOf(input: string, { start, end }: Span, readsApostrophes: boolean): Mark[] {
  const marks: Mark[] = [];
  let isOpen = false;
  let isTicked = false;
  let isHidden = false;
  for (let at = nextMark(input, start, end); at < end; at = nextMark(input, at + 1, end)) {
    const char = input[at]!;
    const pair = input.slice(at, at + 2);
    if (doubled.has(pair)) {
      const isTick = pair === '``' || pair === '‘‘';
      const isInside: boolean = isOpen || isHidden;
      const role = pairRole(isTick, isTicked, () => roleOf(input, at, 2, start, end, isInside));
      if (isTick || isTicked || readsApostrophes) {
        marks.push({ at, length: 2, role, family: 'double' });
        isOpen = role === 'open';
      } else isHidden = role === 'open';
      isTicked = isTick;
      at++;
    } else if ('“”„‟"«»‹›'.includes(char)) {
      // Within another quote they enclose one more.
      if (isSmallGuillemet(char) && isOpen && !isSmallGuillemet(input[marks.at(-1)!.at]!)) continue;
      if (isHeight(input, at, { start, end, isOpen })) continue;
      const role = doubleRole(input, at, start, end, isOpen);
      marks.push({ at, length: 1, role, family: 'double' });
      isOpen = role === 'open';
    } else if (!isHidden && "‘’'‚".includes(char)) {
      const mark = singleMark(input, at, start, end);
      if (mark) marks.push(mark);
    }
  }
  return withoutLoneSingles(marks, input);
}

function isSmallGuillemet(char: string): boolean {
  return char === '‹' || char === '›';
}

/** `5'10"`; within a quote only where another mark closes that one. */
function isHeight(
  input: string,
  at: number,
  { start, end, isOpen }: { start: number; end: number; isOpen: boolean },
): boolean {
  if (!/\d['’]\d{1,2}$/.test(input.slice(Math.max(start, at - 5), at))) return false;
  if (!isOpen) return true;
  let next = at + 1;
  while (next < end && !'“”"'.includes(input[next]!)) next++;
  return next < end && input[next] !== '“' && !space.test(input[next - 1]!);
}

/**
 * Whether two apostrophes stand for a double mark by themselves: where most quotes of a text are in other
 * marks, they are slips of the hand for those. In a text that has no other marks they are not read, nor are
 * the single marks between them.
 */
export function readsApostrophes(input: string): boolean {
  const apostrophes = input.match(/''/g)?.length ?? 0;
  return apostrophes > 0 && (input.match(/["“”«»„]/g)?.length ?? 0) > apostrophes;
}

/** Where the next character is that may be a mark, or the end. */
function nextMark(input: string, from: number, end: number): number {
  while (from < end && markTable[input.charCodeAt(from)] !== 1) from++;
  return from;
}

/** `"`, `'`, a backtick, guillemets of both sizes and the curly ones, each by its UTF-16 code unit. */
const markTable = new Uint8Array(0x2040);
for (const mark of '"\'`«»‹›‘’‚‛“”„‟') markTable[mark.charCodeAt(0)] = 1;

function doubleRole(
  input: string,
  at: number,
  start: number,
  end: number,
  isOpen: boolean,
): 'open' | 'close' {
  const char = input[at]!;
  const before = at > start ? input[at - 1]! : '';
  const after = at + 1 < end ? input[at + 1]! : '';
  if (char === '„' || char === '‟') return 'open';
  if (char === '“') return isOpen && !space.test(before) && !letter.test(after) ? 'close' : 'open';
  if (char === '”') return !isOpen && space.test(before) && letter.test(after) ? 'open' : 'close';
  if (char === '«' || char === '‹') return isOpen && !space.test(before) ? 'close' : 'open';
  if (char === '»' || char === '›')
    return !isOpen && space.test(before) && letter.test(after) ? 'open' : 'close';
  return roleOf(input, at, 1, start, end, isOpen);
}

function roleOf(
  input: string,
  at: number,
  length: number,
  start: number,
  end: number,
  isOpen: boolean,
): 'open' | 'close' {
  const before = at > start ? input[at - 1]! : '';
  const after = at + length < end ? input[at + length]! : '';
  const spaceBefore = space.test(before) || /[“"‘]/.test(before);
  const spaceAfter = after === '' || /[\s)\]}.,;:!?—–]/.test(after);
  if (spaceBefore && !(/\s/.test(after) || after === '')) return 'open';
  if (!spaceBefore && spaceAfter) return 'close';
  return isOpen ? 'close' : 'open';
}

/** `in '21`: a year without its century. */
const yearly = /\b(?:in|of|since|from|until|till|by|before|after|to) $/;

function singleMark(input: string, at: number, start: number, end: number): Mark | null {
  const before = at > start ? input[at - 1]! : '';
  const after = at + 1 < end ? input[at + 1]! : '';
  const opens = (space.test(before) || /[“"]/.test(before)) && letter.test(after) && input[at] !== '’';
  const isYear =
    /^.\d\d(?![\p{L}\p{N}])/u.test(input.slice(at, at + 4)) &&
    yearly.test(input.slice(Math.max(0, at - 8), at));
  if (opens && !isYear && !/^.(\d0s|em\b|tis\b|twas\b|til\b|cause\b|n\b)/i.test(input.slice(at, at + 6))) {
    return { at, length: 1, role: 'open', family: 'single' };
  }
  if (input[at] === '‘' || letter.test(after) || before === '' || /\s/.test(before)) return null;
  return { at, length: 1, role: 'close', family: 'single' };
}

/** An apostrophe behind a plural closes only what a single mark opened, and the last such mark before the next opening. */
function withoutLoneSingles(marks: Mark[], input: string): Mark[] {
  const kept: Mark[] = [];
  let open: Mark | null = null;
  let closer: Mark | null = null;
  const settle = () => {
    if (open && closer) kept.push(open, closer);
    open = closer = null;
  };
  for (const mark of marks) {
    if (mark.family !== 'single') {
      if (open && closer) settle();
      open = closer = null;
      kept.push(mark);
    } else if (mark.role === 'open') {
      settle();
      open = mark;
    } else if (open) {
      const before = input[mark.at - 1]!;
      if (!closer || /[.,!?…]/.test(before)) closer = mark;
      if (/[.,!?…]/.test(before) || before !== 's') settle();
    }
  }
  settle();
  return kept.sort((a, b) => a.at - b.at);
}
