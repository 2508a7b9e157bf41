import type { Span } from '../model/document.ts';
import { withoutInner } from './nested.ts';
import type { Mark } from './quote-span.ts';

/** What a paragraph is read with. */
export type Around = {
  /** With which kind of mark the next paragraph opens. */
  nextOpens: 'double' | 'single' | null;
  readsApostrophes: boolean;
};

/** Marks of the direction of writing take no room. */
export const space = /[\s([{—–/\u200e\u200f\u202a-\u202e\u2066-\u2069]|^$/;
export const letter = /[\p{L}\p{N}]/u;

/** Two single marks in the place of a double one. */
const doubled = new Set(["''", '``', '’’', '‘‘']);

/** Backticks open a quote that two apostrophes close, or, in old wire copy, backticks again. */
function pairRole(isTick: boolean, isTicked: boolean, byShape: () => Mark['role']): Mark['role'] {
  if (isTick) return isTicked ? byShape() : 'open';
  return isTicked ? 'close' : byShape();
}

/** Every mark of a paragraph with what it does there, by its shape, else by the white space next to it. */
export function marksOf(
  input: string,
  { start, end }: Span,
  { nextOpens, readsApostrophes }: Around,
): Mark[] {
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
      isTicked = isTick && role === 'open';
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
  return withoutLoneSingles(withoutInner(marks, input), input, nextOpens === 'single');
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
  // `rock ’n’ roll`
  if (/^\s['‘’]n$/i.test(input.slice(at - 3, at))) return null;
  return { at, length: 1, role: 'close', family: 'single' };
}

/** What an apostrophe may follow as well: `the drivers’`, `goin’`, `ol’`. */
const mayDrop = /(?:s|in|ol|o|an|th)$/i;

/**
 * An apostrophe behind a plural or a dropped letter closes only what a single mark opened, and the last such mark before the next opening.
 * @param goesOn whether the last quote may go on in the next paragraph
 */
function withoutLoneSingles(marks: Mark[], input: string, goesOn: boolean): Mark[] {
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
      if (!closer || endsPhrase(input, mark)) closer = mark;
      if (endsPhrase(input, mark) || !mayDrop.test(input.slice(mark.at - 3, mark.at))) settle();
    }
  }
  if (goesOn && open && isSentence(input, open) && !(closer && endsPhrase(input, closer))) kept.push(open);
  else settle();
  return kept.sort((a, b) => a.at - b.at);
}

/** A single mark before a sentence rather than a word. */
function isSentence(input: string, { at }: Mark): boolean {
  return (
    /^.\p{Lu}/u.test(input.slice(at, at + 3)) &&
    /^$|[:,\n]\s{0,3}$/.test(input.slice(Math.max(0, at - 4), at))
  );
}

function endsPhrase(input: string, { at }: Mark): boolean {
  return /[.,!?…]/.test(input[at - 1]!);
}
