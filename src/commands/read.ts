import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Article } from '../article.ts';
import type { Reading } from '../reading/reading.ts';
import { articleFromLine, articleFromText } from '../sources/articles-from.ts';
import { accessReason } from '../sources/files.ts';
import { linesOf } from '../sources/json-lines.ts';
import { exits, Failure, UsageError } from './failure.ts';
import { ownKnowledge, type Surroundings, writeLine } from './open.ts';

/** `read [FILE|-] [--published DATE]` or `read --jsonl [FILE|-]`: reads without storing. */
export async function read(args: string[], around: Surroundings): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { published: { type: 'string' }, jsonl: { type: 'boolean' } },
  });
  if (positionals.length > 1)
    throw new UsageError('read [FILE|-] [--published DATE] [--jsonl]: one file at a time');
  const path = positionals[0] ?? '-';
  const input = path === '-' ? around.input : createReadStream(path);
  const published = values.published === undefined ? {} : { publishedAt: checkedDay(values.published) };
  // The reader's language model takes a second to come up: not before it is known that there is something to read.
  const { read: readArticle } = await import('../reading/read.ts');
  const knowledge = ownKnowledge();
  if (values.jsonl) return readLines(opened(input, path), article => readArticle(article, knowledge), around);

  const found = articleFromText(await whole(opened(input, path)), path === '-' ? null : path);
  if ('refused' in found) throw new Failure(`${path}: ${found.refused.reason}`);
  await writeLine(around.out, JSON.stringify(readArticle({ ...found.article, ...published }, knowledge)));
  return exits.done;
}

/** A reading for each line, in the same order; a line that is no article gives what is wrong with it. */
async function readLines(
  input: AsyncIterable<Uint8Array | string>,
  readArticle: (article: Article) => Reading,
  around: Surroundings,
): Promise<number> {
  let exit: number = exits.done;
  for await (const each of linesOf(input)) {
    const { line } = each;
    const found = 'reason' in each ? { error: each.reason } : articleFromLine(each.text);
    if ('article' in found) await writeLine(around.out, JSON.stringify(readArticle(found.article)));
    else {
      exit = exits.refused;
      const id = found.id === undefined ? {} : { id: found.id };
      await writeLine(around.out, JSON.stringify({ ...id, line, error: found.error }));
    }
  }
  return exit;
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
