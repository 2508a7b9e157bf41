import { createReadStream } from 'node:fs';

/**
 * The lines of a UTF-8 file with their numbers, from 1, blank ones left out; only one is in memory at a time.
 * Throws the file system's error.
 */
export async function* linesOf(path: string): AsyncGenerator<{ line: number; text: string }> {
  let line = 0;
  let rest = '';
  const named = (text: string) => ({ line: ++line, text: line === 1 ? text.replace(/^\uFEFF/, '') : text });
  for await (const piece of createReadStream(path, 'utf8')) {
    rest += piece;
    // A line longer than many pieces is not looked through again with each of them.
    if (!piece.includes('\n')) continue;
    const parts = rest.split('\n');
    rest = parts.pop()!;
    for (const part of parts) {
      const next = named(part);
      if (next.text.trim() !== '') yield next;
    }
  }
  const last = named(rest);
  if (last.text.trim() !== '') yield last;
}
