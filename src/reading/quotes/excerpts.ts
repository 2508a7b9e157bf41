import type { Span } from '../model/document.ts';

/** An excerpt is closed within so many paragraphs, or it ends with its first. */
const longest = 12;

/** Another mark closed what the straight one opened. */
const slip = /”|[.,!?…]['’](?!\p{L})/u;

/**
 * The paragraphs of longer excerpts from elsewhere: straight marks open before a paragraph and are not closed
 * in it, while the quotes within are in curly marks. Who speaks there speaks in another's text.
 */
export function excerptParagraphs(input: string, paragraphs: Span[]): Set<number> {
  const enclosed = new Set<number>();
  for (const [number, { start, end }] of paragraphs.entries()) {
    if (input[start] !== '"' || straightMarks(input, start, end) !== 1) continue;
    const last = closingParagraph(input, paragraphs, number);
    const lead = /^[^“]*(?=“)/.exec(input.slice(start, paragraphs[last]!.end))?.[0];
    if (lead === undefined || slip.test(lead)) continue;
    for (let at = number; at <= last; at++) enclosed.add(at);
  }
  return enclosed;
}

/** The paragraph that ends with the lone closing mark, else the one that opens. */
function closingParagraph(input: string, paragraphs: Span[], first: number): number {
  for (let at = first + 1; at < Math.min(paragraphs.length, first + longest); at++) {
    const { start, end } = paragraphs[at]!;
    const marks = straightMarks(input, start, end);
    if (marks === 1 && input[end - 1] === '"') return at;
    if (marks > 0) break;
  }
  return first;
}

function straightMarks(input: string, start: number, end: number): number {
  let count = 0;
  for (let at = input.indexOf('"', start); at >= 0 && at < end; at = input.indexOf('"', at + 1)) count++;
  return count;
}
