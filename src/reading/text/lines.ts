import type { Removed, Span } from '../model/document.ts';
import type { LineShape } from './line-shape.ts';

/** A line of the article, trimmed. */
export type Line = Span & {
  text: string;
  /** Whether it follows a blank line or begins the article. */
  afterBlank: boolean;
};

/** A line with its shape and, if its words show it, its kind of boilerplate. */
export type ClassifiedLine = {
  line: Line;
  shape: LineShape;
  kind: Removed['kind'] | null;
  /** Whether it is a day of the article's own, such as that of a sitting, rather than of its publication. */
  isOwnDay?: true;
};

/** The marks of a heading in Markdown. */
const headingMarks = /^#{1,6}\s+(?=\S)/;

/** The lines of the text that are not blank, in order; of a Markdown heading without its marks. */
export function linesOf(input: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const match of input.matchAll(/[^\r\n\u2028\u2029\v\f]*(\r\n|[\r\n\u2028\u2029\v\f]|$)/g)) {
    const end = match[1] === undefined ? match[0].length : match[0].length - match[1].length;
    const whole = match[0].slice(0, end);
    const text = whole.trim().replace(headingMarks, '');
    if (text === '') {
      if (match[0] !== '') afterBlank = true;
      continue;
    }
    const start = match.index + whole.trimEnd().length - text.length;
    lines.push({ start, end: start + text.length, text, afterBlank });
    afterBlank = false;
  }
  return lines;
}

/** A stretch of text with a space for each of its line breaks, so as long as it was. */
export function onOneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029\v\f]/g, ' ');
}

/** A text with a plain space for each blank of any kind, such as the ones that keep words on a line; as long as it was. */
export function withPlainBlanks(text: string): string {
  return text.replace(/[\t-\r\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]/g, ' ');
}
