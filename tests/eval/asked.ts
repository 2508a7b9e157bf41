import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFreeText } from '../../src/answers/asking/free-text.ts';
import { answer, questionFrom } from '../../src/answers/asking/registry.ts';
import { readersLibrary } from '../../src/answers/readers-library.ts';
import { readerOf } from '../../src/bot/intake/reader.ts';
import { allNews, composeDigest } from '../../src/digests/composer.ts';
import { loadLanguages } from '../../src/languages/languages.ts';
import { loadMessages } from '../../src/rendering/messages.ts';
import { renderPlain } from '../../src/rendering/plain.ts';
import { type Library, openLibrary } from '../../src/store.ts';
import { createBench, load } from './bench.ts';

/**
 * Asks the questions of tests/answers/asked.json and asked-later.json of a library loaded from FOLDER/load.jsonl and
 * of the samples, and prints which first screens have what they must, and the checks of the digest:
 * `node tests/eval/asked.ts FOLDER [DATABASE]`. Exit 1 if fewer than nine of ten of a list hold. Without the file it
 * says so and ends well. The later list was written before any of its answers was seen.
 */
type Asked = {
  asker: string;
  /** What was asked just before, in the same chat. */
  after?: string;
  chat?: 'group';
  library?: 'samples';
  question: string;
  contains: string[];
};

const required = 0.9;
const lists = ['asked.json', 'asked-later.json'];
const messages = loadMessages();

async function firstScreen(library: Library, { question: text, after, chat }: Asked): Promise<string> {
  const before = after === undefined ? undefined : await parseFreeText(library, after);
  const question = text.startsWith('/') ? questionFrom(text) : await parseFreeText(library, text, before);
  if (question === null) return '';
  return renderPlain(await answer(library, question, { page: 1, chat: chat ?? 'private' }), messages);
}

async function main(): Promise<number> {
  const [folder = '../shared/eval', database] = process.argv.slice(2);
  const file = join(folder, 'load.jsonl');
  if (!existsSync(file)) {
    console.log(`nothing is asked: there is no ${file}`);
    return 0;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'asked-'));
  try {
    const bench = createBench(scratch, 'everything');
    if (!database) console.log(load(bench, 'asked', file));
    load(bench, 'samples', new URL('../../data/seeds.jsonl', import.meta.url).pathname);
    const languages = loadLanguages();
    const asRead = (path: string) => readersLibrary(openLibrary(path), readerOf(languages, messages));
    const library = asRead(database ?? join(scratch, 'asked.db'));
    const samples = asRead(join(scratch, 'samples.db'));
    let isEnough = true;
    for (const list of lists) isEnough = (await askAll(list, library, samples)) && isEnough;
    await checkDigest(library);
    library.close();
    samples.close();
    return isEnough ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Whether enough of a list's questions have a first screen with what it must have. */
async function askAll(list: string, month: Library, samples: Library): Promise<boolean> {
  const all: Asked[] = JSON.parse(readFileSync(new URL(`../answers/${list}`, import.meta.url), 'utf8'));
  let held = 0;
  for (const asked of all) {
    const screen = await firstScreen(asked.library === 'samples' ? samples : month, asked);
    const missing = asked.contains.filter(pattern => !matches(screen, pattern));
    if (missing.length === 0) held += 1;
    else
      console.log(
        `misses ${missing.join(', ')}: ${asked.question}\n    ${screen.slice(0, 300).replaceAll('\n', '\n    ')}`,
      );
  }
  console.log(`${list}: ${held} of ${all.length} first screens have what they must`);
  return held >= required * all.length;
}
/** A pattern may begin with inline flags, `(?i)` or `(?s)`. */
function matches(text: string, pattern: string): boolean {
  const [, flags = '', source = pattern] = /^\(\?([is]+)\)(.*)$/s.exec(pattern) ?? [];
  return new RegExp(source, `u${flags}`).test(text);
}

async function checkDigest(library: Library): Promise<void> {
  const topic = await library.topics.find('elections');
  const person = (await library.people.find('Netanyahu')).fits[0];
  if (!topic || !person) return;
  const interest = { ...allNews('UTC'), topics: [topic.id], people: [person.id], words: ['prisoner swap'] };
  const { pages, total } = await composeDigest(library, interest, { now: Date.now(), preview: true });
  const text = renderPlain(pages[0]!, messages);
  const first = text.split(/^4\. /m)[0]!;
  const found = ['swap', 'Venezuela|Maduro', 'Netanyahu'].filter(each => new RegExp(each).test(first));
  console.log(
    `digest: ${pages.length} message, ${total} stories, ${found.length} of 3 wishes among the first three`,
  );
}

process.exitCode = await main();
