import { existsSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { loadProgress } from '../../src/commands/load-progress.ts';
import { run } from '../../src/commands/run.ts';
import { loadPaths } from '../../src/ingest/load.ts';
import { openLibrary } from '../../src/store.ts';
import { inventedReading } from '../bench/invented.ts';
import { communique, launch, scratch, spawnCommunique } from './cli.ts';

const readings = (count: number) =>
  Array.from({ length: count }, (_, number) => {
    const reading = inventedReading(number);
    return `${JSON.stringify({ ...reading, published: { ...reading.published, date: '2020-01-01' } })}\n`;
  }).join('');

test('progress shows the share, the rate and the time left by the last seconds', () => {
  const progress = loadProgress(1_000_000, 0);
  const counts = (loaded: number, refused = 0) => ({ loaded, updated: 0, known: 0, refused });
  progress.read(100_000);
  expect(progress.line(counts(50), 5_000, false)).toBe('50 articles (10 %), 10.0 a second, 45 s left');
  progress.read(100_000);
  expect(progress.line(counts(99, 1), 10_000, true)).toBe(
    '████░░░░░░░░░░░░░░░░░░░░ 100 articles (20 %), 10.0 a second, 40 s left, 1 refused',
  );
  progress.read(10_000);
  // The rate of the last ten seconds is a twentieth of what it was.
  expect(progress.line(counts(109, 1), 30_000, false)).toBe(
    '110 articles (21 %), 0.5 a second, 26 min left, 1 refused',
  );
  progress.read(790_000);
  expect(progress.line(counts(199, 1), 31_000, false)).toMatch(/^200 articles \(100 %\).* nearly done/);
  expect(loadProgress(0, 0).line(counts(1), 1_000, false)).toBe('1 article (0 %), 1.0 a second, nearly done');
});

test('without a terminal a line is added after each hundred articles', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'all.jsonl'), `${readings(101)}{"text": 1}\n`);
  const plain = await communique(folder, ['load', 'all.jsonl']);
  expect(plain.err).toMatch(/^100 articles \(\d+ %\), \d+\.\d a second, .*\nall.jsonl:102: .*\n$/);
  expect(plain.out).toBe('101 loaded, 0 already known, 1 refused\n');
}, 120_000);

test('articles come from the standard input too, one on each line', async () => {
  const folder = scratch();
  const input = `${readings(2)}{"text": 1}\n`;
  const loaded = await communique(folder, ['load', '-'], { input });
  expect(loaded).toMatchObject({ code: 2, out: '2 loaded, 0 already known, 1 refused\n' });
  expect(loaded.err).toMatch(/^standard input:3: /);
  const again = await spawnCommunique(folder, ['load', '/dev/stdin'], { input: readings(2) });
  expect(again).toEqual({ code: 0, out: '0 loaded, 2 already known, 0 refused\n', err: '' });
});

