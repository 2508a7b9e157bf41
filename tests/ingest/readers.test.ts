import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { ownKnowledgeFolder } from '../../src/commands/cli/open.ts';
import { createReaders } from '../../src/ingest/workers/readers.ts';
import { read } from '../../src/reading/read.ts';
import { storableReading } from '../../src/reading/storable-reading.ts';
import { inventedNews } from '../bench/news.ts';
import { knowledge } from '../reading/knowledge.ts';

const breaking = pathToFileURL(join(import.meta.dirname, 'breaking-worker.ts'));

function readers(options: Partial<Parameters<typeof createReaders>[0]> = {}) {
  const made = createReaders({ knowledge: ownKnowledgeFolder, ...options });
  onTestFinished(() => made.close());
  return made;
}

test('threads give the very readings that this one would', async () => {
  const { read: readElsewhere } = readers({ threads: 2 });
  const articles = [1, 2, 3].map(number => ({ text: inventedNews(number, 6) }));
  const answers = await Promise.all(articles.map(article => readElsewhere(article)));
  expect(answers).toEqual(articles.map(article => ({ json: JSON.stringify(read(article, knowledge)) })));
  const odd = { text: 'A lone half \ud83d stands here, said Mayor Anna Brandt.', id: 'odd' };
  const kept = await readElsewhere(odd, { keep: true });
  expect('json' in kept && JSON.parse(kept.json)).toEqual(storableReading(odd, knowledge));
});

test('an article over which two threads end is refused, the others are read', async () => {
  const { read: readElsewhere } = readers({ threads: 1, program: breaking });
  const answers = await Promise.all(['a', 'always', 'b'].map(text => readElsewhere({ text })));
  expect(answers[0]).toEqual({ json: '{"text":"a","jobs":1}' });
  const refused = { reason: 'the reader crashed on it, twice (out of paper)', code: 'failed' };
  expect(answers[1]).toEqual({ refused });
  expect(answers[2]).toEqual({ json: '{"text":"b","jobs":1}' });
});

test('an article over which one thread ends is read by the next', async () => {
  const { read: readElsewhere } = readers({ threads: 1, program: breaking });
  const answers = await Promise.all(['a', 'once', 'b'].map(text => readElsewhere({ text })));
  expect(answers).toEqual([
    { json: '{"text":"a","jobs":1}' },
    { json: '{"text":"once","jobs":1}' },
    { json: '{"text":"b","jobs":2}' },
  ]);
});

test('where no thread can start, it says why and does not try for ever', async () => {
  const made = readers({ knowledge: join(import.meta.dirname, 'nowhere') });
  await expect(made.read({ text: 'x' })).rejects.toThrow(/cannot start: .*nowhere/);
  await expect(made.read({ text: 'y' })).rejects.toThrow(/cannot start/);
});

test('closed, what is under way is given up', async () => {
  const made = readers({ threads: 1, program: breaking });
  const asked = Promise.allSettled(['a', 'b'].map(text => made.read({ text })));
  await made.close();
  for (const one of await asked) expect(one).toMatchObject({ reason: { message: 'the readers are closed' } });
  await expect(made.read({ text: 'c' })).rejects.toThrow('closed');
});

test('a text that is too long, takes too long or too much memory is refused, and the rest is read', async () => {
  const limits = { characters: 10, seconds: 0.3, megabytes: 40 };
  const { read: readElsewhere } = readers({ threads: 1, program: breaking, limits });
  const texts = ['a', 'for ever', 'b', 'far too long', 'greedy', 'c'];
  const answers = await Promise.all(texts.map(text => readElsewhere({ text })));
  expect(
    answers.map(answer => ('json' in answer ? JSON.parse(answer.json).text : answer.refused.reason)),
  ).toEqual([
    'a',
    'reading it took more than 0.3 s',
    'b',
    'it has 12 characters, more than the 10 allowed',
    // Whichever of its limits a machine meets first.
    expect.stringMatching(/^reading it (takes more than 40 MB of memory|took more than 0.3 s)$/),
    'c',
  ]);
});

test('memory is limited without a limit of time', async () => {
  const limits = { characters: 10, seconds: 600, megabytes: 40 };
  const { read: readElsewhere } = readers({ threads: 1, program: breaking, limits });
  for (const text of ['greedy', 'hungry'])
    expect(await readElsewhere({ text })).toEqual({
      refused: { reason: 'reading it takes more than 40 MB of memory', code: 'too-large' },
    });
  expect(await readElsewhere({ text: 'b' })).toMatchObject({ json: expect.any(String) });
});
