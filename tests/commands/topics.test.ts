import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { logLikelihood, topicSuggestions } from '../../src/library/topics/topic-suggestions.ts';
import { storableReading } from '../../src/reading/storable-reading.ts';
import { openLibrary } from '../../src/store.ts';
import { knowledge } from '../reading/knowledge.ts';
import { communique, scratch } from './cli.ts';

const topic = (id: string, words: Record<string, number>) => ({ id, label: `About ${id}`, words });
const articles = [
  [
    'strike',
    'Ferry crews strike',
    'The ferry crews went on strike on Monday. The union of the ferry crews wants higher wages, and the strike may last.',
  ],
  [
    'harbour',
    'Harbour closed',
    'The harbour was closed after a crane fell on the quay. The crane blocks the harbour, and the quay needs repairs.',
  ],
  [
    'crane',
    'New crane for the quay',
    'The harbour buys a crane for its quay. The crane is the largest on the coast, the harbour master said.',
  ],
];

describe('topics try', () => {
  const tried = async (file: unknown, prepare = true) => {
    const folder = scratch();
    if (prepare) {
      const lines = articles.map(([id, title, text]) =>
        JSON.stringify(
          storableReading({ id: id!, title, text: text!, publishedAt: '2021-03-03' }, knowledge),
        ),
      );
      writeFileSync(join(folder, 'articles.jsonl'), lines.join('\n'));
      await communique(folder, ['load', 'articles.jsonl']);
    }
    writeFileSync(join(folder, 'mine.json'), typeof file === 'string' ? file : JSON.stringify(file));
    return { folder, ran: await communique(folder, ['topics', 'try', 'mine.json']) };
  };

  test('prints what each topic would catch, by which words, and what changes, and stores nothing', async () => {
    const { folder, ran } = await tried([topic('ports', { harbour: 3, quay: 3, crane: 2 })]);
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^3 articles, 1 of them without a topic .*Nothing was stored\.$/m);
    expect(ran.out).toMatch(/^About ports \(ports\): 2 articles, 2 new, 0 no longer$/m);
    expect(ran.out).toMatch(/^ {2}matched by (crane 2|harbour 2|quay 2), /m);
    expect(ran.out).toMatch(/^\+ 0\.\d\d New crane for the quay #crane$/m);
    const library = openLibrary(join(folder, 'data/store/communique.db'));
    expect((await library.topics.all()).map(({ id }) => id)).not.toContain('ports');
    library.close();
  });

  test.each<[unknown, RegExp]>([
    ['[{"id": }]', /mine\.json is not JSON/],
    [{}, /it must be a list of topics/],
    [[], /there is no topic in it/],
    [
      [topic('ports', { harbour: 3 }), topic('ports', { quay: 3 })],
      /topic 2 “ports”, id: there is another “ports”/,
    ],
    [
      [{ ...topic('ports', {}), words: { harbour: 'much' } }],
      /topic 1 “ports”, words, harbour: a weight is a number/,
    ],
    [[topic('ports', { harbour: 1 })], /topic 1 “ports”, words: at least one word must weigh 3/],
    [[topic('Ports!', { harbour: 3 })], /topic 1 “Ports!”, id: small letters/],
    [[{ ...topic('ports', { harbour: 3 }), word: {} }], /topic 1 “ports”: .*word/],
  ])('of a wrong file tells in one line what is wrong: %j', async (file, reason) => {
    const { ran } = await tried(file, false);
    expect(ran.code).toBe(1);
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(reason);
    expect(ran.err.trim()).not.toContain('\n');
  });
});

describe('topics suggest', () => {
  const story = (...words: string[]) => new Map(words.map(word => [word, 2]));
  let stories: Map<string, number>[] = [];
  beforeAll(() => {
    const others = Array.from({ length: 40 }, (_, at) => story(`thing${at}`, `place${at % 9}`, 'town'));
    stories = [
      ...others,
      ...Array.from({ length: 6 }, (_, at) => story('eel', 'river', 'dam', `thing${at}`, 'town')),
    ];
  });

  test('names the words that go together more than chance would have it, and not those that stand everywhere', () => {
    const [first, ...more] = topicSuggestions(stories, 5);
    expect(first!.words.toSorted()).toEqual(['dam', 'eel', 'river']);
    expect(first!.stories).toEqual([40, 41, 42, 43, 44, 45]);
    expect(more.flatMap(({ words }) => words)).not.toContain('town');
  });

  test('measures surprise as Dunning does', () => {
    // His table for "the swiss": 110, 2442, 111, 29114.
    expect(logLikelihood(110, 2442, 111, 29_114)).toBeCloseTo(270.72, 1);
    expect(logLikelihood(10, 10, 10, 10)).toBeCloseTo(0, 9);
  });

  test('offers nothing of too few stories, and says so', async () => {
    const folder = scratch();
    writeFileSync(join(folder, 'one.txt'), 'The harbour was closed after a crane fell on the quay.');
    await communique(folder, ['load', 'one.txt']);
    const { code, out } = await communique(folder, ['topics', 'suggest']);
    expect([code, out]).toEqual([0, expect.stringContaining('no new topics come up')]);
  });
});
