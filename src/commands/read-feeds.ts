import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { NoFeed } from '../sources/feeds/feed.ts';
import { accessReason } from '../sources/files.ts';
import { createParser, mostBytes } from '../sources/parsing/parser.ts';
import { exitCodes, UsageError } from './cli/exit-codes.ts';
import { type CommandIo, writeLine } from './cli/open.ts';

const reasons: Record<NoFeed['reason'], string> = {
  'not-a-feed': 'this is not a feed; RSS, Atom, RDF and JSON Feed can be read',
  malformed: 'this is a feed, but too broken for any item of it to be read',
  empty: 'there is nothing in it',
  'too-slow': 'it takes too long to read, as hostile feeds do',
  'too-large': `it is larger than ${mostBytes / 1_000_000} MB, or needs too much memory`,
};

/** `read --feed FILE…`: an item a line, or `{file, error}`; stores nothing. Exit 2 if a file is not a feed. */
export async function readFeeds(files: string[], io: CommandIo): Promise<number> {
  if (files.length === 0) throw new UsageError('name the feeds, or - for the standard input');
  const parser = createParser();
  let exit: number = exitCodes.ok;
  try {
    for (const file of files) {
      const read = await bytesOf(file, io);
      const feed = 'error' in read ? read : await parser.feed({ bytes: read.bytes });
      if ('items' in feed) {
        for (const { outlet: _, ...item } of feed.items)
          await writeLine(io.out, JSON.stringify({ file, ...item }));
        continue;
      }
      exit = exitCodes.refused;
      const error = 'error' in feed ? feed.error : reasons[feed.reason];
      await writeLine(io.out, JSON.stringify({ file, error }));
    }
    return exit;
  } finally {
    await parser.close();
  }
}

/** The bytes of a file, no more of them than make it too large. */
async function bytesOf(file: string, io: CommandIo): Promise<{ bytes: Buffer } | { error: string }> {
  try {
    // To open a pipe or device by mistake is to wait forever.
    if (file !== '-' && !(await stat(file)).isFile()) return { error: 'this is not a file' };
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of file === '-' ? io.input : createReadStream(file)) {
      pieces.push(Buffer.from(piece));
      length += pieces.at(-1)!.length;
      if (length > mostBytes) return { error: reasons['too-large'] };
    }
    return { bytes: Buffer.concat(pieces) };
  } catch (error) {
    return { error: accessReason(error) };
  }
}