test('on a terminal one line changes and is wiped away before anything else is written', async () => {
  const folder = scratch();
  writeFileSync(join(folder, 'all.jsonl'), `${readings(3)}{"text": 1}\n`);
  const [out, err] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
  const code = await run(['load', join(folder, 'all.jsonl')], {
    environment: { DATABASE: join(folder, 'other.db') },
    folder,
    out,
    err,
    input: new PassThrough(),
  });
  expect(code).toBe(2);
  const shown = String(err.read());
  expect(shown).toMatch(/^\r\x1b\[K[█░]{24} 1 article \(\d+ %\), /);
  expect(shown).toMatch(/\r\x1b\[K\S*all\.jsonl:4: /);
  expect(String(out.read())).toBe('3 loaded, 0 already known, 1 refused\n');
});

test('a load that is killed goes on where it was, and a further one loads nothing', async () => {
  const folder = scratch();
  const total = 60;
  writeFileSync(join(folder, 'all.jsonl'), readings(total));
  const store = join(folder, 'data/store');
  const file = join(store, 'communique.db');
  const child = launch(folder, ['load', 'all.jsonl']);
  const ended = new Promise(resolve => child.on('close', resolve));
  for await (const _ of changesIn(folder)) {
    if (!existsSync(file) || !existsSync(`${file}-wal`)) continue;
    if ((await countIn(file)) >= 5) break;
  }
  child.kill('SIGKILL');
  await ended;
  const kept = await countIn(file);
  expect(kept).toBeGreaterThanOrEqual(5);
  const second = await communique(folder, ['load', 'all.jsonl']);
  expect(second.out).toBe(`${total - kept} loaded, ${kept} already known, 0 refused\n`);
  const third = await communique(folder, ['load', 'all.jsonl']);
  expect(third.out).toBe(`0 loaded, ${total} already known, 0 refused\n`);
}, 120_000);

test('an article that is there is not read again, one whose text changed is', async () => {
  const folder = scratch();
  const article = { id: 'a', text: 'The mayor opened the bridge, said Anna Brandt.', source: 'One' };
  const file = join(folder, 'one.jsonl');
  writeFileSync(file, JSON.stringify(article));
  const library = openLibrary(join(folder, 'library.db'));
  onTestFinished(() => library.close());
  const read: string[] = [];
  const readers = {
    threads: 1,
    ahead: 0,
    close: async () => {},
    read: async ({ id, text }: { id?: string; text: string }) => {
      read.push(text);
      return { json: JSON.stringify({ ...inventedReading(1), id, text, input: text, ...none }) };
    },
  };
  const none = { title: 'The bridge', people: [], quotes: [], events: [], summary: [], sentences: [] };
  const refused: string[] = [];
  const loadIt = () =>
    loadPaths(library, readers, [file], { now: 0, onRefused: line => void refused.push(line) });
  expect(await loadIt()).toMatchObject({ loaded: 1, known: 0, refused: 0 });
  expect(await loadIt()).toMatchObject({ loaded: 0, known: 1, refused: 0 });
  expect(read).toEqual([article.text]);
  writeFileSync(file, JSON.stringify({ ...article, text: 'The bridge fell.' }));
  expect(await loadIt()).toEqual({ loaded: 0, updated: 1, known: 0, refused: 0 });
  none.title = 'Something else';
  writeFileSync(file, JSON.stringify({ ...article, text: 'The fair of Oden begins.' }));
  expect(await loadIt()).toEqual({ loaded: 0, updated: 0, known: 0, refused: 1 });
  expect(refused[0]).toMatch(/^a: an article "a" with another text is here already/);
});

/** How many articles are in a library that another process may be writing to for longer than a lock is waited for. */
async function countIn(file: string): Promise<number> {
  const library = openLibrary(file, { readNews: true });
  try {
    return await library.articles.count();
  } finally {
    library.close();
  }
}

/** Says each time that something changes in a folder or those in it. */
async function* changesIn(folder: string): AsyncGenerator<void> {
  let tell: () => void = () => {};
  const watcher = watch(folder, { recursive: true }, () => tell());
  try {
    for (;;) {
      const change = new Promise<void>(resolve => {
        tell = resolve;
      });
      yield;
      await change;
    }
  } finally {
    watcher.close();
  }
}

test('odd dates are named in a line for each kind, and no article is refused for one', async () => {
  const folder = scratch();
  const days = ['', '', 'unknown', 'N/A', 'Wed, 02 Oct 2002 13:00:00 GMT', '2031-02-30', '2002-10-02', null];
  const articles = days.map((publishedAt, n) => ({
    id: `a${n}`,
    text: `Oden opened bridge number ${n}. It is the ${n + 2}th bridge of the town ${'over a river '.repeat(n + 1)}.`,
    publishedAt,
  }));
  writeFileSync(join(folder, 'news.jsonl'), articles.map(article => JSON.stringify(article)).join('\n'));
  const { code, out, err } = await communique(folder, ['load', 'news.jsonl']);
  expect({ code, out }).toEqual({ code: 0, out: '8 loaded, 0 already known, 0 refused\n' });
  expect(err.trim().split('\n')).toEqual([
    '2 articles have an empty date, taken as not given (the first: a0)',
    '2 articles have a word for no date, taken as not given (the first: a2, "unknown")',
    'a4: dated "Wed, 02 Oct 2002 13:00:00 GMT", taken for 2002-10-02',
    'a5: dated "2031-02-30", which is no day: taken as not given; write it as YYYY-MM-DD',
  ]);
}, 30_000);

test('a date more than two days ahead is doubted: the article is loaded without it and is not the newest', async () => {
  const folder = scratch();
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const text = (what: string, town: string, mayor: string) =>
    `${what} of ${town}\n\nThe ${what} of ${town} was opened on Thursday by Mayor ${mayor}.`;
  const articles = [
    { id: 'ahead', text: text('bridge', 'Vale', 'Ines Kolbe'), publishedAt: inDays(400) },
    { id: 'tomorrow', text: text('harbour', 'Tarn', 'Piet Molenaar'), publishedAt: inDays(1) },
    { id: 'old', text: text('school', 'Oden', 'Salma Haddad'), publishedAt: inDays(-9) },
    { id: 'in-text', text: `${text('tower', 'Brisk', 'Yusuf Demir')}\n\nPublished ${inDays(300)}` },
  ];
  writeFileSync(join(folder, 'news.jsonl'), articles.map(article => JSON.stringify(article)).join('\n'));
  const { code, out, err } = await communique(folder, ['load', 'news.jsonl']);
  expect({ code, out }).toEqual({ code: 0, out: '4 loaded, 0 already known, 0 refused\n' });
  expect(err).toContain(
    `2 articles have a date that is more than two days ahead: loaded without a date (the first: ahead, "${inDays(400)}")\n`,
  );
  expect(err).not.toContain('tomorrow: dated');
  const rows = (await communique(folder, ['export', 'articles'])).out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(Object.fromEntries(rows.map(({ id, published }) => [id, published]))).toMatchObject({
    ahead: null,
    tomorrow: inDays(1),
    old: inDays(-9),
  });
  const { out: latest } = await communique(folder, ['ask', '/latest']);
  expect(latest.indexOf('harbour')).toBeGreaterThan(-1);
  expect(latest.indexOf('harbour')).toBeLessThan(latest.indexOf('bridge'));
  // “On Thursday” is not reckoned from a date that is not believed.
  expect((await communique(folder, ['export', 'timeline'])).out).not.toContain(
    String(new Date(Date.now() + 400 * 86_400_000).getFullYear()),
  );
});
