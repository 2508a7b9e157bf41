import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '../../src/store.ts';

/** `readPerSecond`: articles of all processes together; `loadedPerSecond`: their readings, by one process afterwards. */
export type ElsewhereFigures = {
  processes: number;
  articles: number;
  readPerSecond: number;
  loadedPerSecond: number;
  /** How many articles the library holds then. */
  held: number;
};

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/**
 * Readings made by several processes, as on as many machines, each from its share of a file of articles with
 * `read --jsonl`, then loaded into one library.
 */
export async function benchElsewhere(file: string, processes = 4): Promise<ElsewhereFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'communique-elsewhere-'));
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const shares = Array.from({ length: processes }, (_, at) => {
      const share = join(folder, `articles-${at}.jsonl`);
      writeFileSync(share, `${lines.filter((_, line) => line % processes === at).join('\n')}\n`);
      return { share, readings: join(folder, `readings-${at}.jsonl`) };
    });
    const database = join(folder, 'news.db');
    const reading = await timed(() =>
      Promise.all(
        shares.map(({ share, readings }) => command(['read', '--jsonl', share], { output: readings })),
      ),
    );
    const loading = await timed(() =>
      command(['load', ...shares.map(({ readings }) => readings)], { database }),
    );
    const library = openLibrary(database);
    const held = await library.articles.count();
    library.close();
    const articles = lines.length;
    return {
      processes,
      articles,
      readPerSecond: articles / reading,
      loadedPerSecond: articles / loading,
      held,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command of the program in a process of its own. */
async function command(
  args: string[],
  { output, database }: { output?: string; database?: string },
): Promise<void> {
  const out = output === undefined ? 'ignore' : openSync(output, 'w');
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', out, 'inherit'],
    env: { ...process.env, ...(database !== undefined && { DATABASE: database }) },
  });
  const [code] = await once(child, 'exit');
  if (typeof out === 'number') closeSync(out);
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}`);
}

/** Seconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
