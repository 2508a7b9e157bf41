import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Bench } from './metric.ts';
import type { Part } from './parts.ts';

const program = join(import.meta.dirname, '../../src/main.ts');
const largest = 1 << 30;

/** Runs programs and writes files in `scratch`. */
export function createBench(scratch: string, part: Part): Bench {
  return {
    part,
    scratch,
    python: (...words) => execFileSync('python3', words, { encoding: 'utf8', maxBuffer: largest }),
    communique: (database, ...words) => {
      const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...words], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE: join(scratch, `${database}.db`), BOT_TOKEN: '' },
        maxBuffer: largest,
      });
      if (error) throw error;
      const code = status ?? 1;
      if (code === 1) throw new Error(`communique ${words[0]} failed: ${stderr.trim()}`);
      // What `load` refuses is counted on its last line; `read` says it among its readings.
      return { code, out: stdout };
    },
    keep: (name, lines) => {
      const path = join(scratch, name);
      writeFileSync(path, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
      return path;
    },
  };
}

/** The values of a JSON Lines file, which may be compressed with gzip. */
export function linesIn<T>(path: string): T[] {
  const bytes = readFileSync(path);
  return parsedLines(path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8'));
}

export function parsedLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as T);
}

/** Loads the articles of a file into a database of that name; gives the program's own account of it. */
export function load(bench: Bench, database: string, path: string): string {
  return bench.communique(database, 'load', path).out.trim().split('\n').at(-1) ?? '';
}
