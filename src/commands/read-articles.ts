import { createReadStream } from 'node:fs';
import { inOrder } from '../ingest/workers/in-order.ts';
import type { Readers } from '../ingest/workers/readers.ts';
import type { Taken } from '../sources/article-shape.ts';
import { articleFromLine, articleFromText, articlesFrom } from '../sources/articles-from.ts';
import { accessReason } from '../sources/files.ts';
import { type JsonLine, linesOf } from '../sources/json-lines.ts';
import type { Article } from '../system/article.ts';
import { exitCodes, Failure } from './cli/exit-codes.ts';
import { type CommandIo, writeLine } from './cli/open.ts';

/** How many characters of lines are in memory at once, unless a single line is longer. */
const maxCharacters = 8_000_000;

/**
 * The reading of the one article in a file, as a line.
 * @param path the file, `-` for the standard input
 * @param published when the article was published, if that was given
 */
export async function readOne(
  path: string,
  published: Pick<Article, 'publishedAt'>,
  readers: Readers,
  io: CommandIo,
): Promise<number> {
  const found = await oneArticle(path, io);
  if (published.publishedAt === undefined)
    for (const warning of found.warnings ?? []) io.err.write(`${path}: ${warning}\n`);
  const answer = await readers.read({ ...found.article, ...published });
  if ('refused' in answer) throw new Failure(`${path}: ${answer.refused.reason}`);
  await writeLine(io.out, answer.json);
  return exitCodes.ok;
}

/** A reading for each line, in the same order; a line that isn't an article yields what is wrong with it. */
export async function readLines(path: string, readers: Readers, io: CommandIo): Promise<number> {
  let exit: number = exitCodes.ok;
  const limits = { most: readers.threads * 3, heaviest: maxCharacters, weigh };
  const warn = (line: number, warning: string) => io.err.write(`line ${line}: ${warning}\n`);
  const lines = linesOf(bytesOf(path, io));
  for await (const found of inOrder(lines, line => lineRead(line, readers, warn), limits)) {
    if ('error' in found) exit = exitCodes.refused;
    await writeLine(io.out, 'json' in found ? found.json : JSON.stringify(found));
  }
  return exit;
}

async function lineRead(
  each: JsonLine,
  readers: Readers,
  warn: (line: number, warning: string) => void,
): Promise<{ json: string } | { id?: string; line: number; error: string }> {
  const { line } = each;
  const found = 'reason' in each ? { error: each.reason } : articleFromLine(each.text);
  if ('error' in found)
    return { ...(found.id === undefined ? {} : { id: found.id }), line, error: found.error };
  for (const warning of found.warnings ?? []) warn(line, warning);
  // With the text that its offsets refer to, so that `load` takes it on another machine.
  const answer = await readers.read(found.article, { keep: true });
  if ('json' in answer) return answer;
  return {
    ...(found.article.id === undefined ? {} : { id: found.article.id }),
    line,
    error: answer.refused.reason,
  };
}

function weigh(each: JsonLine): number {
  return 'text' in each ? each.text.length : 0;
}

/**
 * The article in a file of text, HTML or JSON, or in the input.
 * @param path the file, `-` for the input
 * @throws Failure with a line that says what is wrong, as of a file of several articles
 */
export async function oneArticle(path: string, io: CommandIo): Promise<Taken> {
  if (!/\.jsonl?$/i.test(path)) {
    const found = articleFromText(await whole(bytesOf(path, io)), path === '-' ? null : path);
    if ('refused' in found) throw new Failure(`${path}: ${found.refused.reason}`);
    return found;
  }
  let only: Taken | null = null;
  for await (const found of articlesFrom([path])) {
    if ('refused' in found) throw new Failure(`${path}: ${found.refused.reason}`);
    if ('reading' in found) throw new Failure(`${path}: this has been read already`);
    if (only !== null)
      throw new Failure(`${path} has several articles: name a file of one, or use \`read --jsonl\``);
    only = found;
  }
  if (only === null) throw new Failure(`${path}: there is no article in it`);
  return only;
}

/** @throws Failure with a line that says why the file can't be read */
async function* bytesOf(path: string, io: CommandIo): AsyncGenerator<Uint8Array | string> {
  try {
    yield* path === '-' ? io.input : createReadStream(path);
  } catch (error) {
    throw new Failure(`${path}: ${accessReason(error)}`);
  }
}

/** All bytes of a stream. */
async function whole(input: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
