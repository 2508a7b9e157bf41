import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeDatabase } from '../../../src/database/files.ts';
import { deliveriesPath } from '../../../src/database/two-files.ts';
import { type AddingFigures, measureAdding } from './adding.ts';
import type { KindFigures } from './answers.ts';
import { askBeside, type BesideFigures, run } from './beside.ts';
import { copyLibrary, createStock, hasRoom } from './library.ts';

/** What a library of one size costs; `resident`: of a process that has answered every kind of question, in megabytes. */
export type SizeFigures = { articles: number; kinds: KindFigures[]; resident: number; adding: AddingFigures };

/** Answers and updates with nothing else going on, next to a load, and next to the removal of a source. */
export type BesideAll = {
  articles: number;
  alone: BesideFigures;
  loading: BesideFigures;
  removing: BesideFigures & { removed: number };
};

/** `loadResident`: of a process that loads a file of articles, in megabytes at the highest; null without such a file. */
export type ScaleFigures = { sizes: SizeFigures[]; beside: BesideAll; loadResident: number | null };

export type ScaleOptions = {
  /** How many articles are loaded. */
  base?: number;
  /** How many times as large the other libraries are, multiplied in SQL. */
  times?: number[];
  /** Where generated libraries are kept for the next run; if not given, they are removed at the end. */
  keep?: string;
  /** A file of articles to load. */
  articles?: string;
  /** How often each kind is asked of the twenty most frequent people. */
  rounds?: number;
  /** How long answers are measured with nothing else going on, in milliseconds. */
  aloneFor?: number;
  /** How many articles are added to measure, next to the answers, and removed. */
  added?: number;
  removed?: number;
  report?(line: string): void;
};

/** Answers next to something else are measured in the largest library up to this: a larger one is not copied. */
const largestCopied = 100_000;

/**
 * What answers, adding and memory cost in libraries of different sizes, generated: a tenth of the base, the base, and
 * its multiples. All figures come from one run, so that ratios hold on any machine.
 */
export async function benchScale(options: ScaleOptions = {}): Promise<ScaleFigures> {
  const { base = 10_000, times = [10], rounds = 6, report = () => {}, articles } = options;
  const scratch = mkdtempSync(join(tmpdir(), 'communique-scale-'));
  try {
    const stock = createStock(options.keep ?? scratch, report);
    const whole = await stock.loaded(base);
    const files: [number, string][] = [
      [base / 10, await stock.loaded(base / 10)],
      [base, whole],
    ];
    for (const many of times) {
      const file = await stock.multiplied(whole, many, base * many);
      if (file !== null) files.push([base * many, file]);
    }
    const sizes: SizeFigures[] = [];
    for (const [count, file] of files) {
      const { kinds, resident } = (await run('ask', file, rounds)) as Pick<SizeFigures, 'kinds' | 'resident'>;
      report(`${count} articles asked about`);
      const adding = await addingTo(file, count, { ...options, scratch });
      sizes.push({ articles: count, kinds, resident, adding });
    }
    const [count, file] = files.findLast(([many]) => many <= largestCopied) ?? files[0]!;
    const beside = await besideOthers(copyLibrary(file, join(scratch, 'beside.db')), count, options);
    const loadResident =
      articles !== undefined && existsSync(articles) ? await loadOf(articles, scratch) : null;
    return { sizes, beside, loadResident };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Later than everything that is there, as news is. */
const arriving = 10_000_000;

/** Measured in a copy; in the library itself where the disk has no room for one, which is removed then. */
async function addingTo(
  file: string,
  articles: number,
  { added = 200, report = () => {}, scratch }: ScaleOptions & { scratch: string },
): Promise<AddingFigures> {
  const isCopied = hasRoom(file, 2, `a copy of ${articles} articles`, report);
  const measured = isCopied ? copyLibrary(file, join(scratch, 'adding.db')) : file;
  const figures = await measureAdding(measured, arriving, added);
  for (const each of [measured, deliveriesPath(measured)]) removeDatabase(each);
  report(`added to ${articles} articles`);
  return figures;
}

async function besideOthers(file: string, articles: number, options: ScaleOptions): Promise<BesideAll> {
  const { added = 200, removed = 5000, aloneFor = 10_000, report = () => {} } = options;
  const alone = await askBeside(file, pause(aloneFor));
  const loading = await askBeside(file, run('add', file, arriving, added * 2));
  report('asked next to a load');
  const removal = run('remove', file, 0, removed);
  const removing = await askBeside(file, removal);
  report('asked next to the removal of a source');
  return { articles, alone, loading, removing: { ...removing, removed: Number((await removal).removed) } };
}

async function loadOf(articles: string, scratch: string): Promise<number> {
  const { resident } = await run('load', join(scratch, 'load.db'), articles);
  return Number(resident);
}
