import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { ownPath } from '../../src/commands/cli/open.ts';
import { run } from '../../src/commands/run.ts';
import { sharedReaders } from '../ingest/shared-readers.ts';

export type Ran = { code: number | null; out: string; err: string };

/** A folder for one test, gone after it. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A hash of each file of a folder, by its path there. */
export function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

/** Starts the program as a user at a shell does, with nothing of this environment's settings. */
export function launch(folder: string, args: string[], environment: Record<string, string> = {}) {
  return spawn(process.execPath, [ownPath('bin/communique.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
  });
}

export type Options = { environment?: Record<string, string>; input?: string | Uint8Array };

/** Runs a command to its end as a process of its own: for what depends on how the program was started. */
export async function spawnCommunique(folder: string, args: string[], options: Options = {}): Promise<Ran> {
  const child = launch(folder, args, options.environment);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', piece => (out += piece));
  child.stderr.setEncoding('utf8').on('data', piece => (err += piece));
  child.stdin.on('error', () => {}); // a command that refuses its input at once does not read it
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return { code, out, err };
}

/**
 * Runs a command to its end in this process, as if started in `folder`: much faster than a process of its own. Not
 * for two commands at once, since a process has one working folder. All read on one thread, but for those that set
 * limits of their own.
 */
export async function communique(folder: string, args: string[], options: Options = {}): Promise<Ran> {
  const [out, err] = [collected(), collected()];
  const input = Readable.from(options.input === undefined ? [] : [Buffer.from(options.input)]);
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { environment = {} } = options;
    const readers = Object.keys(environment).some(name => name.startsWith('MAX_'))
      ? undefined
      : sharedReaders;
    const code = await run(args, { environment, folder, out: out.stream, err: err.stream, input, readers });
    return { code, out: out.text(), err: err.text() };
  } finally {
    process.chdir(before);
  }
}

function collected() {
  let text = '';
  const stream = new Writable({
    write(piece, _encoding, done) {
      text += String(piece);
      done();
    },
  });
  return { stream, text: () => text };
}
