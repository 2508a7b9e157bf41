import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Article } from '../article.ts';
import { inOrder } from '../reading-workers/in-order.ts';
import type { Readers } from '../reading-workers/readers.ts';
import { articleFromLine, articleFromText } from '../sources/articles-from.ts';
import { accessReason } from '../sources/files.ts';
import { type JsonLine, linesOf } from '../sources/json-lines.ts';
import { exits, Failure, UsageError } from './failure.ts';
import { type Surroundings, withReaders, writeLine } from './open.ts';
import { readFeeds } from './read-feeds.ts';

/** So many characters of lines are at most in memory at once, but for one that is longer. */
const heaviest = 8_000_000;

/** `read [FILE|-] [--published DATE]`, `read --jsonl [FILE|-]` or `read --feed FILE…`: reads without storing. */
export async function read(args: string[], around: Surroundings): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { published: { type: 'string' }, jsonl: { type: 'boolean' }, feed: { type: 'boolean' } },
  });
  if (values.feed) return readFeeds(positionals, around);
  if (positionals.length > 1)
    throw new UsageError(
      'read [FILE|-] [--published DATE] [--jsonl]: one file at a time, but for --feed FILE…',
    );
  const path = positionals[0] ?? '-';
  const input = path === '-' ? around.input : createReadStream(path);
  const published = values.published === undefined ? {} : { publishedAt: checkedDay(values.published) };
  if (values.jsonl) return withReaders(readers => readLines(opened(input, path), readers, around));

  const found = articleFromText(await whole(opened(input, path)), path === '-' ? null : path);
  if ('refused' in found) throw new Failure(`${path}: ${found.refused.reason}`);
  const answer = await withReaders(readers => readers.read({ ...found.article, ...published }));
  if ('refused' in answer) throw new Failure(`${path}: ${answer.refused}`);
  await writeLine(around.out, answer.json);
  return exits.done;
}

/** A reading for each line, in the same order; a line that is no article gives what is wrong with it. */
async function readLines(
  input: AsyncIterable<Uint8Array | string>,
  readers: Readers,
  around: Surroundings,
): Promise<number> {
  let exit: number = exits.done;
  const limits = { most: readers.threads * 3, heaviest, weigh };
  const warn = (line: number, warning: string) => around.err.write(`line ${line}: ${warning}\n`);
  for await (const found of inOrder(linesOf(input), line => lineRead(line, readers, warn), limits)) {
    if ('error' in found) exit = exits.refused;
    await writeLine(around.out, 'json' in found ? found.json : JSON.stringify(found));
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
  const answer = await readers.read(found.article);
  if ('json' in answer) return answer;
  return {
    ...(found.article.id === undefined ? {} : { id: found.article.id }),
    line,
    error: answer.refused,
  };
}

function weigh(each: JsonLine): number {
  return 'text' in each ? each.text.length : 0;
}

/** The bytes of a file as they come; what is in the way of reading it is told in one line. */
async function* opened(input: NodeJS.ReadableStream, path: string): AsyncGenerator<Uint8Array | string> {
  try {
    yield* input;
  } catch (error) {
    throw new Failure(`${path}: ${accessReason(error)}`);
  }
}

async function whole(input: AsyncIterable<Uint8Array | string>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function checkedDay(day: string): NonNullable<Article['publishedAt']> {
  if (Number.isNaN(Date.parse(day)) || !/^\d{4}-\d\d-\d\d/.test(day))
    throw new UsageError(`--published ${day} is no day: write it like 2022-02-23 or 2022-02-23T09:31`);
  return day;
}
