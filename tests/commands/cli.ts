import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { ownPath } from '../../src/commands/cli/open.ts';
import { run } from '../../src/commands/run.ts';

export type Ran = { code: number | null; out: string; err: string };

/** A folder for one test, gone after it. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the program as somebody at a shell does, with nothing of this environment's settings. */
export function launch(folder: string, args: string[], environment: Record<string, string> = {}) {
  return spawn(process.execPath, [ownPath('src/main.ts'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...environment },
  });
}

/** Runs a command to its end. */
export async function communique(
  folder: string,
  args: string[],
  options: { environment?: Record<string, string>; input?: string } = {},
): Promise<Ran> {
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
 * Runs a command in this process, on the database in `folder`: much faster than a process of its own, for all that
 * doesn't depend on where it was started.
 */
export async function communiqueHere(folder: string, args: string[]): Promise<Ran> {
  const [out, err] = [collected(), collected()];
  const environment = { DATABASE: join(folder, 'data/store/communique.db') };
  const input = Readable.from([]);
  const code = await run(args, { environment, folder, out: out.stream, err: err.stream, input });
  return { code, out: out.text(), err: err.text() };
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
