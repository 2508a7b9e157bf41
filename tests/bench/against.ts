import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What each of two checkouts takes, this one first, in milliseconds, and how many times the other's that is. */
export type Compared = { own: number; other: number; ratio: number };
export type AgainstFigures = {
  articles: number;
  /** Medians of the command `read --jsonl`, from the start of its process to its end: of all its threads, and by the clock. */
  cpu: Compared;
  wall: Compared;
  /** Of reading alone, in a process that has read the articles before: the quickest round of each article, summed. */
  warm: Compared;
};

const own = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads a file of articles with this checkout and with another one, in turn.
 * @param options.file JSON Lines, an article a line
 * @param options.against the folder of the other checkout, its dependencies installed
 * @param options.runs of the command, each
 * @param options.first true: the first run, which fills the caches, is counted; otherwise it comes on top
 * @param options.rounds of reading alone
 */
export async function benchAgainst(options: {
  file: string;
  against: string;
  runs?: number;
  first?: boolean;
  rounds?: number;
}): Promise<AgainstFigures> {
  const { file, against, runs = 7, first = false, rounds = 5 } = options;
  const folders = [own, resolve(against)];
  const figures = folders.map(() => ({ cpu: [] as number[], wall: [] as number[] }));
  const turns = [...folders.entries()].reverse();
  for (let run = first ? 1 : 0; run <= runs; run++)
    for (const [at, folder] of turns) {
      const { cpu, wall } = timedCommand(folder, resolve(file));
      if (run === 0) continue;
      figures[at]!.cpu.push(cpu);
      figures[at]!.wall.push(wall);
    }
  const articles = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as object);
  return {
    articles: articles.length,
    cpu: compared(figures.map(({ cpu }) => median(cpu))),
    wall: compared(figures.map(({ wall }) => median(wall))),
    warm: compared(await quickest(folders, articles, rounds)),
  };
}

/** Has a process write, at its end, how many microseconds of CPU time all its threads took. */
const cpuReport = `data:text/javascript,${encodeURIComponent(`
  import { writeFileSync } from 'node:fs';
  import { isMainThread } from 'node:worker_threads';
  const write = () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(process.env.CPU_REPORT, String(user + system));
  };
  if (isMainThread) process.on('exit', write);
`)}`;

/** @throws Error with what the command wrote when it fails */
function timedCommand(folder: string, file: string): { cpu: number; wall: number } {
  const scratch = mkdtempSync(join(tmpdir(), 'communique-against-'));
  const report = join(scratch, 'cpu');
  try {
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', cpuReport, join(folder, 'src/main.ts'), 'read', '--jsonl', file],
      { cwd: scratch, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, CPU_REPORT: report } },
    );
    const wall = performance.now() - start;
    if (status !== 0) throw new Error(`read in ${folder} failed: ${stderr}`);
    return { cpu: Number(readFileSync(report, 'utf8')) / 1000, wall };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** For each checkout the milliseconds of its quickest rounds; they take turns article by article. */
async function quickest(folders: string[], articles: object[], rounds: number): Promise<number[]> {
  const readers = await Promise.all(folders.map(readerOf));
  const least = readers.map(() => articles.map(() => Number.POSITIVE_INFINITY));
  for (let round = 0; round < rounds; round++)
    for (const [number, article] of articles.entries())
      for (const [at, read] of readers.entries()) {
        const start = performance.now();
        read(article);
        least[at]![number] = Math.min(least[at]![number]!, performance.now() - start);
      }
  return least.map(each => each.reduce((sum, ms) => sum + ms, 0));
}

async function readerOf(folder: string): Promise<(article: object) => unknown> {
  const from = (path: string) => import(pathToFileURL(join(folder, path)).href);
  const [{ read }, { loadKnowledge }] = await Promise.all([
    from('src/reading/read.ts'),
    from('src/ingest/workers/knowledge-files.ts'),
  ]);
  const knowledge = loadKnowledge(join(folder, 'data/knowledge'));
  return article => read(article, knowledge);
}

function compared([own, other]: number[]): Compared {
  return { own: own!, other: other!, ratio: own! / other! };
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
