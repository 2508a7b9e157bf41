import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Article } from '../article.ts';
import type { Reading } from '../reading/reading.ts';
import { articleFromLine, articleFromText } from '../sources/articles-from.ts';
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
  if (values.jsonl) return readLines(input, article => readArticle(article, knowledge), around);

  const found = articleFromText(await whole(input), path === '-' ? null : path);
  if ('refused' in found) throw new Failure(`${path}: ${found.refused.reason}`);
  await writeLine(around.out, JSON.stringify(readArticle({ ...found.article, ...published }, knowledge)));
  return exits.done;
}

/** A reading for each line, in the same order; a line that is no article gives what is wrong with it. */
async function readLines(
  input: NodeJS.ReadableStream,
  readArticle: (article: Article) => Reading,
  around: Surroundings,
): Promise<number> {
  let exit: number = exits.done;
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    const found = articleFromLine(text);
    if ('article' in found) await writeLine(around.out, JSON.stringify(readArticle(found.article)));
    else {
      exit = exits.refused;
      const id = found.id === undefined ? {} : { id: found.id };
      await writeLine(around.out, JSON.stringify({ ...id, line, error: found.error }));
    }
  }
  return exit;
}

async function whole(input: NodeJS.ReadableStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of input) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function checkedDay(day: string): NonNullable<Article['publishedAt']> {
  if (Number.isNaN(Date.parse(day)) || !/^\d{4}-\d\d-\d\d/.test(day))
    throw new UsageError(`--published ${day} is no day: write it like 2022-02-23 or 2022-02-23T09:31`);
  return day;
}
