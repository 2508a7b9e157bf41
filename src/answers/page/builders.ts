import type { ArticleRef } from '../../library/model/types.ts';
import type { Action, Button, Line, Page, Piece, Style } from './page.ts';
import type { Question } from './question.ts';

/** A page of one message of the interface. */
export function note(
  messageKey: string,
  args: Record<string, string | number> = {},
  buttons: Button[][] = [],
): Page {
  return { blocks: [{ kind: 'text', line: [{ messageKey, args }] }], buttons };
}

/** A button that asks another question. */
export function askButton(label: Line, question: Question): Button {
  return { label, action: { kind: 'ask', question } satisfies Action };
}

/** Pieces with ` · ` between them. */
export function dotted(lines: Line[]): Line {
  return lines
    .filter(line => line.length > 0)
    .flatMap((line, i): Piece[] => (i === 0 ? line : [{ text: ' · ' }, ...line]));
}

/** The day an article was published, and whether it is doubted; no pieces if it is unknown. */
export function publishedDay({ published, doubted }: ArticleRef, style?: Style): Line {
  if (published === null) return [];
  const day: Piece = { day: published, ...(style && { style }) };
  return doubted ? [day, { text: ' ' }, { messageKey: 'day-doubted' }] : [day];
}

/** Buttons in rows of `width`. */
export function rows(buttons: Button[], width: number): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / width) }, (_, i) =>
    buttons.slice(i * width, (i + 1) * width),
  );
}

/** The id that a question names by `#id`, or undefined where it names something in words. */
export function idIn(words: string): string | undefined {
  return words.startsWith('#') && words.length > 1 ? words.slice(1) : undefined;
}
