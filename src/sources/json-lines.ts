import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The lines of a text file with their numbers, blank ones left out; only one is in memory at a time. */
export async function* linesOf(path: string): AsyncGenerator<{ line: number; text: string }> {
  const stream = createReadStream(path, 'utf8');
  // readline tells of no error of the stream below it, so the wait for the next line ends here.
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => {});
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  try {
    for (let line = 1; ; line++) {
      const next = await Promise.race([lines.next(), failed]);
      if (next.done) break;
      const text = line === 1 ? next.value.replace(/^\uFEFF/, '') : next.value;
      if (text.trim() !== '') yield { line, text };
    }
    if (stream.errored) throw stream.errored;
  } finally {
    stream.destroy();
  }
}
