import type { Line } from './lines.ts';

/** Two lines with no blank line between them, of which the second opens no paragraph of its own. */
export type LineBreak = {
  line: Line;
  next: Line;
  /** UTF-16 code units that the line would have with the first word of the next one. */
  withNext: number;
  /** Whether a sentence goes on over it, as the words next to it show. */
  isInSentence: boolean;
  /** Whether the second line begins with a small letter, as rows of tables and headings hardly do. */
  isBeforeSmall: boolean;
  /** Whether it follows a hyphen within a word: `Jean-` / `Pierre`, `con-` / `tinued`, `two-` / `and three-day`. */
  isInWord: boolean;
};

/** The breaks between lines, each at the index of the line above it; null where a paragraph ends. */
export function breaksOf(lines: Line[]): (LineBreak | null)[] {
  const opensParagraph = paragraphOpener(lines);
  return lines.map((line, at) => {
    const next = lines[at + 1];
    return next && !next.afterBlank && !opensParagraph(next) ? breakOf(line, next) : null;
  });
}

/** A line that begins a paragraph of its own wherever it is: a bullet, a heading of Markdown, a row of a table. */
const marked = /^[•·▪◦*‣●+>#|]/;
const dashed = /^[–—-]\s/;
const numbered = /^(\d{1,3})[.)]\s/;

/** Recognizes lines that open paragraphs. A single one with a dash or a number goes on with a sentence: `on May` / `9. The …`. */
function paragraphOpener(lines: Line[]): (line: Line) => boolean {
  const numbers = new Set(lines.map(({ text }) => numberOf(text)));
  const dashes = lines.filter(({ text }) => dashed.test(text)).length;
  return ({ text }) => {
    if (marked.test(text)) return true;
    if (dashed.test(text)) return dashes > 1 || !/^[–—-]\s+\p{Ll}/u.test(text);
    const number = numberOf(text);
    return number !== null && (number <= 1 || numbers.has(number - 1) || numbers.has(number + 1));
  };
}

function numberOf(text: string): number | null {
  const found = numbered.exec(text);
  return found && Number(found[1]);
}

function breakOf(line: Line, next: Line): LineBreak | null {
  if (hasColumns(line.text) || hasColumns(next.text)) return null;
  const isInWord = splitsWord(line.text, next.text);
  const isBeforeSmall = /^\p{Ll}/u.test(next.text);
  const isInSentence =
    isInWord ||
    isBeforeSmall ||
    endsOpen.test(line.text.slice(-longestEnd)) ||
    line.text.lastIndexOf('(') > line.text.lastIndexOf(')');
  const word = /^\S{1,30}/.exec(next.text)?.[0] ?? '';
  const withNext = line.text.length + 1 + word.length;
  return { line, next, withNext, isInSentence, isBeforeSmall, isInWord };
}

/**
 * `Alder Lane    2.00    3.40`, `Alder Lane │ 2.00`: a tab or rule, a wide gap before a figure or capital, or two narrower
 * ones. Justified prose has gaps too.
 */
function hasColumns(text: string): boolean {
  return (
    text.includes('\t') || /\S\s{3,9}[\p{Lu}\d]/u.test(text) || (text.match(narrowGaps)?.length ?? 0) > 1
  );
}

/** Prose may have two blanks behind a sentence. */
const narrowGaps = /[\p{L}\d,%)]\s{2}[\p{Lu}\d]/gu;

/** A comma, or a word that hardly any row of a table or heading ends with. */
const endsOpen =
  /,$|(?<!\S)(?:a|an|the|and|or|of|in|on|at|to|for|from|by|with|as|is|are|was|were|that|which|who|his|her|its|their)$/;
/** UTF-16 code units that hold such a word. */
const longestEnd = 8;

/** A hyphen right behind a letter or figure of a line of several words: a list may have `Anna-` on a line of its own. */
const endsInHyphen = /\s\S+\s\S*[\p{L}\p{N}][-‐\u00ad]$/u;

function splitsWord(line: string, next: string): boolean {
  return /^[\p{L}\p{N}]/u.test(next) && endsInHyphen.test(line);
}
