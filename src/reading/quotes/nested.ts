import type { Mark } from './quote-span.ts';

/** A quote with another in it has so many marks. */
const fewestMarks = 4;

/**
 * The marks of a paragraph without those of quotes within quotes that look like the outer ones, or that single marks
 * enclose: `"They wrote "Traitor" on my door," X said.`, `‘He shouted “Run!” and we ran,’ X said.`
 */
export function withoutInner(marks: Mark[], input: string): Mark[] {
  if (marks.length < fewestMarks) return marks;
  const doubles = marks.filter(({ family }) => family !== 'single');
  const inner = new Set([...innerOf(doubles, input), ...innerOf(marks, input)]);
  return inner.size === 0 ? marks : marks.filter(mark => !inner.has(mark));
}

function innerOf(marks: Mark[], input: string): Mark[] {
  const inner: Mark[] = [];
  for (let first = 0; first + fewestMarks <= marks.length; first++) {
    const last = closingOf(marks, first, input);
    if (last < 0) continue;
    inner.push(...marks.slice(first + 1, last));
    first = last;
  }
  return inner;
}

/** The index of the mark that closes a quote with other quotes in it; -1 where none are, or where a mark may be lost. */
function closingOf(marks: Mark[], first: number, input: string): number {
  const outer = marks[first]!;
  if (outer.role !== 'open') return -1;
  let at = first + 1;
  while (isInside(input, outer, marks[at], marks[at + 1])) at += 2;
  const last = marks[at];
  const closes =
    last?.role === 'close' && last.family === outer.family && /[.,!?…]/.test(input[last.at - 1]!);
  return closes && at > first + 1 ? at : -1;
}

/** Whether two marks enclose some words in the middle of a sentence behind the outer mark. */
function isInside(input: string, outer: Mark, open: Mark | undefined, close: Mark | undefined): boolean {
  const isPair = open?.role === 'open' && close?.role === 'close' && open.family === close.family;
  if (!isPair || (open.family === 'single' && outer.family !== 'single')) return false;
  const begin = outer.at + outer.length;
  const behind = close.at + close.length;
  return (
    /^\p{Lu}/u.test(input.slice(begin, begin + 2)) &&
    /[\p{L},:] $/u.test(input.slice(open.at - 3, open.at)) &&
    /^ \p{Ll}/u.test(input.slice(behind, behind + 3))
  );
}
