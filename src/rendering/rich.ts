import type { MessageEntity } from 'grammy/types';
import { isPair } from './display.ts';

/** A text with its entities; offsets are UTF-16 code units into `text`. */
export type FormattedText = { text: string; entities: MessageEntity[] };

/** The kind of an entity, without its position. */
export type Mark =
  | { type: 'bold' | 'italic' | 'code' | 'blockquote' | 'expandable_blockquote' }
  | { type: 'text_link'; url: string }
  /** `wdt`: weekday, day and time, as the reader's app writes them; `t`: the time alone. Seconds since the epoch. */
  | { type: 'date_time'; unix_time: number; date_time_format: 'wdt' | 't' };

/** Text without any format. */
export const plain = (text: string): FormattedText => ({ text, entities: [] });

/** Several texts one after the other. */
export function joined(parts: FormattedText[]): FormattedText {
  let text = '';
  const entities: MessageEntity[] = [];
  for (const part of parts) {
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += part.text;
  }
  return { text, entities };
}

/** The text with one more entity over all of it but the white space at its ends. */
export function withEntity(rich: FormattedText, mark: Mark): FormattedText {
  const offset = rich.text.length - rich.text.trimStart().length;
  const length = rich.text.trim().length;
  if (length === 0) return rich;
  return { text: rich.text, entities: [{ ...mark, offset, length }, ...rich.entities] };
}

/** The stretch from `start` to `end` without white space at its ends; entities are cut where it is cut. */
function slice(rich: FormattedText, start: number, end: number): FormattedText {
  const cut = rich.text.slice(start, end);
  const from = start + cut.length - cut.trimStart().length;
  const text = cut.trim();
  const entities: MessageEntity[] = [];
  for (const entity of rich.entities) {
    const first = Math.max(entity.offset, from);
    const last = Math.min(entity.offset + entity.length, from + text.length);
    const covered = rich.text.slice(first, last);
    if (first >= last || covered.trim() === '') continue;
    const skipped = covered.length - covered.trimStart().length;
    entities.push({ ...entity, offset: first + skipped - from, length: covered.trim().length });
  }
  return { text, entities };
}

/** Pieces of at most `limit` code points, cut between words where there are any, never inside a surrogate pair. */
export function pieces(rich: FormattedText, limit: number): FormattedText[] {
  const cuts: FormattedText[] = [];
  let start = 0;
  while (start < rich.text.length) {
    const end = cutBefore(rich.text, start, limit);
    const piece = slice(rich, start, end);
    if (piece.text !== '') cuts.push(piece);
    start = end;
  }
  return cuts;
}

function cutBefore(text: string, start: number, limit: number): number {
  let end = start;
  for (let count = 0; count < limit && end < text.length; count++) end += isPair(text, end) ? 2 : 1;
  if (end >= text.length) return text.length;
  for (let at = end; at > start + (end - start) / 2; at--) if (/\s/.test(text[at]!)) return at;
  return end;
}
