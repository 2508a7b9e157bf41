import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { heldTo, tableOf } from './bars.ts';
import { evaluate } from './main.ts';
import { joinGroups, partOf } from './parts.ts';

function folderWith(files: Record<string, object[] | string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'annotated-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const text = typeof content === 'string' ? content : content.map(line => JSON.stringify(line)).join('\n');
    writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  }
  return folder;
}

async function evaluated(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await evaluate(words, { out: line => out.push(line), err: line => err.push(line) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Says the same in six sentences, so that it passes for an article's body. */
const body = Array.from(
  { length: 6 },
  (_, at) =>
    `In the ${['first', 'second', 'third', 'fourth', 'fifth', 'sixth'][at]} year of its construction the harbour of Velmora was still waiting for a railway line that could carry its cargo.`,
);
const page = {
  id: 'a',
  url: 'https://paper.example/harbour',
  html: `<!doctype html><html><head><title>Harbour waits</title><meta name="author" content="Ada Lund"><meta property="article:published_time" content="2019-01-07T08:00:00Z"></head><body><nav><a href="/">Front page</a></nav><article><h1>Harbour waits</h1>${body.map(words => `<p>${words}</p>`).join('')}</article></body></html>`,
  text: body.join('\n'),
  author: 'Ada Lund',
  date: '2019-01-07',
  with: [body[3]],
  without: ['Front page'],
};
const day = (date: string, id: string) => ({
  id,
  publishedAt: date,
  text: `Ships wait ${id}\n\nThe ships of company ${id} were waiting outside the port of Velmora on Monday, and nobody knew how long.`,
});

const annotated = {
  'eval/load.jsonl': [{ text: 'x' }],
  'eval/moods-dev.jsonl': [{ text: 'x' }],
  'eval/quotes-dev.jsonl': [{ text: 'x' }],
  'eval/people-dev.jsonl': [
    {
      id: 'p',
      text: 'Rain in France\n\nMayor Ada Lund said the floods in France would last, and that Spain had offered help to the towns.',
      people: [],
      others: [
        { text: 'FRANCE', start: 8, end: 14, type: 'LOC' },
        { text: 'Spain', start: 88, end: 93, type: 'LOC' },
      ],
    },
  ],
  'eval/timelines-dev2/ships.jsonl': [
    day('2019-01-07', 'one'),
    day('2019-01-07', 'two'),
    day('2019-01-09', 'three'),
  ],
  'eval/timelines-dev2/gold.jsonl': [
    {
      id: 'ships/one',
      collection: 'ships',
      topic: 'ships',
      timeline: [{ date: '2019-01-07' }, { date: '2019-01-12' }],
    },
  ],
  'pages/sites-dev.jsonl.gz': [page, { ...page, id: 'b', author: 'Finn Okonjo', date: '2019-01-08' }],
  'feeds/real/a.rss': '<rss/>',
};

test('every annotated file of a folder is scored, and what is left out is named with its reason', async () => {
  const folder = folderWith(annotated);
  const { code, out, err } = await evaluated(folder, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { part, scores, leftOut } = JSON.parse(out);
  expect(part).toBe('everything');
  expect(scores).toMatchObject([
    {
      metric: 'entities',
      file: 'people-dev.jsonl',
      figures: { loc_precision: 1, loc_recall: 1, loc_gold: 2 },
    },
    { metric: 'timelines', documents: 3, figures: { baseline: 0.5, timelines: 1 } },
    {
      metric: 'pages',
      documents: 2,
      figures: {
        body_f1: 1,
        kept: 1,
        dropped: 1,
        days_right: 1,
        days_wrong: 1,
        authors_right: 1,
        authors_wrong: 1,
      },
    },
  ]);
  expect(
    Object.fromEntries(leftOut.map(({ file, reason }: Record<string, string>) => [file, reason])),
  ).toEqual({
    'load.jsonl': 'its name does not say that it is annotated (METRIC-dev….jsonl)',
    'moods-dev.jsonl': 'there is no metric named moods',
    'people-dev.jsonl': 'score.py is not in its folder',
    'quotes-dev.jsonl': 'score.py is not in its folder',
    'feeds/real': 'it has no expectations (expect.jsonl)',
  });
});

test('the folder with the annotated files finds the pages next to it, and one metric may be asked for', async () => {
  const folder = folderWith({ ...annotated, 'eval/timelines-dev2/gold.jsonl': [] });
  const { code, out } = await evaluated(join(folder, 'eval'), 'pages');
  expect(code).toBe(0);
  expect(out).toContain('Scored: everything');
  expect(out).toContain('pages, sites-dev.jsonl.gz: 2 documents');
  expect(out).not.toContain('entities');
});

test('a metric that can’t be scored says why, also where it is the only one', async () => {
  const folder = folderWith({ ...annotated, 'eval/timelines-dev2/gold.jsonl': 'no JSON' });
  const { code, err } = await evaluated(folder, 'timelines');
  expect(code).toBe(1);
  expect(err).toMatch(/^timelines, timelines-dev2: not scored: .*JSON/);
});

test('wrong words are refused with the usage, and a folder with nothing in it is named', async () => {
  const folder = folderWith({ 'eval/note.md': 'nothing' });
  expect(await evaluated(folder)).toMatchObject({
    code: 1,
    err: expect.stringContaining('nothing to score'),
  });
  for (const words of [
    [],
    [join(folder, 'none')],
    [folder, 'moods'],
    [folder, '--aside', '--tuning'],
    [folder, '--x'],
  ])
    expect(await evaluated(...words)).toMatchObject({
      code: 64,
      err: expect.stringContaining('npm run eval -- FOLDER'),
    });
});

test('a fifth is set aside, the same whatever the order, and no group is torn apart', () => {
  const items = Array.from({ length: 100 }, (_, at) => ({ id: `item ${at}`, group: `group ${at % 23}` }));
  for (const groupOf of [(item: { id: string }) => item.id, (item: { group: string }) => item.group]) {
    const each = groupOf as (item: (typeof items)[number]) => string;
    const aside = partOf(items, 'aside', each);
    const tuning = partOf(items, 'tuning', each);
    expect(aside.length).toBeGreaterThan(15);
    expect(aside.length).toBeLessThanOrEqual(20);
    expect(aside.length + tuning.length).toBe(100);
    const groups = new Set(aside.map(each));
    expect(tuning.filter(item => groups.has(each(item)))).toEqual([]);
    expect(new Set(partOf(items.toReversed(), 'aside', each))).toEqual(new Set(aside));
  }
  expect(partOf(items, 'everything', ({ id }) => id)).toEqual(items);
});

test('topics with a person in common belong together', () => {
  const together = joinGroups([['a', 'b'], ['c'], ['b', 'd', 'a'], ['e', 'f']]);
  expect(new Set(['a', 'b', 'd'].map(together)).size).toBe(1);
  expect(new Set(['a', 'c', 'e'].map(together)).size).toBe(3);
  expect(together('e')).toBe(together('f'));
});

test('a figure below its floor or above its ceiling is named, and one that is missing', () => {
  const { bars, missed } = heldTo('names', 'names-dev.jsonl', { b3_precision: 1, b3_f1: 0.1 });
  expect(bars.map(({ figure, holds }) => [figure, holds])).toEqual([
    ['b3_precision', true],
    ['b3_f1', false],
  ]);
  expect(tableOf(bars)).toEqual([
    expect.stringMatching(/^names +names-dev\.jsonl +b3_precision +1 +at least [\d.]+$/),
    expect.stringMatching(/^names +names-dev\.jsonl +b3_f1 +0\.1 +at least [\d.]+ +MISSED$/),
  ]);
  expect(missed).toEqual([expect.stringContaining('b3_f1 is 0.1, must be at least')]);
  const quotes = heldTo('quotes', 'quotes-dev.jsonl', { misattribution: 1 });
  expect(quotes.missed).toContainEqual(expect.stringContaining('misattribution is 1, must be at most'));
  expect(quotes.missed).toContain('quotes, quotes-dev.jsonl: there is no figure coverage');
  expect(heldTo('quotes', 'own-dev.jsonl', {})).toEqual({ bars: [], missed: [] });
});
