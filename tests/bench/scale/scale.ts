import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AddingFigures, measureAdding } from './adding.ts';
import type { KindFigures } from './answers.ts';
import { askBeside, type BesideFigures, run } from './beside.ts';
import { enlarged, loadNews } from './library.ts';

export type ScaleFigures = {
  articles: number;
  kinds: KindFigures[];
  /** In megabytes, of a process that has answered every kind of question. */
  resident: number;
  adding: AddingFigures;
  /** Answers and updates with nothing else going on, next to a load, and next to the removal of a source. */
  alone?: BesideFigures;
  loading?: BesideFigures;
  removing?: BesideFigures & { removed: number };
};

export type ScaleOptions = {
  /** How many articles are loaded. */
  base?: number;
  /** How many times as large the other libraries are, multiplied in SQL. */
  times?: number[];
  /** How long answers are measured with nothing else going on, in milliseconds. */
  aloneFor?: number;
  /** How many articles are added to measure, next to the answers, and removed. */
  added?: number;
  removed?: number;
  report?(line: string): void;
};

/**
 * What answers, adding and memory cost in libraries of different sizes, generated: a tenth of the base, the base, and
 * its multiples. All figures come from one run, so that ratios hold on any machine.
 */
export async function benchScale(options: ScaleOptions = {}): Promise<ScaleFigures[]> {
  const {
    base = 10_000,
    times = [10],
    added = 200,
    removed = 1000,
    aloneFor = 10_000,
    report = () => {},
  } = options;
  const folder = mkdtempSync(join(tmpdir(), 'communique-scale-'));
  try {
    const [small, whole] = ['small.db', 'base.db'].map(name => join(folder, name)) as [string, string];
    await loadNews(small, base / 10);
    report(`${base / 10} articles loaded`);
    await loadNews(whole, base);
    report(`${base} articles loaded`);
    const figures: ScaleFigures[] = [];
    const files: [number, string][] = [
      [base / 10, small],
      [base, whole],
    ];
    for (const many of times) {
      const file = enlarged(whole, many, line => report(`${base * many} articles ${line}`));
      if (file === null) continue;
      report(`${base * many} articles multiplied`);
      files.push([base * many, file]);
    }
    const largest = files.at(-1)![1];
    for (const [articles, file] of files) {
      const { kinds, resident } = (await run('ask', file)) as { kinds: KindFigures[]; resident: number };
      report(`${articles} articles asked about`);
      // Later than everything that is there, as news is.
      const from = 10_000_000 + articles;
      const adding = await measureAdding(file, from, added);
      figures.push({ articles, kinds, resident: resident / 2 ** 20, adding });
    }
    const last = figures.at(-1)!;
    last.alone = await askBeside(largest, pause(aloneFor));
    last.loading = await askBeside(largest, run('add', largest, 20_000_000, added * 2));
    report('asked next to a load');
    const removal = run('remove', largest, 'Outlet 3', removed);
    const removing = await askBeside(largest, removal);
    last.removing = { ...removing, removed: Number((await removal).removed) };
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
