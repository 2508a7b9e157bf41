import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inventedReading } from './invented.ts';
import { growthOf } from './scale/growth.ts';
import { kinds } from './scale/questions.ts';
import { scaleReport } from './scale/report.ts';
import { benchScale } from './scale/scale.ts';

test('libraries of each size are measured with every kind of question, next to a load and a removal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'communique-scale-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const articles = join(folder, 'articles.jsonl');
  writeFileSync(articles, JSON.stringify(inventedReading(7)));
  const keep = join(folder, 'kept');
  const figures = await benchScale({
    base: 20,
    times: [3],
    added: 10,
    removed: 5,
    rounds: 1,
    aloneFor: 50,
    keep,
    articles,
  });
  expect(figures.sizes.map(size => size.articles)).toEqual([2, 20, 60]);
  expect(figures.beside.articles).toBe(60);
  expect(figures.beside.loading.count).toBeGreaterThan(0);
  expect(figures.beside.removing.removed).toBeGreaterThanOrEqual(5);
  expect(figures.loadResident).toBeGreaterThan(10);
  const { lines } = scaleReport(figures);
  expect(lines[0]).toMatch(/articles\s+2\s+20\s+60/);
  for (const kind of Object.keys(kinds)) expect(lines.join('\n')).toContain(`/${kind}, ms CPU`);
  // What was generated is there for the next run.
  expect(readdirSync(keep).filter(name => /^(loaded|multiplied)-\d+-\w+\.db$/.test(name))).toHaveLength(3);
}, 60_000);

test('a bar that is missed is named, and the whole does not hold then', async () => {
  const waits = { answersP99: 1, writesP99: 1, longest: 1, count: 1 };
  const size = (articles: number, p50: number) => ({
    articles,
    kinds: [{ kind: 'who', p50, p99: p50, least: 1 }],
    resident: 100,
    adding: { cpuMs: 1, megabytes: 1 },
  });
  const reportOf = (p50: number) =>
    scaleReport({
      sizes: [size(1000, 4), size(100_000, p50)],
      beside: { articles: 100_000, alone: waits, loading: waits, removing: { ...waits, removed: 5000 } },
      loadResident: 300,
    });
  expect(reportOf(4).holds).toBe(true);
  expect(reportOf(4).lines.join('\n')).not.toContain('MISSED');
  const slow = reportOf(12);
  expect(slow.holds).toBe(false);
  expect(slow.lines.filter(line => line.startsWith('MISSED'))).toEqual([
    'MISSED  /who at 100000, ms p50 / p99: at most 10 / 40  (12.0 / 12.0)',
    'MISSED  /who at 100000: at most 5 times the least SQL, or 5 ms  (12.0 times 1.00 ms)',
  ]);
});

test.each([
  [[2, 2.1, 2.2], 'flat'],
  [[2, 8, 9], 'flat from 10000'],
  [[0.1, 0.2, 0.4], 'flat'],
  [[1, 3.2, 10], 'n^0.50: a person’s newest rows are read up to a limit'],
])('figures %j grow: %s', (figures, law) => {
  expect(growthOf('/who', [1000, 10_000, 100_000], figures)).toBe(law);
});
