import type { Refusal } from '../system/refusal.ts';
import { decode, wideOf } from './text/decoding.ts';

export type JsonLine = { line: number; text: string } | ({ line: number } & Refusal);

const lineFeed = 10;

/**
 * The lines of a JSONL file with their numbers, from 1, blank ones left out; only one is in memory at a time,
 * each decoded by itself. A file in UTF-16 is taken whole. Throws the stream's error.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<JsonLine> {
  let line = 0;
  let rest: Uint8Array[] = [];
  let isWide: boolean | undefined;
  for await (const given of bytes) {
    const piece = typeof given === 'string' ? Buffer.from(given) : given;
    isWide ??= wideOf(piece) !== null;
    let from = 0;
    for (let to = isWide ? -1 : piece.indexOf(lineFeed); to >= 0; to = piece.indexOf(lineFeed, from)) {
      rest.push(piece.subarray(from, to));
      const found = lineOf(rest, ++line);
      if (found) yield found;
      rest = [];
      from = to + 1;
    }
    rest.push(piece.subarray(from));
  }
  if (!isWide) {
    const found = lineOf(rest, ++line);
    if (found) yield found;
    return;
  }
  const decoded = decode(Buffer.concat(rest));
  if ('reason' in decoded) yield { ...decoded, line: 1 };
  else for (const text of decoded.text.split('\n')) if (!isBlank(text, ++line)) yield { line, text };
}

function lineOf(pieces: Uint8Array[], line: number): JsonLine | null {
  const decoded = decode(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces));
  if ('reason' in decoded) return { ...decoded, line };
  const text = line === 1 ? decoded.text.replace(/^\uFEFF/, '') : decoded.text;
  return isBlank(text, line) ? null : { line, text };
}

function isBlank(text: string, line: number): boolean {
  return (line === 1 ? text.replace(/^\uFEFF/, '') : text).trim() === '';
}
